import { describe, expect, test } from 'vitest'
import { Document, type Context } from '../../src/document/document.js'
import { dates } from '../../src/extract/dates.js'
import type { Entities } from '../../src/document/layers.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { DATES, NARRATIVE, NEVER, STORIES } from '../corpus/en/dates.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const nobody: Entities = { all: [], mentions: [] }

/** The dates of a text in which no name was found. */
const datesOf = (text: string, context: Partial<Context> = {}, entity = nobody) =>
  Document.open(text, context)
    .with(tokens)
    .with(sentences)
    .with(grammar)
    .with({ adds: 'entity', run: () => entity })
    .with(dates).layers.date

const cases = DATES.flatMap(({ sentences: texts, ...expected }) => texts.map((text) => [text, expected.publishedAt, expected] as const))

describe('what is said, in its sentence', () => {
  eachRow('%s', cases, (marked, publishedAt, { value, ...rest }) => {
    const expected = { value, ...Object.fromEntries(Object.entries(rest).filter(([key]) => key !== 'publishedAt')) }
    const start = marked.indexOf('[[')
    const end = marked.indexOf(']]') - 2
    const text = marked.replace('[[', '').replace(']]', '')
    const found = datesOf(text, { publishedAt })
    expect(found).toContainEqual(expect.objectContaining({ ...expected, start, end }))
  })
})

