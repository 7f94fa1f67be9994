import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BadCursor, type Store } from '../../src/store/port.js'
import { openToWrite, type Connection } from '../../src/store/sqlite/connection.js'
import { createCore } from '../../src/store/sqlite/core.js'
import { asStoreError } from '../../src/store/sqlite/faults.js'
import { migrateConnection } from '../../src/store/sqlite/migrate.js'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import { StoreThread } from '../../src/store/sqlite/store-thread.js'
import { StoreError } from '../../src/store/store-error.js'
import { analysed } from '../contract/fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const faultOf = (work: () => unknown): unknown => {
  try {
    work()
  } catch (error) {
    const known = asStoreError(error)
    return known instanceof StoreError ? known.fault : known
  }
  return 'none'
}

/** The file may grow by so many pages: SQLite answers as on a full disk. */
function limit(connection: Connection, pages: number): void {
  const used = connection.database.pragma('page_count', { simple: true }) as number
  connection.database.pragma(`max_page_count = ${used + pages}`)
}

test('a full disk takes nothing of a write, leaves what is there, and goes on when there is room', () => {
  const connection = openToWrite(join(folder, 'full.db'))
  migrateConnection(connection)
  const core = createCore(connection)
  const kept = analysed({ seed: 1 })
  const refused = analysed({ seed: 2, text: `${'Some 300 people met in Oslo. '.repeat(9000)}` })
  core.saveAnalysis(kept, { at: AT, restore: false })
  core.enqueue({ id: 'job_1', body: Buffer.from('x'), articleId: null, at: AT })
  limit(connection, 2)
  expect(faultOf(() => core.saveAnalysis(refused, { at: AT, restore: false, jobId: 'job_1' }))).toBe('full')
  expect(faultOf(() => core.enqueue({ id: 'job_2', body: Buffer.alloc(99_999), articleId: null, at: AT }))).toBe('full')
  expect(core.article(refused.id, undefined)).toBeUndefined()
  expect(core.job('job_1')?.status).toBe('queued')
  expect(core.job('job_2')).toBeUndefined()
  expect(core.article(kept.id, undefined)?.text).toBe(kept.text)
  expect(core.deleteArticle(kept.id, AT, undefined)).toBe('deleted')
  expect(connection.database.pragma('integrity_check', { simple: true })).toBe('ok')
  limit(connection, 100_000)
  expect(core.saveAnalysis(refused, { at: AT, restore: false, jobId: 'job_1' }).outcome).toBe('created')
  expect(core.job('job_1')?.status).toBe('done')
  connection.close()
})

test('a database that another process holds is busy, not broken, for a thread too', async () => {
  const path = join(folder, 'busy.db')
  await (await openSqliteInThread(path)).close()
  const other = new Database(path)
  other.exec('BEGIN IMMEDIATE')
  const hasty = new Database(path, { timeout: 0 })
  expect(faultOf(() => hasty.exec('BEGIN IMMEDIATE'))).toBe('busy')
  other.exec('ROLLBACK')
  other.close()
  hasty.close()
})

test('what is wrong with the request stays what it is', () => {
  const database = new Database(':memory:')
  database.exec('CREATE TABLE t (n INTEGER PRIMARY KEY)')
  expect(faultOf(() => database.exec('INSERT INTO t VALUES (1), (1)'))).toBeInstanceOf(Database.SqliteError)
  expect(faultOf(() => database.exec('SELEC'))).toBeInstanceOf(Database.SqliteError)
  database.close()
})

test('a thread that is lost fails what was under way as unavailable, and the next calls go on', async () => {
  const path = join(folder, 'lost.db')
  await (await openSqliteInThread(path)).close()
  const thread = new StoreThread({ path, mode: 'write' })
  await thread.call('ready', [])
  const article = analysed()
  const underWay = thread.call('saveAnalysis', [article, { at: AT, restore: false, patient: true }])
  void thread['worker']!.terminate()
  await expect(underWay).rejects.toMatchObject({ fault: 'unavailable' })
  await expect(underWay).rejects.toBeInstanceOf(StoreError)
  let saved: Awaited<ReturnType<Store['saveAnalysis']>> | undefined
  while (!saved) {
    saved = await thread.call('saveAnalysis', [article, { at: AT, restore: false }]).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  expect(saved.outcome).toMatch(/created|unchanged/)
  await thread.close()
  await expect(thread.call('ready', [])).rejects.toThrow(/closed/)
})

test('the class of an error survives its way between threads', async () => {
  const store = await openSqlite(join(folder, 'class.db'))
  await store.saveAnalysis(analysed(), { at: AT, restore: false })
  const later = store.articles({}, { limit: 5, cursor: 'x' })
  await expect(later).rejects.toBeInstanceOf(BadCursor)
  const plain = store.saveAnalysis(
    { ...analysed({ seed: 5 }), facts: [{ ...analysed().facts[0]!, citations: [] }] },
    { at: AT, restore: false },
  )
  await expect(plain).rejects.toThrow(/has no citation/)
  await expect(plain).rejects.not.toBeInstanceOf(StoreError)
  await store.close()
})
