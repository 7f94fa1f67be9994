import type { JobRequest, Page, PageRequest, SaveEffects } from '../port.js'
import type { Job, JobStatus } from '../records.js'
import type { Connection } from './connection.js'
import { decodeCursor, fingerprint, whole } from './cursor.js'
import { recordJob } from './idempotency.js'
import { pageOf } from './page.js'

interface JobRow {
  readonly key: number
  readonly id: string
  readonly status: JobStatus
  readonly progress: number
  readonly article_id: string | null
  readonly version: number | null
  readonly error: string | null
  readonly created_at: string
  readonly finished_at: string | null
}

/** See `Store.enqueue`. */
export function enqueue(connection: Connection, { id, body, articleId, at, idempotency }: JobRequest): Job {
  return connection.atomically(() => {
    connection.run(
      `INSERT INTO jobs (id, status, progress, body, article_id, idempotency, created_at) VALUES (?, 'queued', 0, ?, ?, ?, ?)`,
      id,
      body,
      articleId,
      idempotency ? JSON.stringify(idempotency) : null,
      at,
    )
    if (idempotency) recordJob(connection, idempotency, at, articleId, id)
    return readJob(connection, id)!
  })
}

const JOB = 'SELECT key, id, status, progress, article_id, version, error, created_at, finished_at FROM jobs'

const jobOf = (row: JobRow): Job => ({
  id: row.id,
  status: row.status,
  progress: row.progress,
  ...(row.article_id !== null && row.version !== null && { article: { id: row.article_id, version: row.version } }),
  ...(row.error !== null && { error: JSON.parse(row.error) as { code: string; detail: string } }),
  createdAt: row.created_at,
  ...(row.finished_at !== null && { finishedAt: row.finished_at }),
})

/** See `Store.job`. */
export function readJob(connection: Connection, id: string): Job | undefined {
  const row = connection.get<JobRow>(`${JOB} WHERE id = ?`, id)
  return row && jobOf(row)
}

/** See `Store.jobs`. */
export function jobs(
  connection: Connection,
  { status }: { readonly status?: readonly JobStatus[] },
  { limit, cursor }: PageRequest,
): Page<Job> {
  const list = fingerprint('jobs', { status })
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(list, cursor, [whole(1)])[0]
  const parts = status === undefined ? [[before]] : [...new Set(status)].map((one) => [before, one])
  const rows = connection.all<JobRow>(
    `${parts.map(([, one]) => `${JOB} WHERE key < ?${one === undefined ? '' : ' AND status = ?'}`).join(' UNION ALL ')} ORDER BY key DESC LIMIT ?`,
    ...parts.flat(),
    limit + 1,
  )
  return pageOf(list, rows, limit, jobOf, ({ key }) => [key])
}

/** See `Store.takeJob`. */
export function takeJob(
  connection: Connection,
): { id: string; body: Uint8Array; idempotency?: NonNullable<SaveEffects['idempotency']> } | undefined {
  const row = connection.get<{ id: string; body: Uint8Array; idempotency: string | null }>(
    `UPDATE jobs SET status = 'running', attempts = attempts + 1 WHERE key = (SELECT key FROM jobs WHERE status = 'queued' AND body IS NOT NULL ORDER BY attempts, key LIMIT 1)
     RETURNING id, body, idempotency`,
  )
  if (!row) return undefined
  const { id, body, idempotency } = row
  return { id, body, ...(idempotency !== null && { idempotency: JSON.parse(idempotency) as NonNullable<SaveEffects['idempotency']> }) }
}

/** See `Store.requeueJobs`. */
export function requeueJobs(connection: Connection, at: string): number {
  return connection.atomically(() => {
    connection.run(`UPDATE jobs SET status = 'failed', error = ?, finished_at = ? WHERE status = 'running' AND body IS NULL`, DELETED, at)
    connection.run(
      `UPDATE jobs SET status = 'failed', body = NULL, idempotency = NULL, error = ?, finished_at = ? WHERE status = 'running' AND attempts >= ?`,
      JSON.stringify({ code: 'internal_error', detail: `The service ended each of the ${ATTEMPTS} times it read the article.` }),
      at,
      ATTEMPTS,
    )
    return connection.run(`UPDATE jobs SET status = 'queued', progress = 0 WHERE status = 'running'`).changes
  })
}

/** So often a job is begun whose process ends with it: a text that ends it does so each time, others are only unlucky. */
const ATTEMPTS = 10

/** The body of a job is purged with its article, also while it runs. */
const DELETED = JSON.stringify({ code: 'article_deleted', detail: 'The article was deleted before the job was done.' })

/** See `Store.releaseJob`. */
export function releaseJob(connection: Connection, id: string): void {
  connection.run(
    `UPDATE jobs SET status = 'queued', progress = 0, attempts = attempts - 1 WHERE id = ? AND status = 'running' AND body IS NOT NULL`,
    id,
  )
}

/** See `Store.reportJob`. */
export function reportJob(connection: Connection, id: string, progress: number): void {
  connection.run(`UPDATE jobs SET progress = ? WHERE id = ? AND status = 'running'`, progress, id)
}

/** The job wrote its article; what it was asked is no longer kept. */
export function finishJob(connection: Connection, id: string, articleId: string, version: number, at: string): void {
  connection.run(
    `UPDATE jobs SET status = 'done', progress = 1, body = NULL, idempotency = NULL, article_id = ?, version = ?, finished_at = ? WHERE id = ?`,
    articleId,
    version,
    at,
    id,
  )
}

/** See `Store.failJob`. */
export function failJob(connection: Connection, id: string, error: { readonly code: string; readonly detail: string }, at: string): void {
  connection.run(
    `UPDATE jobs SET status = 'failed', body = NULL, idempotency = NULL, error = ?, finished_at = ? WHERE id = ? AND status IN ('queued', 'running')`,
    JSON.stringify(error),
    at,
    id,
  )
}

/** See `Store.queueLength`. */
export function queueLength(connection: Connection): number {
  return connection.value<number>(`SELECT count(*) FROM jobs WHERE status = 'queued'`)!
}

/** Takes away what jobs about an article were asked; those that wait can no longer run. */
export function purgeJobs(connection: Connection, articleId: string, at: string): void {
  connection.run(
    'DELETE FROM idempotency WHERE article_id = ? OR job_id IN (SELECT id FROM jobs WHERE article_id = ?)',
    articleId,
    articleId,
  )
  connection.run(
    `UPDATE jobs SET status = 'failed', error = ?, finished_at = ? WHERE article_id = ? AND status = 'queued'`,
    DELETED,
    at,
    articleId,
  )
  connection.run('UPDATE jobs SET body = NULL, idempotency = NULL WHERE article_id = ?', articleId)
}
