import type { Row } from './quantise.js'

/** The mean of what several trainings learned, rows in order of key: it depends less on the order of the lessons than any of them. */
export function meanOf(learned: readonly (readonly Row[])[]): Row[] {
  const sums = new Map<number, Float64Array>()
  for (const rows of learned) {
    for (const { key, values } of rows) {
      const sum = sums.get(key)
      if (sum) for (let l = 0; l < sum.length; l++) sum[l]! += values[l]!
      else sums.set(key, values.slice())
    }
  }
  return [...sums].map(([key, sum]) => ({ key, values: sum.map((value) => value / learned.length) })).sort((a, b) => a.key - b.key)
}
