import { BlockBuilder, type Block } from './layout.js'

/** A cell as its tag states it. */
export interface CellTag {
  readonly name: 'td' | 'th'
  readonly columns: number
  readonly rows: number
}

interface Cell extends CellTag {
  readonly out: BlockBuilder
}

/** A cell at its place: one that spans several columns stands in each. */
interface Placed {
  readonly text: string
  readonly linked: number
  readonly head: boolean
  /** Whether it stands in the column before, too. */
  readonly again: boolean
}

/** Columns and rows that a cell may span, and columns that a row may have: more is no table for readers. */
const MOST_SPAN = 20
const MOST_COLUMNS = 60
/** A longer head is prose. */
const LONGEST_HEAD = 80
/** A table of which one cell in so many is prose lays out prose. */
const LAYOUT_SHARE = 4
/** Heads and spanning cells are repeated; a table that grows to more than so many times its text is given without. */
const MOST_GROWTH = 4
const ALLOWANCE = 1000

/** A table of a page as it is read: rows of cells, each with its own blocks. */
export class Table {
  private readonly rows: Cell[][] = []
  private readonly headRows = new Set<number>()
  private inHead = false

  startHead(open: boolean): void {
    this.inHead = open
  }

  startRow(): void {
    if (this.inHead) this.headRows.add(this.rows.length)
    this.rows.push([])
  }

  /** Where the text of the next cell goes. */
  startCell(tag: CellTag): BlockBuilder {
    if (this.rows.length === 0) this.startRow()
    const out = new BlockBuilder()
    this.rows.at(-1)!.push({ ...tag, out })
    return out
  }

  /** Rows as lines in which each figure stands with the heads of its row and column; paragraphs where the table only lays out. */
  blocks(): readonly Block[] {
    const cells = this.rows.map((row) => row.map((cell) => ({ ...cell, blocks: cell.out.blocks() })))
    const paragraphs = cells
      .flat()
      .flatMap(({ blocks }) => blocks.map((block, i) => (i === 0 ? { ...block, gap: '\n\n' as const } : block)))
    if (isLayout(cells)) return paragraphs
    const grid = placed(cells)
    const { heads, first } = columnHeads(grid, this.headRows)
    const size = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
    const read = lines(heads.length > 0 ? grid.slice(first) : grid, heads)
    return length(read) <= size * MOST_GROWTH + ALLOWANCE
      ? read
      : lines(
          cells.map((row) => row.map(asPlaced)),
          [],
        )
  }
}

type Read = CellTag & { readonly blocks: readonly Block[] }

/** A table for the eye: one column or one row of prose, or cells of several paragraphs. */
function isLayout(rows: readonly (readonly Read[])[]): boolean {
  const cells = rows.flat()
  if (cells.length === 0 || rows.every((row) => row.length <= 1)) return true
  const long = cells.filter(({ blocks }) => blocks.length > 3 || blocks.some(({ text, heading }) => heading || text.length > 300))
  return long.length * LAYOUT_SHARE > cells.length
}

/** Rows as they stand: cells that span rows or columns are there in each. */
function placed(rows: readonly (readonly Read[])[]): Placed[][] {
  const below = new Map<number, { cell: Placed; left: number }>()
  return rows.map((row) => {
    const out: Placed[] = []
    const carry = () => {
      for (let above = below.get(out.length); above; above = below.get(out.length)) {
        if (above.left-- <= 1) below.delete(out.length)
        out.push(above.cell)
      }
    }
    for (const { name, columns, rows: spanned, blocks } of row) {
      carry()
      const cell = asPlaced({ name, blocks })
      for (let i = 0; i < Math.min(columns, MOST_SPAN) && out.length < MOST_COLUMNS; i++) {
        if (spanned > 1) below.set(out.length, { cell, left: Math.min(spanned, MOST_SPAN) - 1 })
        out.push(i === 0 ? cell : { ...cell, again: true })
      }
    }
    carry()
    return out
  })
}

const asPlaced = ({ name, blocks }: Pick<Read, 'name' | 'blocks'>): Placed => ({
  text: blocks.map((block) => block.text).join(' '),
  linked: blocks.reduce((sum, { linked }) => sum + linked, 0),
  head: name === 'th',
  again: false,
})

const length = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0)

/** What the columns are called, and the row in which their cells begin. */
function columnHeads(grid: readonly (readonly Placed[])[], marked: ReadonlySet<number>): { heads: string[]; first: number } {
  const isHead = (row: readonly Placed[], i: number) => marked.has(i) || (row.length > 1 && row.every(({ head }) => head))
  let first = grid.findIndex((row, i) => !isHead(row, i))
  if (first === -1) first = 0
  if (first === 0 && readsAsHead(grid)) first = 1
  const width = Math.max(0, ...grid.slice(0, first).map((row) => row.length))
  const heads = Array.from({ length: width }, (_, column) => {
    const stated = grid.slice(0, first).map((row) => row[column]?.text ?? '')
    const head = stated.filter((text, i) => text !== '' && text !== stated[i - 1]).join(', ')
    return head.length <= LONGEST_HEAD ? head.replace(/:$/, '') : ''
  })
  return { heads, first }
}

/** A first row of words over rows with numbers heads them, whatever its tags are. */
function readsAsHead(grid: readonly (readonly Placed[])[]): boolean {
  const [top, ...rest] = grid
  if (!top || top.length < 2 || rest.length < 2) return false
  const wordy = top.every(({ text }, i) => (i === 0 || text !== '') && text.length <= LONGEST_HEAD && !/\d/.test(text))
  return wordy && rest.every((row) => row.length === top.length && row.some(({ text }) => /\d/.test(text)))
}

const lines = (rows: readonly (readonly Placed[])[], heads: readonly string[]): Block[] => {
  const texts = rows.map((row) => ({ text: line(row, heads), linked: row.reduce((sum, { linked }) => sum + linked, 0) }))
  return texts.filter(({ text }) => text !== '').map((row, i) => ({ ...row, heading: false, gap: i === 0 ? '\n\n' : '\n' }))
}

/** One row: `Year: 2018; Days: 14`, `Born: 1950`; '' where it is empty. */
function line(row: readonly Placed[], heads: readonly string[]): string {
  const named = heads.length === 0 && row.length > 1 && row[0]!.text !== '' && (row[0]!.head || row.length === 2)
  const parts = row.flatMap(({ text, again }, column) => {
    if (text === '' || again || (named && column === 0)) return []
    const head = heads[column] ?? ''
    return head === '' || head === text ? text : `${head}: ${text}`
  })
  return named ? [row[0]!.text.replace(/:$/, ''), parts.join('; ')].filter(Boolean).join(': ') : parts.join('; ')
}
