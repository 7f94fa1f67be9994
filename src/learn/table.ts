import { emptyMarks, emptyShifts, placesOf, slotOf, type Places } from './places.js'
import { rounded, type Row } from './quantise.js'

/** Labels of a row: a check of three bytes and a byte a weight fill 16 bytes, which never cross a line of the cache. */
export const WIDTH = 13

/** Words of 32 bits to a slot. */
const SLOT = 4

/** Most features that one call of `scoreTable` may be given: sums of more would run over their 16 bits. */
export const MOST = 256

/**
 * Rows of up to 13 weights. A slot is its check (the lower three bytes of the key) and the weights, each plus 128, so that sums compare
 * as the weights' sums do.
 */
export interface Table extends Places {
  readonly slots: Int32Array
  readonly marks: Uint8Array
}

/** An empty table of `2 ** bits` slots on shared memory, so that worker threads can use one copy. */
export const emptyTable = (bits: number): Table => ({
  bits,
  shifts: emptyShifts(bits),
  slots: new Int32Array(new SharedArrayBuffer((SLOT * 4) << bits)),
  marks: emptyMarks(bits),
})

const hits = new Int32Array(MOST)
const keys = new Int32Array(MOST)

/**
 * Sums the weights of the features `[0, count)` into `scores[0, 13)`; all sums share one offset, so only their differences mean something.
 * Most features have no row: marks tell that without a look at the slots, which lie far from the processor. No loop has a branch inside, so
 * that the reads of many features wait together.
 */
export function scoreTable({ bits, shifts, slots, marks }: Table, features: Int32Array, count: number, scores: Int32Array): void {
  const toCell = 34 - bits
  const toSlot = 32 - bits
  let size = 0
  for (let f = 0; f < count; f++) {
    const key = features[f]!
    const slot = Math.imul(key ^ Math.imul(shifts[key >>> toCell]! + 1, 0x2c1b3c6d), 0x297a2d39) >>> toSlot
    hits[size] = slot
    keys[size] = key
    size -= ((marks[slot]! ^ (key & 0xff)) - 1) >> 31
  }
  let a = 0
  let even1 = 0
  let odd1 = 0
  let even2 = 0
  let odd2 = 0
  let even3 = 0
  let odd3 = 0
  for (let h = 0; h < size; h++) {
    const at = hits[h]! << 2
    const head = slots[at]!
    const found = (((head >>> 8) ^ (keys[h]! & 0xffffff)) - 1) >> 31
    const x = slots[at + 1]! & found
    const y = slots[at + 2]! & found
    const z = slots[at + 3]! & found
    a += head & found & 0xff
    even1 = (even1 + (x & 0xff00ff)) | 0
    odd1 = (odd1 + ((x >>> 8) & 0xff00ff)) | 0
    even2 = (even2 + (y & 0xff00ff)) | 0
    odd2 = (odd2 + ((y >>> 8) & 0xff00ff)) | 0
    even3 = (even3 + (z & 0xff00ff)) | 0
    odd3 = (odd3 + ((z >>> 8) & 0xff00ff)) | 0
  }
  scores[0] = a
  spread(scores, 1, even1, odd1)
  spread(scores, 5, even2, odd2)
  spread(scores, 9, even3, odd3)
}

function spread(scores: Int32Array, at: number, even: number, odd: number): void {
  scores[at] = even & 0xffff
  scores[at + 1] = odd & 0xffff
  scores[at + 2] = even >>> 16
  scores[at + 3] = odd >>> 16
}

/** A table of `2 ** bits` slots with rows of distinct keys, weights times `scale` rounded to a byte. Throws where more than `FILL` of them are wanted. */
export function tableOf(rows: readonly Row[], bits: number, scale: number): Table {
  const table = emptyTable(bits)
  const { shifts } = placesOf(
    rows.map(({ key }) => key),
    bits,
  )
  table.shifts.set(shifts)
  for (const { key, values } of rows) {
    const slot = slotOf(key, table)
    table.marks[slot] = key
    fill(table.slots, slot * SLOT, key, values, scale)
  }
  return table
}

function fill(slots: Int32Array, at: number, key: number, values: Float64Array, scale: number): void {
  const byte = (label: number): number => rounded(values[label] ?? 0, scale) + 128
  slots[at] = (key << 8) | byte(0)
  for (let word = 1; word < SLOT; word++) {
    const l = 4 * word - 3
    slots[at + word] = byte(l) | (byte(l + 1) << 8) | (byte(l + 2) << 16) | (byte(l + 3) << 24)
  }
}
