/** A feature with one weight a label. */
export interface Row {
  readonly key: number
  readonly values: Float64Array
}

/** The largest weight of a model file: weights are whole numbers in [-LIMIT, LIMIT]. */
export const LIMIT = 127

/** A weight times `scale` as a whole number of a model file. */
export const rounded = (weight: number, scale: number): number => Math.max(-LIMIT, Math.min(LIMIT, Math.round(weight * scale)))

/** The share of weights that may be cut off at the limit: a few outliers would cost all others their precision. */
const CUT = 0.0005

/** The size that only outliers among the weights are over. */
export function largestOf(rows: readonly Row[]): number {
  const sizes: number[] = []
  for (const { values } of rows) for (const value of values) if (value !== 0) sizes.push(Math.abs(value))
  if (sizes.length === 0) return 1
  const sorted = Float64Array.from(sizes).sort()
  return sorted[Math.floor((sorted.length - 1) * (1 - CUT))]! || 1
}
