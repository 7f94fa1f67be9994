import { expect, test } from 'vitest'
import fc from 'fast-check'
import { Document } from '../../src/document/document.js'
import type { Quote } from '../../src/document/layers.js'
import { dates } from '../../src/extract/dates.js'
import { entities } from '../../src/extract/entities.js'
import { figures } from '../../src/extract/figures.js'
import { quotes } from '../../src/extract/quotes.js'
import { quoted } from '../../src/extract/quotes/marks.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { ADDRESSEES, CHAINS, DIRECT, INDIRECT, MIXED, NEVER, STANCES, type Said } from '../corpus/en/attribution.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const read = (text: string): readonly Quote[] =>
  Document.open(text).with(tokens).with(sentences).with(grammar).with(entities).with(dates).with(figures).with(quotes).layers.quote

const content = (text: string, quote: Quote): string =>
  (quote.segments.length ? quote.segments : [quote]).map(({ start, end }) => text.slice(start, end)).join(' + ')

const shown = (text: string, quote: Quote) => ({
  content: content(text, quote),
  direct: quote.direct,
  speaker: quote.speaker?.name ?? null,
  cue: quote.cue && text.slice(quote.cue.start, quote.cue.end),
})

function finds([text, words, speaker, cue]: Said, direct: boolean): void {
  const found = read(text).map((quote) => shown(text, quote))
  expect(found).toContainEqual({ content: words, direct, speaker, cue })
}

eachRow('%s', DIRECT, (...said) => finds(said, true))
eachRow('%s', INDIRECT, (...said) => finds(said, false))
eachRow('%s', MIXED, (...said) => finds(said, false))

eachRow('stance: %s', STANCES, (text, words, speaker, cue) => {
  expect(read(text).map((quote) => ({ kind: quote.kind, ...shown(text, quote) }))).toContainEqual({
    kind: 'stance',
    content: words,
    direct: false,
    speaker,
    cue,
  })
})

eachRow('%s', ADDRESSEES, (text, words, to) => {
  expect(read(text).find((found) => content(text, found) === words)?.addressee?.name ?? null).toBe(to)
})

test('the tables are as long as they promise', () => {
  expect([DIRECT, INDIRECT, MIXED, CHAINS, STANCES, ADDRESSEES].flat().length).toBeGreaterThanOrEqual(150)
})

eachRow('%s', CHAINS, (text, words, chain) => {
  const quote = read(text).find((found) => content(text, found) === words)
  expect(quote?.attribution.map(({ role, name }) => `${role}:${name}`).join(' < ')).toBe(chain)
})

const never = NEVER.map((text) => [text] as const)
eachRow('nobody is quoted: %s', never, (text) => {
  expect(read(text).map((quote) => shown(text, quote))).toEqual([])
})

test('over three paragraphs with one closing mark: one quotation, three segments, one speaker', () => {
  const text =
    'Anna Berg said: “The talks have failed for now.\n\n“We tried everything that we could.\n\n“We will try again in May.”\n\nThe hall was empty.'
  const found = read(text)
  expect(found).toHaveLength(1)
  expect(found[0]!.segments.map(({ start, end }) => text.slice(start, end))).toEqual([
    'The talks have failed for now.',
    'We tried everything that we could.',
    'We will try again in May.',
  ])
  expect(found[0]!.speaker?.name).toBe('Anna Berg')
})

test('a quotation inside a quotation belongs to the outer one', () => {
  const text = '“My father told me ‘never sell the farm’ before he died,” Anna Berg said.'
  expect(read(text).find(({ direct }) => direct)?.speaker?.name).toBe('Anna Berg')
})

test('a paragraph that is nothing but a quotation goes on with the speaker before it', () => {
  const text = '“The talks have failed for now,” Anna Berg said on Monday.\n\n“We will try again when the snow has gone.”'
  expect(read(text).map(({ speaker }) => speaker?.name)).toEqual(['Anna Berg', 'Anna Berg'])
})

test('what a speaker says again inside the own words is said once, and stances inside them are none', () => {
  const text = 'Anna Berg said she hoped that the talks would succeed and that she supports a truce.'
  expect(read(text)).toHaveLength(1)
})

test('an unclosed quotation ends with its paragraph', () => {
  const text = 'Anna Berg said: “The talks have failed for now.\n\nThe hall was empty.'
  expect(read(text).map((quote) => content(text, quote))).toEqual(['The talks have failed for now.'])
})

test('a relaying outlet is never the first link', () => {
  for (const text of ['Anna Berg told Reuters that two ships were lost.', 'Anna Berg said two ships were lost, the BBC reported.']) {
    const quote = read(text).find((found) => content(text, found) === 'two ships were lost')
    expect(quote?.attribution[0]).toMatchObject({ role: 'speaker', name: 'Anna Berg' })
  }
})

const MARKS = fc.array(
  fc.constantFrom(
    '"',
    '“',
    '”',
    '‘',
    '’',
    "'",
    '«',
    '»',
    '„',
    "''",
    '``',
    ' ',
    '\n\n',
    'said',
    'Ann',
    'the',
    'go',
    ',',
    '.',
    ':',
    '—',
    '\ud800',
  ),
  {
    maxLength: 60,
  },
)

test('marks: spans inside, disjoint pieces in order, whatever stands there', () => {
  fc.assert(
    fc.property(MARKS, (pieces) => {
      const text = pieces.join('')
      let last = 0
      for (const { outer, pieces: stretches } of quoted(Document.open(text).with(tokens).with(sentences))) {
        expect(outer.start).toBeGreaterThanOrEqual(last)
        for (const { start, end } of stretches) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(outer.end)
        last = outer.end
      }
      expect(last).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 300 },
  )
})

test('quotations: spans inside, no mark at their ends, twice the same', () => {
  fc.assert(
    fc.property(MARKS, (pieces) => {
      const text = pieces.join(' ')
      const found = read(text)
      for (const { start, end, segments } of found) {
        expect(text.slice(start, end).trim()).not.toBe('')
        for (const segment of segments) expect(start <= segment.start && segment.end <= end).toBe(true)
      }
      expect(read(text)).toEqual(found)
    }),
    { numRuns: 100 },
  )
})
