import { emptyShifts, type Places } from './places.js'
import { emptyTable, type Table } from './table.js'

/**
 * A network with one hidden layer over hashed features: each feature owns a row of small weights, one a hidden unit; the rows of the
 * features that are there are summed, what is positive passes, and each label weighs it. Rows lie in a table, found without probing.
 * Beside it, features of a second kind (combinations, of which there are many) speak for the first labels directly.
 */
export interface Network extends Places {
  /** Units of the hidden layer, a multiple of 16. */
  readonly hidden: number
  /** The upper 16 bits of the mixed key of each slot: tells a feature that has a row from one that has none. */
  readonly checks: Uint16Array
  /** Weights plus 128, a byte each; `hidden` bytes to a slot. */
  readonly rows: Int32Array
  /** What each hidden unit starts from, in the unit of the rows. */
  readonly bias: Float32Array
  /** For each label the weights of the hidden units, and what it starts from. */
  readonly outputs: Float64Array
  readonly starts: Float64Array
  readonly direct: Table
  /** What one step of the weights of `direct` is worth in a score. */
  readonly unit: Float32Array
}

/** An empty network on shared memory, so that worker threads can use one copy. */
export function emptyNetwork(bits: number, hidden: number, labels: number, directBits: number): Network {
  const memory = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes)
  return {
    bits,
    hidden,
    shifts: emptyShifts(bits),
    checks: new Uint16Array(memory(2 << bits)),
    rows: new Int32Array(memory(hidden << bits)),
    bias: new Float32Array(memory(4 * hidden)),
    outputs: new Float64Array(memory(8 * hidden * labels)),
    starts: new Float64Array(memory(8 * labels)),
    direct: emptyTable(directBits),
    unit: new Float32Array(memory(4)),
  }
}

/** What `checks` holds of a key. */
export const checkOf = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 16

/** Most features that one call of `addRows` may be given: 16 bits hold the sum of so many weights. */
export const MOST = 256

const hits = new Int32Array(MOST)

/**
 * Adds the rows of the features `[0, count)` to `sums[at …]`, two hidden units to a cell: those of word `w` of a row are 2 w (its bytes 0
 * and 2) and 2 w + 1 (bytes 1 and 3), the first in the lower half. Sums of sums are sums, so parts that come again can be kept.
 */
export function addRows(network: Network, features: Int32Array, count: number, sums: Int32Array, at = 0): void {
  const { bits, shifts, checks, rows } = network
  const words = network.hidden >> 2
  const toCell = 34 - bits
  const toSlot = 32 - bits
  let found = 0
  for (let f = 0; f < count; f++) {
    const key = features[f]!
    const slot = Math.imul(key ^ Math.imul(shifts[key >>> toCell]! + 1, 0x2c1b3c6d), 0x297a2d39) >>> toSlot
    hits[found] = slot * words
    found -= ((checks[slot]! ^ (Math.imul(key, 0x9e3779b1) >>> 16)) - 1) >> 31
  }
  const surplus = Math.imul(found, 0x800080)
  for (let w = 0; w < words; w += 4) {
    let even0 = -surplus
    let even1 = -surplus
    let even2 = -surplus
    let even3 = -surplus
    let odd0 = -surplus
    let odd1 = -surplus
    let odd2 = -surplus
    let odd3 = -surplus
    for (let h = 0; h < found; h++) {
      const from = hits[h]! + w
      const a = rows[from]!
      const b = rows[from + 1]!
      const c = rows[from + 2]!
      const d = rows[from + 3]!
      even0 = (even0 + (a & 0xff00ff)) | 0
      odd0 = (odd0 + ((a >>> 8) & 0xff00ff)) | 0
      even1 = (even1 + (b & 0xff00ff)) | 0
      odd1 = (odd1 + ((b >>> 8) & 0xff00ff)) | 0
      even2 = (even2 + (c & 0xff00ff)) | 0
      odd2 = (odd2 + ((c >>> 8) & 0xff00ff)) | 0
      even3 = (even3 + (d & 0xff00ff)) | 0
      odd3 = (odd3 + ((d >>> 8) & 0xff00ff)) | 0
    }
    const to = at + 2 * w
    sums[to] = (sums[to]! + even0) | 0
    sums[to + 1] = (sums[to + 1]! + odd0) | 0
    sums[to + 2] = (sums[to + 2]! + even1) | 0
    sums[to + 3] = (sums[to + 3]! + odd1) | 0
    sums[to + 4] = (sums[to + 4]! + even2) | 0
    sums[to + 5] = (sums[to + 5]! + odd2) | 0
    sums[to + 6] = (sums[to + 6]! + even3) | 0
    sums[to + 7] = (sums[to + 7]! + odd3) | 0
  }
}

/** Adds what the hidden units start from to sums, rounded to the unit of the rows. */
export function addBias({ hidden, bias }: Network, sums: Int32Array): void {
  for (let cell = 0; cell < hidden >> 1; cell++) {
    const first = unitOf(cell)
    sums[cell] = (sums[cell]! + Math.round(bias[first]!) + (Math.round(bias[first + 2]!) << 16)) | 0
  }
}

/** The hidden units of a state that are above 0. */
export interface Active {
  readonly unit: Int32Array
  readonly value: Float64Array
  count: number
}

/** Scratch room for `activate`. */
export const active = (hidden: number): Active => ({ unit: new Int32Array(hidden), value: new Float64Array(hidden), count: 0 })

/** Lists the hidden units that are above 0 in sums; without a branch, for which are is as good as chance. */
export function activate({ hidden }: Network, sums: Int32Array, out: Active): void {
  const { unit, value } = out
  let count = 0
  for (let cell = 0; cell < hidden >> 1; cell++) {
    const sum = sums[cell]!
    const lower = (sum << 16) >> 16
    const upper = (sum - lower) >> 16
    const first = unitOf(cell)
    unit[count] = first
    value[count] = lower
    count -= -lower >> 31
    unit[count] = first + 2
    value[count] = upper
    count -= -upper >> 31
  }
  out.count = count
}

/** The hidden unit in the lower half of a cell of sums; the upper half holds the unit two further on. */
const unitOf = (cell: number): number => (cell >> 1) * 4 + (cell & 1)

/** The scores of `count` labels from `first` on, without what features say directly; four at a time, so that each hidden unit is read once for them. */
export function scoreLabels(network: Network, active: Active, first: number, count: number, scores: Float64Array): void {
  const { hidden, outputs, starts } = network
  const { unit, value } = active
  const whole = count & ~3
  for (let l = 0; l < whole; l += 4) {
    const label = first + l
    const from = label * hidden
    let p = starts[label]!
    let q = starts[label + 1]!
    let r = starts[label + 2]!
    let s = starts[label + 3]!
    for (let a = 0; a < active.count; a++) {
      const at = from + unit[a]!
      const v = value[a]!
      p += v * outputs[at]!
      q += v * outputs[at + hidden]!
      r += v * outputs[at + 2 * hidden]!
      s += v * outputs[at + 3 * hidden]!
    }
    scores[l] = p
    scores[l + 1] = q
    scores[l + 2] = r
    scores[l + 3] = s
  }
  for (let l = whole; l < count; l++) scores[l] = scoreOf(network, active, first + l)
}

/** The score of one label, without what features say directly. */
export function scoreOf({ hidden, outputs, starts }: Network, { unit, value, count }: Active, label: number): number {
  const from = label * hidden
  let score = starts[label]!
  for (let a = 0; a < count; a++) score += value[a]! * outputs[from + unit[a]!]!
  return score
}
