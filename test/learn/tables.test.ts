import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mixed } from '../../src/learn/hash.js'
import { decodeNetwork, decodeSparse, encodeSparse, type Card } from '../../src/learn/model.js'
import { placesOf, slotOf } from '../../src/learn/places.js'
import type { Row } from '../../src/learn/quantise.js'
import { entriesOf, scoreSparse, sparseTableOf } from '../../src/learn/sparse-table.js'
import { scoreTable, tableOf, WIDTH } from '../../src/learn/table.js'

const card: Card = { task: 'sorting', features: 3, labels: ['even', 'odd'], data: 'abc', lists: 'def', scores: {}, licence: 'MIT' }

/** Rows with weights that a byte holds as they are: the largest is 127. */
const rowsOf = (count: number, labels: number): Row[] =>
  Array.from({ length: count }, (_, k) => ({
    key: mixed(k + 1) >>> 0,
    values: Float64Array.from({ length: labels }, (_, l) => (k % 3 === 0 ? 127 : (((k + 1) * (l + 3)) % 255) - 127)),
  }))

const sums = (rows: readonly Row[], keys: readonly number[], labels: number): number[] =>
  Array.from({ length: labels }, (_, l) => keys.reduce((sum, key) => sum + (rows.find((row) => row.key === key >>> 0)?.values[l] ?? 0), 0))

test('every key has a slot of its own', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 0xffffffff }), { maxLength: 240 }), (keys) => {
      const places = placesOf(keys, 8)
      expect(new Set(keys.map((key) => slotOf(key, places))).size).toBe(keys.length)
    }),
    { numRuns: 50 },
  )
})

test('more keys than slots are refused in words', () => {
  const keys = Array.from({ length: 300 }, (_, k) => mixed(k) >>> 0)
  expect(() => placesOf(keys, 8)).toThrow('no room is left: too many keys for 2^8 slots')
})

const KEYS = Array.from({ length: 90 }, (_, k) => mixed((k * 7) % 400))

test('a table sums the rows of the keys it holds and no others, but for one offset', () => {
  const rows = rowsOf(200, WIDTH)
  const scores = new Int32Array(WIDTH)
  scoreTable(tableOf(rows, 8, 1), Int32Array.from(KEYS), KEYS.length, scores)
  const expected = sums(rows, KEYS, WIDTH)
  expect(Array.from(scores, (score) => score - scores[0]!)).toEqual(expected.map((sum) => sum - expected[0]!))
})

test.each([2, 6, 7, 80])('a sparse table sums rows of %i labels', (labels) => {
  const rows = rowsOf(200, labels)
  const keys = KEYS
  for (const table of [sparseTableOf(rows, 0), decodeSparse(encodeSparse({ card, table: sparseTableOf(rows, 0) }), 'sorting', 3).table]) {
    const scores = new Int32Array(labels)
    scoreSparse(table, Int32Array.from(keys), keys.length, scores)
    expect(Array.from(scores)).toEqual(sums(rows, keys, labels))
  }
})

test('rows that are fixed keep their weights, and an unknown key has none', () => {
  const fixed = { key: mixed(9000) >>> 0, values: Float64Array.of(0, 3, 0, 126) }
  const table = sparseTableOf(rowsOf(50, 4), 100, [fixed])
  const out = new Uint16Array(4)
  expect(entriesOf(table, fixed.key, out)).toBe(2)
  expect(Array.from(out.subarray(0, 2), (entry) => [entry >>> 8, (entry & 0xff) - 128])).toEqual([
    [1, 3],
    [3, 126],
  ])
  expect(entriesOf(table, mixed(9001), out)).toBe(0)
})

test('tables lie on shared memory, so that threads can use one copy', () => {
  const dense = tableOf(rowsOf(20, 2), 8, 1)
  const sparse = sparseTableOf(rowsOf(20, 2), 0)
  for (const part of [dense.slots, dense.shifts, dense.marks, sparse.slots, sparse.cells, sparse.more, sparse.shifts, sparse.marks])
    expect(part.buffer).toBeInstanceOf(SharedArrayBuffer)
})

test('a file whose table is cut short, or of another kind, is refused in words', () => {
  const table = sparseTableOf(rowsOf(20, 2), 0)
  const bytes = encodeSparse({ card, table: { ...table, slots: new Int32Array(table.slots.length - 4) } })
  expect(() => decodeSparse(bytes, 'sorting', 3)).toThrow('model sorting: its table is cut short')
  expect(() => decodeNetwork(bytes, 'sorting', 3)).toThrow('the file has format 3, this program reads format 4')
})
