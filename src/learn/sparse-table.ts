import { emptyMarks, emptyShifts, FILL, placesOf, slotOf, type Places } from './places.js'
import { largestOf, LIMIT, rounded, type Row } from './quantise.js'

/** Entries that lie in the slot of a row itself. */
const INSIDE = 6

/** Cells of 16 bits to a slot, words of 32. */
const CELLS = 8
const WORDS = 4

/**
 * Rows of few weights among many labels. A slot has 16 bytes: the lower three bytes of the key as a check, the number of entries, and up to six
 * entries, `label << 8 | weight + 128`; of a longer row the place in `more` where its entries begin.
 */
export interface SparseTable extends Places {
  readonly slots: Int32Array
  /** The same slots by 16 bits. */
  readonly cells: Uint16Array
  readonly more: Uint16Array
  readonly marks: Uint8Array
}

/** An empty table on shared memory, so that worker threads can use one copy. */
export function emptySparseTable(bits: number, more: number): SparseTable {
  const memory = new SharedArrayBuffer((WORDS * 4) << bits)
  return {
    bits,
    shifts: emptyShifts(bits),
    slots: new Int32Array(memory),
    cells: new Uint16Array(memory),
    more: new Uint16Array(new SharedArrayBuffer(2 * more)),
    marks: emptyMarks(bits),
  }
}

/** Most features that one call of `scoreSparse` may be given. */
const MOST = 256

const hits = new Int32Array(MOST)

const keys = new Int32Array(MOST)

/** Adds the weights of the features `[0, count)` to `scores`, one cell a label; marks first, as in `scoreTable`. */
export function scoreSparse(table: SparseTable, features: Int32Array, count: number, scores: Int32Array): void {
  const { bits, shifts, marks, slots, cells, more } = table
  const toCell = 34 - bits
  const toSlot = 32 - bits
  let found = 0
  for (let f = 0; f < count; f++) {
    const key = features[f]!
    const slot = Math.imul(key ^ Math.imul(shifts[key >>> toCell]! + 1, 0x2c1b3c6d), 0x297a2d39) >>> toSlot
    hits[found] = slot
    keys[found] = key
    found -= ((marks[slot]! ^ (key & 0xff)) - 1) >> 31
  }
  for (let h = 0; h < found; h++) {
    const slot = hits[h]!
    const head = slots[slot << 2]!
    if (((head ^ (keys[h]! << 8)) & -256) !== 0) continue
    const size = head & 0xff
    if (size <= INSIDE) {
      const end = slot * CELLS + 2 + size
      for (let p = end - size; p < end; p++) {
        const entry = cells[p]!
        scores[entry >>> 8]! += (entry & 0xff) - 128
      }
    } else {
      const from = slots[(slot << 2) + 1]!
      const end = from + size
      for (let p = from; p < end; p++) {
        const entry = more[p]!
        scores[entry >>> 8]! += (entry & 0xff) - 128
      }
    }
  }
}

/** The entries of a key as `label << 8 | weight + 128`, in `out`; their number, 0 for an unknown key. */
export function entriesOf(table: SparseTable, key: number, out: Uint16Array): number {
  const slot = slotOf(key, table)
  const head = table.slots[slot * WORDS]!
  if (((head ^ (key << 8)) & -256) !== 0) return 0
  const size = head & 0xff
  const inside = size <= INSIDE
  const from = inside ? slot * CELLS + 2 : table.slots[slot * WORDS + 1]!
  const list = inside ? table.cells : table.more
  for (let e = 0; e < size; e++) out[e] = list[from + e]!
  return size
}

/**
 * A table of rows, their weights rounded to a byte; those of `least` or less, 0 at any rate, are left out. `fixed` are rows of whole
 * numbers that are kept as they are.
 */
export function sparseTableOf(rows: readonly Row[], least: number, fixed: readonly Row[] = []): SparseTable {
  const scale = LIMIT / largestOf(rows)
  const lists = [...rows.map((row) => listOf(row, scale, least)), ...fixed.map((row) => listOf(row, 1, 0))].filter(
    ({ list }) => list.length > 0,
  )
  let bits = 8
  while (2 ** bits * FILL < lists.length) bits++
  const { shifts } = placesOf(
    lists.map(({ key }) => key),
    bits,
  )
  const table = emptySparseTable(
    bits,
    lists.reduce((sum, { list }) => sum + (list.length > INSIDE ? list.length : 0), 0),
  )
  table.shifts.set(shifts)
  let end = 0
  for (const { key, list } of lists) {
    const slot = slotOf(key, table)
    table.marks[slot] = key
    table.slots[slot * WORDS] = (key << 8) | list.length
    if (list.length <= INSIDE) table.cells.set(list, slot * CELLS + 2)
    else {
      table.slots[slot * WORDS + 1] = end
      table.more.set(list, end)
      end += list.length
    }
  }
  return table
}

function listOf({ key, values }: Row, scale: number, least: number): { key: number; list: number[] } {
  const list: number[] = []
  for (let label = 0; label < values.length; label++) {
    const weight = rounded(values[label]!, scale)
    if (Math.abs(weight) > least) list.push((label << 8) | (weight + 128))
  }
  return { key, list }
}
