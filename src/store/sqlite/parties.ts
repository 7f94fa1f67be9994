import type { EntityRow } from '../port.js'
import { foldedText, foldedTokens } from '../fold.js'
import type { Connection } from './connection.js'

/** What one article says of one party: how often it names it, and in which words. */
export interface Contribution {
  /** `ent_…`; null for a source that has nothing but words. */
  readonly entityId: string | null
  readonly type: string | null
  readonly folded: string
  mentions: number
  readonly aliases: Map<string, { count: number; named: number }>
}

/** Adds what an article says of its entities; two entities of one shared id count as one. */
export function contributionsOf(entities: readonly EntityRow[]): Map<string, Contribution> {
  const found = new Map<string, Contribution>()
  for (const { entityId, type, name, mentions, aliases } of entities) {
    const known = found.get(entityId)
    const contribution: Contribution = known ?? { entityId, type, folded: foldedText(name), mentions: 0, aliases: new Map() }
    contribution.mentions += mentions
    for (const { text, count } of aliases) aliasIn(contribution, text).count += count
    aliasIn(contribution, name).named = 1
    found.set(entityId, contribution)
  }
  return found
}

/** A source in words alone; they are told apart by their folded words. */
export function sourceContribution(name: string, count: number): Contribution {
  return { entityId: null, type: null, folded: foldedText(name), mentions: count, aliases: new Map([[name, { count, named: 1 }]]) }
}

function aliasIn({ aliases }: Contribution, text: string): { count: number; named: number } {
  let alias = aliases.get(text)
  if (!alias) aliases.set(text, (alias = { count: 0, named: 0 }))
  return alias
}

/** Adds a contribution to its party, which is made where there is none; the party's key. */
export function addContribution(connection: Connection, { entityId, type, folded, mentions, aliases }: Contribution): number {
  let key =
    entityId === null
      ? connection.value<number>('SELECT key FROM parties WHERE folded = ? AND entity_id IS NULL', folded)
      : connection.value<number>('SELECT key FROM parties WHERE entity_id = ?', entityId)
  if (key === undefined) {
    key = connection.insert(
      'INSERT INTO parties (entity_id, type, folded, articles, mentions) VALUES (?, ?, ?, 1, ?)',
      entityId,
      type,
      folded,
      mentions,
    )
  } else {
    connection.run('UPDATE parties SET articles = articles + 1, mentions = mentions + ? WHERE key = ?', mentions, key)
  }
  for (const [text, { count, named }] of aliases) addAlias(connection, key, text, count, named)
  return key
}

function addAlias(connection: Connection, party: number, text: string, count: number, named: number): void {
  const known = connection.run(
    'UPDATE aliases SET count = count + ?, named = named + ? WHERE party = ? AND text = ?',
    count,
    named,
    party,
    text,
  )
  if (known.changes > 0) return
  const alias = connection.insert('INSERT INTO aliases (party, text, count, named) VALUES (?, ?, ?, ?)', party, text, count, named)
  connection.run('INSERT INTO alias_index (rowid, words) VALUES (?, ?)', alias, wordsOf(text))
}

/** The distinct words of an alias, in an order of their own: what was indexed can be taken out again. */
const wordsOf = (text: string): string => [...new Set(foldedTokens(text).map((token) => token.text))].sort().join(' ')

/** Takes a contribution back; a party and an alias that nobody speaks of any more go. */
export function takeContribution(
  connection: Connection,
  party: number,
  { mentions, aliases }: Pick<Contribution, 'mentions' | 'aliases'>,
): void {
  for (const [text, { count, named }] of aliases) {
    connection.run('UPDATE aliases SET count = count - ?, named = named - ? WHERE party = ? AND text = ?', count, named, party, text)
  }
  for (const { key, text } of connection.all<{ key: number; text: string }>(
    'SELECT key, text FROM aliases WHERE party = ? AND count <= 0 AND named <= 0',
    party,
  )) {
    connection.run(`INSERT INTO alias_index (alias_index, rowid, words) VALUES ('delete', ?, ?)`, key, wordsOf(text))
    connection.run('DELETE FROM aliases WHERE key = ?', key)
  }
  connection.run('UPDATE parties SET articles = articles - 1, mentions = mentions - ? WHERE key = ?', mentions, party)
  connection.run('DELETE FROM parties WHERE key = ? AND articles <= 0', party)
}
