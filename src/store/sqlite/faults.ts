import Database from 'better-sqlite3'
import { StoreError, type StoreFault } from '../store-error.js'

/** Result codes of SQLite, by their beginning, that tell of the store and not of what it was asked; the first that fits counts. */
const FAULTS: readonly (readonly [code: string, fault: StoreFault, words: string])[] = [
  ['SQLITE_FULL', 'full', 'The disk under the database is full'],
  ['SQLITE_IOERR_SHMSIZE', 'full', 'The disk under the database is full'], // the index of the log cannot grow
  ['SQLITE_BUSY', 'busy', 'Another process holds the database'],
  ['SQLITE_LOCKED', 'busy', 'Another process holds the database'],
  ['SQLITE_PROTOCOL', 'busy', 'Another process holds the database'],
  ['SQLITE_IOERR', 'unavailable', 'The database cannot be read or written'],
  ['SQLITE_CANTOPEN', 'unavailable', 'The database cannot be opened'],
  ['SQLITE_READONLY', 'unavailable', 'The database cannot be written to'],
  ['SQLITE_PERM', 'unavailable', 'The database may not be used'],
  ['SQLITE_AUTH', 'unavailable', 'The database may not be used'],
  ['SQLITE_NOMEM', 'unavailable', 'There is no memory for the database'],
  ['SQLITE_CORRUPT', 'unavailable', 'The database is damaged'],
  ['SQLITE_NOTADB', 'unavailable', 'The file is no database'],
]

/** An error of SQLite as the fault of the store it tells of; any other, such as a broken constraint, as it is. */
export function asStoreError(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const known = FAULTS.find(([code]) => error.code.startsWith(code))
  return known ? new StoreError(known[1], `${known[2]} (${error.code}).`) : error
}
