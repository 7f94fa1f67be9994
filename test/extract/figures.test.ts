import { describe, expect } from 'vitest'
import { Document } from '../../src/document/document.js'
import { dates } from '../../src/extract/dates.js'
import { entities } from '../../src/extract/entities.js'
import { figures } from '../../src/extract/figures.js'
import { grammar } from '../../src/text/grammar.js'
import { sentences } from '../../src/text/sentences.js'
import { tokens } from '../../src/text/tokens.js'
import { AGES, CHANGES, COUNTED, MEASURED, MONEY, NEVER, OF, SHARES, type Meaning } from '../corpus/en/figures.js'
import { eachRow } from '../known-wrong.js'
import '../warm.js'

const read = (text: string) =>
  Document.open(text, { publishedAt: '2019-04-25' }).with(tokens).with(sentences).with(grammar).with(entities).with(dates).with(figures)

/** The text without its brackets, and the span they enclosed. */
function marked(sentence: string): { text: string; start: number; end: number } {
  const start = sentence.indexOf('[[')
  const text = sentence.replace('[[', '').replace(']]', '')
  return { text, start, end: sentence.indexOf(']]') - 2 }
}

function expectMeaning(sentence: string, meaning: Meaning): void {
  const { text, start, end } = marked(sentence)
  const doc = read(text)
  const found = doc.layers.figure.find((figure) => figure.start < end && start < figure.end)
  expect(found, text).toBeDefined()
  expect(doc.slice(found!), text).toBe(text.slice(start, end))
  const { of, unit, value, min, max, ...rest } = meaning
  expect(found, text).toMatchObject(rest)
  for (const [name, number] of Object.entries({ value, min, max })) {
    const got = found![name as 'value' | 'min' | 'max']
    if (number === null) expect(got, `${name} of ${text}`).toBeNull()
    else if (number !== undefined) expect(got, `${name} of ${text}`).toBeCloseTo(number, 9)
  }
  if (unit !== undefined) expect(found!.unit?.name ?? null, text).toBe(unit)
  if (of !== undefined) expect(found!.of && doc.slice(found!.of), text).toBe(of)
}

const GROUPS = { MONEY, SHARES, MEASURED, AGES, COUNTED, CHANGES, OF }

describe.each(Object.entries(GROUPS))('figures: %s', (_, cases) => {
  const rows = cases.flatMap(([meaning, ...sentences]) => sentences.map((sentence) => [sentence, meaning] as const))
  eachRow('%s', rows, expectMeaning)
})

describe('what is no figure', () => {
  const rows = NEVER.map((text) => [text] as const)
  eachRow('%s', rows, (text) => {
    const doc = read(text)
    expect(doc.layers.figure.map((figure) => doc.slice(figure))).toEqual([])
  })
})
