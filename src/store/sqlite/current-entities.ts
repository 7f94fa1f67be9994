import type { UnpackedArticle } from '../codec.js'
import type { Connection } from './connection.js'
import { addContribution, type Contribution, contributionsOf, sourceContribution, takeContribution } from './parties.js'

/** Keys of the parties of one article: by shared id, and by the words of a source without one. */
export interface ArticleParties {
  readonly entities: ReadonlyMap<string, number>
  readonly sources: ReadonlyMap<string, number>
}

/** A contribution as `version_parties` keeps it. */
type KeptContribution = readonly [
  party: number,
  mentions: number,
  aliases: readonly (readonly [text: string, count: number, named: number])[],
]

/** Writes the article's entities, in which version they are found, and the sources that have only words. */
export function writeEntities(connection: Connection, versionKey: number, article: UnpackedArticle): ArticleParties {
  const kept: KeptContribution[] = []
  const add = (contribution: Contribution): number => {
    const party = addContribution(connection, contribution)
    kept.push([party, contribution.mentions, [...contribution.aliases].map(([text, { count, named }]) => [text, count, named])])
    return party
  }
  const entities = new Map<string, number>()
  for (const [id, contribution] of contributionsOf(article.entities)) {
    const party = add(contribution)
    entities.set(id, party)
    connection.run('INSERT INTO party_versions (party, version_key) VALUES (?, ?)', party, versionKey)
  }
  const sources = new Map<string, number>()
  for (const [name, count] of sourcesOf(article)) sources.set(name, add(sourceContribution(name, count)))
  connection.run(
    'INSERT INTO version_parties (version_key, entities, contributions) VALUES (?, ?, ?)',
    versionKey,
    JSON.stringify([...entities.values()]),
    JSON.stringify(kept),
  )
  return { entities, sources }
}

/** How many facts name each source that has only words. */
function sourcesOf({ facts }: UnpackedArticle): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { sources } of facts) {
    for (const { entityId, name } of sources) if (entityId === null) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

/** Takes back what the article's current extraction said of entities and sources. */
export function eraseEntities(connection: Connection, versionKey: number): void {
  const row = connection.get<{ entities: string; contributions: string }>(
    'SELECT entities, contributions FROM version_parties WHERE version_key = ?',
    versionKey,
  )
  if (!row) return
  for (const [party, mentions, aliases] of JSON.parse(row.contributions) as KeptContribution[])
    takeContribution(connection, party, { mentions, aliases: new Map(aliases.map(([text, count, named]) => [text, { count, named }])) })
  for (const party of JSON.parse(row.entities) as number[])
    connection.run('DELETE FROM party_versions WHERE party = ? AND version_key = ?', party, versionKey)
  connection.run('DELETE FROM version_parties WHERE version_key = ?', versionKey)
}
