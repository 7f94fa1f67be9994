/**
 * Weights for use: a table of 32-bit feature ids with open addressing, and for each feature a sparse row of (label, weight).
 * `slots` holds pairs (id, start of its row in `entries`); a row is its length, then packed entries `label << 16 | weight + 32768`.
 */
export interface Weights {
  readonly labels: number
  readonly mask: number
  readonly slots: Uint32Array
  readonly entries: Uint32Array
}

/** Adds the weights of the features `[0, count)` to `scores[at …]`, one cell a label. */
export function score(weights: Weights, features: Uint32Array, count: number, scores: Int32Array, at = 0): void {
  const { mask, slots, entries } = weights
  for (let f = 0; f < count; f++) {
    const key = features[f]!
    let slot = key & mask
    let found = slots[2 * slot]!
    while (found !== key && found !== 0) {
      slot = (slot + 1) & mask
      found = slots[2 * slot]!
    }
    if (found === 0) continue
    let p = slots[2 * slot + 1]!
    const end = p + entries[p]!
    while (p < end) {
      const entry = entries[++p]!
      scores[at + (entry >>> 16)]! += (entry & 0xffff) - 32768
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

/** A table for `rows` features, filled half at most; on shared memory, so that worker threads can use one copy. */
export function allocate(labels: number, rows: number, entries: number): Weights & { put(key: number, start: number): void } {
  let size = 16
  while (size < rows * 2) size *= 2
  const mask = size - 1
  const slots = new Uint32Array(new SharedArrayBuffer(size * 8))
  return {
    labels,
    mask,
    slots,
    entries: new Uint32Array(new SharedArrayBuffer((entries + rows) * 4)),
    put(key, start) {
      let slot = key & mask
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask
      slots[2 * slot] = key
      slots[2 * slot + 1] = start
    },
  }
}
