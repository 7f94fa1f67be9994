import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayOf, formatDay, weekdayOf, weekOf, weekStart, dateOf } from '../../src/document/calendar.js'
import { Document, type Context } from '../../src/document/document.js'
import { dates, findDates } from '../../src/extract/dates.js'
import type { Grammar } from '../../src/document/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { DATES } from '../corpus/en/dates.js'
import '../warm.js'

const untagged: Grammar = {
  upos: () => 'X',
  xpos: () => '',
  lemma: () => '',
  head: () => -1,
  relation: () => 'dep',
  children: () => [],
  subtree: (i) => ({ first: i, last: i }),
  clause: (i) => i,
}
const open = (text: string, context: Partial<Context> = {}) =>
  Document.open(text, context)
    .with(tokens)
    .with(sentences)
    .with({ adds: 'grammar', run: () => untagged })
    .with({ adds: 'entity', run: () => ({ all: [], mentions: [] }) })
const datesOf = (text: string, context: Partial<Context> = {}) => open(text, context).with(dates).layers.date

const EPOCH = dayOf(1990, 1, 1)
const anyDay = fc.integer({ min: EPOCH, max: dayOf(2050, 12, 31) })
const sentencesOfCorpus = DATES.flatMap(({ sentences: texts }) => texts.map((text) => text.replace('[[', '').replace(']]', '')))

describe('calendar', () => {
  test('dates and days are the same thing, as Date counts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700000, max: 2000000 }), (day) => {
        const { year, month, day: ofMonth } = dateOf(day)
        expect(dayOf(year, month, ofMonth)).toBe(day)
        const date = new Date(day * 86400000)
        expect([year, month, ofMonth]).toEqual([date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()])
        expect(weekdayOf(day)).toBe(date.getUTCDay() || 7)
      }),
    )
  })

  test('a week begins on a Monday and holds its day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { year, week } = weekOf(day)
        const start = weekStart(year, week)
        expect(weekdayOf(start)).toBe(1)
        expect(day - start).toBeGreaterThanOrEqual(0)
        expect(day - start).toBeLessThan(7)
      }),
    )
  })
})

test.each([
  ['They met today.', 0],
  ['They met yesterday.', -1],
  ['They meet tomorrow.', 1],
  ['They met the day before yesterday.', -2],
  ['They met three days ago.', -3],
  ['They meet five days from now.', 5],
])('%s moves with the day of publication', (text, offset) => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const [found] = datesOf(text, { publishedAt: formatDay(day) })
      expect(found).toMatchObject({ value: formatDay(day + offset), from: formatDay(day + offset), to: formatDay(day + offset + 1) })
    }),
  )
})

test('a resolved interval is never empty, and begins before it ends', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...sentencesOfCorpus), (day, text) => {
      for (const { from, to } of datesOf(text, { publishedAt: formatDay(day) })) {
        expect(from === null).toBe(to === null)
        if (from !== null && to !== null) expect(from < to).toBe(true)
      }
    }),
    { numRuns: 1500 },
  )
})

test('absolute dates do not move with the zone of the article', () => {
  const zone = fc.constantFrom('Asia/Singapore', 'America/New_York', 'Europe/London', 'Pacific/Kiritimati', 'Pacific/Pago_Pago')
  fc.assert(
    fc.property(zone, fc.constantFrom(...sentencesOfCorpus), (timezone, text) => {
      const absolute = (context: Partial<Context>) =>
        datesOf(text, { publishedAt: '2019-04-24T12:00:00Z', ...context })
          .filter(({ anchor }) => anchor === 'none')
          // a clock keeps its value, but stands in the zone
          .map(({ type, value, from, to }) => (type === 'TIME' ? { value } : { value, from, to }))
      expect(absolute({ timezone })).toEqual(absolute({ timezone: null }))
    }),
  )
})

test('every span is inside the text, disjoint and in order, and twice is equal', () => {
  const words = sentencesOfCorpus.flatMap((text) => text.split(' '))
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...words), fc.constantFrom('\ud800', '\u0000', '\u2028', '😀', '(', '\n', 'é', '٣')), {
        maxLength: 60,
      }),
      (parts) => {
        const text = parts.join(' ')
        const found = datesOf(text, { publishedAt: '2019-04-24' })
        let end = 0
        for (const date of found) {
          expect(date.start).toBeGreaterThanOrEqual(end)
          expect(date.end).toBeGreaterThan(date.start)
          end = date.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(datesOf(text, { publishedAt: '2019-04-24' })).toEqual(found)
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
})

test.each([
  ['dates', 'April 24, 2019 '],
  ['numbers', '24 '],
  ['number words', 'two hundred and '],
  ['slashes', '1/'],
  ['years', '1990-'],
  ['units', 'years '],
  ['articles', 'the '],
  ['clock', '3:45 '],
  ['modifiers', 'the end of the '],
  ['unbroken digits', '9'],
  ['brackets', '('],
  ['lone surrogates', '\ud800'],
])('work is linear on hostile %s', (_, unit) => {
  const attempts = (size: number): number => {
    const work = { attempts: 0 }
    findDates(open(unit.repeat(Math.ceil(size / unit.length)), { publishedAt: '2019-04-24' }), work)
    return work.attempts
  }
  const small = attempts(32_000)
  expect(attempts(64_000)).toBeLessThanOrEqual(small * 2.1 + 50)
})
