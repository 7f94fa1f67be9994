import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Document } from '../../src/document/document.js'
import { entityOf, mentionAt, mentionsIn } from '../../src/document/entities.js'
import type { Entities } from '../../src/document/layers.js'
import { entities } from '../../src/extract/entities.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { COREFERENCE } from '../corpus/en/coreference.js'
import { NAMES, NEVER } from '../corpus/en/names.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const read = (text: string, title: string | null = null): Entities =>
  Document.open(text, { title }).with(tokens).with(sentences).with(grammar).with(entities).layers.entity

const namesOf = (text: string) => {
  const found = read(text)
  return found.mentions
    .filter(({ form }) => form === 'name')
    .map((mention) => [text.slice(mention.start, mention.end), entityOf(found, mention).type])
}

describe('names', () => {
  const rows = NAMES.map(({ text, names }) => [text, names] as const)
  eachRow('%s', rows, (text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  const never = NEVER.map((text) => [text] as const)
  eachRow('finds none in: %s', never, (text) => {
    expect(namesOf(text)).toEqual([])
  })

  it('knows the country of demonyms and capitals', () => {
    const found = read('Peruvian voters looked to Lima.')
    expect(found.all.map(({ type, country }) => [type, country])).toEqual([
      ['NATIONALITY', 'PE'],
      ['LOCATION', 'PE'],
    ])
  })

  it('marks a capital that stands for its government, and not one that is a place', () => {
    const found = read('Ankara rejected the plan. Snow fell in Ankara.')
    expect(found.mentions.map(({ metonymy }) => metonymy ?? false)).toEqual([true, false])
  })
})

describe('who is who', () => {
  it.each(COREFERENCE.map((one) => [one.why, one] as const))('%s', (_, { text, title, who }) => {
    const found = read(text, title)
    const places: Record<string, string[]> = {}
    for (const mention of found.mentions) {
      const { name } = entityOf(found, mention)
      if (name in who) (places[name] ??= []).push(text.slice(mention.start, mention.end))
    }
    expect(places).toEqual(who)
  })

  it('numbers entities in order of first mention', () => {
    const { all, mentions } = read('Zoe Hartmann flew to Vienna. Hartmann likes Vienna.')
    expect(all.map(({ id }) => id)).toEqual(['e1', 'e2'])
    expect(mentions.map(({ entity }) => entity)).toEqual([0, 1, 0, 1])
  })

  it('takes the title as evidence and nothing out of it', () => {
    const found = read('Clinton spoke after Bill Clinton and Hillary Clinton had left.', 'Hillary Clinton in Ohio')
    expect(found.all.map(({ name }) => name)).not.toContain('Ohio')
  })
})

const names = [
  'Kim Jong-un',
  'Kim',
  'Maria Santos',
  'Santos',
  'he',
  'she',
  'the',
  'North Korean',
  'leader',
  'U.S.',
  'Trump-Kim',
  '(UN)',
  "Putin's",
]
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(fc.constantFrom(...names, 'said', ',', '.', '“', '\n', 'President', 'University', 'of', '-'), { maxLength: 40 })
    .map((words) => words.join(' ')),
)

describe('any text', () => {
  it('has disjoint mentions in text order, each of an entity that is there', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { all, mentions } = read(input)
        let end = 0
        for (const mention of mentions) {
          expect(mention.start).toBeGreaterThanOrEqual(end)
          expect(mention.end).toBeGreaterThan(mention.start)
          expect(all[mention.entity]).toBeDefined()
          end = mention.end
        }
        expect(end).toBeLessThanOrEqual(input.length)
        expect(new Set(mentions.map(({ entity }) => entity)).size).toBe(all.length)
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same twice', () => {
    fc.assert(
      fc.property(text, (input) => {
        expect(read(input)).toEqual(read(input))
      }),
      { numRuns: 50 },
    )
  })

  it('has names without a space at their ends', () => {
    fc.assert(
      fc.property(text, (input) => {
        for (const { start, end } of read(input).mentions) expect(input.slice(start, end).trim()).toBe(input.slice(start, end))
      }),
      { numRuns: 100 },
    )
  })
})

describe('mentions of a span', () => {
  const input = 'Zoe Hartmann flew from Vienna to Oslo.'
  const found = read(input)
  const spanOf = (words: string) => ({ start: input.indexOf(words), end: input.indexOf(words) + words.length })

  it('are found by any character they share with it', () => {
    expect(mentionAt(found, spanOf('mann flew'))).toBe(found.mentions[0])
    expect(mentionAt(found, spanOf(' flew '))).toBeNull()
    expect(mentionsIn(found, spanOf('Vienna to Os')).map(({ start }) => start)).toEqual([spanOf('Vienna').start, spanOf('Oslo').start])
  })
})