test.each(NARRATIVE.map(({ text, values }) => [text, values] as const))('%s', (text, values) => {
  const found = datesOf(text, { publishedAt: '2019-04-24' })
  expect(found.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual(values)
})

test.each(STORIES.map(({ text, publishedAt, values }) => [text, publishedAt, values] as const))('%s', (text, publishedAt, values) => {
  const found = datesOf(text, { publishedAt })
  expect(found.map(({ start, end, value }) => [text.slice(start, end), value])).toEqual(values)
})

test.each(NEVER)('no time in: %s', (text) => {
  expect(datesOf(text, { publishedAt: '2019-04-24' }).map(({ start, end }) => text.slice(start, end))).toEqual([])
})

test('the tables are as large as they claim', () => {
  expect(cases.length).toBeGreaterThanOrEqual(500)
  expect(new Set(NEVER).size).toBeGreaterThanOrEqual(150)
})

test('an ambiguous date lists its other reading, unless the country decides', () => {
  const text = 'Seen on 04/05/2019 in town.'
  expect(datesOf(text)).toMatchObject([{ value: '2019-05-04', alternatives: ['2019-04-05'] }])
  expect(datesOf(text, { country: 'US' })).toMatchObject([{ value: '2019-04-05', alternatives: [] }])
  expect(datesOf(text, { country: 'GB' })).toMatchObject([{ value: '2019-05-04', alternatives: [] }])
})

test('the day of publication is taken in the zone of the article', () => {
  const text = 'They met today.'
  const publishedAt = '2019-03-31T01:30:00+00:00'
  expect(datesOf(text, { publishedAt, timezone: 'America/New_York' })).toMatchObject([{ value: '2019-03-30' }])
  expect(datesOf(text, { publishedAt, timezone: 'Europe/Berlin' })).toMatchObject([{ value: '2019-03-31' }])
  expect(datesOf(text, { publishedAt, timezone: 'Nowhere/Atall' })).toMatchObject([{ value: '2019-03-31' }])
  expect(datesOf(text, { publishedAt: 'last Tuesday' })).toMatchObject([{ value: null, reason: 'no-anchor' }])
})

test('the clock of an article turns with the summer time of its zone', () => {
  const text = 'On 29 March 2019 it opened at 9 a.m. On 2 April 2019 it opened at 9 a.m.'
  const bounds = (context: Partial<Context>) =>
    datesOf(text, { publishedAt: '2019-04-24T12:00:00Z', ...context }).flatMap(({ type, from }) => (type === 'TIME' ? [from] : []))
  expect(bounds({ timezone: 'Europe/Berlin' })).toEqual(['2019-03-29T09:00+01:00', '2019-04-02T09:00+02:00'])
  expect(bounds({ timezone: 'America/New_York' })).toEqual(['2019-03-29T09:00-04:00', '2019-04-02T09:00-04:00'])
  expect(bounds({ timezone: null })).toEqual(['2019-03-29T09:00', '2019-04-02T09:00'])
})

test('a date inside a name is no time, an event keeps its year', () => {
  const text = 'The September 11 Museum and the 1996 Olympics'
  const all = (['FACILITY', 'EVENT'] as const).map((type, i) => ({ id: `e${i + 1}`, type, name: type, number: 'singular' as const }))
  const mention = (entity: number, words: string) => ({
    entity,
    form: 'name' as const,
    rule: 'test',
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
  })
  const entity = { all, mentions: [mention(0, 'September 11 Museum'), mention(1, '1996 Olympics')] }
  expect(datesOf(text, { publishedAt: '2019-04-24' }, entity).map(({ value }) => value)).toEqual(['1996'])
})

test('what is said is kept apart from what is implied', () => {
  expect(datesOf('They met on Thursday, April 25.', { publishedAt: '2019-04-30' })).toMatchObject([
    { value: '2019-04-25', anchor: 'publication', said: ['month', 'day', 'weekday'] },
  ])
  expect(datesOf('They met on April 25, 2019.')).toMatchObject([{ anchor: 'none', said: ['year', 'month', 'day'] }])
})

test.each([
  [
    'It ran from 2012 to 2014 in Rome.',
    [
      ['2012', 'from'],
      ['2014', 'to'],
    ],
  ],
  [
    'They talk between Monday and Thursday.',
    [
      ['Monday', 'from'],
      ['Thursday', 'to'],
    ],
  ],
  ['It has been shut since April 2.', [['April 2', 'since']]],
  ['It is shut until Friday.', [['Friday', 'until']]],
  ['It must end by the end of the year.', [['the end of the year', 'by']]],
  ['It was built before the 1950s.', [['the 1950s', 'before']]],
  ['It was built after 1990.', [['1990', 'after']]],
  [
    'They met on Monday and left in May.',
    [
      ['Monday', undefined],
      ['May', undefined],
    ],
  ],
])('a bound is told: %s', (text, expected) => {
  const bounds = new Set(['since', 'from', 'after', 'until', 'to', 'by', 'before'])
  const found = datesOf(text, { publishedAt: '2019-04-24' })
  expect(found.map(({ start, end, said }) => [text.slice(start, end), said.find((part) => bounds.has(part))])).toEqual(expected)
})

test('a bound leaves the interval of the date itself', () => {
  expect(datesOf('It has been shut since 2015.', { publishedAt: '2019-04-24' })).toMatchObject([
    { value: '2015', from: '2015-01-01', to: '2016-01-01', said: ['year', 'since'] },
  ])
})

test('the time that a name took in behind it tells when', () => {
  const text = 'President Ada Lind Friday thanked The Upper Court Monday at Lund North Airport in December, not the Black Friday Museum.'
  const words = [
    ['PERSON', 'Ada Lind Friday'],
    ['ORGANIZATION', 'The Upper Court Monday'],
    ['FACILITY', 'Lund North Airport in December'],
    ['FACILITY', 'Black Friday Museum'],
  ] as const
  const entity: Entities = {
    all: words.map(([type, name], i) => ({ id: `e${i + 1}`, type, name, number: 'singular' })),
    mentions: words.map(([, name], i) => ({
      entity: i,
      form: 'name',
      rule: 'test',
      start: text.indexOf(name),
      end: text.indexOf(name) + name.length,
    })),
  }
  expect(datesOf(text, { publishedAt: '2019-04-24' }, entity).map(({ value }) => value)).toEqual(['2019-04-19', '2019-04-22', '2018-12'])
})
