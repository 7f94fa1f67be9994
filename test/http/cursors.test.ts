import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { add, ask, samples, testService, type TestService } from './service.js'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let service: TestService
beforeAll(async () => {
  service = await testService()
  for (const sample of samples()) await add(service.app, sample)
  for (const payload of samples().slice(0, 2)) {
    await ask(service.app, { method: 'POST', url: '/v1/articles', headers: { prefer: 'respond-async' }, payload })
  }
})
afterAll(() => service.close())

type Operations = Record<string, { get?: { parameters?: { name: string }[] } }>
const { paths } = JSON.parse(readFileSync(join(import.meta.dirname, '../../openapi/openapi.json'), 'utf8')) as { paths: Operations }

/** What a list needs beside the page, and one query for each of its orders. */
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  '/v1/facts': ['', '&sort=time', '&currency=USD&sort=-value', '&q=the&sort=relevance', '&q=north', '&entity=russia'],
  '/v1/search': ['&q=the'],
}
/** Every list of the service that has no id in its path, whatever it is called. */
const lists = Object.entries(paths)
  .filter(([path, { get }]) => !path.includes('{') && get?.parameters?.some(({ name }) => name === 'cursor'))
  .flatMap(([path]) => (QUERIES[path] ?? ['']).map((more) => `${path}?limit=1${more}`))

const encoded = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url')
const follow = (list: string, cursor: string) =>
  ask<{ code?: string; next: string | null }>(service.app, `${list}&cursor=${encodeURIComponent(cursor)}`)

test('there are lists to look at', () => expect(lists.length).toBeGreaterThan(8))

test.each(lists)('%s takes the cursors it gave and refuses others', async (list) => {
  const first = await ask<{ next: string }>(service.app, list)
  const cursor = first.body.next
  expect(first.status).toBe(200)
  expect((await follow(list, cursor)).status).toBe(200)
  const [name, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
  const forged = position.flatMap((_, i) => ['1', null, true, [], {}, -1e308, '\ud800'].map((value) => [name, ...position.with(i, value)]))
  const bad = [
    ...position.map((part, i) => (typeof part === 'number' ? [name, ...position.with(i, part + 0.5)] : [])),
    ...forged.filter((parts) => parts.some((part, i) => i > 0 && typeof part !== typeof position[i - 1])),
    ['other', ...position],
    [name],
    [name, ...position, 1],
  ].filter((parts) => !(list.includes('value') && typeof parts[1] === 'number' && parts.length === 3))
  for (const parts of bad) expect([parts, (await follow(list, encoded(parts))).body.code]).toEqual([parts, 'invalid_cursor'])
  for (const text of [`${cursor}=`, `${cursor}!`, ` ${cursor}`, 'null', '{}']) {
    expect([text, (await follow(list, text)).body.code]).toEqual([text, 'invalid_cursor'])
  }
})

test('no forged relevance cursor is an error of the store', async () => {
  const list = '/v1/facts?limit=1&q=the&sort=relevance'
  const { body } = await ask<{ next: string }>(service.app, list)
  const [name] = JSON.parse(Buffer.from(body.next, 'base64url').toString()) as [string]
  for (const offset of [0.5, -1, 0, 1e308, -1e308, 1_000, 2 ** 53]) {
    expect([offset, (await follow(list, encoded([name, offset]))).body.code]).toEqual([offset, 'invalid_cursor'])
  }
})

test('whatever stands in a cursor, it is a page or the caller is told', async () => {
  const names = new Map<string, string>()
  for (const list of lists) {
    const { body } = await ask<{ next: string }>(service.app, list)
    names.set(list, (JSON.parse(Buffer.from(body.next, 'base64url').toString()) as [string])[0])
  }
  const value = fc.oneof(fc.string(), fc.double(), fc.integer(), fc.maxSafeInteger(), fc.jsonValue(), fc.constantFrom(1e308, -0, 2 ** 53))
  const parts = fc.oneof(fc.array(value, { maxLength: 4 }), fc.tuple(fc.maxSafeInteger(), fc.string()), fc.tuple(fc.double()))
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...lists), parts, async (list, forged) => {
      const { status, body } = await follow(list, encoded([names.get(list), ...forged]))
      if (status !== 200) expect([status, body.code]).toEqual([400, 'invalid_cursor'])
    }),
    { numRuns: 1_000, seed: 9 },
  )
})
