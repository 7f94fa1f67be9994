import { BlockBuilder, breakOf, type Block } from './layout.js'
import { Table } from './table.js'

interface Level {
  /** Where text goes now. */
  out: BlockBuilder
  readonly table: Table | null
}

/** A table in a table in a table is layout. */
const MOST_NESTED = 8

/** Writes a page's text from its tags in their order: blocks, headings, and tables with their heads. */
export class TextWriter {
  private readonly levels: Level[] = [{ out: new BlockBuilder(), table: null }]
  private ignoredTables = 0

  private get top(): Level {
    return this.levels.at(-1)!
  }

  open(name: string, attribute: (name: string) => string | null | undefined): void {
    const { table } = this.top
    if (name === 'table') this.openTable()
    else if (table && this.ignoredTables === 0 && (name === 'thead' || name === 'tr')) {
      if (name === 'thead') table.startHead(true)
      else table.startRow()
    } else if (table && this.ignoredTables === 0 && (name === 'td' || name === 'th')) {
      this.top.out = table.startCell({ name, columns: span(attribute('colspan')), rows: span(attribute('rowspan')) })
    } else {
      this.top.out.break(breakOf(name))
      if (/^h[1-6]$/.test(name)) this.top.out.startHeading()
    }
  }

  close(name: string): void {
    if (name === 'table') this.closeTable()
    else if (name === 'thead') this.top.table?.startHead(false)
    else if (!(this.top.table && /^(?:t[rdh]|tbody|tfoot)$/.test(name))) this.top.out.break(breakOf(name))
  }

  text(raw: string, inLink: boolean, preformatted = false): void {
    if (preformatted) this.top.out.addLines(raw, inLink)
    else this.top.out.add(raw, inLink)
  }

  /** All blocks, in page order. */
  blocks(): readonly Block[] {
    this.ignoredTables = 0
    while (this.levels.length > 1) this.closeTable()
    return this.top.out.blocks()
  }

  private openTable(): void {
    this.top.out.break('paragraph')
    if (this.levels.length > MOST_NESTED) this.ignoredTables++
    else this.levels.push({ out: new BlockBuilder(), table: new Table() })
  }

  private closeTable(): void {
    if (this.ignoredTables > 0) {
      this.ignoredTables--
      this.top.out.break('paragraph')
      return
    }
    if (this.levels.length === 1) return
    const { table } = this.levels.pop()!
    this.top.out.append(table!.blocks())
  }
}

/** `colspan="3"` → 3; 1 for what is no number. */
const span = (stated: string | null | undefined): number => {
  const number = Number.parseInt(stated ?? '1', 10)
  return number >= 1 ? number : 1
}
