import { expect, test } from 'vitest'
import { KeptSums, sumUp } from '../../src/learn/kept-sums.js'

const CELLS = 8

test('an owner keeps its place and its sums from sentence to sentence', () => {
  const kept = new KeptSums(CELLS, 3, 0)
  kept.open()
  const place = kept.placeOf(0x12345678, 7)
  expect(kept.taken).toBe(true)
  expect(kept.lacks(place, 2)).toBe(true)
  kept.open()
  expect(kept.placeOf(0x12345678, 7)).toBe(place)
  expect(kept.taken).toBe(false)
  expect(kept.lacks(place, 2)).toBe(false)
  expect(kept.lacks(place, 1)).toBe(true)
})

test('owners with one hash stand beside each other, and the one that was not seen for longest gives way in a later sentence', () => {
  const kept = new KeptSums(CELLS, 1, 0)
  kept.open()
  const places = [1, 2, 3, 4].map((check) => kept.placeOf(5, check))
  expect(new Set(places).size).toBe(4)
  expect(kept.placeOf(5, 1)).toBe(places[0])
  kept.lacks(places[1]!, 0)
  kept.open()
  kept.placeOf(5, 1)
  expect(kept.placeOf(5, 6)).toBe(places[1])
  expect(kept.taken).toBe(true)
  expect(kept.lacks(places[1]!, 0)).toBe(true)
  expect(kept.placeOf(5, 1)).toBe(places[0])
  expect(kept.taken).toBe(false)
})

test('a sentence of half as many owners as there are places finds one for each', () => {
  const kept = new KeptSums(CELLS, 1, 0)
  for (let sentence = 0; sentence < 3; sentence++) {
    kept.open()
    const places = Array.from({ length: kept.places / 2 }, (_, owner) => kept.placeOf(owner % 4, sentence * 1000 + owner))
    expect(new Set(places).size).toBe(places.length)
  }
})

test('sums that stay lie behind those of owners', () => {
  const kept = new KeptSums(CELLS, 2, 3)
  expect(kept.fixedAt(0)).toBe(kept.at(kept.places - 1, 1) + CELLS)
  expect(kept.fixedAt(3)).toBe(kept.sums.length)
})

test('sums add up with what all begin with', () => {
  const base = Int32Array.from({ length: CELLS }, (_, cell) => cell)
  const sums = Int32Array.from({ length: 3 * CELLS }, (_, at) => 100 * at)
  const out = new Int32Array(CELLS)
  sumUp(out, base, sums, Int32Array.of(0, 2 * CELLS), 2)
  expect([...out]).toEqual(Array.from({ length: CELLS }, (_, cell) => cell + 100 * cell + 100 * (cell + 2 * CELLS)))
})
