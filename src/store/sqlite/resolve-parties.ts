import { foldedTokens, phraseOf } from '../fold.js'
import { meets, wantedIn, type WordQuery } from '../word-query.js'
import type { Connection } from './connection.js'

/** Keys of the parties that a filter means: the entity with this id, or all whose alias has these whole words in a row. */
export function resolveParties(connection: Connection, wanted: string): number[] {
  const byId = connection.value<number>('SELECT key FROM parties WHERE entity_id = ?', wanted)
  if (byId !== undefined) return [byId]
  const phrase = phraseOf(wanted)
  return phrase ? partiesNamed(connection, { phrases: [phrase], start: 0, end: wanted.length }) : []
}

/** Keys of the parties that have an alias with these words. */
export function partiesNamed(connection: Connection, query: WordQuery): number[] {
  const aliases = connection.all<{ party: number; text: string }>(
    'SELECT party, text FROM aliases WHERE key IN (SELECT rowid FROM alias_index WHERE alias_index MATCH ?)',
    candidates(query),
  )
  const wanted = wantedIn(query)
  const isWord = 'phrases' in query && wanted.every(({ phrases }) => phrases.every(({ tokens }) => tokens.length === 1))
  const meant = isWord ? aliases : aliases.filter(({ text }) => meets(foldedTokens(text), query))
  return [...new Set(meant.map(({ party }) => party))].sort((a, b) => a - b)
}

const MOST_WORDS = 12

/** The index knows which words an alias has, not their order: what it finds is looked at once more. */
function candidates(query: WordQuery): string {
  if ('any' in query) return `(${query.any.map(candidates).join(' OR ')})`
  if ('all' in query) return `(${query.all.map(candidates).join(' AND ')})`
  const rows = query.phrases.map(({ tokens, prefix }) => {
    const words = tokens.map((word, i) => `"${word}"${i === tokens.length - 1 && prefix > 0 ? ' *' : ''}`)
    return `(${[...new Set(words)].slice(0, MOST_WORDS).join(' AND ')})`
  })
  return `(${rows.join(' OR ')})`
}
