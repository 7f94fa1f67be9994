/**
 * Weights for use: a table of 32-bit feature ids with open addressing, and for each feature a sparse row of (label, weight).
 * `slots` holds pairs (id, start of its row in `entries`); a row is its length, then packed entries `label << 8 | weight + 128`.
 */
export interface Weights {
  readonly labels: number
  readonly mask: number
  readonly slots: Uint32Array
  readonly entries: Uint16Array
}

/** Most features that one call of `score` may be given. */
const MOST = 256

const rows = new Uint32Array(MOST)

/** Keeps the reads that only warm the caches from being optimised away. */
export let touched = 0

/**
 * Adds the weights of the features `[0, count)` to `scores[at …]`, one cell a label. Slots and rows are touched
 * before they are used: the tables are larger than the processor's caches, and reads without a branch between them wait together, not one
 * after the other.
 */
export function score(weights: Weights, features: Uint32Array, count: number, scores: Int32Array, at = 0): void {
  const { mask, slots, entries } = weights
  let found = 0
  let touch = 0
  for (let f = 0; f < count; f++) touch ^= slots[2 * (features[f]! & mask)]!
  for (let f = 0; f < count; f++) {
    const key = features[f]!
    let slot = key & mask
    let there = slots[2 * slot]!
    while (there !== key && there !== 0) {
      slot = (slot + 1) & mask
      there = slots[2 * slot]!
    }
    rows[found] = slots[2 * slot + 1]!
    found += there === 0 ? 0 : 1
  }
  for (let r = 0; r < found; r++) touch ^= entries[rows[r]!]!
  touched = touch
  for (let r = 0; r < found; r++) {
    let p = rows[r]!
    const end = p + entries[p]!
    while (p < end) {
      const entry = entries[++p]!
      scores[at + (entry >>> 8)]! += (entry & 0xff) - 128
    }
  }
}

/** The label with the highest score in `scores[at, at + labels)`; of equals the first. */
export function best(scores: Int32Array, labels: number, at = 0): number {
  let winner = 0
  let high = scores[at]!
  for (let l = 1; l < labels; l++) {
    const value = scores[at + l]!
    if (value > high) {
      high = value
      winner = l
    }
  }
  return winner
}

/** A table for `rows` features, filled two thirds at most; on shared memory, so that worker threads can use one copy. */
export function allocate(labels: number, rows: number, entries: number): Weights & { put(key: number, start: number): void } {
  let size = 16
  while (size * 2 < rows * 3) size *= 2
  const mask = size - 1
  const slots = new Uint32Array(new SharedArrayBuffer(size * 8))
  return {
    labels,
    mask,
    slots,
    entries: new Uint16Array(new SharedArrayBuffer((entries + rows) * 2)),
    put(key, start) {
      let slot = key & mask
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
      slots[2 * slot] = key
      slots[2 * slot + 1] = start
    },
  }
}
