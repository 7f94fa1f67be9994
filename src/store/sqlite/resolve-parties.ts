import { foldedTokens, occurrences, phraseOf } from '../fold.js'
import type { Connection } from './connection.js'

const MOST_WORDS = 12

/** Keys of the parties that a filter means: the entity with this id, or all whose alias has these whole words in a row. */
export function resolveParties(connection: Connection, wanted: string): number[] {
  const byId = connection.value<number>('SELECT key FROM parties WHERE entity_id = ?', wanted)
  if (byId !== undefined) return [byId]
  const phrase = phraseOf(wanted)
  if (!phrase) return []
  const last = phrase.tokens.length - 1
  const words = phrase.tokens.map((word, i) => `"${word}"${i === last && phrase.prefix > 0 ? ' *' : ''}`)
  const aliases = connection.all<{ party: number; text: string }>(
    'SELECT party, text FROM aliases WHERE key IN (SELECT rowid FROM alias_index WHERE alias_index MATCH ?)',
    [...new Set(words)].slice(0, MOST_WORDS).join(' AND '),
  )
  const isWord = last === 0 && phrase.prefix === 0
  const meant = isWord ? aliases : aliases.filter(({ text }) => occurrences(foldedTokens(text), phrase).length > 0)
  return [...new Set(meant.map(({ party }) => party))].sort((a, b) => a - b)
}
