import { expect, test } from 'vitest'
import { mixed, random, shuffle } from '../../src/learn/hash.js'
import { decodeSparse, encodeSparse, type Card, type SparseModel } from '../../src/learn/model.js'
import { best } from '../../src/learn/best.js'
import { Perceptron } from '../../src/learn/perceptron.js'
import { scoreSparse, sparseTableOf } from '../../src/learn/sparse-table.js'

const card: Card = {
  task: 'sorting',
  features: 3,
  labels: ['even', 'odd', 'none'],
  data: 'abc',
  lists: 'def',
  scores: { right: 99 },
  licence: 'MIT',
}

const featuresOf = (n: number): Int32Array => Int32Array.of(mixed(1 + (n % 10)), mixed(100 + Math.floor(n / 10)))

/** Learns to tell even numbers from odd ones by their last digit, whatever the first. */
function trained(): SparseModel {
  const perceptron = new Perceptron(3)
  const features = new Int32Array(2)
  const scores = new Int32Array(3)
  const next = random(7)
  const numbers = Array.from({ length: 100 }, (_, n) => n)
  for (let round = 0; round < 5; round++) {
    shuffle(numbers, next)
    for (const n of numbers) {
      features.set(featuresOf(n))
      scores.fill(0)
      perceptron.score(features, 2, scores)
      const guess = best(scores, 3)
      perceptron.tick()
      if (guess === n % 2) continue
      perceptron.add(features, 2, n % 2, 1)
      perceptron.add(features, 2, guess, -1)
    }
  }
  return { card, table: sparseTableOf(perceptron.averagedRows(), 0) }
}

function answer({ table }: SparseModel, n: number): number {
  const scores = new Int32Array(3)
  scoreSparse(table, featuresOf(n), 2, scores)
  return best(scores, 3)
}

test('a perceptron learns what its features tell', () => {
  const model = trained()
  expect(Array.from({ length: 100 }, (_, n) => answer(model, n))).toEqual(Array.from({ length: 100 }, (_, n) => n % 2))
})

test('the same training gives the same bytes', () => {
  expect(encodeSparse(trained())).toEqual(encodeSparse(trained()))
})

test('a model survives its file: same card, same answers, same bytes again', () => {
  const model = trained()
  const read = decodeSparse(encodeSparse(model), 'sorting', 3)
  expect(read.card).toEqual(card)
  expect(Array.from({ length: 100 }, (_, n) => answer(read, n))).toEqual(Array.from({ length: 100 }, (_, n) => answer(model, n)))
  expect(encodeSparse(read)).toEqual(encodeSparse(model))
})

const sound = encodeSparse(trained())
const changed = (at: number, value: number): Uint8Array => {
  const bytes = sound.slice()
  bytes[at] = value
  return bytes
}

test.each([
  ['an empty file', new Uint8Array(0), 'the file is too short to be a model'],
  ['another kind of file', changed(0, 0), 'the file is not a model'],
  ['a newer format', changed(8, 9), 'the file has format 9, this program reads format 3'],
  ['a file cut short', sound.subarray(0, sound.length - 1), 'the file is cut short or has something behind its end'],
  ['a file with something behind it', Uint8Array.of(...sound, 0), 'the file is cut short or has something behind its end'],
  ['a changed weight', changed(sound.length - 1, sound.at(-1)! ^ 1), 'the file is damaged: its checksum does not match'],
  ['a changed card', changed(30, sound[30]! ^ 1), 'the file is damaged: its checksum does not match'],
])('%s is refused in words', (_, bytes, why) => {
  expect(() => decodeSparse(bytes, 'sorting', 3)).toThrow(`model sorting: ${why}`)
})

test('a model of another task or of other features is refused in words', () => {
  expect(() => decodeSparse(sound, 'tags', 3)).toThrow('model tags: the file is a model for sorting')
  expect(() => decodeSparse(sound, 'sorting', 4)).toThrow(
    'the file was trained for features 3, this program computes features 4: train again',
  )
})
