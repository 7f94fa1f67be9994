import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Article } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { add, ask, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const ARTICLE = {
  text: 'Mina Adair said on Monday that 4,300 tonnes of rice had reached Ostrava.',
  title: 'Rice for Ostrava',
  publisher: 'The Ostrava Bell',
  url: 'https://bell.example/rice',
  publishedAt: '2024-05-08T09:00:00+02:00',
  externalId: 'cms-7',
  tags: ['trade'],
}

let service: TestService
beforeEach(async () => {
  service = await testService()
})
afterEach(() => service.close())

const get = <Body = Record<string, unknown>>(url: string, headers: Record<string, string> = {}) => ask<Body>(service.app, { url, headers })
const post = (payload: object, headers: Record<string, string> = {}, url = '/v1/articles') =>
  ask<Article & { status: string }>(service.app, { method: 'POST', url, payload, headers })
const remove = (id: string, headers: Record<string, string> = {}) =>
  ask<{ code?: string }>(service.app, { method: 'DELETE', url: `/v1/articles/${id}`, headers })

test('a new article is 201 with its address, the same again 200, other content a version', async () => {
  const first = await post(ARTICLE)
  expect([first.status, first.headers['location'], first.body.version]).toEqual([201, `/v1/articles/${first.body.id}`, 1])
  expect(first.body).toMatchObject({ ...ARTICLE, counts: { sentences: 1 } })
  expect(faultsOf('POST', '/v1/articles', first)).toEqual([])
  const same = await post(ARTICLE)
  expect([same.status, same.body]).toEqual([200, first.body])
  const changed = await post({ ...ARTICLE, text: ARTICLE.text.replace('4,300', '4,700') })
  expect([changed.status, changed.body.id, changed.body.version]).toEqual([201, first.body.id, 2])
  const versions = await get<{ items: { version: number }[] }>(`/v1/articles/${first.body.id}/versions`)
  expect(versions.body.items.map(({ version }) => version).sort()).toEqual([1, 2])
  expect((await get(`/v1/articles/${first.body.id}?version=1`)).body).toEqual(first.body)
  expect((await get<Article>(`/v1/articles/${first.body.id}`)).body.version).toBe(2)
})

test('an article can be sent back as its own fields say, nulls included', async () => {
  const { body } = await post({ text: ARTICLE.text })
  const { text, title, publisher, author, url, publishedAt, timezone, language, externalId, tags } = body
  const again = await post({ text, title, publisher, author, url, publishedAt, timezone, language, externalId, tags })
  expect([again.status, again.body.id]).toEqual([200, body.id])
})

test('lists leave the text out and filter', async () => {
  await post(ARTICLE)
  await post({ ...ARTICLE, url: 'https://other.example/1', publisher: 'Other', tags: [], publishedAt: '2024-06-01' })
  const urls = async (query: string) => (await get<{ items: Article[] }>(`/v1/articles?${query}`)).body.items.map(({ url }) => url)
  const list = await get<{ items: Article[] }>('/v1/articles')
  expect(faultsOf('GET', '/v1/articles', list)).toEqual([])
  expect(list.body.items.map((item) => 'text' in item)).toEqual([false, false])
  for (const query of ['tag=trade', 'publisher=The%20Ostrava%20Bell', 'to=2024-06-01', 'externalId=cms-7&tag=trade']) {
    expect(await urls(query), query).toEqual([ARTICLE.url])
  }
  expect(await urls('from=2024-06-01')).toEqual(['https://other.example/1'])
  expect(await urls('q=zebra')).toEqual([])
})

test('an article that the caller has is 304, until it changes', async () => {
  const { body, headers } = await post(ARTICLE)
  const url = `/v1/articles/${body.id}`
  const tag = (await get(url)).headers['etag']!
  expect(headers['etag']).toBe(tag)
  expect((await get(url, { 'if-none-match': tag })).status).toBe(304)
  expect((await get(`${url}?offsetUnit=utf16`, { 'if-none-match': tag })).status).toBe(200)
  await post({ ...ARTICLE, title: 'More rice' })
  expect((await get(url, { 'if-none-match': tag })).status).toBe(200)
})

test('a deletion under a condition happens only while the condition holds', async () => {
  const { body, headers } = await post(ARTICLE)
  await post({ ...ARTICLE, title: 'More rice' })
  expect((await remove(body.id, { 'if-match': headers['etag']! })).body.code).toBe('precondition_failed')
  const tag = (await get(`/v1/articles/${body.id}`)).headers['etag']!
  expect((await remove(body.id, { 'if-match': `"old", ${tag}` })).status).toBe(204)
})

test('a deleted article is gone with its facts, and comes back only when asked to', async () => {
  const { body } = await post(ARTICLE)
  const fact = (await get<{ items: { id: string }[] }>(`/v1/facts?article=${body.id}`)).body.items[0]!
  const gone = await remove(body.id)
  expect([gone.status, gone.text]).toEqual([204, ''])
  for (const part of ['', '/versions', '/annotations', '?version=1']) {
    expect((await get(`/v1/articles/${body.id}${part}`)).status, part).toBe(410)
  }
  expect((await get(`/v1/facts/${fact.id}`)).status).toBe(404)
  expect((await get<{ items: [] }>(`/v1/facts?article=${body.id}`)).body.items).toEqual([])
  expect((await remove(body.id)).body.code).toBe('article_gone')
  expect((await post(ARTICLE)).status).toBe(409)
  const restored = await post(ARTICLE, {}, '/v1/articles?restore=true')
  expect([restored.status, restored.body.id, restored.body.version]).toEqual([201, body.id, 2])
  const changes = await get<{ items: { type: string }[] }>('/v1/changes')
  expect(faultsOf('GET', '/v1/changes', changes)).toEqual([])
  const ofArticles = changes.body.items.map(({ type }) => type).filter((type) => type.startsWith('article.'))
  expect(ofArticles).toEqual(['article.added', 'article.deleted', 'article.added'])
})

test('an idempotency key gives the first answer again, to its owner, for its body', async () => {
  const key = { 'idempotency-key': 'k-1' }
  const first = await post(ARTICLE, key)
  await post({ ...ARTICLE, title: 'Meanwhile' })
  const replay = await post(ARTICLE, key)
  expect([replay.status, replay.body.version, replay.headers['idempotency-replayed']]).toEqual([201, first.body.version, 'true'])
  expect((await post({ ...ARTICLE, title: 'Other' }, key)).status).toBe(422)
  expect((await post(ARTICLE, key, '/v1/articles?restore=true')).status).toBe(422)
  expect((await post(ARTICLE, { 'idempotency-key': 'ü'.repeat(3) })).status).toBe(400)
})

test('a job is accepted, done, and names its article', async () => {
  await service.archive.startJobs()
  const accepted = await post(ARTICLE, { prefer: 'respond-async, wait=10' })
  expect(accepted.status).toBe(202)
  expect([accepted.headers['preference-applied'], accepted.headers['retry-after']]).toEqual(['respond-async', '1'])
  expect(faultsOf('POST', '/v1/articles', accepted)).toEqual([])
  const url = accepted.headers['location']!
  let job = await get<{ status: string; article?: { id: string } }>(url)
  for (let tries = 0; tries < 200 && job.body.status !== 'done'; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25))
    job = await get(url)
  }
  expect(faultsOf('GET', url, job)).toEqual([])
  expect(job.headers['retry-after']).toBeUndefined()
  const list = await get<{ items: object[] }>('/v1/jobs?status=done')
  expect(list.body.items).toEqual([job.body])
  expect(faultsOf('GET', '/v1/jobs', list)).toEqual([])
  expect((await get(`/v1/articles/${job.body.article!.id}`)).status).toBe(200)
})

