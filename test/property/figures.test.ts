import { describe, expect, test } from 'vitest'
import { Document } from '../../src/document/document.js'
import { figures } from '../../src/extract/figures.js'
import type { FigureNeeds, Quantity } from '../../src/lang/en/figures/quantity.js'
import { FIGURES } from '../../src/lang/en/figures/rules.js'
import { CONVERSIONS, inSi } from '../../src/lang/en/figures/si.js'
import { readNumber, readOrdinal } from '../../src/lang/en/numbers.js'
import { match, ruleTable, type Work } from '../../src/rules/match.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { numerals, seeded } from './numerals.js'
import '../warm.js'

const noNames = { adds: 'entity', run: () => ({ all: [], mentions: [] }) } as const
const noDates = { adds: 'date', run: () => [] } as const
const ready = (text: string) => Document.open(text).with(tokens).with(sentences).with(grammar).with(noNames)
const read = (text: string) => ready(text).with(noDates).with(figures)

const TABLE = ruleTable(FIGURES)
const random = seeded(20_190_425)
const integers = Array.from({ length: 400 }, (_, i) => (i < 200 ? i : Math.floor(10 ** (random() * 9))))

describe('a number written in any supported way reads back as itself', () => {
  test.each(integers.map((n) => [n]))('%d', (n) => {
    for (const form of numerals(n)) expect(readNumber(form)?.value, form).toBe(n)
  })
})

test('an amount in a sentence keeps its value in every form', () => {
  for (const n of integers.filter((n) => n > 1).slice(120, 180)) {
    for (const form of numerals(n)) {
      const [figure] = read(`They paid ${form} dollars for it.`).layers.figure
      expect(figure, form).toMatchObject({ kind: 'money', currency: 'USD', value: n })
    }
  }
}, 60_000)

test('ordinals in words and digits agree', () => {
  const words = ['first', 'second', 'third', 'fourth', 'fifth', 'ninth', 'twelfth', 'twentieth', 'twenty-first', 'ninety-ninth']
  const digits = ['1st', '2nd', '3rd', '4th', '5th', '9th', '12th', '20th', '21st', '99th']
  expect(words.map(readOrdinal)).toEqual(digits.map(readOrdinal))
})

describe('odd text', () => {
  const hostile: Readonly<Record<string, string>> = {
    digits: '1',
    commas: ',',
    'grouped digits': '1,000,',
    'one hundred': 'one hundred ',
    'a million': 'a million ',
    dollars: '$',
    'dollar amounts': '$1 to ',
    modifiers: 'more than ',
    fractions: '1/2 ',
    minus: '- -5 ',
    quotes: '5" ',
    'lone surrogates': '\ud800 5 \udc00',
    between: 'between 1 and ',
    percent: '% 5 ',
  }
  test.each(Object.entries(hostile))('%s: spans inside the text, and work in proportion to its length', (_, unit) => {
    const attempts = [8_000, 16_000].map((length) => {
      const text = unit.repeat(Math.ceil(length / unit.length))
      const work: Work = { attempts: 0 }
      match<Quantity, FigureNeeds>(TABLE, ready(text), work)
      return work.attempts
    })
    expect(attempts[1]!).toBeLessThanOrEqual(2.2 * attempts[0]! + 100)
    const doc = read(unit.repeat(500))
    for (const { start, end } of doc.layers.figure) expect(start >= 0 && start < end && end <= doc.text.length).toBe(true)
  })

  test('figures are disjoint, in order, and the same twice', () => {
    const text =
      'Up to $5-10 million, about 3 to 4 of 20 men, 5 per cent to 6 per cent, one in 10, 2 1/2 miles or so, dozens of 100 others. '.repeat(
        20,
      )
    const found = read(text).layers.figure
    expect(found.length).toBeGreaterThan(100)
    for (let i = 1; i < found.length; i++) expect(found[i]!.start).toBeGreaterThanOrEqual(found[i - 1]!.end)
    expect(read(text).layers.figure).toEqual(found)
  })

  test('a paragraph added behind changes no figure before it', () => {
    const text = 'The mine hired 300 people and lost $4m, a third of its capital.'
    const alone = read(text).layers.figure
    expect(read(`${text}\n\nLater 7 to 9 more came, up from 5.`).layers.figure.slice(0, alone.length)).toEqual(alone)
  })
})

describe('units', () => {
  const names = [...CONVERSIONS.keys()]
  const written = { per: null, min: null, max: null, difference: false }

  test.each(names)('%s: to SI and back gives the number', (unit) => {
    const { factor, added } = CONVERSIONS.get(unit)!
    for (const value of [0, 1, 2.5, 17, 1234.5, 98_765_432]) {
      const si = inSi({ ...written, unit, value }, null)!
      const back = (si.value! - added) / factor
      expect(Math.abs(back - value)).toBeLessThanOrEqual(1e-9 * Math.max(1, value) + Math.abs(added / factor) * 1e-11)
    }
  })

  test('through SI, a unit becomes another of its kind and comes back', () => {
    for (const [from, a] of CONVERSIONS)
      for (const b of CONVERSIONS.values()) {
        if (a.unit !== b.unit) continue
        const there = (inSi({ ...written, unit: from, value: 42 }, null)!.value! - b.added) / b.factor
        const back = (there * b.factor + b.added - a.added) / a.factor
        expect(Math.abs(back - 42)).toBeLessThan(1e-6)
      }
  })

  test('what differs by country has a size only where the country says which', () => {
    expect(inSi({ ...written, unit: 'gallon', value: 1 }, null)).toBeNull()
    expect(inSi({ ...written, unit: 'gallon', value: 1 }, 'US')).toMatchObject({ unit: 'cubic metre', value: 0.003785411784 })
    expect(inSi({ ...written, unit: 'gallon', value: 1 }, 'GB')).toMatchObject({ unit: 'cubic metre', value: 0.00454609 })
  })
})
