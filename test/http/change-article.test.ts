import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Article, FactRecord } from '../../src/store/records.js'
import { faultsOf } from './conformance.js'
import { ask, testService, type TestService } from './service.js'

const ARTICLE = {
  text: 'Mina Adair said that 4,300 tonnes of rice had reached Ostrava on Monday.',
  title: 'Rice for Ostrava',
  publisher: 'The Ostrava Bell',
  url: 'https://bell.example/rice',
  publishedAt: '2024-05-08',
  externalId: 'cms-7',
  tags: ['trade'],
}

let service: TestService
let article: Article
let tag: string
beforeEach(async () => {
  service = await testService()
  const added = await ask<Article>(service.app, { method: 'POST', url: '/v1/articles', payload: ARTICLE })
  article = added.body
  tag = added.headers['etag']!
})
afterEach(() => service.close())

const patch = async (payload: object, headers: Record<string, string> = {}, id = article.id) => {
  const request = { method: 'PATCH', url: `/v1/articles/${id}`, headers, payload } as const
  const answer = await ask<Article & { code?: string; errors?: { pointer: string }[] }>(service.app, request)
  expect(faultsOf('PATCH', `/v1/articles/${id}`, answer)).toEqual([])
  return answer
}
const facts = async (query: string) => (await ask<{ items: FactRecord[] }>(service.app, `/v1/facts?${query}`)).body.items
const feed = async () =>
  (await ask<{ items: { type: string; factIds?: [] }[] }>(service.app, '/v1/changes')).body.items.flatMap(({ type, factIds }) =>
    factIds ? [] : type,
  )

test('tags and the own id change in the version there is, and facts are found by them', async () => {
  const before = await facts('tag=trade')
  expect(before.length).toBeGreaterThan(0)
  const { status, body, headers } = await patch({ tags: ['food', 'port'], externalId: null })
  expect([status, body]).toEqual([200, { ...article, tags: ['food', 'port'], externalId: null, offsetUnit: 'codepoint' }])
  expect(headers['etag']).not.toBe(tag)
  expect(await facts('tag=trade')).toEqual([])
  expect(await facts('tag=food')).toEqual(before)
  const listed = async (query: string) => (await ask<{ items: [] }>(service.app, `/v1/articles?${query}`)).body.items.length
  expect([await listed('tag=port'), await listed('tag=trade'), await listed('externalId=cms-7')]).toEqual([1, 0, 0])
  expect(await feed()).toEqual(['article.added', 'article.updated'])
  await ask(service.app, { method: 'DELETE', url: `/v1/articles/${article.id}` })
  expect(await facts('tag=food')).toEqual([])
})

test('what facts are read with makes the next version, read again', async () => {
  const monday = (await facts('kind=figure'))[0]!.time!.from
  const { body } = await patch({ publishedAt: '2024-06-05', tags: ['food'] })
  expect(body).toMatchObject({
    id: article.id,
    version: 2,
    publishedAt: '2024-06-05',
    title: ARTICLE.title,
    url: ARTICLE.url,
    tags: ['food'],
    text: ARTICLE.text,
  })
  const [figure] = await facts('kind=figure')
  expect([monday, figure!.time!.from, figure!.version]).toEqual(['2024-05-06', '2024-06-03', 2])
  expect((await ask<Article>(service.app, `/v1/articles/${article.id}?version=1`)).body.publishedAt).toBe('2024-05-08')
  expect(await feed()).toEqual(['article.added', 'article.superseded'])
})

test('a change can be taken back, though an earlier version was told so', async () => {
  await patch({ title: 'Grain for Ostrava' })
  const { items } = (await ask<{ items: { type: string; factIds?: string[] }[] }>(service.app, '/v1/changes')).body
  const changed = items.flatMap(({ type, factIds = [] }) => (type === 'fact.changed' ? factIds : []))
  expect(changed.sort()).toEqual((await facts('limit=500')).map(({ id }) => id).sort()) // they show the title
  const { body } = await patch({ title: ARTICLE.title })
  expect([body.version, body.title]).toEqual([3, ARTICLE.title])
  expect((await facts('kind=figure'))[0]!.article!.title).toBe(ARTICLE.title)
})

test('null takes away, and a missing date is told again', async () => {
  const { body } = await patch({ publishedAt: null, publisher: null })
  expect(body).toMatchObject({ version: 2, publishedAt: null, publisher: null, warnings: ['no-date'] })
  expect((await patch({ publishedAt: '2024-05-08' })).body.warnings).toEqual([])
})

test('what changes nothing writes nothing', async () => {
  for (const same of [{}, { tags: ['trade'] }, { title: ARTICLE.title }, { language: 'en-GB' }]) {
    const { status, body, headers } = await patch(same)
    expect([status, body.version, headers['etag']]).toEqual([200, 1, tag])
  }
  expect(await feed()).toEqual(['article.added'])
  expect((await patch({ language: 'en-GB', tags: ['food'] })).body).toMatchObject({ version: 1, tags: ['food'] })
})

test('If-Match holds for both kinds of change', async () => {
  expect((await patch({ tags: [] }, { 'if-match': '"zzz"' })).body.code).toBe('precondition_failed')
  expect((await patch({ title: 'New' }, { 'if-match': `W/${tag}` })).body.code).toBe('precondition_failed')
  const next = await patch({ tags: [] }, { 'if-match': tag })
  expect(next.status).toBe(200)
  expect((await patch({ title: 'New' }, { 'if-match': tag })).status).toBe(412)
  expect((await patch({ title: 'New' }, { 'if-match': next.headers['etag']! })).status).toBe(200)
})

test('changes at the same time all happen, one after the other', async () => {
  const all = [{ title: 'One' }, { author: 'Mina Adair' }, { tags: ['food'] }, { externalId: 'cms-8' }]
  await Promise.all(all.map((change) => patch(change)))
  const { body } = await ask<Article>(service.app, `/v1/articles/${article.id}`)
  expect(body).toMatchObject({ title: 'One', author: 'Mina Adair', tags: ['food'], externalId: 'cms-8' })
})

test('a merge patch by its own type, other members and other articles', async () => {
  const merge = { 'content-type': 'application/merge-patch+json' }
  const request = { method: 'PATCH', url: `/v1/articles/${article.id}`, headers: merge, payload: '{"tags":null}' } as const
  expect((await ask<Article>(service.app, request)).body.tags).toEqual([])
  for (const name of ['text', 'url', 'html', 'id'])
    expect((await patch({ [name]: 'a' })).body.errors).toMatchObject([{ pointer: `/${name}` }])
  expect((await patch({ publishedAt: 'yesterday' })).body.errors).toMatchObject([{ pointer: '/publishedAt' }])
  expect((await patch({}, {}, 'art_none')).body.code).toBe('article_not_found')
  await ask(service.app, { method: 'DELETE', url: `/v1/articles/${article.id}` })
  expect((await patch({ tags: [] })).body.code).toBe('article_gone')
})