test.each([
  [{}, '/text'],
  [{ text: 'a', html: '<p>b' }, '/text'],
  [{ text: '' }, '/text'],
  [{ text: 'a', publishedAt: '2019-04-24T15:45:00' }, '/publishedAt'],
  [{ text: 'a', publishedAt: '2019-02-29' }, '/publishedAt'],
  [{ text: 'a', publishedAt: '24 April 2019' }, '/publishedAt'],
  [{ text: 'a', timezone: 'Mars/Olympus' }, '/timezone'],
  [{ text: 'a', url: 'javascript:alert(1)' }, '/url'],
  [{ text: 'a', language: 'english, please' }, '/language'],
  [{ text: 'a', tags: 'summit' }, '/tags'],
  [{ text: 'a', tags: ['a', 7] }, '/tags/1'],
  [{ text: 'a', 'a/b~c': 1 }, '/a~1b~0c'],
])('%j is refused at %s', async (payload, pointer) => {
  for (const url of ['/v1/articles', '/v1/extract']) {
    const answer = await ask<{ errors: { pointer: string }[] }>(service.app, { method: 'POST', url, payload })
    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer])
  }
})

test('entities, stats and metrics know what was added', async () => {
  await add(service.app, ARTICLE)
  const entities = await get<{ items: { id: string; name: string }[] }>('/v1/entities?q=adair')
  expect(faultsOf('GET', '/v1/entities', entities)).toEqual([])
  const [mina] = entities.body.items
  expect(mina!.name).toBe('Mina Adair')
  const detail = await get(`/v1/entities/${mina!.id}`)
  expect(faultsOf('GET', `/v1/entities/${mina!.id}`, detail)).toEqual([])
  const stats = await get('/v1/stats')
  expect(faultsOf('GET', '/v1/stats', stats)).toEqual([])
  expect(stats.body).toMatchObject({ articles: 1, versions: 1 })
  const metrics = await get('/metrics')
  expect(metrics.text).toContain('attest_articles_total{outcome="created"} 1')
  expect(metrics.text).toContain('attest_http_request_seconds_count{route="/v1/articles",method="POST",status="201"} 1')
})
