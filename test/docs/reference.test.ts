import { expect, test } from 'vitest'
import type { z } from 'zod'
import { analyse } from '../../src/analyse.js'
import { CERTAINTIES, ENTITY_TYPES, FACT_KINDS, POLARITIES } from '../../src/document/layers.js'
import { openApi } from '../../src/http/openapi.js'
import { OFFSET_UNITS } from '../../src/http/schemas/common.js'
import { figureFields, linkFields } from '../../src/http/schemas/fact.js'
import { CHANGE_TYPES } from '../../src/store/records.js'
import { WARNINGS } from '../../src/ingest/warnings.js'
import { guideSource, rowsUnder } from './guides.js'

const REFERENCE = guideSource('reference')
const { components } = openApi() as {
  components: { schemas: Record<string, { properties: Record<string, { enum?: (string | null)[] }> }> }
}

/** The values of a field of a schema of the OpenAPI document. */
const valuesOf = (schema: string, field: string): readonly (string | null)[] => components.schemas[schema]!.properties[field]!.enum!
const optionsOf = (schema: unknown): readonly string[] => (schema as z.ZodEnum).options as string[]
const namesIn = (heading: string, table = 0): string[] => rowsUnder(REFERENCE, heading)[table]!.flatMap(({ names }) => names)

test.each([
  ['kind', 0, FACT_KINDS],
  ['status', 0, CERTAINTIES],
  ['polarity', 0, POLARITIES],
  ['attribution', 0, optionsOf(linkFields.role)],
  ['predicate', 0, FACT_KINDS],
  ['figure', 1, optionsOf(figureFields.kind)],
  ['figure', 2, optionsOf(figureFields.modifier)],
  ['time', 1, valuesOf('DateMention', 'type')],
  ['entity type', 0, ENTITY_TYPES],
  ['warnings, ignored, skipped', 0, WARNINGS.map(({ name }) => name)],
  ['Offsets', 0, OFFSET_UNITS],
] as const)('the reference has every value of %s, table %d', (heading, table, values) => {
  expect(namesIn(heading, table).sort()).toEqual([...values].sort())
})

test('the guide to the feed says what to do with every change', () => {
  const names = rowsUnder(guideSource('follow-changes'), 'The feed')[0]!.flatMap((row) => row.names.slice(0, 1))
  expect(names.sort()).toEqual([...CHANGE_TYPES].sort())
})

test('every field of a figure and of a date is explained', () => {
  const places = ['start', 'end', 'rule']
  const figure = Object.keys(figureFields).filter((name) => !places.includes(name))
  const date = Object.keys(components.schemas['DateMention']!.properties).filter((name) => ![...places, 'text'].includes(name))
  expect(namesIn('figure').sort()).toEqual(figure.sort())
  expect(namesIn('time').sort()).toEqual(date.sort())
})

const examplesIn = (heading: string, table: number): [value: string, example: string][] =>
  rowsUnder(REFERENCE, heading)[table]!.flatMap(({ names, cells }) =>
    [...cells[0]!.matchAll(/\*([^*]+)\*/g)].map((m): [string, string] => [names[0]!, m[1]!]),
  )

const found = (example: string) => analyse(`She bought it for the port, and it was ${example}.`, { publishedAt: '2019-04-26' }).layers

test.each(examplesIn('figure', 1))('a figure of the kind %s: %s', (kind, example) => {
  expect(found(example).figure.map((figure) => figure.kind)).toContain(kind)
})

test.each(examplesIn('figure', 2))('a figure with the modifier %s: %s', (modifier, example) => {
  const figure = found(example).figure.find((one) => one.modifier === modifier)
  const row = rowsUnder(REFERENCE, 'figure')[2]!.find(({ names }) => names[0] === modifier)!
  expect(figure).toBeDefined()
  for (const bound of ['min', 'max'] as const) expect(figure![bound] !== null).toBe(row.cells[1]!.includes(`\`${bound}\``))
})

test.each(examplesIn('time', 1))('a date of the type %s: %s', (type, example) => {
  expect(found(example).date.map((date) => date.type)).toContain(type)
})

test.each(examplesIn('time', 2))('a date with the modifier %s: %s', (mod, example) => {
  expect(found(example).date.map((date) => date.mod)).toContain(mod)
})
