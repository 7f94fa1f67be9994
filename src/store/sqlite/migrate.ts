import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { UnusableDatabase } from '../store-error.js'
import { CARRY_OVER } from './carry-over.js'
import { type Connection, openToWrite } from './connection.js'

const FOLDER = new URL('../../../migrations/sqlite/', import.meta.url)
const APPLIED = `CREATE TABLE IF NOT EXISTS migrations (
  name TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ'))
) STRICT`

/** Brings the database at `path` up to date; the names of the migrations that were applied now. */
export function migrate(path: string): string[] {
  const connection = openToWrite(path)
  try {
    return migrateConnection(connection)
  } finally {
    connection.close()
  }
}

/**
 * The same on an open connection: all of them or none. Raises `UnusableDatabase` for tables that are not ours, or of another version than these
 * migrations make.
 */
export function migrateConnection(connection: Connection): string[] {
  return connection.atomically(() => {
    const hashes = appliedTo(connection)
    const names = readdirSync(FOLDER)
      .filter((name) => name.endsWith('.sql'))
      .sort()
    const unknown = [...hashes.keys()].filter((name) => !names.includes(name))
    if (unknown.length > 0)
      throw new UnusableDatabase(`it was made by a newer version of Attest: it has the migration ${unknown.join(', ')}.`)
    return names.filter((name) => apply(connection, name, hashes.get(name)))
  })
}

/** The migrations that were applied, and their hashes. */
function appliedTo(connection: Connection): Map<string, string> {
  const tables = connection.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`).map(({ name }) => name)
  const columns = connection.all<{ name: string }>('PRAGMA table_info(migrations)').map(({ name }) => name)
  if (tables.length > 0 && !(columns.includes('name') && columns.includes('hash')))
    throw new UnusableDatabase('it holds the tables of another program.')
  connection.database.exec(APPLIED)
  const rows = connection.all<{ name: string; hash: string }>('SELECT name, hash FROM migrations')
  return new Map(rows.map(({ name, hash }) => [name, hash]))
}

function apply(connection: Connection, name: string, applied: string | undefined): boolean {
  const sql = readFileSync(new URL(name, FOLDER), 'utf8')
  const hash = createHash('sha256').update(sql).digest('hex')
  if (applied === hash) return false
  if (applied !== undefined) throw new UnusableDatabase(`the migration ${name} was changed after it had been applied.`)
  connection.database.exec(sql)
  CARRY_OVER[name]?.(connection)
  connection.run('INSERT INTO migrations (name, hash) VALUES (?, ?)', name, hash)
  return true
}
