import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ArchiveError } from '../../src/archive/archive.js'
import { PROBLEMS, type ProblemBody, type ProblemCode } from '../../src/http/problems.js'
import type { InjectOptions } from 'fastify'
import { add, ask, testService, type TestService } from './service.js'
import { faultsOf } from './conformance.js'
import { StoreError } from '../../src/store/store-error.js'
import type { Space } from '../../src/store/port.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const KEY = 'read:reader-key-0123456789,write:writer-key-0123456789'
const article = { text: 'Mina Adair met Otto Blum in Riga on Monday.', url: 'https://a.example/1', publishedAt: '2024-05-01' }
const json = { 'content-type': 'application/json' }
const post = (url: string, payload: string | object, headers: Record<string, string> = json): InjectOptions => ({
  method: 'POST',
  url,
  payload,
  headers,
})

let service: TestService
let guarded: TestService
let id: string
let deleted: string

beforeAll(async () => {
  service = await testService({ env: { BODY_LIMIT: '2MiB' } })
  guarded = await testService({ env: { API_KEYS: KEY, RATE_LIMIT: '2' } })
  id = (await add(service.app, article)).body.id
  deleted = (await add(service.app, { ...article, url: 'https://a.example/2' })).body.id
  await ask(service.app, { method: 'DELETE', url: `/v1/articles/${deleted}` })
})
afterAll(() => Promise.all([service.close(), guarded.close()]))

const key = (value: string, rest: Record<string, string> = json) => ({ ...rest, authorization: `Bearer ${value}` })

/** A request for each error that a request can bring about by itself. */
const REQUESTS: Partial<Record<ProblemCode, () => [TestService, InjectOptions]>> = {
  invalid_request: () => [service, post('/v1/articles', { text: 'a', titel: 'b' })],
  invalid_json: () => [service, post('/v1/articles', '{"text": "a"')],
  invalid_text: () => [service, post('/v1/articles', '{"text": "a\\u0000b"}')],
  invalid_url: () => [service, { url: '/v1/facts?q=%ff' }],
  invalid_cursor: () => [service, { url: '/v1/facts?cursor=abc' }],
  unauthorized: () => [guarded, { url: '/v1/facts' }],
  forbidden: () => [guarded, post('/v1/articles', article, key('reader-key-0123456789'))],
  host_not_allowed: () => [service, { url: '/v1/facts', headers: { host: 'evil.example' } }],
  route_not_found: () => [service, { url: '/v2' }],
  article_not_found: () => [service, { url: '/v1/articles/art_0' }],
  version_not_found: () => [service, { url: `/v1/articles/${id}?version=9` }],
  fact_not_found: () => [service, { url: '/v1/facts/fct_0' }],
  entity_not_found: () => [service, { url: '/v1/entities/ent_0' }],
  job_not_found: () => [service, { url: '/v1/jobs/job_0' }],
  method_not_allowed: () => [service, { method: 'PUT', url: '/v1/facts' }],
  not_acceptable: () => [service, { url: '/v1/facts', headers: { accept: 'image/png' } }],
  article_deleted: () => [service, post('/v1/articles', { ...article, url: 'https://a.example/2' })],
  article_gone: () => [service, { url: `/v1/articles/${deleted}` }],
  precondition_failed: () => [service, { method: 'DELETE', url: `/v1/articles/${id}`, headers: { 'if-match': '"old"' } }],
  body_too_large: () => [service, post('/v1/articles', { text: 'a'.repeat(2 * 1024 * 1024) })],
  unsupported_media_type: () => [service, post('/v1/articles', 'text', { 'content-type': 'text/plain' })],
  no_main_content: () => [service, post('/v1/articles', { html: '<html><body></body></html>' })],
}

const ask1 = async ([{ app }, request]: [TestService, InjectOptions]) => ask<ProblemBody>(app, request)

describe.each(Object.entries(REQUESTS) as [ProblemCode, () => [TestService, InjectOptions]][])('%s', (code, request) => {
  test('is answered as problem details, as the document says', async () => {
    const [at, asked] = request()
    const answer = await ask1([at, asked])
    expect(answer.body).toMatchObject({ code, status: PROBLEMS[code].status, title: PROBLEMS[code].title, type: `/docs/errors/${code}` })
    expect(answer.status).toBe(PROBLEMS[code].status)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.body.requestId).toBe(answer.headers['x-request-id'])
    const path = (asked.url as string).split('?')[0]!
    expect(answer.body.instance).toBe(path)
    expect(faultsOf(asked.method ?? 'GET', path, answer)).toEqual([])
  })
})

