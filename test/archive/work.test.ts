import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { analyse, annotations, ingest, pack, reanalyse, unpack } from '../../src/archive/work.js'
import { decodeAnnotations } from '../../src/store/codec.js'

vi.setConfig({ testTimeout: 120_000 }) // the first article loads the models

const TEXT =
  'The port took in 2,000 tonnes of wheat, up from 1,200 tonnes a year before. “It is a record,” said harbour master Ines Okafor on Tuesday.'
const submission = { text: TEXT, publisher: 'Quay News', publishedAt: '2024-03-06', url: 'https://quay.example/1' }

test('annotations survive their encoding', () => {
  const article = ingest(submission)
  const analysed = analyse({ article, version: 1 })
  const bodies = analysed.facts.map(({ body }) => body)
  expect(bodies.length).toBe(analysed.counts.facts)
  const decoded = decodeAnnotations(analysed.annotations, TEXT)
  const { entities, quotes, facts, ...known } = annotations(submission) // what is not stored has no ids
  expect(decoded).toMatchObject(JSON.parse(JSON.stringify(known)) as object)
  expect(Object.keys(decoded).sort()).toEqual(['entities', 'quotes', ...Object.keys(known)].sort())
  expect([decoded.entities.length, decoded.quotes.length]).toEqual([entities.length, quotes.length])
  expect(facts.length).toBe(bodies.length)
})

test('the same article gives the same bytes; reading it again too', () => {
  const article = ingest(submission)
  const first = analyse({ article, version: 1 })
  expect(analyse({ article: ingest({ ...submission }), version: 1 })).toEqual(first)
  expect(reanalyse({ id: article.id, version: 1, text: TEXT, meta: article.meta, warnings: article.warnings })).toEqual(first)
})

test('another language has sentences, and names what was left out', () => {
  const text = 'Der Hafen nahm 2.000 Tonnen Weizen auf. Das ist ein Rekord, sagte die Hafenmeisterin am Dienstag.'
  const found = annotations({ text, language: 'de' })
  expect(found.sentences.length).toBe(2)
  expect(found.skipped.map(({ layer }) => layer)).toEqual(['entities', 'dates', 'figures', 'quotes', 'facts'])
  expect([...found.entities, ...found.dates, ...found.figures, ...found.quotes, ...found.facts]).toEqual([])
})

test('a queued submission comes back as it was', () => {
  const { body } = pack({ submission, restore: true })
  expect(unpack(body)).toEqual({ ...ingest(submission), restore: true })
})

test('of any text, every citation slices to its quote and no span reaches into what is ignored', () => {
  const words = fc.constantFrom(
    'Anna Berg said ',
    '2,000 tonnes ',
    'on Monday ',
    '“No,” ',
    '. ',
    '\n\n',
    '🚢',
    '\ud83d',
    'Share this\n',
    'will meet ',
    '$5m ',
  )
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ unit: 'binary', maxLength: 4 })), { minLength: 1, maxLength: 40 }), (parts) => {
      const text = parts.join('')
      const found = annotations({ text, language: 'en', publishedAt: '2024-03-06' })
      for (const { citations } of found.facts) {
        for (const { start, end, quote, prefix, suffix, sentence } of citations) {
          expect(text.slice(start, end)).toBe(quote)
          expect(text.slice(start - prefix.length, end + suffix.length)).toBe(prefix + quote + suffix)
          expect(sentence.start <= start && end <= sentence.end && sentence.text.includes(quote)).toBe(true)
        }
      }
      const spans = [found.sentences, found.dates, found.figures, found.quotes, found.facts.flatMap(({ citations }) => citations)].flat()
      for (const { start, end } of found.ignored)
        expect(spans.filter((span) => span.start < end && start < span.end && found.quotes.every((quote) => quote !== span))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

test('two pages that name the front page of their site as their own address are two articles', () => {
  const page = (subject: string): string =>
    `<link rel="canonical" href="https://cms.example/"><article><p>${`The ${subject} was late on Tuesday because of fog, the office said. `.repeat(4)}</p></article>`
  const [ferry, bus] = ['ferry', 'bus'].map((subject) => ingest({ html: page(subject) }))
  expect([ferry!.meta.url, bus!.meta.url]).toEqual([null, null])
  expect(ferry!.id).not.toBe(bus!.id)
})
