import Database from 'better-sqlite3'
import { UnusableDatabase } from '../store-error.js'
import { asUnusable, checkFile } from './usable.js'

/** How long a server that is just ending is waited for. Milliseconds. */
const PATIENCE = 2000

/**
 * Keeps other servers from the database at `path` until the lock is released or the process ends, however it ends: two would take each other's jobs for
 * those of a dead one. It is a lock of SQLite on an empty file beside it, which stays; commands do not take it and work beside a server. Raises
 * `UnusableDatabase`.
 */
export function lockForServer(path: string): { release(): void } {
  if (path === ':memory:') return { release: () => undefined }
  checkFile(path)
  let database: Database.Database | undefined
  try {
    database = new Database(`${path}-lock`, { timeout: PATIENCE })
    const held = database.exec('BEGIN EXCLUSIVE')
    return { release: () => void held.close() }
  } catch (error) {
    database?.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY')
      throw new UnusableDatabase('another Attest server uses it; stop that one first, or give this one a database of its own.')
    throw asUnusable(error)
  }
}
