import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { nearest } from '../../src/http/nearest.js'
import { offsetMap, toUtf16 } from '../../src/document/offsets.js'
import { OFFSET_UNITS, type OffsetUnit } from '../../src/http/schemas/common.js'
import type { FactRecord } from '../../src/store/records.js'
import { add, ask, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

/** `text[start:end]` as a client of the unit computes it. */
const CUT: Record<OffsetUnit, (text: string, start: number, end: number) => string> = {
  utf16: (text, start, end) => text.slice(start, end),
  codepoint: (text, start, end) => [...text].slice(start, end).join(''),
  utf8: (text, start, end) => Buffer.from(text).subarray(start, end).toString(),
}

const LENGTH: Record<OffsetUnit, (text: string) => number> = {
  utf16: (text) => text.length,
  codepoint: (text) => [...text].length,
  utf8: (text) => Buffer.byteLength(text),
}

const anyText = fc.array(fc.constantFrom('a', 'é', '€', '𝒜', '👩‍👩‍👧', '\n', '한'), { maxLength: 600 }).map((parts) => parts.join(''))

test.each(OFFSET_UNITS)('%s: every offset of a character goes out and comes back', (unit) => {
  fc.assert(
    fc.property(anyText, (text) => {
      const map = offsetMap(text, unit)
      let at = 0
      for (const character of [...text, '']) {
        const out = map ? map.out(at) : at
        expect(out).toBe(LENGTH[unit](text.slice(0, at)))
        expect(toUtf16(text, unit, out)).toBe(at)
        at += character.length
      }
    }),
    { numRuns: 60 },
  )
})

test('an offset inside a character or behind the text has no place', () => {
  expect(toUtf16('a👍b', 'utf16', 2)).toBeUndefined()
  expect(toUtf16('a👍b', 'utf8', 3)).toBeUndefined()
  expect(toUtf16('é', 'utf8', 1)).toBeUndefined()
  expect(toUtf16('a👍b', 'codepoint', 2)).toBe(3)
  for (const unit of OFFSET_UNITS) expect(toUtf16('a👍b', unit, 99)).toBeUndefined()
})

test('texts in which the units agree need no map', () => {
  expect(offsetMap('plain', 'utf8')).toBeUndefined()
  expect(offsetMap('née', 'codepoint')).toBeUndefined()
  expect(offsetMap('née', 'utf8')).toBeDefined()
  expect(offsetMap('👍', 'utf16')).toBeUndefined()
})

test('the nearest place of a quote is found', () => {
  expect(nearest('ab ab ab', 'ab', 4)).toBe(3)
  expect(nearest('aaaa', 'aa', 9)).toBe(2)
  expect(nearest('abc', 'x', 0)).toBeUndefined()
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 60 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 4 }),
      (text, quote) => {
        expect(nearest(text, quote, 0)).toBe(text.includes(quote) ? text.indexOf(quote) : undefined)
      },
    ),
  )
})

const TEXT =
  '🚂 The envoy Mina Adair said on Tuesday that Borland had sent 4,300 tonnes of rice to the port of Ostrava — “naïve” 😀 critics called it. ' +
  '🇰🇷 About 250 nurses left the city on 3 May 2024, according to the health ministry 🙂. "We will return," said Otto Blum, a doctor.\n\nAdvertisement\n'

let service: TestService
let id: string
beforeAll(async () => {
  service = await testService()
  id = (await add(service.app, { text: TEXT, publishedAt: '2024-05-07', publisher: 'The Ostrava Bell' })).body.id
  await add(service.app, { text: 'Ann Reed met 40 farmers in Lund on Monday.', publishedAt: '2024-05-07' })
})
afterAll(() => service.close())

interface Spanned {
  readonly start: number
  readonly end: number
  readonly text?: string
}

