import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSqlite, openSqliteInThread } from '../../src/store/sqlite/open.js'
import { lockForServer } from '../../src/store/sqlite/server-lock.js'
import { UnusableDatabase } from '../../src/store/store-error.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'attest-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const tables = (path: string, sql: string): string => {
  const database = new Database(path)
  database.exec(sql)
  database.close()
  return path
}
const file = (path: string, bytes: string | Buffer): string => {
  writeFileSync(path, bytes)
  return path
}
/** A database of ours with something changed. */
async function changed(path: string, sql: string): Promise<string> {
  await (await openSqliteInThread(path)).close()
  return tables(path, sql)
}

const UNUSABLE: readonly (readonly [what: string, make: (path: string) => string | Promise<string>, says: RegExp])[] = [
  ['a missing folder', (path) => join(path, 'a.db'), /^there is no folder .*a missing folder\.$/],
  ['a file as folder', (path) => join(file(path, 'x'), 'a.db'), /^.* (is no folder|cannot be looked at \(ENOTDIR\))\.$/],
  ['a folder', (path) => (mkdirSync(path), path), /^this is a folder, not a file\.$/],
  ['a device', () => '/dev/null', /^this is no regular file\.$/],
  ['random bytes', (path) => file(path, Buffer.from('f3'.repeat(5000), 'hex')), /^the file is no SQLite database\.$/],
  ['a short file', (path) => file(path, 'x'), /^the file is no SQLite database\.$/],
  [
    'bytes behind a right beginning',
    (path) => file(path, 'SQLite format 3\0' + 'x'.repeat(9000)),
    /^The (file is no database|database is damaged) \(SQLITE_\w+\)\.$/,
  ],
  ['a foreign database', (path) => tables(path, 'CREATE TABLE songs (title TEXT)'), /^it holds the tables of another program\.$/],
  [
    'foreign migrations',
    (path) => tables(path, 'CREATE TABLE migrations (id INTEGER, batch INTEGER)'),
    /^it holds the tables of another program\.$/,
  ],
  [
    'a newer database',
    (path) => changed(path, `INSERT INTO migrations (name, hash) VALUES ('9999-x.sql', '')`),
    /^it was made by a newer version of Attest: .*9999-x\.sql\.$/,
  ],
  [
    'another past',
    (path) => changed(path, `UPDATE migrations SET hash = 'x'`),
    /^the migration 0001\S+ was changed after it had been applied\.$/,
  ],
]

test.each(UNUSABLE)('%s is refused with a sentence', async (what, make, says) => {
  const path = await make(join(folder, what))
  const refused: unknown = await openSqlite(path).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(UnusableDatabase)
  expect((refused as Error).message).toMatch(says)
})

test('a foreign database is left as it was', async () => {
  const path = tables(join(folder, 'untouched.db'), 'CREATE TABLE songs (title TEXT)')
  await expect(openSqlite(path)).rejects.toThrow(/another program/)
  const database = new Database(path)
  expect(database.prepare('SELECT name FROM sqlite_schema').pluck().all()).toEqual(['songs'])
  database.close()
})

test.skipIf(process.getuid?.() === 0)('a file and a folder that may not be written are refused with a sentence', async () => {
  const readOnly = file(join(folder, 'read-only.db'), '')
  chmodSync(readOnly, 0o444)
  await expect(openSqlite(readOnly)).rejects.toThrow(/^the file cannot be read and written by this user\.$/)
  const closed = join(folder, 'closed')
  mkdirSync(closed, { mode: 0o555 })
  await expect(openSqlite(join(closed, 'a.db'))).rejects.toThrow(/^the folder .*closed cannot be written to/)
})

test('an empty file, and memory, are as good as none', async () => {
  for (const path of [file(join(folder, 'empty.db'), ''), ':memory:']) {
    const store = await openSqlite(path)
    expect((await store.stats()).articles).toBe(0)
    await store.close()
  }
})

test('one server a database; the next may have it when the first ends', () => {
  const path = join(folder, 'served.db')
  const first = lockForServer(path)
  expect(() => lockForServer(path)).toThrow(/^another Attest server uses it/)
  const beside = lockForServer(join(folder, 'other.db'))
  first.release()
  lockForServer(path).release()
  beside.release()
  expect(() => lockForServer(join(folder, 'nowhere', 'a.db'))).toThrow(/^there is no folder/)
})
