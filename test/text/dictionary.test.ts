import { describe, expect, it } from 'vitest'
import { Form, formsOf } from '../../src/lang/en/dictionary.js'

const BITS = Object.entries(Form)

/** The tags a word can have, and in capitals behind a slash the one it has by far most often. */
const read = (norm: string): string => {
  const forms = formsOf(norm)
  const names = (bits: number): string => BITS.flatMap(([name, bit]) => ((bits & bit) !== 0 ? [name] : [])).join(' ')
  return [names(forms & 511), names(forms >>> 9)].filter(Boolean).join(' / ')
}

describe('the dictionary says what a form can be', () => {
  it.each([
    ['canal', 'NN VB'],
    ['claims', 'NNS VBZ'],
    ['rejects', 'NNS VBZ / VBZ'],
    ['destroyed', 'VBD JJ / VBD'],
    ['visiting', 'NN VBG / VBG'],
    ['quickly', 'RB / RB'],
    ['older', 'JJ JJR / JJR'],
    ['zzzz', ''],
    ['', ''],
  ])('%s: %s', (norm, forms) => {
    expect(read(norm)).toBe(forms)
  })
})
