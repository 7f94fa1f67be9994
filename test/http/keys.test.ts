import { connect, type AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { createKeyring, sha256 } from '../../src/http/keys.js'
import { readSettings } from '../../src/settings.js'
import type { ApiKeyRecord } from '../../src/store/port.js'
import { ask, testService, type TestService } from './service.js'

const KEY = 'reader-key-0123456789'
const stored = (revokedAt: string | null = null): ApiKeyRecord => ({
  id: 'key_1',
  name: 'test',
  scope: 'read',
  hash: sha256(KEY).toString('hex'),
  createdAt: '2024-01-01T00:00:00Z',
  revokedAt,
})
const article = JSON.stringify({ text: 'Mina Adair met Otto Blum in Riga on Monday.' })

let service: TestService | undefined
afterEach(async () => {
  vi.restoreAllMocks()
  await service?.close()
  service = undefined
})

/** A service on loopback whose keys lie in the database alone, read by `apiKeys`. */
const open = async (apiKeys: () => Promise<readonly ApiKeyRecord[]>): Promise<TestService> =>
  (service = await testService({ replace: ({ store }) => ({ store: { ...store, apiKeys } }) }))

const later = <Value>(value: Value): Promise<Value> => new Promise((resolve) => setTimeout(resolve, 30, value))

/** Lets the clock of the service jump ahead: keys are old from here on. */
function jump(): void {
  const real = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => real() + 60_000)
}

async function listening({ app }: TestService): Promise<number> {
  await app.listen({ host: '127.0.0.1', port: 0 })
  return (app.server.address() as AddressInfo).port
}

/** The statuses of requests that arrive in one segment. */
async function pipelined(port: number, requests: readonly string[]): Promise<number[]> {
  const bytes = requests.join('')
  return new Promise((resolve, reject) => {
    let answer = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket
      .on('data', (data) => (answer += data.toString()))
      .on('close', () => resolve([...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))))
      .on('error', reject)
  })
}

const get = 'GET /v1/stats HTTP/1.1\r\nHost: localhost\r\n\r\n'
const post = `POST /v1/articles HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${article.length}\r\nConnection: close\r\n\r\n${article}`

test('no request without a key is let in before or while keys are read: in one segment', async () => {
  const { store } = await open(() => later([stored()]))
  const port = await listening(service!)
  expect(await pipelined(port, [get, get, post])).toEqual([401, 401, 401])
  jump()
  expect(await pipelined(port, [get, get, post])).toEqual([401, 401, 401])
  expect((await store.stats()).articles).toBe(0)
})

test('the same for requests on many connections at once', async () => {
  await open(() => later([stored()]))
  const port = await listening(service!)
  const statuses = async (): Promise<number[]> =>
    Promise.all(Array.from({ length: 20 }, async () => (await fetch(`http://127.0.0.1:${port}/v1/stats`)).status))
  expect(new Set(await statuses())).toEqual(new Set([401]))
  jump()
  expect(new Set(await statuses())).toEqual(new Set([401]))
})

test('a service whose keys cannot be read does not start', async () => {
  await expect(open(() => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
})

test('while keys cannot be read nobody is let in, with a key or without, and then as before', async () => {
  let broken = false
  const { app } = await open(async () => {
    if (broken) throw new Error('secret path')
    return []
  })
  expect((await ask(app, '/v1/stats')).status).toBe(200)
  broken = true
  jump()
  for (const headers of [{}, { authorization: `Bearer ${KEY}` }] as Record<string, string>[]) {
    const refused = await ask<{ code: string }>(app, { url: '/v1/stats', headers })
    expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([503, 'keys_unavailable', '5'])
    expect(refused.text).not.toContain('secret')
  }
  expect((await ask(app, '/livez')).status).toBe(200)
  broken = false
  expect((await ask(app, '/v1/stats')).status).toBe(200)
})

test('revoking the last key opens nothing, in this process or the next', async () => {
  let keys = [stored()]
  const { app } = await open(async () => keys)
  keys = []
  jump()
  expect((await ask(app, '/v1/stats')).status).toBe(401)
  await service!.close()
  await open(async () => [stored('2024-02-01T00:00:00Z')])
  expect((await ask(service!.app, '/v1/stats')).status).toBe(401)
  expect((await ask(service!.app, { url: '/v1/stats', headers: { authorization: `Bearer ${KEY}` } })).status).toBe(401)
})

test('who asks while keys are read waits for the same read', async () => {
  let reads = 0
  let now = 0
  const apiKeys = (): Promise<readonly ApiKeyRecord[]> => {
    reads++
    return later([stored()])
  }
  const keys = await createKeyring(readSettings({}), { apiKeys }, () => now)
  now = 10_000
  const known = await Promise.all(Array.from({ length: 10 }, keys))
  expect(known.map(({ active }) => active.length)).toEqual(Array.from({ length: 10 }, () => 1))
  expect(reads).toBe(2)
})
