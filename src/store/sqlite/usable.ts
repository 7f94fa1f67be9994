import { accessSync, closeSync, constants, openSync, readSync, statSync, type Stats } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { StoreError, UnusableDatabase } from '../store-error.js'
import { asStoreError } from './faults.js'

/** The first bytes of every database of SQLite (file format, §1.3). */
const MAGIC = 'SQLite format 3\0'
const { R_OK, W_OK } = constants

/** Looks at a database before it is opened: `path` is a database, empty, or can be made. Raises `UnusableDatabase` with a sentence. */
export function checkFile(path: string): void {
  if (path === ':memory:') return
  const folder = dirname(resolve(path))
  const around = kindOf(folder)
  if (!around) throw new UnusableDatabase(`there is no folder ${folder}.`)
  if (!around.isDirectory()) throw new UnusableDatabase(`${folder} is no folder.`)
  if (!may(folder, W_OK))
    throw new UnusableDatabase(`the folder ${folder} cannot be written to, and the log of writes stands beside the database.`)
  const file = kindOf(path)
  if (!file) return
  if (file.isDirectory()) throw new UnusableDatabase('this is a folder, not a file.')
  if (!file.isFile()) throw new UnusableDatabase('this is no regular file.')
  if (!may(path, R_OK | W_OK)) throw new UnusableDatabase('the file cannot be read and written by this user.')
  if (file.size > 0 && beginningOf(path) !== MAGIC) throw new UnusableDatabase('the file is no SQLite database.')
}

/** What kept a database from being opened, as a sentence, where that is not ours to mend. */
export function asUnusable(thrown: unknown): unknown {
  const error = asStoreError(thrown)
  return error instanceof StoreError ? new UnusableDatabase(error.message) : error
}

function kindOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false })
  } catch (error) {
    throw new UnusableDatabase(`${path} cannot be looked at (${(error as NodeJS.ErrnoException).code}).`)
  }
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode)
    return true
  } catch {
    return false
  }
}

function beginningOf(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(MAGIC.length)
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, MAGIC.length, 0))
  } finally {
    closeSync(file)
  }
}
