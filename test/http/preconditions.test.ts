import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Article } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { ask, testService, type TestService } from './service.js'

const ARTICLE = {
  text: 'Mina Adair said on Monday that 4,300 tonnes of rice had reached Ostrava.',
  title: 'Rice for Ostrava',
  url: 'https://bell.example/rice',
  publishedAt: '2024-05-08T09:00:00+02:00',
}
const CHANGED = { ...ARTICLE, title: 'More rice for Ostrava' }

let service: TestService
beforeEach(async () => {
  service = await testService()
})
afterEach(() => service.close())

const post = (payload: object, headers: Record<string, string> = {}, url = '/v1/articles') =>
  ask<Article & { code?: string; status?: string }>(service.app, { method: 'POST', url, payload, headers })
const versions = async (id: string) => (await ask<{ items: [] }>(service.app, `/v1/articles/${id}/versions`)).body.items.length

describe('If-Match on a new version', () => {
  test('the tag of what is there lets one write through, and no second', async () => {
    const { body, headers } = await post(ARTICLE)
    const tag = headers['etag']!
    const written = await post(CHANGED, { 'if-match': tag })
    expect([written.status, written.body.version]).toEqual([201, 2])
    const lost = await post({ ...CHANGED, title: 'Less rice' }, { 'if-match': tag })
    expect([lost.status, lost.body.code]).toEqual([412, 'precondition_failed'])
    expect(faultsOf('POST', '/v1/articles', lost)).toEqual([])
    expect(await versions(body.id)).toBe(2)
  })

  test.each(['"zzz"', 'zzz', 'W/"zzz"', '', '"a", "b"'])('%j is the tag of no article', async (tag) => {
    const { body } = await post(ARTICLE)
    for (const payload of [ARTICLE, CHANGED, { text: 'Nothing of the kind is stored.' }]) {
      expect((await post(payload, { 'if-match': tag })).status).toBe(412)
    }
    expect(await versions(body.id)).toBe(1)
  })

  test('a weak tag never matches; a list, a compressed tag and one of other offsets do', async () => {
    const { body, headers } = await post(ARTICLE)
    const tag = headers['etag']!
    expect((await post(CHANGED, { 'if-match': `W/${tag}` })).status).toBe(412)
    expect((await post(ARTICLE, { 'if-match': `"old", ${tag}` })).status).toBe(200)
    expect((await post(ARTICLE, { 'if-match': tag.replace(/"$/, '-gzip"') })).status).toBe(200)
    const utf8 = (await ask(service.app, `/v1/articles/${body.id}?offsetUnit=utf8`)).headers['etag']!
    expect(utf8).not.toBe(tag)
    expect((await post(CHANGED, { 'if-match': utf8 })).status).toBe(201)
  })

  test('* wants an article that is there', async () => {
    expect((await post(ARTICLE, { 'if-match': '*' })).status).toBe(412)
    const { body } = await post(ARTICLE)
    expect((await post(CHANGED, { 'if-match': '*' })).status).toBe(201)
    await ask(service.app, { method: 'DELETE', url: `/v1/articles/${body.id}` })
    expect((await post(ARTICLE, { 'if-match': '*' })).status).toBe(409)
    expect((await post(ARTICLE, { 'if-match': '*' }, '/v1/articles?restore=true')).status).toBe(412)
  })

  test('of two who saw the same state and write at once, one is told', async () => {
    const { headers } = await post(ARTICLE)
    const titles = ['One', 'Two', 'Three', 'Four']
    const answers = await Promise.all(titles.map((title) => post({ ...ARTICLE, title }, { 'if-match': headers['etag']! })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412])
  })

  test('a page whose address is its own is held to it, too', async () => {
    const page = (title: string) => ({
      html: `<html><head><title>${title}</title><link rel="canonical" href="${ARTICLE.url}"></head><body><article><p>${ARTICLE.text}</p></article></body></html>`,
    })
    expect((await post(page('Rice'), { 'if-match': '*' })).status).toBe(412)
    const { headers } = await post(page('Rice'))
    expect((await post(page('More rice'), { 'if-match': '"zzz"' })).status).toBe(412)
    expect((await post(page('More rice'), { 'if-match': headers['etag']! })).status).toBe(201)
  })
})

test('If-None-Match: * creates, and replaces nothing', async () => {
  const { body } = await post(ARTICLE, { 'if-none-match': '*' })
  expect((await post(CHANGED, { 'if-none-match': '*' })).status).toBe(412)
  expect((await post(ARTICLE, { 'if-none-match': '*' })).status).toBe(412)
  await ask(service.app, { method: 'DELETE', url: `/v1/articles/${body.id}` })
  expect((await post(ARTICLE, { 'if-none-match': '*' }, '/v1/articles?restore=true')).status).toBe(201)
})

test('a failed condition spends no idempotency key', async () => {
  const { headers } = await post(ARTICLE)
  const key = { 'idempotency-key': 'k-1' }
  expect((await post(CHANGED, { ...key, 'if-match': '"zzz"' })).status).toBe(412)
  expect((await post(CHANGED, { ...key, 'if-match': headers['etag']! })).status).toBe(201)
  expect((await post(CHANGED, { ...key, 'if-match': headers['etag']! })).headers['idempotency-replayed']).toBe('true')
})

test('a job is refused at once where the condition fails already, and looks again when it runs', async () => {
  const job = { prefer: 'respond-async' }
  expect((await post(ARTICLE, { ...job, 'if-match': '"zzz"' })).status).toBe(412)
  const { headers } = await post(ARTICLE)
  const accepted = await Promise.all(['One', 'Two'].map((title) => post({ ...ARTICLE, title }, { ...job, 'if-match': headers['etag']! })))
  expect(accepted.map(({ status }) => status)).toEqual([202, 202])
  await service.archive.startJobs()
  const ends = accepted.map(async (answer) => {
    for (;;) {
      const { body } = await ask<{ status: string; error?: { code: string } }>(service.app, answer.headers['location']!)
      if (body.status === 'done' || body.status === 'failed') return body.error?.code ?? body.status
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  })
  expect((await Promise.all(ends)).sort()).toEqual(['done', 'precondition_failed'])
})

test('a long text that becomes a job is held to its condition', async () => {
  const text = `${ARTICLE.text}\n\n`.repeat(4000)
  expect((await post({ ...ARTICLE, text }, { 'if-match': '*' })).status).toBe(412)
  expect((await post({ ...ARTICLE, text })).status).toBe(202)
})

test.each(['If-Match', 'If-None-Match', 'Idempotency-Key'])('bulk says that %s does not apply', async (header) => {
  const answer = await ask<{ code: string; errors: object[] }>(service.app, {
    method: 'POST',
    url: '/v1/articles/bulk',
    headers: { 'content-type': 'application/x-ndjson', [header]: '"zzz"' },
    payload: JSON.stringify(ARTICLE) + '\n',
  })
  expect([answer.status, answer.body.code]).toEqual([400, 'invalid_request'])
  expect(answer.body.errors).toEqual([
    {
      pointer: `/${header.toLowerCase()}`,
      in: 'header',
      detail: 'does not apply to a stream of articles; send the article to POST /v1/articles',
    },
  ])
})