test('a fault of ours says nothing about itself, and the log says it', async () => {
  const broken = await testService({
    replace: ({ store }) => ({ store: { ...store, stats: () => Promise.reject(new Error('secret path')) } }),
  })
  const answer = await ask<ProblemBody>(broken.app, '/v1/stats')
  expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
  expect(answer.text).not.toContain('secret')
  await broken.close()
})

test.each(['idempotency_key_in_flight', 'idempotency_key_reused', 'overloaded', 'shutting_down', 'no_main_content'] as const)(
  'what the archive refuses with %s is passed on in its words',
  async (code) => {
    const refusing = await testService({
      replace: ({ archive }) => ({ archive: { ...archive, add: () => Promise.reject(new ArchiveError(code, 'in its words')) } }),
    })
    const answer = await ask<ProblemBody>(refusing.app, post('/v1/articles', article))
    expect(answer.body).toMatchObject({ code, status: PROBLEMS[code].status, detail: 'in its words' })
    expect(faultsOf('POST', '/v1/articles', answer)).toEqual([])
    expect(answer.headers['retry-after']).toBe(PROBLEMS[code].status === 503 ? '5' : undefined)
    await refusing.close()
  },
)

test('not_ready names what is wrong', async () => {
  const sick = await testService({ replace: ({ store }) => ({ store: { ...store, ready: () => Promise.resolve(false) } }) })
  const answer = await ask<ProblemBody>(sick.app, '/readyz')
  expect(answer.body).toMatchObject({ code: 'not_ready', detail: 'the database cannot be written to.' })
  expect(faultsOf('GET', '/readyz', answer)).toEqual([])
  expect((await ask(sick.app, '/livez')).status).toBe(200)
  await sick.close()
})

test.each([
  ['full', 507, 'storage_full', '30'],
  ['busy', 503, 'not_ready', '5'],
  ['unavailable', 503, 'not_ready', '5'],
] as const)('a store that is %s is told apart from a fault of ours', async (fault, status, code, later) => {
  const fails = () => Promise.reject(new StoreError(fault, 'in its words'))
  const sick = await testService({
    replace: ({ store, archive }) => ({ store: { ...store, facts: fails }, archive: { ...archive, add: fails, remove: fails } }),
  })
  const requests: [string, string, InjectOptions][] = [
    ['POST', '/v1/articles', post('/v1/articles', article)],
    ['DELETE', '/v1/articles/{id}', { method: 'DELETE', url: `/v1/articles/${id}` }],
  ]
  if (fault !== 'full') requests.push(['GET', '/v1/facts', { url: '/v1/facts' }])
  for (const [method, route, request] of requests) {
    const answer = await ask<ProblemBody>(sick.app, request)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([status, code, 'in its words'])
    expect(answer.headers['retry-after']).toBe(later)
    expect(faultsOf(method, route, answer)).toEqual([])
  }
  const line = (await ask(sick.app, post('/v1/articles/bulk', JSON.stringify(article), { 'content-type': 'application/x-ndjson' }))).text
  expect(JSON.parse(line)).toMatchObject({ line: 1, status, error: { code, detail: 'in its words' } })
  await sick.close()
})

test('while the disk is nearly full nothing is added, and reading and deleting go on', async () => {
  let space: Space = 'ample'
  const filling = await testService({ store: (store) => ({ ...store, space: () => Promise.resolve(space) }) })
  const kept = (await add(filling.app, article)).body.id
  space = 'scarce'
  const refused = await ask<ProblemBody>(filling.app, post('/v1/articles', { ...article, url: 'https://a.example/more' }))
  expect([refused.status, refused.body.code]).toEqual([507, 'storage_full'])
  expect(refused.body.detail).toMatch(/nearly full/)
  const later = { prefer: 'respond-async', ...json }
  expect((await ask(filling.app, post('/v1/articles', article, later))).status).toBe(507)
  expect((await ask<ProblemBody>(filling.app, '/readyz')).body).toMatchObject({ code: 'not_ready', detail: 'the disk is nearly full.' })
  expect((await ask(filling.app, '/v1/facts')).status).toBe(200)
  expect((await ask(filling.app, { method: 'DELETE', url: `/v1/articles/${kept}` })).status).toBe(204)
  space = 'ample'
  expect((await add(filling.app, { ...article, url: 'https://a.example/more' })).status).toBe(201)
  expect((await ask(filling.app, '/readyz')).status).toBe(200)
  await filling.close()
})

