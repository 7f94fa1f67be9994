import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packRows } from '../../src/store/codec.js'
import { openToRead, openToWrite } from '../../src/store/sqlite/connection.js'
import { cutLog, LARGE_LOG, logSize } from '../../src/store/sqlite/log.js'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import { analysed } from '../contract/fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
const MIB = 1024 ** 2
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Articles in the file alone, as one would copy it. */
function articlesInCopy(path: string): unknown {
  copyFileSync(path, `${path}.copy`)
  const database = new Database(`${path}.copy`, { readonly: true })
  const count = database.prepare('SELECT count(*) FROM versions').pluck().get()
  database.close()
  return count
}

test.each([
  ['with threads', openSqlite],
  ['in one thread', openSqliteInThread],
])('after closing, the one file holds everything: %s', async (name, open) => {
  const path = join(folder, `${name}.db`)
  const store = await open(path)
  for (let seed = 1; seed <= 20; seed++) await store.saveAnalysis(analysed({ seed }), { at: AT, restore: false })
  await Promise.all([1, 2, 3].map(() => store.stats()))
  await store.close()
  expect(articlesInCopy(path)).toBe(20)
  expect([existsSync(`${path}-wal`), existsSync(`${path}-shm`)]).toEqual([false, false])
})

test('a command that ends beside a server leaves nothing of its own in the log', async () => {
  const path = join(folder, 'beside.db')
  const server = await openSqlite(path)
  await server.saveAnalysis(analysed({ seed: 1 }), { at: AT, restore: false })
  const command = await openSqlite(path)
  await command.saveAnalysis(analysed({ seed: 2 }), { at: AT, restore: false })
  await command.close()
  expect(articlesInCopy(path)).toBe(2)
  expect((await server.stats()).articles).toBe(2)
  await server.close()
})

test('the log is cut while others read without end, and by itself when nobody writes', async () => {
  const path = join(folder, 'bounded.db')
  const store = await openSqlite(path)
  const watcher = openToWrite(path)
  const text = 'Some 300 people met in Oslo on Monday, said Ana Ek. '.repeat(2000)
  let reading = true
  let reads = 0
  const readers = Array.from({ length: 6 }, async () => {
    for (; reading; reads++) await store.articles({}, { limit: 50 })
  })
  let largest = 0
  let written = 0
  for (let seed = 1; written < 3 * LARGE_LOG; seed++) {
    const before = logSize(watcher)
    await store.saveAnalysis(packRows(analysed({ seed, text: `${seed}: ${text}` })), { at: AT, restore: false })
    const size = logSize(watcher)
    largest = Math.max(largest, size)
    written += size > before ? size - before : 0
  }
  reading = false
  await Promise.all(readers)
  expect(reads).toBeGreaterThan(0)
  expect(largest).toBeLessThan(64 * MIB)
  while (logSize(watcher) > 0) await new Promise((resolve) => setTimeout(resolve, 50))
  watcher.close()
  await store.close()
})

test('a reader that does not end holds the log off, and loses nothing', () => {
  const path = join(folder, 'held.db')
  const writer = openToWrite(path)
  writer.database.exec('CREATE TABLE blobs (bytes BLOB)')
  const reader = openToRead(path)
  reader.database.exec('BEGIN')
  reader.all('SELECT * FROM blobs')
  writer.run('INSERT INTO blobs VALUES (zeroblob(?))', MIB)
  expect(cutLog(writer, 20)).toBe(false)
  expect(logSize(writer)).toBeGreaterThan(MIB)
  expect(reader.value('SELECT count(*) FROM blobs')).toBe(0)
  reader.database.exec('COMMIT')
  expect(cutLog(writer, 20)).toBe(true)
  expect([logSize(writer), reader.value('SELECT count(*) FROM blobs')]).toEqual([0, 1])
  reader.close()
  writer.close()
})
