import { Character, classOf } from './characters.js'

/** What may hang on a word behind an apostrophe. */
const CLITICS = new Set(['s', 're', 've', 'll', 'd', 'm', 'em'])

/** Two words written as one, and the length of the first. */
const FUSED = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
  ['gimme', 3],
  ['lemme', 3],
  ...['dont', 'didnt', 'doesnt', 'isnt', 'wasnt', 'couldnt', 'wouldnt', 'havent', 'arent'].map((word): [string, number] => [
    word,
    word.length - 2,
  ]),
])

/** Where the word `[from, end)` parts in two (`do|n't`, `Kim|'s`, `can|not`); `end` where it does not. */
export function cliticStart(text: string, from: number, end: number, apostrophes: boolean): number {
  if (apostrophes) {
    for (let at = end - 1; at > from && at > end - 4; at--) {
      if (classOf(text.charCodeAt(at)) !== Character.apostrophe) continue
      const tail = text.slice(at + 1, end).toLowerCase()
      if (CLITICS.has(tail)) return at
      return tail === 't' && at - 1 > from && (text.charCodeAt(at - 1) | 32) === 110 ? at - 1 : end
    }
    return end
  }
  const size = end - from
  if (size < 4 || size > 7) return end
  const last = text.charCodeAt(end - 1) | 32
  if (last !== 116 && last !== 97 && last !== 101) return end // t, a, e
  const first = FUSED.get(text.slice(from, end).toLowerCase())
  return first === undefined ? end : from + first
}

/** Where the clitic behind the apostrophe at `at` ends (`Inc.'s`, `1990's`); `at` where there is none. */
export function looseClitic(text: string, at: number, to: number): number {
  for (let size = 2; size >= 1; size--) {
    const end = at + 1 + size
    if (end > to || (end < to && classOf(text.charCodeAt(end)) === Character.letter)) continue
    if (CLITICS.has(text.slice(at + 1, end).toLowerCase())) return end
  }
  return at
}
