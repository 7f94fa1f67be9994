import type { FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { afterEach, expect, test, vi } from 'vitest'
import type { ApiKeyRecord } from '../../src/store/port.js'
import { OPERATIONS } from '../../src/http/operations.js'
import { linkToNext } from '../../src/http/paging.js'
import { createRateLimit } from '../../src/http/rate-limit.js'
import { add, ask, samples, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const READ = 'reader-key-0123456789'
const WRITE = 'writer-key-0123456789'
let service: TestService | undefined
afterEach(() => service?.close())

const open = async (env: Record<string, string> = {}): Promise<TestService> => (service = await testService({ env }))

const status = async (
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  key?: string,
  headers: Record<string, string> = {},
): Promise<number> => {
  const url = path.replaceAll(/\{\w+\}/g, 'x_0')
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` }
  return (await ask(service!.app, { method, url, headers: { ...authorization, ...headers } })).status
}

test('every route asks for the scope it is documented with', async () => {
  await open({ API_KEYS: `read:${READ},write:${WRITE}` })
  for (const { method, path, scope, operationId } of OPERATIONS) {
    const refused = async (key?: string): Promise<boolean> => [401, 403].includes(await status(method, path, key))
    expect([await refused(), await refused(READ), await refused(WRITE), await refused('unknown-key-0123456789')], operationId).toEqual(
      scope === 'open' ? [false, false, false, false] : [true, scope === 'write', false, true],
    )
  }
})

test('the documentation is open to everybody', async () => {
  await open({ API_KEYS: `read:${READ}` })
  for (const path of ['/openapi.json', '/docs/', '/docs/errors', '/docs/errors/forbidden', '/docs/static/swagger-ui.css']) {
    expect(await status('GET', path), path).toBe(200)
  }
})

test('401 says how to come in', async () => {
  const { app } = await open({ API_KEYS: `read:${READ}` })
  for (const authorization of [undefined, 'Basic abc', 'Bearer', `Bearer ${READ}x`, `Bearer ${READ} x`]) {
    const answer = await ask(app, { url: '/v1/stats', headers: authorization === undefined ? {} : { authorization } })
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([401, 'Bearer realm="attest"'])
  }
})

test('a stored key is asked for as soon as it exists, and no longer known once revoked', async () => {
  const hash = createHash('sha256').update(READ).digest('hex')
  const key: ApiKeyRecord = { id: 'key_1', name: 'test', scope: 'read', hash, createdAt: '2024-01-01T00:00:00Z', revokedAt: null }
  const withKeys = async (keys: readonly ApiKeyRecord[]): Promise<void> => {
    service = await testService({ replace: ({ store }) => ({ store: { ...store, apiKeys: async () => keys } }) })
  }
  await withKeys([])
  expect(await status('GET', '/v1/stats')).toBe(200)
  await service!.close()
  await withKeys([key])
  expect([await status('GET', '/v1/stats'), await status('GET', '/v1/stats', READ), await status('POST', '/v1/articles', READ)]).toEqual([
    401, 200, 403,
  ])
  await service!.close()
  await withKeys(
    [key, { ...key, id: 'key_2', hash: 'f'.repeat(64) }].map((one) => (one === key ? { ...key, revokedAt: '2024-01-02T00:00:00Z' } : one)),
  )
  expect(await status('GET', '/v1/stats', READ)).toBe(401)
})

test('without a key only this machine is served, under its own name', async () => {
  await open()
  const names = [
    'localhost',
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:3000',
    'attest.localhost',
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example',
  ]
  const statuses = await Promise.all(names.map((host) => status('GET', '/v1/stats', undefined, { host })))
  expect(statuses).toEqual([200, 200, 200, 200, 200, 403, 403, 403])
  expect(await status('GET', '/livez', undefined, { host: 'evil.example' })).toBe(200)
})

test('on an open address a key is needed even when the last one was revoked; AUTH=none asks nobody', async () => {
  await open({ HOST: '0.0.0.0' })
  expect(await status('GET', '/v1/stats')).toBe(401)
  await service!.close()
  await open({ HOST: '0.0.0.0', AUTH: 'none' })
  expect(await status('GET', '/v1/stats', undefined, { host: 'attest.example' })).toBe(200)
})

test('guessing keys is limited by address', async () => {
  await open({ API_KEYS: `read:${READ}`, RATE_LIMIT: '3' })
  const statuses: number[] = []
  for (let n = 0; n < 5; n++) statuses.push(await status('GET', '/v1/stats', `guess-number-${n}-0000000`))
  expect(statuses).toEqual([401, 401, 401, 429, 429])
  expect(await status('GET', '/v1/stats', READ)).toBe(200)
})

test('a window ends after a minute', () => {
  let now = 0
  const take = createRateLimit(1, () => now)
  expect(take('a')['ratelimit']).toBe('"minute";r=0;t=60')
  expect(() => take('a')).toThrow()
  now = 45_000
  expect(() => take('a')).toThrow()
  now = 60_000
  expect(take('a')['ratelimit']).toBe('"minute";r=0;t=60')
})

test('CORS is off until origins are set', async () => {
  const preflight = {
    method: 'OPTIONS' as const,
    url: '/v1/facts',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'GET' },
  }
  await open()
  expect((await ask(service!.app, preflight)).headers['access-control-allow-origin']).toBeUndefined()
  await service!.close()
  await open({ CORS_ORIGINS: 'https://app.example', API_KEYS: `read:${READ}` })
  const allowed = await ask(service!.app, preflight)
  expect([allowed.status, allowed.headers['access-control-allow-origin']]).toEqual([204, 'https://app.example'])
  const other = await ask(service!.app, { ...preflight, headers: { ...preflight.headers, origin: 'https://evil.example' } })
  expect(other.headers['access-control-allow-origin']).toBeUndefined()
})

test('CORS knows every method of the routes', async () => {
  await open({ CORS_ORIGINS: '*' })
  const { headers } = await ask(service!.app, {
    method: 'OPTIONS',
    url: '/v1/facts',
    headers: { origin: 'https://app.example', 'access-control-request-method': 'PATCH' },
  })
  const allowed = headers['access-control-allow-methods']!.split(', ')
  expect(OPERATIONS.map(({ method }) => method).filter((method) => !allowed.includes(method))).toEqual([])
  // Without the headers of a preflight: no error of a shape of its own.
  const odd = await ask(service!.app, { method: 'OPTIONS', url: '/v1/nothing', headers: { origin: 'https://app.example' } })
  expect([odd.status, odd.text]).toEqual([204, ''])
})

test('what a caller writes into an address or a request id ends no header', async () => {
  const { app } = await open()
  for (const sample of samples()) await add(app, sample)
  const { headers } = await ask(app, '/v1/facts?limit=1&q=Russia%20%22%3E&kind=event&q=')
  expect(headers['link'] ?? '').not.toMatch(/[\r\n]/)
  const odd = await ask(app, '/v1/entities?limit=1&q=>;rel="evil",<x')
  expect([odd.status, odd.headers['link']]).toEqual([200, undefined])
  expect(linkToNext({ url: '/v1/facts?q=a>;rel="evil",<b\u00e9' } as FastifyRequest, 'c')['link']).toBe(
    '</v1/facts?q=a%3E;rel=%22evil%22,%3Cb%C3%A9&cursor=c>; rel="next"',
  )
})

test('every answer carries security headers', async () => {
  const { app } = await open()
  for (const url of ['/v1/facts', '/nothing', '/docs/', '/docs/errors/forbidden']) {
    const { headers } = await ask(app, url)
    expect(headers['content-security-policy'], url).toMatch(/^default-src 'none'/)
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})

test('a request id that was sent is kept, an odd one is not', async () => {
  const { app } = await open()
  expect((await ask(app, { url: '/livez', headers: { 'x-request-id': 'trace-1.2:3' } })).headers['x-request-id']).toBe('trace-1.2:3')
  expect((await ask(app, { url: '/livez', headers: { 'x-request-id': 'a b"' } })).headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
})
