import { clusters } from '../../lang/en/clusters.js'
import { FREQUENCIES, KINDS } from '../../lang/en/dictionary.js'
import { hashOf } from '../../learn/hash.js'

/** A sense of one plain word: the word, the digit of its kind, how often it was seen in WordNet's tagged texts. */
const SENSE = /^([a-z]+)%([1-5]):\S+ \d+ \d+ (\d+)/

/** WordNet's digits of kinds in the letters of `KINDS`; 5 is an adjective, too. */
const KIND_OF_DIGIT: Readonly<Record<string, string>> = { 1: 'n', 2: 'v', 3: 'a', 4: 'r', 5: 'a' }

/** The words of WordNet's `index.sense` that have a class, by what kinds they are of and how often of each (`n3v1`), in order. */
export function dictionaryRows(senses: string): [pattern: string, words: readonly string[]][] {
  const known = clusters()
  const counts = new Map<string, Map<string, number>>()
  for (const line of senses.split('\n')) {
    const [, word, digit, count] = SENSE.exec(line) ?? []
    if (word === undefined || known.of(hashOf(word)) === 0) continue
    const kinds = counts.get(word) ?? new Map<string, number>()
    const kind = KIND_OF_DIGIT[digit!]!
    counts.set(word, kinds.set(kind, (kinds.get(kind) ?? 0) + Number(count)))
  }
  const found = new Map<string, string[]>()
  for (const word of [...counts.keys()].sort()) {
    const kinds = counts.get(word)!
    const pattern = [...KINDS]
      .filter((kind) => kinds.has(kind))
      .map((kind) => `${kind}${frequency(kinds.get(kind)!)}`)
      .join('')
    found.set(pattern, [...(found.get(pattern) ?? []), word])
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** A class of how often: each begins at four times the one before. */
const frequency = (count: number): number => (count === 0 ? 0 : Math.min(FREQUENCIES - 1, 1 + Math.floor(Math.log2(count) / 2)))
