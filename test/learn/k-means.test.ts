import fc from 'fast-check'
import { expect, test } from 'vitest'
import { random } from '../../src/learn/hash.js'
import { countOf, kMeans, nearest, unit, type Vectors } from '../../src/learn/k-means.js'

const together = (rows: readonly ArrayLike<number>[]): Vectors => ({
  width: rows[0]!.length,
  values: Float32Array.from(rows.flatMap((row) => Array.from(unit(row)))),
})

test('vectors that point the same way come into one group, wherever the groups start from', () => {
  const ways = [
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 1, 1],
  ]
  const noise = random(7)
  const points = together(Array.from({ length: 90 }, (_, p) => ways[p % 3]!.map((value) => value + 0.2 * (noise() - 0.5))))
  const means = kMeans(points, 3, 10, random(5))
  const groups = [...nearest(points, means)]
  expect(new Set(groups.slice(0, 3)).size).toBe(3)
  expect(groups).toEqual(groups.map((_, p) => groups[p % 3]))
})

test('the same generator gives the same groups', () => {
  const noise = random(3)
  const points = together(Array.from({ length: 60 }, () => Array.from({ length: 8 }, () => noise() - 0.5)))
  const once = kMeans(points, 7, 5, random(1))
  expect(countOf(once)).toBe(7)
  expect(kMeans(points, 7, 5, random(1)).values).toEqual(once.values)
})

test('no mean is nearer than the one that is found', () => {
  const coordinate = fc.integer({ min: -9, max: 9 })
  const row = fc.array(coordinate, { minLength: 4, maxLength: 4 }).filter((values) => values.some((value) => value !== 0))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), fc.array(row, { minLength: 1, maxLength: 6 }), (some, others) => {
      const points = together(some)
      const means = together(others)
      const cosine = (p: number, m: number): number => {
        let sum = 0
        for (let d = 0; d < 4; d++) sum += points.values[4 * p + d]! * means.values[4 * m + d]!
        return sum
      }
      nearest(points, means).forEach((group, p) => {
        for (let m = 0; m < countOf(means); m++) expect(cosine(p, m)).toBeLessThanOrEqual(cosine(p, group) + 1e-6)
      })
    }),
  )
})