test('rate_limited comes with the headers of the draft', async () => {
  const request = { url: '/v1/stats', headers: key('reader-key-0123456789', {}) }
  const limited = await testService({ env: { API_KEYS: KEY, RATE_LIMIT: '2' } })
  const first = await ask(limited.app, request)
  expect(first.status).toBe(200)
  expect(first.headers['ratelimit-policy']).toBe('"minute";q=2;w=60')
  expect(first.headers['ratelimit']).toBe('"minute";r=1;t=60')
  await ask(limited.app, request)
  const last = await ask<ProblemBody>(limited.app, request)
  expect([last.status, last.body.code, last.headers['ratelimit']]).toEqual([
    429,
    'rate_limited',
    expect.stringMatching(/^"minute";r=0;t=\d+$/),
  ])
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  expect(faultsOf('GET', '/v1/stats', last)).toEqual([])
  expect((await ask(limited.app, { ...request, headers: key('writer-key-0123456789', {}) })).status).toBe(200)
  expect((await ask(limited.app, '/livez')).headers['ratelimit']).toBeUndefined()
  await limited.close()
})

test('405 names the methods', async () => {
  expect((await ask(service.app, { method: 'PUT', url: '/v1/facts' })).headers['allow']).toBe('GET, HEAD, OPTIONS')
  expect((await ask(service.app, { method: 'POST', url: `/v1/articles/${id}` })).headers['allow']).toBe('GET, HEAD, PATCH, DELETE, OPTIONS')
})

test('the limit of /v1/extract is that of the text, and names the way by job; a page around it may be longer', async () => {
  const MIB = 1024 * 1024
  const roomy = await testService({ env: { BODY_LIMIT: '8MiB' } })
  const refused = ['a'.repeat(MIB + 1), 'é'.repeat(MIB / 2 + 1)].map((text) => ({ text }))
  for (const body of [...refused, { html: `<article><p>${'a'.repeat(MIB + 1)}</p></article>` }]) {
    const answer = await ask<ProblemBody>(roomy.app, post('/v1/extract', body))
    expect([answer.status, answer.body]).toMatchObject([413, { code: 'body_too_large' }])
    expect(answer.body.detail).toContain('respond-async')
  }
  const picture = `<img src="data:image/png;base64,${'A'.repeat(2 * MIB)}"><script>${'let a = 1;'.repeat(MIB / 10)}</script>`
  const page = {
    html: `<article>${picture}<p>The quay was closed on Monday, the harbour office said, after the storm had broken its wall.</p></article>`,
  }
  const answer = await ask<{ text: string }>(roomy.app, post('/v1/extract', page))
  expect([answer.status, answer.body.text]).toEqual([200, expect.stringMatching(/^The quay was closed/)])
  await roomy.close()
})

describe('pages', () => {
  test.each(Object.keys(PROBLEMS))('%s has a page', async (code) => {
    const page = await ask(service.app, `/docs/errors/${code}`)
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.text).toContain(`<code>${code}</code>`)
  })

  test('the list names them all, and nothing else has a page', async () => {
    const index = (await ask(service.app, '/docs/errors')).text
    const listed = [...index.matchAll(/href="\/docs\/errors\/(\w+)"/g)].map(([, code]) => code)
    expect(listed).toEqual(Object.keys(PROBLEMS))
    expect((await ask(service.app, '/docs/errors/constructor')).status).toBe(404)
  })
})

test('every code of the table is brought about by a test here', () => {
  const elsewhere = [
    'internal_error',
    'idempotency_key_in_flight',
    'idempotency_key_reused',
    'overloaded',
    'shutting_down',
    'keys_unavailable', // keys.test.ts
    'not_ready',
    'rate_limited',
    'storage_full',
  ]
  const inProtocol = ['bad_http', 'headers_too_large', 'request_timeout', 'expectation_failed', 'range_not_satisfiable', 'request_refused']
  expect(Object.keys(PROBLEMS).sort()).toEqual([...Object.keys(REQUESTS), ...elsewhere, ...inProtocol].sort())
})
