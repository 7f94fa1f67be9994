import { expect, test } from 'vitest'
import { feature, pair, random, shuffle } from '../../src/learn/hash.js'
import { decode, encode, type Card, type Model } from '../../src/learn/model.js'
import { Perceptron } from '../../src/learn/perceptron.js'
import { best, score } from '../../src/learn/weights.js'

const card: Card = { task: 'sorting', features: 3, labels: ['even', 'odd', 'none'], data: 'abc', scores: { right: 99 }, licence: 'MIT' }

/** Learns to tell even numbers from odd ones by their last digit, whatever the first. */
function trained(): Model {
  const perceptron = new Perceptron(3)
  const features = new Uint32Array(2)
  const scores = new Int32Array(3)
  const next = random(7)
  const numbers = Array.from({ length: 100 }, (_, n) => n)
  for (let round = 0; round < 5; round++) {
    shuffle(numbers, next)
    for (const n of numbers) {
      features.set([feature(0, n % 10), feature(1, Math.floor(n / 10))])
      scores.fill(0)
      perceptron.score(features, 2, scores)
      const guess = best(scores, 3)
      perceptron.tick()
      if (guess === n % 2) continue
      perceptron.add(features, 2, n % 2, 1)
      perceptron.add(features, 2, guess, -1)
    }
  }
  return { card, weights: perceptron.averaged() }
}

function answer({ weights }: Model, n: number): number {
  const features = Uint32Array.of(feature(0, n % 10), feature(1, Math.floor(n / 10)))
  const scores = new Int32Array(3)
  score(weights, features, 2, scores)
  return best(scores, 3)
}

test('a perceptron learns what its features tell', () => {
  const model = trained()
  expect(Array.from({ length: 100 }, (_, n) => answer(model, n))).toEqual(Array.from({ length: 100 }, (_, n) => n % 2))
})

test('the same training gives the same bytes', () => {
  expect(encode(trained())).toEqual(encode(trained()))
})

test('a model survives its file: same card, same answers, same bytes again', () => {
  const model = trained()
  const read = decode(encode(model), 'sorting', 3)
  expect(read.card).toEqual(card)
  expect(Array.from({ length: 100 }, (_, n) => answer(read, n))).toEqual(Array.from({ length: 100 }, (_, n) => answer(model, n)))
  expect(encode(read)).toEqual(encode(model))
})

test('weights lie on shared memory, so that threads can use one copy', () => {
  const { weights } = decode(encode(trained()), 'sorting', 3)
  expect(weights.slots.buffer).toBeInstanceOf(SharedArrayBuffer)
  expect(weights.entries.buffer).toBeInstanceOf(SharedArrayBuffer)
})

const sound = encode(trained())
const changed = (at: number, value: number): Uint8Array => {
  const bytes = sound.slice()
  bytes[at] = value
  return bytes
}

test.each([
  ['an empty file', new Uint8Array(0), 'the file is too short to be a model'],
  ['another kind of file', changed(0, 0), 'the file is not a model'],
  ['a newer format', changed(8, 9), 'the file has format 9, this program reads format 1'],
  ['a file cut short', sound.subarray(0, sound.length - 1), 'the file is cut short or has something behind its end'],
  ['a file with something behind it', Uint8Array.of(...sound, 0), 'the file is cut short or has something behind its end'],
  ['a changed weight', changed(sound.length - 1, sound.at(-1)! ^ 1), 'the file is damaged: its checksum does not match'],
  ['a changed card', changed(30, sound[30]! ^ 1), 'the file is damaged: its checksum does not match'],
])('%s is refused in words', (_, bytes, why) => {
  expect(() => decode(bytes, 'sorting', 3)).toThrow(`model sorting: ${why}`)
})

test('a model of another task or of other features is refused in words', () => {
  expect(() => decode(sound, 'tags', 3)).toThrow('model tags: the file is a model for sorting')
  expect(() => decode(sound, 'sorting', 4)).toThrow('the file was trained for features 3, this program computes features 4: train again')
})

test('features keep order and template apart, and none is 0', () => {
  expect(pair(1, 2)).not.toBe(pair(2, 1))
  expect(feature(1, 5)).not.toBe(feature(2, 5))
  const ids = new Set<number>()
  for (let template = 0; template < 50; template++) for (let value = 0; value < 1000; value++) ids.add(feature(template, value))
  expect(ids.has(0)).toBe(false)
  expect(ids.size).toBeGreaterThan(49_900)
})
