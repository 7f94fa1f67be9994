import { expect, test } from 'vitest'
import { annotate, type Named } from '../../src/archive/annotate.js'
import type { Shown } from '../../src/archive/encode-annotations.js'
import { Document } from '../../src/document/document.js'
import type { Fact, Layers } from '../../src/document/layers.js'
import type { Span } from '../../src/document/span.js'
import { citation } from '../../src/store/citation.js'
import { sharedEntityId } from '../../src/resolve/entity-id.js'
import type { FactRecord } from '../../src/store/records.js'

const TEXT = '🚢 Mayor Anna Berg said on Monday that 40 boats sank.\n\nLater Berg told Coast Radio: “All 40 boats sank. Nobody died.”'
const PUBLISHED = '2024-03-05T10:00:00Z'

function span(words: string, nth = 0): Span {
  let start = TEXT.indexOf(words)
  for (let i = 0; i < nth; i++) start = TEXT.indexOf(words, start + 1)
  return { start, end: start + words.length }
}

const figure = {
  kind: 'count',
  value: 40,
  min: 40,
  max: 40,
  modifier: 'exact',
  change: null,
  unit: { name: 'boat', dimension: null },
  currency: null,
  per: null,
  rule: 'r.figure',
} as const
const speaker = { entity: 0, name: 'Anna Berg', ...span('Anna Berg') }

const claim: Fact = {
  kind: 'figure',
  summary: '40 boats sank',
  subject: { entity: null, text: 'boats' },
  predicate: 'number',
  object: null,
  figure: 0,
  time: { value: '2024-03-04', from: '2024-03-04', to: '2024-03-05' },
  place: null,
  entities: [0, 0, 1],
  status: 'asserted',
  polarity: 'affirmed',
  statusCues: [span('said')],
  attribution: [
    { role: 'speaker', ...speaker, cue: span('said') },
    { role: 'outlet', entity: 1, name: 'Coast Radio', ...span('Coast Radio'), cue: span('told') },
  ],
  confidence: 0.9,
  rule: 'r.fact',
  trigger: span('40'),
  citations: [span('40 boats sank'), span('40 boats sank', 1)],
}
const quotation: Fact = {
  ...claim,
  kind: 'quote',
  figure: null,
  time: null,
  trigger: span('All 40 boats sank. Nobody died.'),
  citations: [span('All 40 boats sank. Nobody died.')],
}
const role: Fact = {
  ...claim,
  kind: 'role',
  predicate: 'mayor',
  figure: null,
  trigger: span('Mayor'),
  citations: [span('Mayor Anna Berg')],
}

const sentences = [
  span('🚢 Mayor Anna Berg said on Monday that 40 boats sank.'),
  span('Later Berg told Coast Radio: “All 40 boats sank.'),
  span('Nobody died.”'),
]
const LAYERS: Pick<Layers, 'sentence' | 'entity' | 'date' | 'figure' | 'quote' | 'fact'> = {
  sentence: sentences.map((sentence) => ({ ...sentence, firstToken: 0, endToken: 0 })),
  entity: {
    all: [
      { id: 'e1', type: 'PERSON', name: 'Anna Berg', number: 'singular', gender: 'female' },
      { id: 'e2', type: 'ORGANIZATION', name: 'Coast Radio', number: 'singular' },
    ],
    mentions: [
      { ...span('Anna Berg'), entity: 0, form: 'name', rule: 'r.name' },
      { ...span('Berg', 1), entity: 0, form: 'name', rule: 'r.name' },
      { ...span('Coast Radio'), entity: 1, form: 'name', rule: 'r.name', metonymy: true },
    ],
  },
  date: [],
  figure: [
    { ...figure, ...span('40'), of: span('boats') },
    { ...figure, ...span('40', 1), of: null },
  ],
  quote: [
    {
      ...span('All 40 boats sank. Nobody died.'),
      kind: 'statement',
      direct: true,
      addressee: null,
      own: 1,
      speaker: { entity: 0, name: 'Anna Berg', ...span('Berg', 1) },
      cue: span('told'),
      attribution: [{ role: 'speaker', ...speaker, cue: span('told') }],
      segments: [],
      rule: 'r.quote',
    },
  ],
  fact: [claim, quotation, role, claim],
}

const open = (): Shown =>
  Document.open(TEXT)
    .with({ adds: 'sentence', run: () => LAYERS.sentence })
    .with({ adds: 'entity', run: () => LAYERS.entity })
    .with({ adds: 'date', run: () => LAYERS.date })
    .with({ adds: 'figure', run: () => LAYERS.figure })
    .with({ adds: 'quote', run: () => LAYERS.quote })
    .with({ adds: 'fact', run: () => LAYERS.fact })

const meta = {
  url: 'https://coast.example/boats',
  title: 'Boats sink',
  publisher: 'Coast Post',
  author: null,
  publishedAt: PUBLISHED,
  timezone: null,
  language: 'en',
  externalId: null,
  tags: [],
}
const found = (named: Named = { id: 'art_1', version: 2, identity: 'art_1' }) => {
  const { found, facts, factRows, ...rest } = annotate(open(), { text: TEXT, meta, ignored: [], skipped: [], warnings: [] }, named)
  return { ...rest, annotations: { ...found, facts: [...facts()] }, facts: [...factRows()] }
}

