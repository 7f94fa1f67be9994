import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { CSV_COLUMNS, csvCell } from '../../src/http/formats/csv.js'
import type { FactRecord } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { add, ask, samples, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let service: TestService
let all: FactRecord[]
beforeAll(async () => {
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
  all = await everything('/v1/facts?limit=500')
}, 60_000)
afterAll(() => service.close())

type Page = { items: FactRecord[]; next: string | null; facets?: Record<string, { value: string; count: number }[]> }
const get = (url: string, accept?: string) => ask<Page>(service.app, { url, ...(accept && { headers: { accept } }) })

/** All pages of a list, by following the `Link` header. */
async function everything(url: string): Promise<FactRecord[]> {
  const facts: FactRecord[] = []
  let next: string | undefined = url
  while (next !== undefined) {
    const { status, body, headers } = await get(next)
    expect(status).toBe(200)
    facts.push(...body.items)
    next = /^<(.*)>; rel="next"$/.exec(headers['link'] ?? '')?.[1]
    expect(next === undefined).toBe(body.next === null)
  }
  return facts
}

test('pages add up to the whole, in the same order', async () => {
  expect(all.length).toBeGreaterThan(20)
  expect(await everything('/v1/facts?limit=7')).toEqual(all)
})

test('stored bodies are answered as they are documented', async () => {
  expect(faultsOf('GET', '/v1/facts', await get('/v1/facts?limit=500&facets=kind,publisher,entity,status,unit'))).toEqual([])
})

const FILTERS: [string, (fact: FactRecord) => boolean][] = [
  ['kind=figure', ({ kind }) => kind === 'figure'],
  ['status=asserted&polarity=affirmed', ({ status, polarity }) => status === 'asserted' && polarity === 'affirmed'],
  ['attributed=true', ({ attribution }) => attribution.length > 0],
  ['publisher=Harbour%20Post', ({ article }) => article!.publisher === 'Harbour Post'],
  ['kind=role&publisher=Harbour%20Post', ({ kind, article }) => kind === 'role' && article!.publisher === 'Harbour Post'],
]
test.each(FILTERS)('%s finds exactly these', async (query, wanted) => {
  const found = (await everything(`/v1/facts?limit=500&${query}`)).map(({ id }) => id)
  expect(found).toEqual(all.filter(wanted).map(({ id }) => id))
  expect(found.length).toBeGreaterThan(0)
})

test('facets count what the list holds', async () => {
  const { body } = await get('/v1/facts?facets=kind')
  for (const { value, count } of body.facets!['kind']!) expect(count).toBe(all.filter(({ kind }) => kind === value).length)
})

test('NDJSON and CSV without limit hold everything, with limit a page', async () => {
  const lines = (await get('/v1/facts', 'application/x-ndjson')).text.trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as FactRecord).id)).toEqual(all.map(({ id }) => id))
  const page = await get('/v1/facts?limit=3', 'application/x-ndjson')
  expect(page.text.trimEnd().split('\n')).toEqual(lines.slice(0, 3))
  expect(page.headers['link']).toContain('rel="next"')
  const csv = await get('/v1/facts', 'text/csv')
  expect(csv.headers['content-type']).toContain('text/csv')
  const rows = parseCsv(csv.text)
  expect(rows[0]).toEqual(CSV_COLUMNS)
  expect(rows.slice(1).map(([id]) => id)).toEqual(all.map(({ id }) => id))
  expect(rows.every((row) => row.length === CSV_COLUMNS.length)).toBe(true)
  expect(rows.slice(1).map((row) => row[19])).toEqual(all.map(({ citations }) => citations[0]!.quote.replace(/^(?=[=+\-@\t\r])/, "'")))
})

