import { holds, type Precondition } from '../precondition.js'
import { logChange } from './changes.js'
import type { Connection } from './connection.js'
import { cutLog } from './log.js'
import { purgeJobs } from './jobs.js'
import { readArticle } from './read-articles.js'
import { eraseCurrent } from './save-article.js'

/** See `Store.deleteArticle`. */
export function deleteArticle(
  connection: Connection,
  id: string,
  at: string,
  condition: Precondition = {},
): 'deleted' | 'absent' | 'gone' | 'stale' {
  const outcome = connection.atomically(() => {
    const identity = connection.get<{ newest: number; deleted_at: string | null }>(
      'SELECT newest, deleted_at FROM articles WHERE id = ?',
      id,
    )
    if (!identity) return 'absent'
    if (identity.deleted_at !== null) return 'gone'
    if (!holds(condition, readArticle(connection, id))) return 'stale'
    const removed = connection
      .all<{ id: string }>('SELECT f.id FROM facts f JOIN versions v ON v.key = f.version_key WHERE v.article_id = ? AND v.current = 1', id)
      .map((fact) => fact.id)
    purge(connection, id, at)
    connection.run('UPDATE articles SET deleted_at = ? WHERE id = ?', at, id)
    logChange(connection, { type: 'article.deleted', articleId: id, version: identity.newest, at }, { removed })
    return 'deleted'
  })
  if (outcome === 'deleted') cutLog(connection) // it still holds the old pages
  return outcome
}

function purge(connection: Connection, id: string, at: string): void {
  for (const { key, current, tags } of connection.all<{ key: number; current: number; tags: string }>(
    'SELECT key, current, tags FROM versions WHERE article_id = ?',
    id,
  )) {
    if (current === 1) eraseCurrent(connection, key, JSON.parse(tags) as string[])
    for (const table of ['fact_bodies', 'fact_places'])
      connection.run(`DELETE FROM ${table} WHERE extraction_key IN (SELECT key FROM extractions WHERE version_key = ?)`, key)
    connection.run('DELETE FROM extractions WHERE version_key = ?', key)
    connection.run('DELETE FROM versions WHERE key = ?', key)
  }
  purgeJobs(connection, id, at)
}
