import { expect, test } from 'vitest'
import { mixed, random } from '../../src/learn/hash.js'
import { decodeNetwork, encodeNetwork, type Card } from '../../src/learn/model.js'
import { activate, active, addBias, addRows, scoreLabels, type Network } from '../../src/learn/network.js'
import { NetworkTraining } from '../../src/learn/network-training.js'
import { scoreTable, WIDTH } from '../../src/learn/table.js'

const HIDDEN = 16
const NONE = new Int32Array(0)
const card: Card = { task: 'sorting', features: 3, labels: ['alike', 'different'], data: 'abc', lists: 'def', scores: {}, licence: 'MIT' }

/** Features of two bits, each at its own place: whether they are alike no sum of weights can tell. */
const featuresOf = (a: number, b: number): Int32Array => Int32Array.of(mixed(10 + a), mixed(20 + b), mixed(99))

/** A training that leaves nothing out; features get their rows at the `least`-th sighting. */
const pupil = (least: number): NetworkTraining =>
  new NetworkTraining({ hidden: HIDDEN, labels: 2, direct: 2, least, dropout: 0, featureDropout: 0, directDropout: 0, seed: 5 })

function learned(rounds: number): NetworkTraining {
  const training = pupil(2)
  const next = random(7)
  const scores = new Float64Array(2)
  for (let round = 0; round < rounds; round++) {
    const a = next() < 0.5 ? 0 : 1
    const b = next() < 0.5 ? 0 : 1
    training.open(featuresOf(a, b), 3, NONE, 0)
    training.score(0, 2, scores)
    const share = 1 / (1 + Math.exp(scores[0]! - scores[1]!))
    const slope = share - (a === b ? 0 : 1)
    training.lean(0, -slope)
    training.lean(1, slope)
    training.close()
    training.step(0.02)
  }
  return training
}

const bestOf = (network: Network, features: Int32Array): number => {
  const sums = new Int32Array(HIDDEN >> 1)
  const units = active(HIDDEN)
  addRows(network, features, features.length, sums)
  addBias(network, sums)
  activate(network, sums, units)
  const scores = new Float64Array(2)
  scoreLabels(network, units, 0, 2, scores)
  return scores[1]! > scores[0]! ? 1 : 0
}

const CASES = [
  [0, 0, 0],
  [0, 1, 1],
  [1, 0, 1],
  [1, 1, 0],
] as const

test.each(CASES)('a network learns whether %i and %i differ', (a, b, label) => {
  const network = learned(2000).network(8, 8)
  expect(bestOf(network, featuresOf(a, b))).toBe(label)
  expect(bestOf(decodeNetwork(encodeNetwork({ card, network }), 'sorting', 3).network, featuresOf(a, b))).toBe(label)
})

test('features of the second kind speak for labels directly, before and after a file', () => {
  const training = pupil(1)
  const key = mixed(31)
  for (let round = 0; round < 20; round++) {
    training.open(NONE, 0, Int32Array.of(key), 1)
    training.lean(1, -1)
    training.close()
    training.step(0.1)
  }
  const network = training.network(8, 8)
  const scores = new Int32Array(WIDTH)
  for (const { direct, unit } of [network, decodeNetwork(encodeNetwork({ card, network }), 'sorting', 3).network]) {
    scoreTable(direct, Int32Array.of(key), 1, scores)
    expect((scores[1]! - scores[0]!) * unit[0]!).toBeGreaterThan(0.1)
  }
})

test('the same training gives the same bytes', () => {
  const bytes = (): Uint8Array => encodeNetwork({ card, network: learned(300).network(8, 8) })
  expect(bytes()).toEqual(bytes())
})

test('rows add up in any grouping, and a feature without a row adds nothing', () => {
  const network = learned(500).network(8, 8)
  const features = Int32Array.of(mixed(10), mixed(11), mixed(20), mixed(12345), mixed(99), mixed(777))
  const whole = new Int32Array(HIDDEN >> 1)
  addRows(network, features, features.length, whole)
  const parts = new Int32Array(2 * HIDDEN)
  for (const feature of features) addRows(network, Int32Array.of(feature), 1, parts, HIDDEN)
  expect(parts.subarray(HIDDEN, HIDDEN + (HIDDEN >> 1))).toEqual(whole)
  const unknown = new Int32Array(HIDDEN >> 1)
  addRows(network, Int32Array.of(mixed(12345)), 1, unknown)
  expect(unknown.every((sum) => sum === 0)).toBe(true)
})

test('a table that is too small keeps the rows that weigh most in all decisions', () => {
  const training = pupil(1)
  for (let key = 1; key <= 300; key++)
    for (let time = 0; time < (key <= 10 ? 5 : 1); time++) {
      training.open(Int32Array.of(mixed(key)), 1, Int32Array.of(mixed(key)), 1)
      training.lean(0, -1)
      training.close()
      training.step(0.1)
    }
  const network = training.network(8, 8)
  const sums = new Int32Array(HIDDEN >> 1)
  const scores = new Int32Array(WIDTH)
  for (let key = 1; key <= 10; key++) {
    sums.fill(0)
    addRows(network, Int32Array.of(mixed(key)), 1, sums)
    expect(sums.some((sum) => sum !== 0)).toBe(true)
    scoreTable(network.direct, Int32Array.of(mixed(key)), 1, scores)
    expect(scores[0]).toBeGreaterThan(scores[1]!)
  }
})

test('a network lies on shared memory, so that threads can use one copy', () => {
  const { shifts, checks, rows, bias, outputs, starts } = learned(10).network(8, 8)
  for (const part of [shifts, checks, rows, bias, outputs, starts]) expect(part.buffer).toBeInstanceOf(SharedArrayBuffer)
})

test('a file whose network is cut short is refused in words', () => {
  const network = learned(10).network(8, 8)
  const short = encodeNetwork({ card, network: { ...network, starts: new Float64Array(1) } })
  expect(() => decodeNetwork(short, 'sorting', 3)).toThrow('model sorting: its network has 9296 bytes, not 9304')
})