/** Every record with a span and its text, anywhere in an answer. */
function spansIn(value: unknown): Spanned[] {
  if (Array.isArray(value)) return value.flatMap(spansIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'start' in value && 'text' in value ? [value as Spanned] : []
  return [...own, ...Object.values(value).flatMap(spansIn)]
}

test.each(OFFSET_UNITS)('%s: every span of an article slices to its text', async (unit) => {
  const { body } = await ask<{ text: string; offsetUnit: string; facts: FactRecord[] }>(
    service.app,
    `/v1/articles/${id}/annotations?offsetUnit=${unit}`,
  )
  expect(body.offsetUnit).toBe(unit)
  const spans = spansIn(body)
  expect(spans.length).toBeGreaterThan(10)
  for (const { start, end, text } of spans) expect(CUT[unit](body.text, start, end)).toBe(text)
  const extracted = await ask<{ text: string }>(service.app, {
    method: 'POST',
    url: `/v1/extract?offsetUnit=${unit}`,
    payload: { text: TEXT },
  })
  for (const { start, end, text } of spansIn(extracted.body)) expect(CUT[unit](TEXT, start, end)).toBe(text)
})

test.each(OFFSET_UNITS)('%s: every citation of every fact slices to its quote, in every format', async (unit) => {
  const check = (facts: readonly FactRecord[]): void => {
    const mine = facts.filter(({ articleId }) => articleId === id)
    expect(mine.length).toBeGreaterThan(1)
    for (const { citations } of mine) {
      for (const { start, end, quote, sentence } of citations) {
        expect(CUT[unit](TEXT, start, end)).toBe(quote)
        expect(CUT[unit](TEXT, sentence.start, sentence.end)).toBe(sentence.text)
      }
    }
  }
  const page = await ask<{ items: FactRecord[]; offsetUnit: string }>(service.app, `/v1/facts?offsetUnit=${unit}`)
  expect([page.body.offsetUnit, page.headers['offset-unit']]).toEqual([unit, unit])
  check(page.body.items)
  const lines = await ask(service.app, { url: `/v1/facts?offsetUnit=${unit}`, headers: { accept: 'application/x-ndjson' } })
  const facts = lines.text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as FactRecord & { offsetUnit: string })
  check(facts)
  expect(facts.every(({ offsetUnit }) => offsetUnit === unit)).toBe(true)
  const one = await ask<FactRecord & { offsetUnit: string }>(
    service.app,
    `/v1/facts/${facts.find(({ articleId }) => articleId === id)!.id}?offsetUnit=${unit}`,
  )
  expect(one.body.offsetUnit).toBe(unit)
  check([one.body, one.body])
  for (const fact of facts) {
    for (const { articleId, version, start, end, quote } of fact.citations) {
      const verdict = await ask(service.app, {
        method: 'POST',
        url: '/v1/verify',
        payload: { articleId, version, start, end, quote, offsetUnit: unit },
      })
      expect(verdict.body).toEqual({ valid: true, actual: quote, offsetUnit: unit })
    }
  }
})

test('JSON-LD counts code points, whatever unit is asked for', async () => {
  const { body } = await ask<{ items: { target: { selector: [{ exact: string }, { start: number; end: number }] }[] }[] }>(service.app, {
    url: `/v1/facts?article=${id}&offsetUnit=utf8`,
    headers: { accept: 'application/ld+json' },
  })
  const targets = body.items.flatMap(({ target }) => target)
  expect(targets.length).toBeGreaterThan(1)
  for (const { selector } of targets) expect(CUT.codepoint(TEXT, selector[1].start, selector[1].end)).toBe(selector[0].exact)
})

test.each(OFFSET_UNITS)('%s: a sentence that is found and its highlights slice to what they show', async (unit) => {
  type Hit = Spanned & { sentence: string; highlights: [number, number][] }
  const { body } = await ask<{ items: Hit[] }>(service.app, `/v1/search?q=nurses&offsetUnit=${unit}`)
  const [hit] = body.items
  expect(CUT[unit](TEXT, hit!.start, hit!.end)).toBe(hit!.sentence)
  expect(hit!.highlights.map(([start, end]) => CUT[unit](hit!.sentence, start, end))).toEqual(['nurses'])
})

test('a quote that stands elsewhere is found there', async () => {
  const at = [...TEXT].join('').indexOf('Otto Blum')
  const start = [...TEXT.slice(0, at)].length
  const ask1 = (payload: object) =>
    ask(service.app, { method: 'POST', url: '/v1/verify', payload: { articleId: id, version: 1, quote: 'Otto Blum', ...payload } })
  expect((await ask1({ start: 0, end: 1 })).body).toEqual({
    valid: false,
    actual: '🚂',
    movedTo: { version: 1, start, end: start + 9 },
    offsetUnit: 'codepoint',
  })
  expect((await ask1({ start: 9000, end: 9001 })).body).toMatchObject({ valid: false, actual: null })
  expect((await ask1({ start: 0, end: 1, quote: 'nowhere' })).body).toEqual({ valid: false, actual: '🚂', offsetUnit: 'codepoint' })
})
