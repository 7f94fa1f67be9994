import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProblemBody } from '../../src/http/problems.js'
import { add, ask, samples, testService, type TestService } from './service.js'

let service: TestService
beforeAll(async () => {
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
})
afterAll(() => service.close())

const listed = async (query: string): Promise<readonly unknown[]> => {
  const { status, body } = await ask<{ items: readonly unknown[] }>(service.app, `/v1/facts?limit=500&${query}`)
  expect(status, query).toBe(200)
  return body.items
}
const refused = async (method: 'GET' | 'POST', url: string, more: object = {}): Promise<ProblemBody> => {
  const { status, body } = await ask<ProblemBody>(service.app, { method, url, ...more })
  expect(status).toBe(body.status)
  return body
}

test('a parameter without a value, as forms send it, counts as absent', async () => {
  const all = await listed('kind=figure')
  expect(await listed('kind=figure&q=&publisher=&from=&attributed=&cursor=')).toEqual(all)
  expect(all.length).toBeGreaterThan(0)
  expect(await refused('GET', '/v1/search?q=')).toMatchObject({ status: 400, errors: [{ pointer: '/q', detail: 'is missing' }] })
  expect(await refused('GET', '/v1/facts?knd=')).toMatchObject({
    status: 400,
    errors: [{ pointer: '/knd', detail: 'is not a known name' }],
  })
})

test.each([
  ['true', ['1', 'True', 'TRUE']],
  ['false', ['0', 'False']],
])('%s is read as others write it', async (value, others) => {
  const expected = await listed(`attributed=${value}`)
  expect(expected.length).toBeGreaterThan(0)
  for (const other of others) expect(await listed(`attributed=${other}`)).toEqual(expected)
  expect((await refused('GET', '/v1/facts?attributed=maybe')).errors).toMatchObject([
    { pointer: '/attributed', detail: 'must be true or false' },
  ])
})

describe('bodies', () => {
  const json = { 'content-type': 'application/json' }
  test.each(['/v1/articles', '/v1/extract', '/v1/verify'])('an empty one for %s is called empty', async (url) => {
    for (const headers of [json, {}])
      expect(await refused('POST', url, { headers })).toMatchObject({
        status: 400,
        detail: 'The body is empty.',
        errors: [{ detail: 'is empty' }],
      })
  })

  test('of another kind: the refusal names what the route reads', async () => {
    const html = { headers: { 'content-type': 'text/html' }, payload: '<p>' }
    expect((await refused('POST', '/v1/articles', html)).detail).toBe('The body came as text/html; this route reads application/json.')
    expect((await refused('POST', '/v1/articles/bulk', { headers: json, payload: '{}' })).detail).toBe(
      'The body came as application/json; this route reads application/x-ndjson, application/ndjson, application/jsonl.',
    )
  })

  test.each(['application/x-ndjson', 'application/ndjson', 'application/jsonl'])('bulk reads %s', async (type) => {
    const { status, text } = await ask(service.app, {
      method: 'POST',
      url: '/v1/articles/bulk',
      headers: { 'content-type': type },
      payload: JSON.stringify(samples()[0]),
    })
    expect([status, (JSON.parse(text) as { status: number }).status]).toEqual([200, 200])
  })

  test.each(['text/odd', 'json', '/', ''])('a request that takes none may send one, of type %j', async (type) => {
    const answer = await ask<ProblemBody>(service.app, {
      method: 'DELETE',
      url: '/v1/articles/art_0',
      headers: { 'content-type': type },
      payload: 'x',
    })
    expect(answer.body.code).toBe('article_not_found')
  })
})

test('what does not fit its schema is refused in words of our own', async () => {
  const fault = async (url: string, payload?: object): Promise<string> => {
    const refusal = await (payload ? refused('POST', url, { payload }) : refused('GET', url))
    return `${refusal.errors![0]!.pointer} ${refusal.errors![0]!.detail}`
  }
  expect(await fault('/v1/exports/facts')).toBe('/format is missing')
  expect(await fault('/v1/exports/facts?format=xml')).toBe('/format must be one of ndjson, csv, jsonld')
  expect(await fault('/v1/facts?kind=figure,event,rumour')).toBe('/kind "rumour" must be one of figure, event, quote, role')
  expect(await fault(`/v1/facts?event=${'a'.repeat(501)}`)).toMatch(/^\/event "a+" must have at most 500 characters$/)
  expect(await fault('/v1/articles', { text: 5 })).toBe('/text must be a string')
  expect(await fault('/v1/articles', { text: '' })).toBe('/text must not be empty')
  expect(await fault('/v1/articles', { text: 'a', tags: 'b' })).toBe('/tags must be a list')
  expect(await fault('/v1/articles', { text: 'a', tags: ['b'.repeat(201)] })).toBe('/tags/0 must have at most 200 characters')
  expect(await fault('/v1/verify', [])).toBe(' must not be empty')
  expect(await fault('/v1/verify', Array(101).fill({ quote: 'a' }))).toBe(' must have at most 100 items')
  expect(await fault('/v1/verify', [{ quote: 'a' }, 5])).toBe('/1 must be an object')
})

test.each([
  ['/v1/entities?type=PERSON&type=LOCATION', '/v1/entities?type=PERSON,LOCATION', 'type', ['PERSON', 'LOCATION']],
  ['/v1/facts?kind=role&kind=figure', '/v1/facts?kind=role,figure', 'kind', ['role', 'figure']],
])('several values: %s', async (repeated, listed, field, values) => {
  const [one, other] = await Promise.all(
    [repeated, listed].map((url) => ask<{ items: Record<string, string>[] }>(service.app, `${url}&limit=500`)),
  )
  expect(new Set(one!.body.items.map((item) => item[field]))).toEqual(new Set(values))
  expect(other!.body.items).toEqual(one!.body.items)
})

test.each([
  ['PATCH', '/v1/articles/art_0', 'application/json, application/merge-patch+json'],
  ['POST', '/v1/articles', 'application/json'],
] as const)('%s %s says which types of body it reads', async (method, url, reads) => {
  const answer = await ask<ProblemBody>(service.app, { method, url, headers: { 'content-type': 'text/plain' }, payload: 'x' })
  expect(answer.body.detail).toBe(`The body came as text/plain; this route reads ${reads}.`)
})

test('a merge patch is no way to add an article', async () => {
  const headers = { 'content-type': 'application/merge-patch+json' }
  const answer = await ask<ProblemBody>(service.app, { method: 'POST', url: '/v1/articles', headers, payload: '{"text":"x"}' })
  expect(answer.body.code).toBe('unsupported_media_type')
})
