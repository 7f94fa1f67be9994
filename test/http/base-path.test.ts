import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutBase } from '../../src/http/base-path.js'
import { ask, samples, testService, type TestService } from './service.js'

let service: TestService
beforeAll(async () => {
  service = await testService({ env: { BASE_PATH: '/news/attest' } })
})
afterAll(() => service.close())

// A proxy may take the path off or leave it on; the answers are the same.
describe.each(['', '/news/attest'])('asked under "%s"', (asked) => {
  const at = <Body>(path: string, more: object = {}) => ask<Body>(service.app, { url: `${asked}${path}`, ...more })

  test('addresses of articles, jobs and pages begin with the base path', async () => {
    for (const payload of samples()) {
      const { headers } = await at('/v1/articles', { method: 'POST', payload })
      expect(headers['location']).toMatch(/^\/news\/attest\/v1\/articles\/art_/)
    }
    const job = await at('/v1/articles', { method: 'POST', payload: samples()[0], headers: { prefer: 'respond-async' } })
    expect(job.headers['location']).toMatch(/^\/news\/attest\/v1\/(jobs|articles)\//)
    const { headers } = await at('/v1/facts?limit=1')
    expect(headers['link']).toMatch(/^<\/news\/attest\/v1\/facts\?limit=1&cursor=[^>]+>; rel="next"$/)
    const next = await ask(service.app, /<(.*)>/.exec(headers['link']!)![1]!)
    expect(next.status).toBe(200)
  })

  test('so do those in JSON-LD', async () => {
    const { text } = await at('/v1/facts?limit=1', { headers: { accept: 'application/ld+json' } })
    const page = JSON.parse(text) as { id: string; next: string }
    expect([page.id, page.next].every((address) => address.startsWith('/news/attest/v1/facts?'))).toBe(true)
  })

  test('so do those of problems, in bulk too, and their pages are there', async () => {
    const { body } = await at<{ type: string; instance: string }>('/v1/nothing')
    expect(body).toMatchObject({ type: '/news/attest/docs/errors/route_not_found', instance: '/news/attest/v1/nothing' })
    const bulk = await at('/v1/articles/bulk', { method: 'POST', payload: '{}\n', headers: { 'content-type': 'application/x-ndjson' } })
    expect((JSON.parse(bulk.text) as { error: { type: string } }).error.type).toBe('/news/attest/docs/errors/invalid_request')
    const page = await ask(service.app, body.type)
    expect([page.status, [...page.text.matchAll(/href="([^"]+)"/g)].every(([, href]) => href!.startsWith('/news/attest/docs'))]).toEqual([
      200,
      true,
    ])
  })

  test('so do the document, Swagger UI and redirects', async () => {
    const document = (await at<{ servers: unknown; info: { description: string } }>('/openapi.json')).body
    expect(document.servers).toEqual([{ url: '/news/attest' }])
    expect(document.info.description).toContain('](/news/attest/docs/')
    expect((await at<{ servers: unknown }>('/docs/json')).body.servers).toEqual([{ url: '/news/attest' }])
    expect((await at('/docs')).text).toContain('src="/news/attest/docs/static/swagger-ui-bundle.js"')
    expect((await at('/')).headers['location']).toBe('/news/attest/docs')
    expect((await at('/docs/static/index.html')).headers['location']).toBe('/news/attest/docs/')
  })
})

test('only whole steps of a path are taken off', () => {
  expect(['/a', '/a/', '/a/b?c', '/a?b', '/ab', '/b/a', 'http://x/a/b', 'http://x'].map((url) => withoutBase(url, '/a'))).toEqual([
    '/',
    '/',
    '/b?c',
    '/?b',
    '/ab',
    '/b/a',
    '/b',
    '/',
  ])
})

test('the rate limit goes by the caller that a trusted proxy names, and by nobody else', async () => {
  const statuses = async (env: Record<string, string>, addresses: readonly string[]): Promise<number[]> => {
    const limited = await testService({ env: { RATE_LIMIT: '1', ...env } })
    const answers = []
    for (const address of addresses)
      answers.push((await ask(limited.app, { url: '/v1/stats', headers: { 'x-forwarded-for': address } })).status)
    await limited.close()
    return answers
  }
  expect(await statuses({}, ['203.0.113.1', '203.0.113.2'])).toEqual([200, 429])
  expect(await statuses({ TRUST_PROXY: 'loopback' }, ['203.0.113.1', '203.0.113.2', '203.0.113.1'])).toEqual([200, 200, 429])
  expect(await statuses({ TRUST_PROXY: '1' }, ['1.1.1.1, 203.0.113.1', '2.2.2.2, 203.0.113.1'])).toEqual([200, 429])
})
