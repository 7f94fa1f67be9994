import { statSync } from 'node:fs'
import type { Connection } from './connection.js'

/** The log is written back and cut when it is larger than this, after the transaction that made it so. Bytes. */
export const LARGE_LOG = 32 * 1024 ** 2
/** After a reader that did not end held it off, it may grow by so much before the next try. Bytes. */
const STEP = 8 * 1024 ** 2
/** How long readers are waited for: longer than any read of ours takes, and writers wait meanwhile. Milliseconds. */
const PATIENCE = 5000
/** How long after the last write the log is cut without need, and how long readers are waited for then. Milliseconds. */
const IDLE = 1000
const SHORT_PATIENCE = 100

/**
 * Writes the log back into the file and cuts it to nothing; false where a reader held it off for so many milliseconds, or the disk did. New readers
 * cannot: once all is written back they read the file alone.
 */
export function cutLog({ database }: Connection, patience = PATIENCE): boolean {
  if (database.memory || database.readonly) return true
  const before = database.pragma('busy_timeout', { simple: true }) as number
  database.pragma(`busy_timeout = ${patience}`)
  try {
    const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
    return outcome?.busy === 0
  } catch {
    return false // nothing is lost: what is in the log stays there
  } finally {
    database.pragma(`busy_timeout = ${before}`)
  }
}

/** Size of the log beside the file. Bytes. */
export function logSize({ database }: Connection): number {
  return statSync(`${database.name}-wal`, { throwIfNoEntry: false })?.size ?? 0
}

/** Keeps the log of a connection small: `look` is called after each piece of work. */
export function createLogKeeper(connection: Connection): { look(): void; stop(): void } {
  let bound = LARGE_LOG
  let idle: NodeJS.Timeout | undefined
  const cutWhenIdle = (): void => {
    idle = undefined
    if (logSize(connection) > 0 && !cutLog(connection, SHORT_PATIENCE)) look()
  }
  const look = (): void => {
    const size = logSize(connection)
    if (size >= bound) bound = cutLog(connection) ? LARGE_LOG : size + STEP
    clearTimeout(idle)
    idle = setTimeout(cutWhenIdle, IDLE).unref()
  }
  return { look, stop: () => clearTimeout(idle) }
}
