import type { Tokens } from '../../document/tokens.js'
import { Known } from '../../lang/en/gazetteer.js'
import { Shape } from '../../document/tokens.js'
import type { Cues } from './cues.js'
import { fold, wordsOfName, type Name } from './name.js'

/** A person's name, taken apart. */
export interface PersonName {
  readonly words: readonly string[]
  /** The name by which others call the person: the last word, the first in Korea, China and Vietnam. */
  readonly family: string
  readonly easternOrder: boolean
  /** Whether it ends in `Jr.` or the like. */
  readonly suffix: boolean
  readonly gender: Gender | null
}
export type Gender = 'female' | 'male'

/** Parts that belong to the end of a name, not to its family name. */
const SUFFIXES: ReadonlySet<string> = new Set(['jr', 'sr', 'ii', 'iii', 'iv'])

/** Takes a name of two words or more apart; null for a single word. */
export function fullName(cues: Cues, name: Name): PersonName | null {
  const all = wordsOfName(cues.token, name)
  const words = all.filter((word) => !SUFFIXES.has(word))
  if (words.length < 2) return null
  const easternOrder = isEastern(cues, name, words)
  return {
    words,
    family: easternOrder ? words[0]! : words.at(-1)!,
    easternOrder,
    suffix: words.length < all.length,
    gender: genderOf(cues, name, easternOrder),
  }
}

/** `Kim Jong-un`, `Cho Han bum`, `Xi Jinping`; not `Kim Novak`: there the last word is a family name of the west. */
function isEastern({ token, known }: Cues, { first, end }: Name, words: readonly string[]): boolean {
  if (words.length > 3 || !(known[token.word[first]!]! & Known.eastern) || token.norm(first + 1) === '-') return false
  if (words.length === 3) return hyphenated(token, first, end) || isSyllable(words[1]!) || isSyllable(words[2]!)
  const last = known[token.word[end - 1]!]!
  return !(last & Known.family) || !!(last & Known.eastern && !(known[token.word[first]!]! & Known.given))
}

const isSyllable = (word: string): boolean => word.length <= 5

/** A second part with a hyphen inside: `Jong-un`. */
function hyphenated(token: Tokens, first: number, end: number): boolean {
  for (let i = first + 1; i < end; i++) if (token.norm(i).includes('-')) return true
  return false
}

/** What the given name and the word before the name tell. */
export function genderOf({ token, known }: Cues, { first, end }: Name, easternOrder: boolean): Gender | null {
  const before = token.norm(token.norm(first - 1) === '.' ? first - 2 : first - 1).replace('.', '')
  if (FEMALE_TITLES.has(before)) return 'female'
  if (MALE_TITLES.has(before)) return 'male'
  if (easternOrder || end - first < 2) return null
  const bits = known[token.word[first]!]!
  return bits & Known.female ? 'female' : bits & Known.male ? 'male' : null
}

const FEMALE_TITLES: ReadonlySet<string> = new Set(
  'ms mrs miss madam madame lady dame queen princess duchess empress sister baroness congresswoman chairwoman spokeswoman actress'.split(
    ' ',
  ),
)
const MALE_TITLES: ReadonlySet<string> = new Set(
  'mr sir lord king prince duke emperor pope father brother congressman chairman spokesman businessman sheikh ayatollah bishop archbishop cardinal'.split(
    ' ',
  ),
)

/** Romanised names differ in a letter: `Dmitri` and `Dmitry`, `Andrei` and `Andrey`, `Jong-un` and `Jong Un`. */
export const spellingKey = (words: readonly string[]): string =>
  words
    .join('')
    .replace(/(ii|iy|yi|ey|ei)$/u, 'i')
    .replace(/y/gu, 'i')
    .replace(/ph/gu, 'f')
    .replace(/(.)\1/gu, '$1')

/** Whether two given names may be the same: equal, an initial, or a spelling. */
export const sameGiven = (a: string, b: string): boolean =>
  a === b || (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b)) || spellingKey([a]) === spellingKey([b])

/** Capitalised, or written in capitals: no person is called by a word in lower case. */
export const isNameWord = (token: Tokens, i: number): boolean =>
  i < token.count && (token.shape[i] === Shape.capitalised || token.shape[i] === Shape.upper || token.shape[i] === Shape.mixed)

/** Words that stand inside names without being one. */
export const PARTICLES: ReadonlySet<string> = new Set('al el bin ibn van von der den de del della da di du dos la le'.split(' ').map(fold))
