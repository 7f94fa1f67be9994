import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import { Known, TITLED } from '../../lang/en/gazetteer.js'
import { Style, type Cues } from './cues.js'
import type { Name } from './name.js'

/** People by what stands there, where the model may not have learned such names. */
export function peopleByPattern(cues: Cues): Name[] {
  const { token, sentence, known, style } = cues
  const names: Name[] = []
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    for (let i = firstToken; i < endToken; i++) {
      if (!isCapital(token, i)) continue
      const bits = known[token.word[i]!]!
      const end =
        (bits & Known.eastern && easternEnd(cues, i, endToken)) ||
        (bits & Known.honorific && titledStart(token, i) < endToken && -titledEnd(cues, titledStart(token, i), endToken)) ||
        (bits & Known.given && !(bits & Known.never) && style[s] === Style.plain && givenEnd(cues, i, endToken, i === firstToken))
      const aged = end ? 0 : agedEnd(cues, i, firstToken, endToken)
      if (aged) {
        names.push({ first: i, end: aged, type: 'PERSON', rule: 'rule:age' })
        i = aged - 1
      }
      if (!end) continue
      const first = end < 0 ? titledStart(token, i) : i
      names.push({
        first,
        end: Math.abs(end),
        type: 'PERSON',
        rule: end < 0 ? 'rule:title' : bits & Known.eastern ? 'rule:eastern-name' : 'rule:given-name',
      })
      i = Math.abs(end) - 1
    }
  }
  return names
}

export const isCapital = (token: Tokens, i: number): boolean =>
  i >= 0 && i < token.count && token.kind[i] === TokenKind.word && token.shape[i] !== Shape.lower && token.shape[i] !== Shape.none

const size = (token: Tokens, i: number): number => token.end[i]! - token.start[i]!

const isHyphen = (token: Tokens, i: number): boolean => /^[-‐‑–]$/.test(token.norm(i))

/** `Kim Jong-un`, `Chon Hyun-joon`: two syllables with a hyphen behind a family name; 0 where there are none. */
function easternEnd({ token, known, listed }: Cues, i: number, endToken: number): number {
  if (listed[i] && (listed[i] & 3) === 0) return 0 // `Hong Kong - listed`
  if (token.joined(i) || i + 1 >= endToken || !isCapital(token, i + 1)) return 0
  const second = token.form(i + 1)
  if (/^\p{Lu}\p{Ll}{1,5}-\p{L}\p{Ll}{1,5}$/u.test(second)) return i + 2
  const evenly = i + 3 < endToken && token.joined(i + 1) === token.joined(i + 2)
  const syllables =
    evenly && isHyphen(token, i + 2) && size(token, i + 1) <= 6 && size(token, i + 3) <= 6 && !COMPOUND.has(token.norm(i + 3))
  if (looseSyllable(token, i + 1, endToken)) return i + 3
  return syllables && token.kind[i + 3] === TokenKind.word && !(known[token.word[i + 1]!]! & TITLED) ? i + 4 : 0
}

/** `Han bum,`: a syllable in lower case that a comma shuts off. */
const looseSyllable = (token: Tokens, i: number, endToken: number): boolean =>
  i + 2 < endToken &&
  token.shape[i + 1] === Shape.lower &&
  token.kind[i + 1] === TokenKind.word &&
  token.norm(i + 2) === ',' &&
  size(token, i) <= 5 &&
  size(token, i + 1) <= 5 &&
  !COMPOUND.has(token.norm(i + 1)) &&
  !/^(said|says|told|also|too|now|then|once|who|will|was|is|has|had|were|are|did|does|if|but|who|whom|to|in|of|on|at|by|for)$/.test(
    token.norm(i + 1),
  )

/** Words that make an adjective of a name before a hyphen: no syllables. */
const COMPOUND: ReadonlySet<string> = new Set('based born led run owned style like era made wide held aged and or'.split(' '))

/** `Velma Storr, 31,`: the end of two capitals or more before an age; 0 where there is none. */
function agedEnd({ token, known }: Cues, i: number, first: number, endToken: number): number {
  if (i > first && isCapital(token, i - 1)) return 0
  let end = i
  while (end < endToken && end - i < 4 && isCapital(token, end) && !(known[token.word[end]!]! & NO_PART)) end++
  const isAge = end + 2 < endToken && token.norm(end) === ',' && token.kind[end + 1] === TokenKind.number && size(token, end + 1) <= 2
  return isAge && end > i + 1 && token.norm(end + 2) === ',' ? end : 0
}

/** What no name of a person holds. */
const NO_PART = Known.organisation | Known.place | Known.facility | Known.event | Known.never | TITLED | Known.law

/** The token behind `Mr` or `Mr.`. */
const titledStart = (token: Tokens, i: number): number => (token.norm(i + 1) === '.' ? i + 2 : i + 1)

/** The end of the capitals (four at most) behind a title; 0 where there are none. */
function titledEnd({ token, known }: Cues, first: number, endToken: number): number {
  let end = first
  while (
    end < endToken &&
    end - first < 6 &&
    (isCapital(token, end) || (end > first && token.joined(end - 1) && isHyphen(token, end) && token.joined(end)))
  ) {
    if (known[token.word[end]!]! & (TITLED | Known.organisation | Known.never)) break
    end++
    if (end > first + 1 && isHyphen(token, end - 2)) continue
    if (end < endToken && isHyphen(token, end) && token.joined(end - 1) && token.kind[end + 1] === TokenKind.word) {
      if (token.shape[end + 1] === Shape.lower) {
        if (size(token, end + 1) <= 6 && end - first <= 3) end += 2
        break
      }
    }
  }
  while (end > first && isHyphen(token, end - 1)) end--
  return end > first ? end : 0
}

/**
 * `Maria Oduya`: a given name, an initial perhaps, and a family name or a word nobody knows; behind a given name that is an ordinary word, too,
 * (`Mark`) inside a sentence a family name that is none.
 */
function givenEnd({ token, known, words }: Cues, i: number, endToken: number, initial: boolean): number {
  let at = i + 1
  if (token.joined(i)) return 0
  if (at + 1 < endToken && size(token, at) === 1 && isCapital(token, at) && token.norm(at + 1) === '.') at += 2
  if (at >= endToken || !isCapital(token, at) || token.shape[at] === Shape.upper || size(token, at) < 2) return 0
  if (token.joined(at) && (isHyphen(token, at + 1) || isCapital(token, at + 1))) return 0
  const bits = known[token.word[at]!]!
  if (bits & NO_PART) return 0
  if (known[token.word[i]!]! & Known.ordinary) return !initial && bits & Known.family && !(bits & Known.ordinary) ? at + 1 : 0
  return bits & (Known.family | Known.eastern) || words.narrow[token.word[at]!] === 0 ? at + 1 : 0
}