/** RFC 4180, read without the code under test. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = []
  const cell = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/y
  let row: string[] = []
  while (cell.lastIndex < text.length) {
    const [, value, end] = cell.exec(text)!
    row.push(value!.startsWith('"') ? value!.slice(1, -1).replaceAll('""', '"') : value!)
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}

test('cells that a spreadsheet would run are text, numbers stay numbers', () => {
  expect(['=1+1', '+a', '-a', '@x', '\tx', '\rx', 'a,b', 'a"b', 'a\nb', 'plain', -5, null].map(csvCell)).toEqual([
    "'=1+1",
    "'+a",
    "'-a",
    "'@x",
    "'\tx",
    '"\'\rx"',
    '"a,b"',
    '"a""b"',
    '"a\nb"',
    'plain',
    '-5',
    '',
  ])
})

test('JSON-LD is a page of Web Annotations with selectors and provenance', async () => {
  const { body, headers } = await get('/v1/facts?limit=2', 'application/ld+json')
  expect(headers['content-type']).toContain('application/ld+json')
  expect(body).toMatchObject({
    type: 'AnnotationPage',
    '@context': ['http://www.w3.org/ns/anno.jsonld', { prov: 'http://www.w3.org/ns/prov#' }],
  })
  const [fact] = all
  const citation = fact!.citations[0]!
  expect(body.items[0]).toMatchObject({
    id: `urn:attest:${fact!.id}`,
    type: 'Annotation',
    body: [{ type: 'TextualBody', value: fact!.summary }, { type: 'schema:Claim' }],
    target: [
      {
        source: fact!.article!.url,
        selector: [
          { type: 'TextQuoteSelector', exact: citation.quote, prefix: citation.prefix, suffix: citation.suffix },
          { type: 'TextPositionSelector', start: citation.start, end: citation.end },
        ],
      },
    ],
    'prov:wasDerivedFrom': { 'dcterms:issued': fact!.article!.publishedAt },
  })
})

test('the timeline has dated facts, the earliest first', async () => {
  const { body } = await get('/v1/timeline?limit=500')
  const dated = all.filter(({ time }) => time?.from && time.to)
  expect(body.items.map(({ id }) => id).sort()).toEqual(dated.map(({ id }) => id).sort())
  const starts = body.items.map(({ time }) => Date.parse((time!.from ?? time!.to)!))
  expect(starts).toEqual([...starts].sort((a, b) => a - b))
})

test('a list and a fact are not sent again to those who have them', async () => {
  for (const url of ['/v1/facts?kind=role', `/v1/facts/${all[0]!.id}`, '/v1/entities?limit=2']) {
    const first = await ask(service.app, url)
    expect(first.headers['etag']).toMatch(/^"[\w-]+"$/)
    const second = await ask(service.app, { url, headers: { 'if-none-match': `"other", W/${first.headers['etag']}` } })
    expect([second.status, second.text, second.headers['etag']]).toEqual([304, '', first.headers['etag']])
    const zipped = await service.app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
    if (zipped.headers['content-encoding'] === 'gzip') expect(zipped.headers.etag).toBe(first.headers['etag']!.replace(/"$/, '-gzip"'))
    const again = await ask(service.app, { url, headers: { 'accept-encoding': 'gzip', 'if-none-match': String(zipped.headers.etag) } })
    expect(again.status).toBe(304)
  }
})

test('a HEAD request has the headers of the answer and no body', async () => {
  for (const accept of ['application/json', 'text/csv', 'application/x-ndjson']) {
    const head = await service.app.inject({ method: 'HEAD', url: '/v1/facts', headers: { accept } })
    expect([head.statusCode, head.body]).toEqual([200, ''])
    expect(head.headers['content-type']).toContain(accept)
  }
})

test.each([
  'sort=value',
  'sort=relevance',
  'limit=0',
  'limit=501',
  'limit=1e2',
  'limit=5&limit=6',
  'kind=rumour',
  'from=2024-02-30',
  'from=yesterday',
  'min=abc',
  'attributed=yes',
  'facets=kind,shoe',
  'offsetUnit=bytes',
  'q=%00',
  'nothing=1',
])('%s is refused with its place', async (query) => {
  const answer = await ask<{ code: string; errors: { pointer: string }[] }>(service.app, `/v1/facts?${query}`)
  expect(answer.status).toBe(400)
  expect(answer.body.errors[0]!.pointer).toBe(`/${query.split('=')[0]}`)
})
