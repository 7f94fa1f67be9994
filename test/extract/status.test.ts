import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import { Document } from '../../src/document/document.js'
import { firstEndingAfter } from '../../src/document/span.js'
import { dates } from '../../src/extract/dates.js'
import { entities } from '../../src/extract/entities.js'
import { figures } from '../../src/extract/figures.js'
import { quotes } from '../../src/extract/quotes.js'
import { status } from '../../src/extract/status.js'
import { clausesOf } from '../../src/extract/status/clauses.js'
import { NOUN_SIGNS, standsApart } from '../../src/extract/status/nouns.js'
import { Reading } from '../../src/extract/status/reading.js'
import { SIGNS } from '../../src/extract/status/signs.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import * as corpus from '../corpus/en/status.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const parsed = (text: string) =>
  Document.open(text).with(tokens).with(sentences).with(grammar).with(entities).with(dates).with(figures).with(quotes)

/** What the layer says of the word that begins at `offset`. */
function statusAt(text: string, offset: number) {
  const doc = parsed(text).with(status)
  const found = doc.layers.status[firstEndingAfter(doc.layers.status, offset)]!
  return { status: found.status, polarity: found.polarity, cues: found.cues.map((cue) => doc.slice(cue)) }
}

const read = (marked: string) => ({ text: marked.replace('[[', '').replace(']]', ''), offset: marked.indexOf('[[') })

const { NEVER, ...groups } = corpus

describe.each(Object.entries(groups))('%s', (_, cases) => {
  const rows = cases.map((one) => [one[0], one] as const)
  eachRow('%s', rows, (_name, [marked, certainty, polarity, ...cues]) => {
    const { text, offset } = read(marked)
    const found = statusAt(text, offset)
    expect({ status: found.status, polarity: found.polarity }).toEqual({ status: certainty, polarity })
    expect(found.cues).toEqual(expect.arrayContaining([...cues]))
    expect(found.cues).not.toEqual([])
  })
})

eachRow(
  'asserted: %s',
  NEVER.map((marked) => [marked] as const),
  (marked) => {
    const { text, offset } = read(marked)
    expect(statusAt(text, offset)).toMatchObject({ status: 'asserted', polarity: 'affirmed' })
  },
)

test('the table is as long as it promises', () => {
  expect(Object.values(groups).flat().length).toBeGreaterThanOrEqual(200)
})

describe.each([...SIGNS, ...NOUN_SIGNS].map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  eachRow('%s', rule.examples, (text, word, certainty, polarity) => {
    expect(statusAt(text, text.indexOf(word))).toMatchObject({ status: certainty, polarity })
  })

  test.each(rule.never)('never: %s (%s)', (text, word) => {
    const doc = parsed(text)
    const { firstToken, endToken } = doc.layers.sentence[0]!
    const reading = new Reading(doc)
    const { all, of } = clausesOf(doc, firstToken, endToken, (noun) => standsApart(reading, noun, -1))
    const token = doc.layers.token.at(text.indexOf(word))
    expect(rule.find(reading, all[of[token - firstToken]!]!)).toBeNull()
    expect(
      NOUN_SIGNS.includes(rule) ? rule.find(reading, { ...all[0]!, head: token, relation: doc.layers.grammar.relation(token) }) : null,
    ).toBeNull()
  })
})

test('the spans are disjoint, in text order, and cover every sentence', () => {
  const text = [...Object.values(groups).flat()].map(([marked]) => read(marked).text).join('\n\n')
  const doc = analyse(text, {})
  let end = 0
  for (const span of doc.layers.status) {
    expect(span.start).toBeGreaterThanOrEqual(end)
    expect(doc.text.slice(end, span.start).trim()).toBe('')
    end = span.end
  }
  expect(doc.text.slice(end).trim()).toBe('')
})

test('no fact of the five sentences told apart is both asserted and affirmed', () => {
  for (const [marked] of corpus.TOLD_APART) {
    const { text, offset } = read(marked)
    const { layers } = analyse(text, {})
    for (const fact of layers.fact)
      if (fact.kind === 'event' && fact.trigger.start === offset) expect([fact.status, fact.polarity]).not.toEqual(['asserted', 'affirmed'])
  }
})

test.each(['', '\u0000', '\ud800 may \udfff meet?', '???', 'not not not not', '('.repeat(3000), 'if '.repeat(3000)])(
  'nothing throws on odd text',
  (text) => {
    expect(() => analyse(text, {})).not.toThrow()
  },
)
