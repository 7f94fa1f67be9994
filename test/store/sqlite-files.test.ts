import { readNames, readWords } from '../../src/query/words.js'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openToWrite } from '../../src/store/sqlite/connection.js'
import { createCore } from '../../src/store/sqlite/core.js'
import { migrate, migrateConnection } from '../../src/store/sqlite/migrate.js'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import type { FactQuery } from '../../src/store/port.js'
import { bodiesOf } from '../../src/store/bodies.js'
import { encodeAnnotations, packRows } from '../../src/store/codec.js'
import { expectedFacts } from '../contract/expected-facts.js'
import { analysed } from '../contract/fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
const EARLIER = ['0001-articles-and-facts.sql', '0002-job-attempts.sql', '0003-parties-once.sql']
/** Those after them. */
const LATER = readdirSync(new URL('../../migrations/sqlite/', import.meta.url))
  .filter((name) => name.endsWith('.sql') && !EARLIER.includes(name))
  .sort()
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

test('migrations are applied once, and a changed one is refused', () => {
  const path = join(folder, 'migrate.db')
  const all = [...EARLIER, ...LATER]
  expect(migrate(path)).toEqual(all)
  expect(migrate(path)).toEqual([])
  const database = new Database(path)
  expect(database.prepare('SELECT name FROM migrations').all()).toEqual(all.map((name) => ({ name })))
  database.prepare(`UPDATE migrations SET hash = 'other'`).run()
  expect(() => migrate(path)).toThrow(/0001-articles-and-facts.sql was changed/)
  database.prepare(`UPDATE migrations SET name = '9999-future.sql' WHERE name = '0002-job-attempts.sql'`).run()
  expect(() => migrate(path)).toThrow(/newer version/)
  database.close()
})

