import type { IdempotencyRecord, SaveEffects } from '../port.js'
import type { Connection } from './connection.js'
import { instantOf } from './instants.js'

const KEPT = 24 * 3_600_000

type Kept = NonNullable<SaveEffects['idempotency']>

/** Records the answer under its key; an answer that was a job keeps it, and learns its article. */
export function recordAnswer(
  connection: Connection,
  { idempotency, jobId, at }: Pick<SaveEffects, 'idempotency' | 'jobId' | 'at'>,
  status: number,
  articleId: string,
  version: number,
): void {
  if (jobId !== undefined) connection.run('UPDATE idempotency SET article_id = ?, version = ? WHERE job_id = ?', articleId, version, jobId)
  else if (idempotency) record(connection, idempotency, at, status, articleId, version, null)
}

/** Records that the answer was a job. */
export function recordJob(connection: Connection, idempotency: Kept, at: string, articleId: string | null, jobId: string): void {
  record(connection, idempotency, at, 202, articleId, null, jobId)
}

function record(
  connection: Connection,
  { keyOwner, key, requestHash }: Kept,
  at: string,
  status: number,
  articleId: string | null,
  version: number | null,
  jobId: string | null,
): void {
  const instant = instantOf(at)
  connection.run('DELETE FROM idempotency WHERE at <= ?', instant - KEPT)
  connection.run(
    'INSERT OR REPLACE INTO idempotency (key_owner, key, request_hash, status, article_id, version, job_id, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    keyOwner,
    key,
    requestHash,
    status,
    articleId,
    version,
    jobId,
    instant,
  )
}

/** See `Store.idempotency`. */
export function readIdempotency(connection: Connection, keyOwner: string, key: string, now: string): IdempotencyRecord | undefined {
  return connection.get<IdempotencyRecord>(
    `SELECT key_owner AS keyOwner, key, request_hash AS requestHash, status, article_id AS articleId, version, job_id AS jobId
     FROM idempotency WHERE key_owner = ? AND key = ? AND at > ?`,
    keyOwner,
    key,
    instantOf(now) - KEPT,
  )
}
