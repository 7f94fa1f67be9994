import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analyse.js'
import type { LayerName } from '../../src/document/layers.js'
import { HOSTILE } from './kinds.js'
import { NESTING, type Nested } from './nesting.js'
import '../warm.js'

const NAMES = ['sentence', 'entity', 'date', 'figure', 'quote', 'status', 'role', 'event', 'fact'] as const satisfies readonly LayerName[]

/** Characters of all that the spans inside a value cover, each as often as it is covered: what their words take in an answer. */
function covered(value: unknown): number {
  if (value === null || typeof value !== 'object') return 0
  const { start, end } = value as { start?: unknown; end?: unknown }
  const own = typeof start === 'number' && typeof end === 'number' ? end - start : 0
  return Object.values(value).reduce((sum: number, part) => sum + covered(part), own)
}

type Name = (typeof NAMES)[number]

function layersOf(text: string): Record<Name, unknown> {
  const { layers } = analyse(text, { publishedAt: '2019-04-24' })
  return Object.fromEntries(NAMES.map((name) => [name, layers[name]])) as Record<Name, unknown>
}

/** How much of each layer there is, with its words. Characters. */
function sizes(text: string): Record<Name, number> {
  const sized = Object.entries(layersOf(text)).map(([name, layer]) => [name, JSON.stringify(layer).length + covered(layer)])
  return Object.fromEntries(sized) as Record<Name, number>
}

const sum = (parts: Readonly<Record<string, number>>): number => Object.values(parts).reduce((a, b) => a + b, 0)

/** Characters of the shorter of two texts: longer than the longest sentence. */
const SIZE = 5_000

/** What the trees of a few more sentences may make of the same words. */
const SLACK = 5 * SIZE

/** Times the text that all layers together may be where every word starts something. */
const HOSTILE_FACTOR = 120

/**
 * Times an article that its layers are at most, with their field names and as the words they cover alone. On 2,000 news articles it is 16 and 4
 * on average; the samples, in which every line states something, have up to 30 and 6.
 */
const WITH_NAMES = 32
const WORDS_ALONE = 8

const repeated: readonly (readonly [string, Nested])[] = Object.entries(HOSTILE).map(([name, piece]) => [
  name,
  (size) => piece.repeat(Math.ceil(size / piece.length)),
])

describe('twice the text is about twice of every layer', () => {
  test.each([...Object.entries(NESTING), ...repeated])('%s', (_, make) => {
    const [short, long] = [make(SIZE), make(2 * SIZE)]
    const [once, twice] = [sizes(short), sizes(long)]
    for (const name of NAMES) expect(twice[name], name).toBeLessThanOrEqual(2.2 * once[name] + SLACK)
    expect(sum(twice)).toBeLessThanOrEqual(HOSTILE_FACTOR * long.length)
  })
})

describe('the layers of an article are a few times its text', () => {
  const samples = join(import.meta.dirname, '../../data/samples')
  test.each(readdirSync(samples).filter((file) => file.endsWith('.json')))('%s', (file) => {
    const { text } = JSON.parse(readFileSync(join(samples, file), 'utf8')) as { text: string }
    expect(sum(sizes(text))).toBeLessThanOrEqual(WITH_NAMES * text.length)
    expect(covered(Object.values(layersOf(text)))).toBeLessThanOrEqual(WORDS_ALONE * text.length)
  })
})
