import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/store/sqlite/migrate.js'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import { encodeAnnotations } from '../../src/store/codec.js'
import { expectedFacts } from '../contract/expected-facts.js'
import { analysed } from '../contract/fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('migrations are applied once, and a changed one is refused', () => {
  const path = join(folder, 'migrate.db')
  expect(migrate(path)).toEqual(['0001-articles-and-facts.sql', '0002-job-attempts.sql', '0003-parties-once.sql'])
  expect(migrate(path)).toEqual([])
  const database = new Database(path)
  expect(database.prepare('SELECT name FROM migrations').all()).toEqual([
    { name: '0001-articles-and-facts.sql' },
    { name: '0002-job-attempts.sql' },
    { name: '0003-parties-once.sql' },
  ])
  database.prepare(`UPDATE migrations SET hash = 'other'`).run()
  expect(() => migrate(path)).toThrow(/0001-articles-and-facts.sql was changed/)
  database.prepare(`UPDATE migrations SET name = '9999-future.sql' WHERE name = '0002-job-attempts.sql'`).run()
  expect(() => migrate(path)).toThrow(/newer version/)
  database.close()
})

test('nothing of a deleted article is left in the file', async () => {
  const path = join(folder, 'purge.db')
  const store = await openSqlite(path)
  const kept = analysed({ seed: 2 })
  await store.saveAnalysis(kept, { at: AT, restore: false })
  const word = 'zanzibarquay'
  const text = `The ${word} opened. Nobody went to ${word}.`
  const base = analysed({
    seed: 1,
    text,
    meta: { title: `On ${word}`, url: `https://news.example/${word}`, tags: [word], author: word, externalId: word },
  })
  const article = {
    ...base,
    page: Buffer.from(`page of ${word}`),
    annotations: encodeAnnotations({
      language: 'en',
      text,
      title: word,
      publishedAt: null,
      sentences: [],
      entities: [],
      dates: [],
      figures: [],
      quotes: [],
      facts: [],
      ignored: [],
      skipped: [],
    }),
    entities: [
      ...base.entities,
      {
        local: 'e99',
        entityId: 'ent_zanzibar',
        type: 'FACILITY' as const,
        name: `${word} tower`,
        mentions: 1,
        aliases: [{ text: word, count: 1 }],
      },
    ],
    facts: base.facts.map((fact) => ({ ...fact, sources: [{ role: 'speaker' as const, entityId: null, name: `${word} keeper` }] })),
  }
  const kept1 = { keyOwner: 'k', key: word, requestHash: word }
  await store.saveAnalysis(article, { at: AT, restore: false, idempotency: kept1 })
  await store.saveReextraction({ ...article, extractorVersion: '2' }, AT)
  const next = analysed({ id: article.id, seed: 1, version: 2, text: `${text} More ${word}.`, meta: { title: word } })
  await store.saveAnalysis({ ...next, facts: next.facts.slice(0, 3) }, { at: AT, restore: false })
  await store.enqueue({
    id: 'job_1',
    body: Buffer.from(`asks for ${word}`),
    articleId: article.id,
    at: AT,
    idempotency: { ...kept1, key: 'other' },
  })
  const inFile = (): boolean => [path, `${path}-wal`].some((file) => readFileSync(file).includes(word))
  expect(inFile()).toBe(true)
  expect(await store.deleteArticle(article.id, AT)).toBe('deleted')
  expect(inFile()).toBe(false)
  expect((await store.facts({ q: word, sort: '-published' }, { limit: 5 })).items).toEqual([])
  expect((await store.search(word, { limit: 5 })).items).toEqual([])
  await store.close()
  const database = new Database(path)
  const left = (table: string): unknown => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  for (const table of ['versions', 'extractions', 'sentences', 'article_tags'])
    expect(left(table)).toMatchObject({ n: table === 'article_tags' ? 2 : 1 })
  for (const table of ['fact_bodies', 'facts', 'fact_words']) expect(left(table)).toEqual({ n: kept.facts.length })
  expect(left('idempotency')).toEqual({ n: 0 })
  expect(database.prepare('SELECT body, idempotency FROM jobs').get()).toEqual({ body: null, idempotency: null })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  for (const index of ['fact_index', 'sentence_index']) database.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
  database.close()
})

test('history keeps every extraction', async () => {
  const path = join(folder, 'history.db')
  const store = await openSqliteInThread(path)
  const article = analysed()
  await store.saveAnalysis(article, { at: AT, restore: false })
  await store.saveReextraction({ ...article, extractorVersion: '2' }, '2026-02-01T00:00:00.000Z')
  await store.close()
  const database = new Database(path)
  expect(database.prepare('SELECT extractor_version, recorded_at, superseded_at FROM extractions ORDER BY key').all()).toEqual([
    { extractor_version: '1', recorded_at: AT, superseded_at: '2026-02-01T00:00:00.000Z' },
    { extractor_version: '2', recorded_at: '2026-02-01T00:00:00.000Z', superseded_at: null },
  ])
  expect(database.prepare('SELECT count(*) AS n FROM fact_bodies').get()).toEqual({ n: 2 * article.facts.length })
  expect(database.prepare('SELECT count(*) AS n FROM facts').get()).toEqual({ n: article.facts.length })
  database.close()
})

test('what was acknowledged is there after closing, for another process too', async () => {
  const path = join(folder, 'reopen.db')
  const article = analysed()
  const first = await openSqlite(path)
  await first.saveAnalysis(article, { at: AT, restore: false })
  await first.enqueue({ id: 'job_1', body: Buffer.from('x'), articleId: null, at: AT })
  await first.takeJob()
  const beside = await openSqliteInThread(path)
  expect((await beside.facts({ sort: '-published' }, { limit: 100 })).items.map(({ id }) => id)).toEqual(
    expectedFacts([article], { sort: '-published' }),
  )
  await beside.close()
  await first.close()
  await expect(first.stats()).rejects.toThrow(/closed/)
  const second = await openSqlite(path)
  expect(await second.article(article.id)).toMatchObject({ text: article.text })
  expect(await second.requeueJobs(AT)).toBe(1)
  expect(await second.takeJob()).toMatchObject({ id: 'job_1' })
  await second.close()
})