test('a thread takes over the bytes of a packed article instead of copying them', async () => {
  const store = await openSqlite(join(folder, 'packed.db'))
  const packed = packRows(analysed({ seed: 9 }))
  await store.saveAnalysis(packed, { at: AT, restore: false })
  expect([packed.annotations, packed.rows, packed.bodies].map(({ byteLength }) => byteLength)).toEqual([0, 0, 0])
  await store.close()
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
      ignored: [],
      skipped: [],
      warnings: [],
    }),
    entities: [
      ...base.entities,
      {
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
  expect((await store.facts({ q: readWords(word), sort: '-published' }, { limit: 5 })).items).toEqual([])
  expect((await store.search(readWords(word), { limit: 5 })).items).toEqual([])
  await store.close()
  const database = new Database(path)
  const left = (table: string): unknown => database.prepare(`SELECT count(*) AS n FROM ${table}`).get()
  for (const table of ['versions', 'extractions', 'sentences', 'article_tags'])
    expect(left(table)).toMatchObject({ n: table === 'article_tags' ? 2 : 1 })
  expect(left('facts')).toEqual({ n: kept.facts.length })
  for (const table of ['fact_bodies', 'fact_words', 'version_parties']) expect(left(table)).toEqual({ n: 1 })
  expect(left('idempotency')).toEqual({ n: 0 })
  expect(database.prepare('SELECT body, idempotency FROM jobs').get()).toEqual({ body: null, idempotency: null })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  for (const index of ['fact_index', 'sentence_index', 'alias_index'])
    database.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
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
  const rows = database.prepare('SELECT lines FROM fact_bodies ORDER BY key').pluck().all() as Uint8Array[]
  expect(rows.flatMap(bodiesOf)).toEqual([...article.facts, ...article.facts].map(({ body }) => body))
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

test('a database of an earlier version keeps its facts, entities and words', () => {
  const connection = openToWrite(join(folder, 'earlier.db'))
  const { database } = connection
  database.exec('CREATE TABLE migrations (name TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT) STRICT')
  for (const name of EARLIER) {
    const sql = readFileSync(new URL(`../../migrations/sqlite/${name}`, import.meta.url), 'utf8')
    database.exec(sql)
    connection.run('INSERT INTO migrations VALUES (?, ?, NULL)', name, createHash('sha256').update(sql).digest('hex'))
  }
  database.exec(`
    INSERT INTO articles VALUES ('art_1', 1, NULL);
    INSERT INTO versions VALUES (1, 'art_1', 1, 1, 'h', 0, '${AT}', NULL, 'Tide Post', 'Quay', NULL, NULL, NULL, 'en', NULL, '[]', '[]', 0, 1, 'Ana sang. Bo sat.', NULL);
    INSERT INTO extractions VALUES (1, 1, '1', '${AT}', NULL, '{}', '[]', x'');
    INSERT INTO sentences VALUES (1, x'', '', '');
    INSERT INTO parties VALUES (1, 'ent_ana', 'PERSON', 'ana ek', 1, 3), (2, 'ent_bo', 'PERSON', 'bo', 1, 1), (3, NULL, NULL, 'a guard', 1, 2);
    INSERT INTO aliases VALUES (1, 1, 'Ana Ek', 1, 1), (2, 1, 'Ana', 2, 0), (3, 2, 'Bo', 1, 1), (4, 3, 'a guard', 2, 1);
    INSERT INTO alias_words VALUES ('ana', 1, 1), ('ek', 1, 1), ('ana', 2, 1), ('bo', 3, 2), ('a', 4, 3), ('guard', 4, 3);
    INSERT INTO article_entities VALUES (1, 1, 'e1', 'PERSON', 'Ana Ek', 3, '[["Ana Ek",1],["Ana",2]]'), (2, 1, 'e2', 'PERSON', 'Bo', 1, '[["Bo",1]]');
    INSERT INTO entity_links VALUES (1, 1, 1), (1, 2, 2);
    INSERT INTO article_sources VALUES (1, 3, 'a guard', 2);`)
  const old = { articleId: 'art_1', version: 1, title: 'Quay', publisher: 'Tide Post', url: null, publishedAt: null, link: null }
  const cited = { ...{ articleId: 'art_1', version: 1 }, quote: 'Ana sang', start: 0, end: 8 }
  const bodies = [
    { id: 'fct_1', said: `é${'x'.repeat(20_000)}`, citations: [{ ...old, ...cited }] },
    { id: 'fct_2', citations: Array.from({ length: 30 }, () => ({ ...old, ...cited })) },
    { id: 'fct_3', said: '–', confidence: 0.6, place: { entityId: 'ent_bo', text: 'Bo' }, citations: [{ ...old, ...cited }] },
  ]
  const article = { id: 'art_1', version: 1, title: 'Quay', publisher: 'Tide Post', url: null, publishedAt: null }
  const carried = bodies.map(({ citations, ...fact }) => {
    const kept = citations.slice(0, 20).map(() => ({ ...cited, fragment: '#:~:text=Ana%20sang,-.%20Bo%20sat.' }))
    return { ...fact, citations: kept, citationCount: citations.length, article }
  })
  bodies.forEach((body, i) => {
    const [key, id] = [i + 1, `fct_${i + 1}`]
    connection.run('INSERT INTO fact_bodies VALUES (?, 1, ?, ?)', key, id, JSON.stringify(body))
    connection.run(
      `INSERT INTO facts VALUES (?, ?, 1, 0, 'event', 'asserted', 'affirmed', 0, 'Tide Post', NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL, 0, NULL, NULL, '[[1,0]]')`,
      key,
      id,
    )
    connection.run('INSERT INTO fact_parties VALUES (1, 0, 0, ?, ?)', id, key)
    connection.run(`INSERT INTO fact_words VALUES (?, ?, '')`, key, `ana sang ${id}`)
    connection.run(`INSERT INTO fact_index (rowid, said, counted) VALUES (?, ?, '')`, key, `ana sang ${id}`)
  })
  expect(migrateConnection(connection)).toEqual(LATER)
  const core = createCore(connection)
  carried.forEach((fact, i) => expect(JSON.parse(core.fact(`fct_${i + 1}`)!.body)).toEqual(fact))
  expect(core.citations('fct_2', { limit: 50 })?.items.map(({ quote }) => quote)).toEqual(Array.from({ length: 30 }, () => 'Ana sang'))
  expect(core.article('art_1')?.warnings).toEqual([])
  expect(
    core
      .facts({ entity: [['ana']], q: readWords('sang'), sort: 'published' }, { limit: 5 })
      .items.map(({ body }) => JSON.parse(body) as object),
  ).toEqual(carried)
  const ids = (query: Omit<FactQuery, 'sort'>): string[] =>
    core.facts({ ...query, sort: 'published' }, { limit: 5 }).items.map(({ id }) => id)
  expect([ids({ place: ['bo'] }), ids({ minConfidence: 0.5 }), ids({ publisher: ['tide post'] })]).toEqual([
    ['fct_3'],
    ['fct_3'],
    ['fct_1', 'fct_2', 'fct_3'],
  ])
  expect(core.entities({ q: readNames('ana ek') }, { limit: 5 }).items.map(({ id, mentions }) => [id, mentions])).toEqual([['ent_ana', 3]])
  expect(core.entity('ent_ana')?.companions).toEqual([{ entityId: 'ent_bo', name: 'Bo', articles: 1 }])
  expect(core.deleteArticle('art_1', AT, undefined)).toBe('deleted')
  for (const table of [
    'facts',
    'fact_bodies',
    'fact_places',
    'fact_words',
    'fact_parties',
    'parties',
    'aliases',
    'party_versions',
    'version_parties',
    'publishers',
    'sentences',
  ])
    expect([table, database.prepare(`SELECT count(*) AS n FROM ${table}`).get()]).toEqual([table, { n: 0 }])
  for (const index of ['fact_index', 'alias_index']) {
    database.exec(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`)
    expect(database.prepare(`SELECT count(*) AS n FROM ${index} WHERE ${index} MATCH 'ana'`).get()).toEqual({ n: 0 })
  }
  connection.close()
})
