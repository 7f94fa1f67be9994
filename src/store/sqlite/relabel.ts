import type { Labels, SaveEffects, SaveOutcome } from '../port.js'
import { holds } from '../precondition.js'
import { logChange } from './changes.js'
import type { Connection } from './connection.js'
import { readArticle } from './read-articles.js'

/** See `Store.relabel`. */
export function relabel(
  connection: Connection,
  id: string,
  { externalId, tags }: Labels,
  { at, condition = {} }: Pick<SaveEffects, 'at' | 'condition'>,
): SaveOutcome {
  return connection.atomically(() => {
    const before = readArticle(connection, id)
    if (!before) return { outcome: 'deleted' }
    if (!holds(condition, before)) return { outcome: 'stale' }
    if (before.externalId === externalId && JSON.stringify(before.tags) === JSON.stringify(tags))
      return { outcome: 'unchanged', article: before }
    const { key, published } = connection.get<{ key: number; published: number }>(
      'SELECT key, published FROM versions WHERE article_id = ? AND current = 1',
      id,
    )!
    for (const tag of new Set(before.tags)) {
      connection.run('DELETE FROM article_tags WHERE tag = ? AND published = ? AND article_id = ?', tag, published, id)
      connection.run(
        'DELETE FROM fact_tags WHERE (tag, published, id) IN (SELECT ?, published, id FROM facts WHERE version_key = ?)',
        tag,
        key,
      )
    }
    for (const tag of new Set(tags)) {
      connection.run('INSERT INTO article_tags (tag, published, article_id, version_key) VALUES (?, ?, ?, ?)', tag, published, id, key)
      connection.run(
        'INSERT INTO fact_tags (tag, published, id, fact) SELECT ?, published, id, key FROM facts WHERE version_key = ?',
        tag,
        key,
      )
    }
    connection.run('UPDATE versions SET external_id = ?, tags = ? WHERE key = ?', externalId, JSON.stringify(tags), key)
    logChange(connection, { type: 'article.updated', articleId: id, version: before.version, at })
    return { outcome: 'created', article: readArticle(connection, id)! }
  })
}
