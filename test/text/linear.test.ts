import { expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { grammar } from '../../src/text/grammar.js'
import { ParseState } from '../../src/text/parse-state.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'

/** Counts the calls of a method, weighed, while something runs. */
function counted<T extends object>(owner: T, method: keyof T & string, weight: (result: unknown) => number, run: () => void): number {
  const own = owner[method] as (...args: unknown[]) => unknown
  let sum = 0
  const wrapped = function (this: unknown, ...args: unknown[]): unknown {
    const result = own.apply(this, args)
    sum += weight(result)
    return result
  }
  owner[method] = wrapped as T[typeof method]
  try {
    run()
  } finally {
    owner[method] = own as T[typeof method]
  }
  return sum
}

const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
  ['words', 'word '],
  ['letters without a space', 'a'],
  ['digits', '9'],
  ['full stops', '.'],
  ['abbreviations', 'a.b.'],
  ['brackets', '('],
  ['quotation marks', '"'],
  ['apostrophes', "'"],
  ['hyphens', 'a-'],
  ['addresses', 'a@b.'],
  ['slashes', 'http://'],
  ['line breaks', '\n'],
  ['short lines', 'and\n'],
  ['lone surrogates', '\ud800'],
]

test.each(HOSTILE)('tokens and sentences read %s a bounded number of times', (_, unit) => {
  const reads = (size: number): number => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    const work = (): void => void Document.open(text).with(tokens).with(sentences)
    return (
      counted(String.prototype, 'charCodeAt', () => 1, work) + counted(String.prototype, 'slice', (part) => (part as string).length, work)
    )
  }
  const small = reads(16_000)
  expect(small).toBeGreaterThan(0)
  expect(reads(32_000)).toBeLessThanOrEqual(small * 2.1 + 50)
})

test.each(HOSTILE)('the parser takes two moves for each token of %s', (_, unit) => {
  const doc = Document.open(unit.repeat(2000)).with(tokens).with(sentences)
  const moves = counted(
    ParseState.prototype,
    'do',
    () => 1,
    () => void doc.with(grammar),
  )
  expect(moves).toBe(2 * doc.layers.token.count)
})
