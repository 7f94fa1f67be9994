import { allocate, type Weights } from './weights.js'

/** A feature with one weight a label. */
export interface Row {
  readonly key: number
  readonly values: Float64Array
}

/** The largest weight of a model file: weights are whole numbers in [-LIMIT, LIMIT]. */
export const LIMIT = 127

/** The share of weights that may be cut off at the limit: a few outliers would cost all others their precision. */
const CUT = 0.0005

/**
 * Weights rounded to whole numbers; those of `least` or less, 0 at any rate, are left out: small ones are most of a file and decide little.
 * Rows in order of key.
 */
export function quantised(rows: readonly Row[], labels: number, least = 0): Weights {
  const scale = LIMIT / largestOf(rows)
  const whole = (value: number): number => {
    const weight = Math.max(-LIMIT, Math.min(LIMIT, Math.round(value * scale)))
    return Math.abs(weight) > least ? weight : 0
  }
  let count = 0
  const kept = rows.filter(({ values }) => {
    let used = 0
    for (const value of values) if (whole(value) !== 0) used++
    count += used
    return used > 0
  })
  const table = allocate(labels, kept.length, count)
  let p = 0
  for (const { key, values } of kept) {
    const start = p++
    for (let l = 0; l < labels; l++) {
      const weight = whole(values[l]!)
      if (weight !== 0) table.entries[p++] = (l << 8) | (weight + 128)
    }
    table.entries[start] = p - start - 1
    table.put(key, start)
  }
  return { labels, mask: table.mask, slots: table.slots, entries: table.entries }
}

/** The size that only outliers among the weights are over. */
export function largestOf(rows: readonly Row[]): number {
  const sizes: number[] = []
  for (const { values } of rows) for (const value of values) if (value !== 0) sizes.push(Math.abs(value))
  if (sizes.length === 0) return 1
  const sorted = Float64Array.from(sizes).sort()
  return sorted[Math.floor((sorted.length - 1) * (1 - CUT))]! || 1
}
