import { foldedTokens, occurrences, phraseOf } from '../fold.js'
import type { Connection, Parameter } from './connection.js'

const AFTER_ALL = '\u{10ffff}'
const MOST_WORDS = 12

/** Keys of the parties that a filter means: the entity with this id, or all whose alias has these whole words in a row. */
export function resolveParties(connection: Connection, wanted: string): number[] {
  const byId = connection.value<number>('SELECT key FROM parties WHERE entity_id = ?', wanted)
  if (byId !== undefined) return [byId]
  const phrase = phraseOf(wanted)
  if (!phrase) return []
  const last = phrase.tokens.length - 1
  if (last === 0 && phrase.prefix === 0) return partiesWith(connection, phrase.tokens[0]!)
  const tests: string[] = []
  const parameters: Parameter[] = []
  for (const [i, word] of phrase.tokens.slice(0, MOST_WORDS).entries()) {
    const prefix = i === last && phrase.prefix > 0
    tests.push(`SELECT alias FROM alias_words WHERE ${prefix ? 'word >= ? AND word < ?' : 'word = ?'}`)
    parameters.push(word, ...(prefix ? [word + AFTER_ALL] : []))
  }
  const aliases = connection.all<{ party: number; text: string }>(
    `SELECT party, text FROM aliases WHERE key IN (${tests.join(' INTERSECT ')}) ORDER BY party`,
    ...parameters,
  )
  return [...new Set(aliases.filter(({ text }) => occurrences(foldedTokens(text), phrase).length > 0).map(({ party }) => party))]
}

const partiesWith = (connection: Connection, word: string): number[] => {
  const rows = connection.all<{ party: number }>('SELECT party FROM alias_words WHERE word = ?', word)
  return [...new Set(rows.map(({ party }) => party))].sort((a, b) => a - b)
}
