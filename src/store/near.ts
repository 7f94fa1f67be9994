/** Words in an order of their own, to look for those that are near to one that is not there. */
export interface Vocabulary {
  has(word: string): boolean
  /** The first word behind this one. */
  next(after: string): string | undefined
  /** How often the word is there, up to some number. */
  frequency(word: string): number
}

/** So many words with the same beginning are looked at, and so many are offered. */
const MOST_WALKED = 400
const MOST_OFFERED = 3
/** Of so many near ones it is asked how frequent they are. */
const MOST_WEIGHED = 12
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

/** Nobody mistypes a longer word, and the work grows with it. */
const LONGEST = 32

/** How far a word may be from one of this length, 0 where none is looked for: below three letters everything is near. */
export const farthest = (length: number): number => (length < 3 || length > LONGEST ? 0 : length < 8 ? 1 : 2)

/**
 * The words of a vocabulary that are nearest to one that it lacks, best first: those with a slip in their first half are tried one by one, those
 * with slips behind it are found by the half they share, as are longer words that begin so. The work does not grow with the vocabulary.
 */
export function nearestWords(vocabulary: Vocabulary, word: string): string[] {
  const most = farthest(word.length)
  if (most === 0) return []
  const half = Math.ceil(word.length / 2)
  const found = [...slips(word, half)].filter((candidate) => vocabulary.has(candidate))
  const beginning = word.slice(0, half)
  let walked: string | undefined = vocabulary.has(beginning) ? beginning : vocabulary.next(beginning)
  for (let i = 0; i < MOST_WALKED && walked?.startsWith(beginning); i++) {
    found.push(walked)
    walked = vocabulary.next(walked)
  }
  return [...new Set(found)]
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, distance: candidate.startsWith(word) ? LONGER : distanceOf(word, candidate) }))
    .filter(({ distance }) => distance === LONGER || distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, MOST_WEIGHED)
    .map((rated) => ({ ...rated, frequency: vocabulary.frequency(rated.candidate) }))
    .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency)
    .slice(0, MOST_OFFERED)
    .map(({ candidate }) => candidate)
}

/** A word that goes on where the given one ends is farther than one slip, nearer than two. */
const LONGER = 1.5

/** What a word becomes by one slip in its first characters: one left out, put in, changed, or two changed about. */
function* slips(word: string, within: number): Generator<string> {
  for (let at = 0; at < within; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at + 1)]
    yield before + behind
    if (behind !== '') yield before + behind.charAt(0) + word.charAt(at) + behind.slice(1)
    for (const letter of LETTERS) {
      yield before + letter + behind
      yield before + letter + word.slice(at)
    }
  }
}

/** Optimal string alignment: characters left out, put in or changed, and neighbours changed about, each once. */
export function distanceOf(a: string, b: string): number {
  let [earlier, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, earlier[j - 2]! + 1)
      row.push(best)
    }
    ;[earlier, last] = [last, row]
  }
  return last[b.length]!
}
