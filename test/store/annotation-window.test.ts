import { expect, test } from 'vitest'
import { annotationWindow, WINDOW_BYTES, type Found, type WindowRequest } from '../../src/store/annotation-window.js'
import type { FactRecord } from '../../src/store/records.js'

interface Part {
  readonly text: string
  readonly entities: readonly { readonly id: string; readonly mentions: readonly { readonly start: number; readonly text: string }[] }[]
  readonly sentences: readonly { readonly start: number; readonly end: number }[]
  readonly facts: readonly { readonly id: string; readonly citations: readonly { readonly start: number }[] }[]
  readonly ignored: readonly object[]
  readonly truncated: { readonly next: number; readonly layers: Readonly<Record<string, { listed: number; total: number }>> } | null
}

const SENTENCES = 2_000
const LINE = '🚢 Ana said so. '
const text = LINE.repeat(SENTENCES)
const starts = Array.from({ length: SENTENCES }, (_, i) => i * LINE.length)
const span = (start: number, size: number) => ({ start, end: start + size })

/** Every sentence is told by a fact of `size` characters and names the one entity. */
function foundOf(size: number): { found: Found; facts: FactRecord[] } {
  const mentions = starts.map((at) => ({ ...span(at + 3, 3), text: 'Ana', form: 'name' as const, rule: 'r' }))
  const found = {
    language: 'en',
    text,
    title: null,
    publishedAt: null,
    sentences: starts.map((at) => span(at, LINE.length - 1)),
    entities: [{ id: 'e1', type: 'PERSON' as const, name: 'Ana', mentions }],
    ...{ dates: [], figures: [], quotes: [], skipped: [], warnings: [] },
    ignored: [{ ...span(0, 2), reason: 'source-line' as const }],
  }
  const facts = starts.map((at, i) => ({ id: `fct_${i}`, summary: 'x'.repeat(size), citations: [span(at + 3, 3)] }))
  return { found, facts: facts as unknown as FactRecord[] }
}

const counts = { sentences: SENTENCES, entities: 1, dates: 0, figures: 0, quotes: 0, facts: SENTENCES }

function partOf(size: number, request: WindowRequest): Part {
  const { found, facts } = foundOf(size)
  const json = annotationWindow(found, facts, counts, request)
  expect(Buffer.byteLength(json)).toBeLessThanOrEqual(WINDOW_BYTES)
  return JSON.parse(json) as Part
}

test('what fits is answered whole, in the unit asked for', () => {
  const whole = partOf(10, { unit: 'codepoint' })
  expect(whole.truncated).toBeNull()
  expect(whole.facts.length).toBe(SENTENCES)
  expect(whole.entities).toHaveLength(1)
  expect(whole.entities[0]!.mentions).toHaveLength(SENTENCES)
  const characters = [...text]
  for (const { start } of whole.facts.flatMap(({ citations }) => citations)) expect(characters.slice(start, start + 3).join('')).toBe('Ana')
})

test.each(['codepoint', 'utf16', 'utf8'] as const)('%s: parts follow each other, and have everything once', (unit) => {
  const facts: string[] = []
  const mentions: number[] = []
  const sentences: number[] = []
  let from: number | undefined = 0
  let parts = 0
  while (from !== undefined) {
    const part: Part = partOf(20_000, { unit, from })
    facts.push(...part.facts.map(({ id }) => id))
    sentences.push(...part.sentences.map(({ start }) => start))
    mentions.push(...part.entities.flatMap((entity) => entity.mentions.map(({ start }) => start)))
    if (part.truncated) {
      expect(part.truncated.next).toBeGreaterThan(from)
      expect(part.truncated.layers['facts']).toEqual({ listed: part.facts.length, total: SENTENCES })
    }
    from = part.truncated?.next
    parts++
  }
  expect(parts).toBeGreaterThan(4)
  expect(facts).toEqual(starts.map((_, i) => `fct_${i}`))
  expect([new Set(mentions).size, mentions.length]).toEqual([SENTENCES, SENTENCES])
  expect([new Set(sentences).size, sentences.length]).toEqual([SENTENCES, SENTENCES])
})

test('only layers that were asked for, and only what begins in the stretch', () => {
  const part = partOf(10, { unit: 'utf16', layers: ['facts'], from: LINE.length, to: 3 * LINE.length })
  expect(part.facts.map(({ id }) => id)).toEqual(['fct_1', 'fct_2'])
  expect([part.sentences, part.entities, part.ignored]).toEqual([[], [], []])
  expect(partOf(10, { unit: 'utf8', from: 1_000_000 }).facts).toEqual([])
})

test('one thing that fills an answer by itself does not hold up those behind it', () => {
  const part = partOf(WINDOW_BYTES, { unit: 'utf16', layers: ['facts'], from: 3 })
  expect(part.facts).toEqual([])
  expect(part.truncated).toMatchObject({ next: 4 })
})
