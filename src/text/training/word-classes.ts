import { random } from '../../learn/hash.js'
import { kMeans, nearest, unit, vectors, type Vectors } from '../../learn/k-means.js'

/** Classes, narrow to wide: those of a width are groups of the next narrower ones. */
const NARROW = 1024
const WIDER = 160
const WIDEST = 40

const ROUNDS = 20
const SEED = 3

/** The most frequent words make the classes; rarer ones, spelled with letters alone, are put into the class whose direction is nearest. */
const FREQUENT = 50_000
const RARER = 70_000

const HAS_LETTER_OR_DIGIT = /[\p{L}\p{N}]/u
const SPELLED = /^\p{L}[\p{L}\p{M}.'’-]{1,23}$/u

/** A narrow class: its wider ones, its frequent words and the others, most frequent first. */
export interface WordClass {
  readonly widest: number
  readonly wider: number
  readonly frequent: readonly string[]
  readonly others: readonly string[]
}

/** Puts words, most frequent first, into classes by their vectors. Same words and vectors, same classes. */
export function wordClasses(words: readonly string[], vectorOf: (word: string) => ArrayLike<number>): WordClass[] {
  const candidates = words.filter((word) => HAS_LETTER_OR_DIGIT.test(word))
  const frequent = candidates.slice(0, FREQUENT)
  const others = candidates
    .slice(FREQUENT)
    .filter((word) => SPELLED.test(word))
    .slice(0, RARER)
  const next = random(SEED)
  const points = unitVectors(frequent, vectorOf)
  const narrow = kMeans(points, NARROW, ROUNDS, next)
  const wider = kMeans(narrow, WIDER, ROUNDS, next)
  const widest = kMeans(wider, WIDEST, ROUNDS, next)
  const widerOf = nearest(narrow, wider)
  const widestOf = nearest(wider, widest)
  const byClass = grouped(frequent, nearest(points, narrow))
  const othersByClass = grouped(others, nearest(unitVectors(others, vectorOf), narrow))
  return byClass
    .map((members, c) => ({ widest: widestOf[widerOf[c]!]!, wider: widerOf[c]!, frequent: members, others: othersByClass[c]! }))
    .sort((a, b) => a.widest - b.widest || a.wider - b.wider)
}

function unitVectors(words: readonly string[], vectorOf: (word: string) => ArrayLike<number>): Vectors {
  const rows = words.map((word) => unit(vectorOf(word)))
  const all = vectors(rows.length, rows[0]!.length)
  rows.forEach((row, r) => all.values.set(row, r * row.length))
  return all
}

function grouped(words: readonly string[], groups: Uint16Array): string[][] {
  const lists: string[][] = Array.from({ length: NARROW }, () => [])
  words.forEach((word, w) => lists[groups[w]!]!.push(word))
  return lists
}
