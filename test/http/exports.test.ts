import { afterAll, beforeAll, expect, test } from 'vitest'
import { CSV_COLUMNS } from '../../src/http/formats/csv.js'
import type { FactRecord } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { add, ask, samples, testService, type TestService } from './service.js'

let service: TestService
let all: FactRecord[]
beforeAll(async () => {
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
  all = (await ask<{ items: FactRecord[] }>(service.app, '/v1/facts?limit=500')).body.items
})
afterAll(() => service.close())

const exported = async (query: string) => {
  const answer = await ask<{ errors?: { pointer: string }[] }>(service.app, `/v1/exports/facts?${query}`)
  expect(faultsOf('GET', '/v1/exports/facts', answer)).toEqual([])
  return answer
}

/** RFC 4180 by a reading of its own: cells by column. */
function table(text: string): Record<string, string>[] {
  const rows = [...text.matchAll(/((?:"(?:[^"]|"")*"|[^,\r\n"])*)(,|\r\n)/g)].reduce<string[][]>(
    (rows, [, cell, end]) => {
      rows.at(-1)!.push(cell!.startsWith('"') ? cell!.slice(1, -1).replaceAll('""', '"') : cell!)
      if (end !== ',') rows.push([])
      return rows
    },
    [[]],
  )
  const [names, ...lines] = rows.slice(0, -1)
  return lines.map((cells) => Object.fromEntries(names!.map((name, i) => [name, cells[i]!])))
}

test('each format holds every fact, in the order of the list, as a file with a name', async () => {
  const ids = all.map(({ id }) => id)
  const ndjson = await exported('format=ndjson')
  expect(ndjson.headers['content-disposition']).toBe('attachment; filename="facts.ndjson"')
  expect(
    ndjson.text
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as FactRecord).id),
  ).toEqual(ids)
  const csv = await exported('format=csv')
  expect(csv.headers['content-disposition']).toBe('attachment; filename="facts.csv"')
  expect(table(csv.text).map(({ id }) => id)).toEqual(ids)
  const jsonld = await exported('format=jsonld')
  expect(jsonld.headers['content-type']).toBe('application/ld+json')
  expect((JSON.parse(jsonld.text) as { items: { id: string }[] }).items.map(({ id }) => id)).toEqual(ids.map((id) => `urn:attest:${id}`))
})

test('filters of the list hold, and an empty export is still a whole file', async () => {
  const figures = (await exported('format=ndjson&kind=figure')).text.trimEnd().split('\n')
  expect(figures).toHaveLength(all.filter(({ kind }) => kind === 'figure').length)
  expect((await exported('format=ndjson&q=zeppelin')).text).toBe('')
  expect((await exported('format=csv&q=zeppelin')).text).toBe(CSV_COLUMNS.join(',') + '\r\n')
  expect(JSON.parse((await exported('format=jsonld&q=zeppelin')).text)).toMatchObject({ type: 'AnnotationPage', items: [] })
})

test('CSV has what a fact holds, in columns of their own', async () => {
  const rows = table((await exported('format=csv')).text)
  const text = (value: string | number | null | undefined): string =>
    typeof value === 'string' ? value.replace(/^(?=[=+\-@\t\r])/, "'") : value === null || value === undefined ? '' : String(value)
  for (const [i, fact] of all.entries()) {
    const { figure, attribution, citations } = fact
    const outlets = attribution.filter(({ role }) => role === 'outlet').map(({ name }) => name)
    expect(rows[i]).toMatchObject({
      modifier: text(figure?.modifier),
      min: text(figure?.min),
      max: text(figure?.max),
      confidence: text(fact.confidence),
      articleId: text(fact.articleId),
      outlet: text(outlets.join('; ')),
      time: text(fact.time?.value),
      sentence: text(citations[0]!.sentence.text),
      citationCount: text(fact.citationCount),
    })
  }
  expect(rows.some(({ modifier }) => modifier === 'about')).toBe(true)
})

test('a byte order mark comes first where it is asked for, and nowhere else', async () => {
  expect((await exported('format=csv&bom=true')).text.startsWith('\uFEFFid,')).toBe(true)
  expect((await exported('format=csv')).text.startsWith('id,')).toBe(true)
})

test.each([
  ['', '/format'],
  ['format=xml', '/format'],
  ['format=ndjson&bom=true', '/bom'],
  ['format=jsonld&offsetUnit=utf16', '/offsetUnit'],
  ['format=csv&limit=3', '/limit'],
  ['format=csv&sort=relevance', '/sort'],
  ['format=csv&sort=value', '/sort'],
])('%j is refused at %s', async (query, pointer) => {
  const { status, body } = await exported(query)
  expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer])
})

test('JSON-LD tells value, unit, time, place, polarity and attribution, in terms that its context knows', async () => {
  const page = JSON.parse((await exported('format=jsonld')).text) as { '@context': [string, Record<string, string>]; items: Json[] }
  const claims = page.items.map(({ body }) => (body as Json[])[1]!)
  for (const [i, fact] of all.entries()) {
    const { figure, time, place } = fact
    expect(claims[i]).toMatchObject({
      type: 'schema:Claim',
      'attest:polarity': fact.polarity,
      'attest:status': fact.status,
      ...(figure && {
        'attest:figure': {
          ...(figure.value !== null && { 'schema:value': figure.value }),
          ...(figure.unit && { 'schema:unitText': figure.unit.name }),
        },
      }),
      ...(time?.from && { 'schema:startDate': time.from, 'schema:temporalCoverage': time.value }),
      ...(place && { 'schema:contentLocation': { 'schema:name': place.text } }),
      ...(fact.attribution.length > 0 && {
        'prov:qualifiedAttribution': fact.attribution.map(({ name, role }) => ({
          'prov:agent': { 'schema:name': name },
          'prov:hadRole': { 'schema:name': role },
        })),
      }),
    })
  }
  for (const part of ['attest:figure', 'schema:startDate', 'schema:contentLocation', 'prov:qualifiedAttribution']) {
    expect(
      claims.some((claim) => part in claim),
      part,
    ).toBe(true)
  }
  const prefixes = Object.keys(page['@context'][1])
  const unknown = termsOf(page.items).filter((term) => !ANNOTATION_TERMS.includes(term) && !prefixes.includes(term.split(':')[0]!))
  expect(unknown).toEqual([])
})

type Json = Readonly<Record<string, unknown>>

/** Terms of the Web Annotation context that annotations use. */
const ANNOTATION_TERMS =
  'id type motivation body target value format language source selector exact prefix suffix start end Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector'.split(
    ' ',
  )

/** Every name and every type. */
function termsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(termsOf)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => [name, ...(name === 'type' ? [member].flat().map(String) : termsOf(member))])
}
