import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ChangePage } from '../../src/store/port.js'
import { faultsOf } from './conformance.js'
import { add, ask, testService, type TestService } from './service.js'

const ARTICLE = { text: 'The port of Ostrava shipped 4,300 tonnes of rice on 3 May 2024.', url: 'https://bell.example/rice' }

let service: TestService
beforeEach(async () => {
  service = await testService()
})
afterEach(() => service.close())

const changes = async (query: string) => {
  const answer = await ask<ChangePage & { code?: string }>(service.app, `/v1/changes?${query}`)
  expect(faultsOf('GET', '/v1/changes', answer)).toEqual([])
  return answer.body
}
const untilTrue = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5))
}

test('a copy that follows the feed has the facts that the service has', async () => {
  const copy = new Set<string>()
  let cursor = ''
  const follow = async (): Promise<void> => {
    for (let next: string | null = ''; next !== null;) {
      const page: ChangePage = await changes(`limit=1${cursor && `&cursor=${cursor}`}`)
      for (const { type, factIds = [] } of page.items) for (const id of factIds) copy[type === 'fact.removed' ? 'delete' : 'add'](id)
      cursor = page.cursor
      next = page.next
    }
    const { items } = (await ask<{ items: { id: string }[] }>(service.app, '/v1/facts?limit=500')).body
    expect([...copy].sort()).toEqual(items.map(({ id }) => id).sort())
  }
  await follow()
  const { body } = await add(service.app, ARTICLE)
  await follow()
  expect(copy.size).toBeGreaterThan(0)
  await add(service.app, { ...ARTICLE, text: `${ARTICLE.text} The mayor opened a bridge on 4 May 2024.` })
  await follow()
  await ask(service.app, { method: 'DELETE', url: `/v1/articles/${body.id}` })
  await follow()
  expect(copy.size).toBe(0)
})

test('`after` takes the last sequence that was seen; with a cursor it is refused', async () => {
  await add(service.app, ARTICLE)
  const { items, cursor } = await changes('after=0')
  expect((await changes(`after=${items[0]!.sequence}`)).items).toEqual(items.slice(1))
  expect((await changes(`after=1&cursor=${cursor}`)).code).toBe('invalid_request')
  expect((await changes('cursor=2')).code).toBe('invalid_cursor')
  expect((await changes('wait=56')).code).toBe('invalid_request')
})

test('a waiting reader is answered as soon as something is written, and with nothing when time is up', async () => {
  const { cursor } = await changes('')
  let answered = false
  const waiting = changes(`cursor=${cursor}&wait=55`).finally(() => (answered = true))
  await ask(service.app, '/livez')
  expect(answered).toBe(false)
  await add(service.app, ARTICLE)
  expect((await waiting).items[0]).toMatchObject({ type: 'article.added' })
  const { cursor: end } = await changes('after=2')
  expect((await changes(`cursor=${end}&wait=1`)).items).toEqual([])
})

test('what another process writes is seen by a waiting reader, too', async () => {
  const { body } = await add(service.app, ARTICLE)
  const { cursor } = await changes('')
  const waiting = changes(`cursor=${cursor}&wait=55`)
  await service.store.deleteArticle(body.id, '2026-01-01T00:00:00Z') // past the archive, which rings for its own writes
  expect((await waiting).items[0]).toMatchObject({ type: 'article.deleted' })
})

test('a service that stops answers those who wait', async () => {
  let started = 0
  service.app.addHook('onRequest', async () => void started++)
  const waiting = Array.from({ length: 20 }, () => changes('wait=55'))
  await untilTrue(() => started === 20)
  const warned: Error[] = []
  const listen = (warning: Error): void => void warned.push(warning)
  process.on('warning', listen)
  const closed = service.app.close()
  expect((await Promise.all(waiting)).map(({ items }) => items)).toEqual(waiting.map(() => []))
  await closed
  process.off('warning', listen)
  expect(warned).toEqual([])
})
