import { foldedText, phraseOf } from '../fold.js'
import { distanceOf, farthest, nearestWords, type Vocabulary } from '../near.js'
import type { LookedUp, NearMiss, ValuesOf } from '../port.js'
import { type Wanted, wantedIn, type WordQuery } from '../word-query.js'
import type { Connection } from './connection.js'
import { matchExpression } from './match.js'
import { publishersNamed } from './publishers.js'
import { resolveParties } from './resolve-parties.js'

/** Where words are indexed: the index, its column, and the list of its words. */
const INDEXES = {
  said: { index: 'fact_index', column: 'said', terms: 'fact_terms' },
  counted: { index: 'fact_index', column: 'counted', terms: 'fact_terms' },
  sentences: { index: 'sentence_index', column: undefined, terms: 'sentence_terms' },
  names: { index: 'alias_index', column: undefined, terms: 'alias_terms' },
} as const

/** Columns of facts whose values are words, and the index that has them in order. */
const COLUMNS = {
  event: { name: 'event', index: 'facts_by_event' },
  unit: { name: 'unit', index: 'facts_by_unit' },
  role: { name: 'office', index: 'facts_by_office' },
} as const

/** See `Store.nearMisses`. */
export function nearMisses(connection: Connection, lookedUp: LookedUp): NearMiss[] {
  if ('query' in lookedUp) return inText(lookedUp.text, missesOf(indexed(connection, lookedUp.among), lookedUp.query))
  return lookedUp.values.slice(0, MOST_REPAIRED).flatMap(({ given, meant }) => {
    const values = valuesNear(connection, lookedUp.among, given, meant)
    return values.length === 0 ? [] : [{ given, values }]
  })
}

/** Words of an index, and whether some of them are found there. */
interface Indexed {
  readonly vocabulary: Vocabulary
  readonly finds: (wanted: Wanted) => boolean
  readonly stands: (word: string) => boolean
}

function indexed(connection: Connection, among: keyof typeof INDEXES): Indexed {
  const { index, column, terms } = INDEXES[among]
  const matches = (expression: string): boolean =>
    connection.value<number>(`SELECT 1 FROM ${index} WHERE ${index} MATCH ? LIMIT 1`, expression) !== undefined
  const stands = (word: string): boolean => matches(column === undefined ? `"${word}"` : `{${column}} : "${word}"`)
  return {
    stands,
    // The index of names knows no rows of words: where all of them are there, none is a slip.
    finds: (wanted) =>
      among === 'names'
        ? wanted.phrases.some(({ tokens, prefix }) => prefix > 0 || tokens.every(stands))
        : matches(matchExpression(wanted, column)!),
    vocabulary: {
      has: (word) => connection.value<number>(`SELECT 1 FROM ${terms} WHERE term = ? LIMIT 1`, word) !== undefined,
      next: (after) => connection.value<string>(`SELECT term FROM ${terms} WHERE term > ? LIMIT 1`, after),
      frequency: (word) => counted(connection, `FROM ${terms} WHERE term = ?`, word),
    },
  }
}

/** More places of a word are not counted. */
const MOST_COUNTED = 100

const counted = (connection: Connection, rows: string, word: string): number =>
  connection.value<number>(`SELECT count(*) FROM (SELECT 1 ${rows} LIMIT ${MOST_COUNTED})`, word)!

/** What was asked for and is nowhere, each with what it could have been. */
interface Missed {
  readonly wanted: Wanted
  readonly words: readonly string[]
}

function missesOf(index: Indexed, query: WordQuery): Missed[] {
  return wantedIn(query)
    .filter((wanted) => !index.finds(wanted))
    .slice(0, MOST_REPAIRED)
    .map((wanted) => ({ wanted, words: repaired(wanted, index) }))
    .filter(({ words }) => words.length > 0)
}

/** More words of one query, or of one quotation, are not looked at: each takes some milliseconds. */
const MOST_REPAIRED = 4

/** What is looked for, with a near word for each that is nowhere; nothing where one has none. */
function repaired({ phrases: [phrase] }: Wanted, { vocabulary, stands }: Indexed): readonly string[] {
  const { tokens } = phrase!
  if (tokens.filter((word) => !stands(word)).length > MOST_REPAIRED) return []
  const choices = tokens.map((word) => (stands(word) ? [word] : nearestWords(vocabulary, word).filter((near) => stands(near))))
  if (tokens.length === 1) return choices[0]!.filter((word) => word !== tokens[0])
  const best = choices.map(([word]) => word)
  return best.every((word) => word !== undefined) && best.join() !== tokens.join() ? [best.join(' ')] : []
}

/** The text that was asked with what it could have been: the choices of one word, or the best of several. */
function inText(text: string, misses: readonly Missed[]): NearMiss[] {
  const [first, ...others] = [...misses].sort((a, b) => b.wanted.start - a.wanted.start)
  if (!first) return []
  const put = (into: string, { start, end }: Wanted, word: string): string =>
    into.slice(0, start) + (into[start] === '"' ? `"${word}"` : word) + into.slice(end)
  if (others.length === 0) return [{ given: text, values: first.words.map((word) => put(text, first.wanted, word)) }]
  return [{ given: text, values: [[first, ...others].reduce((into, { wanted, words }) => put(into, wanted, words[0]!), text)] }]
}

function valuesNear(connection: Connection, among: ValuesOf['among'], given: string, meant: readonly string[]): readonly string[] {
  if (among === 'publisher') return publishersNear(connection, given)
  if (among !== 'party') return columnNear(connection, COLUMNS[among], meant)
  const phrase = phraseOf(given)
  if (!phrase || resolveParties(connection, given).length > 0) return []
  return repaired({ phrases: [phrase], start: 0, end: given.length }, indexed(connection, 'names'))
}

function columnNear(connection: Connection, { name, index }: (typeof COLUMNS)[keyof typeof COLUMNS], meant: readonly string[]): string[] {
  const vocabulary: Vocabulary = {
    has: (word) => connection.value<number>(`SELECT 1 FROM facts INDEXED BY ${index} WHERE ${name} = ? LIMIT 1`, word) !== undefined,
    next: (after) =>
      connection.value<string>(`SELECT ${name} FROM facts INDEXED BY ${index} WHERE ${name} > ? ORDER BY ${name} LIMIT 1`, after),
    frequency: (word) => counted(connection, `FROM facts INDEXED BY ${index} WHERE ${name} = ?`, word),
  }
  return meant.some((word) => vocabulary.has(word)) ? [] : [...new Set(meant.flatMap((word) => nearestWords(vocabulary, word)))]
}

/** More publishers are not looked through. */
const MOST_PUBLISHERS = 5_000

function publishersNear(connection: Connection, given: string): string[] {
  if (publishersNamed(connection, [given]).length > 0) return []
  const wanted = foldedText(given)
  if (farthest(wanted.length) === 0) return []
  const rated = connection
    .all<{ name: string; words: string }>('SELECT name, words FROM publishers ORDER BY articles DESC LIMIT ?', MOST_PUBLISHERS)
    .map(({ name, words }) => ({
      name,
      distance: Math.min(...[words.trim(), ...words.trim().split(' ')].map((each) => distanceOf(wanted, each))),
    }))
    .filter(({ distance }) => distance <= farthest(wanted.length))
  return rated
    .sort((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name)
}
