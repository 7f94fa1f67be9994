import type { AnalysedArticle, EntityRow } from '../port.js'
import type { Connection } from './connection.js'
import { addContribution, type Contribution, contributionsOf, sourceContribution, takeContribution } from './parties.js'

/** Keys of the parties of one article: by shared id, and by the words of a source without one. */
export interface ArticleParties {
  readonly entities: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
}

/** Writes the article's entities, their links, and the sources that have only words. */
export function writeEntities(connection: Connection, versionKey: number, article: AnalysedArticle): ArticleParties {
  const entities = new Map<string, number>()
  for (const [id, contribution] of contributionsOf(article.entities)) entities.set(id, addContribution(connection, contribution))
  for (const { local, entityId, type, name, mentions, aliases } of article.entities) {
    const key = connection.insert(
      'INSERT INTO article_entities (version_key, local, type, name, mentions, aliases) VALUES (?, ?, ?, ?, ?, ?)',
      versionKey,
      local,
      type,
      name,
      mentions,
      JSON.stringify(aliases.map(({ text, count }) => [text, count])),
    )
    connection.run(
      'INSERT INTO entity_links (version_key, article_entity, party) VALUES (?, ?, ?)',
      versionKey,
      key,
      entities.get(entityId)!,
    )
  }
  return { entities, sources: writeSources(connection, versionKey, article) }
}

function writeSources(connection: Connection, versionKey: number, { facts }: AnalysedArticle): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { sources } of facts) {
    for (const { entityId, name } of sources) if (entityId === null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const keys = new Map<string, number>()
  for (const [name, count] of counts) {
    const party = addContribution(connection, sourceContribution(name, count))
    connection.run('INSERT INTO article_sources (version_key, party, name, count) VALUES (?, ?, ?, ?)', versionKey, party, name, count)
    keys.set(name, party)
  }
  return keys
}

interface FoundRow {
  readonly party: number
  readonly type: EntityRow['type']
  readonly name: string
  readonly mentions: number
  readonly aliases: string
}

/** Takes back what the article's current extraction said of entities and sources. */
export function eraseEntities(connection: Connection, versionKey: number): void {
  const found = connection.all<FoundRow>(
    `SELECT l.party, e.type, e.name, e.mentions, e.aliases FROM article_entities e JOIN entity_links l ON l.version_key = e.version_key AND l.article_entity = e.key
     WHERE e.version_key = ?`,
    versionKey,
  )
  const sources = connection.all<{ party: number; name: string; count: number }>(
    'SELECT party, name, count FROM article_sources WHERE version_key = ?',
    versionKey,
  )
  connection.run('DELETE FROM entity_links WHERE version_key = ?', versionKey)
  connection.run('DELETE FROM article_entities WHERE version_key = ?', versionKey)
  connection.run('DELETE FROM article_sources WHERE version_key = ?', versionKey)
  for (const [party, contribution] of foundContributions(found)) takeContribution(connection, Number(party), contribution)
  for (const { party, name, count } of sources) takeContribution(connection, party, sourceContribution(name, count))
}

function foundContributions(rows: readonly FoundRow[]): Map<string, Contribution> {
  return contributionsOf(
    rows.map(({ party, type, name, mentions, aliases }) => ({
      entityId: String(party),
      type,
      name,
      mentions,
      aliases: (JSON.parse(aliases) as [string, number][]).map(([text, count]) => ({ text, count })),
    })),
  )
}