test('every excerpt is its characters of the text, at any depth', () => {
  let seen = 0
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    const { start, end, text, quote } = value as { start?: number; end?: number; text?: string; quote?: string }
    if (start !== undefined && (text ?? quote) !== undefined) {
      expect(TEXT.slice(start, end)).toBe(quote ?? text)
      seen++
    }
    Object.values(value).forEach(check)
  }
  check({ ...found().annotations, text: undefined })
  expect(seen).toBeGreaterThan(30)
})

test('a citation carries where it stands and what is around it', () => {
  const [fact] = found().annotations.facts
  expect(fact!.citations).toHaveLength(2)
  expect(fact!.citations[0]).toEqual({
    articleId: 'art_1',
    version: 2,
    quote: '40 boats sank',
    ...span('40 boats sank'),
    prefix: 'Mayor Anna Berg said on Monday that '.slice(-32),
    suffix: '.\n\nLater Berg told Coast Radio: ',
    sentence: { ...sentences[0]!, text: TEXT.slice(sentences[0]!.start, sentences[0]!.end) },
    fragment: '#:~:text=on%20Monday%20that-,40%20boats%20sank,-.',
  })
})

test('a quotation over two sentences stands in both', () => {
  const { sentence, quote } = found().annotations.facts[1]!.citations[0]!
  expect(sentence.text).toBe('Later Berg told Coast Radio: “All 40 boats sank. Nobody died.”')
  expect(sentence.text).toContain(quote)
})

test('equal claims have ids of their own, which neither version nor storing changes', () => {
  const ids = found().facts.map(({ id }) => id)
  expect(new Set(ids).size).toBe(4)
  expect(found({ id: 'art_1', version: 3, identity: 'art_1' }).facts.map(({ id }) => id)).toEqual(ids)
  expect(found({ id: null, version: null, identity: 'art_1' }).facts.map(({ id }) => id)).toEqual(ids)
  expect(found({ id: 'art_2', version: 1, identity: 'art_2' }).facts.some(({ id }) => ids.includes(id))).toBe(false)
})

test('a row can be found by all that its fact says', () => {
  const [row, quote, office] = found().facts
  const anna = sharedEntityId({ type: 'PERSON', name: 'Anna Berg' }, 'art_1')
  const radio = sharedEntityId({ type: 'ORGANIZATION', name: 'Coast Radio' }, 'art_1')
  const { body, citations, ...rest } = row!
  expect(rest).toEqual({
    id: row!.id,
    confidence: 0.9,
    placeId: null,
    kind: 'figure',
    status: 'asserted',
    polarity: 'affirmed',
    predicate: 'number',
    office: null,
    summary: '40 boats sank',
    sentences: [sentences[0]!, sentences[1]!].map(({ start, end }) => TEXT.slice(start, end)).join('\n'),
    entityIds: [anna, radio],
    sources: [
      { role: 'speaker', entityId: anna, name: 'Anna Berg' },
      { role: 'outlet', entityId: radio, name: 'Coast Radio' },
    ],
    timeFrom: Date.UTC(2024, 2, 4),
    timeTo: Date.UTC(2024, 2, 5),
    value: 40,
    min: 40,
    max: 40,
    unit: 'boat',
    currency: null,
    of: 'boats',
    places: [],
  })
  expect(citations).toEqual([span('40 boats sank'), span('40 boats sank', 1)].map((at) => ({ ...at, quote: '40 boats sank' })))
  expect((JSON.parse(body) as FactRecord).attribution[1]).toMatchObject({ entity: 'e2', entityId: radio, cue: { text: 'told' } })
  expect(quote).toMatchObject({ timeFrom: null, timeTo: null, value: null, unit: null, of: null, office: null })
  expect(office).toMatchObject({ predicate: 'mayor', office: 'mayor' })
})

test('entities are counted with the names they go by', () => {
  expect(found().entities[0]).toMatchObject({
    name: 'Anna Berg',
    mentions: 2,
    aliases: [
      { text: 'Anna Berg', count: 1 },
      { text: 'Berg', count: 1 },
    ],
  })
  expect(found().counts).toEqual({ sentences: 3, entities: 2, dates: 0, figures: 2, quotes: 1, facts: 4 })
})

test('what is not stored has no shared ids, and names its entities by their place in the answer', () => {
  const { facts, entities } = found({ id: null, version: null, identity: 'art_1' }).annotations
  expect(entities[0]!.entityId).toBeUndefined()
  expect(facts[0]).toMatchObject({
    articleId: null,
    version: null,
    entities: ['e1', 'e2'],
    attribution: [{ entity: 'e1', entityId: null }, {}],
  })
  expect(found().annotations.entities[0]!.entityId).toMatch(/^ent_/)
})

test('a sentence without end is shown as far as a reader needs it around the quote', () => {
  const text = `Boats ${'and boats '.repeat(2_000)}sank ${'and sank '.repeat(2_000)}again.`
  const quote = { start: text.indexOf('sank'), end: text.indexOf('sank') + 4 }
  const source = { id: null, version: null, text, sentences: [{ start: 0, end: text.length }] }
  const { sentence } = citation(source, quote)
  expect(sentence.text).toBe(text.slice(sentence.start, sentence.end))
  expect([quote.start - sentence.start, sentence.end - quote.end]).toEqual([1_000, 1_000])
})
