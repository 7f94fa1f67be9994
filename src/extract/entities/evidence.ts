import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import type { Sentence } from '../../document/layers.js'
import { Known } from '../../lang/en/gazetteer.js'
import { Hint } from './lexicon.js'
import { isCapital } from './person-patterns.js'

/** What the places of one word in an article tell of it, as bits: who is `Mr Holm` once, is a person wherever `Holm` stands. */
export const Evidence = {
  /** A person: behind a title or given name, before a verb of saying, before `, 31,` or `, who`. */
  title: 1 << 0,
  given: 1 << 1,
  speech: 1 << 2,
  who: 1 << 3,
  age: 1 << 4,
  /** A place: behind `in` or `from`, before a comma and a place, before `province`. */
  placed: 1 << 5,
  within: 1 << 6,
  placeWord: 1 << 7,
  /** Neither says much alone: behind `the`, before `'s`. */
  article: 1 << 8,
  owner: 1 << 9,
  /** An organisation: before `Bank`, alone in brackets. */
  organisation: 1 << 10,
  bracket: 1 << 11,
  /** Beside `spokesman` or `shares`, before `, a Dutch company`. */
  business: 1 << 12,
} as const

const PERSON = 31
const PLACE = 7 << 5
export const personEvidence = (bits: number): number => bits & PERSON
export const placeEvidence = (bits: number): number => bits & PLACE
export const otherEvidence = (bits: number): number => bits >> 8

/** Longer runs of capitals are headings and lists. Tokens. */
const LONGEST = 6

/** Gathers for each distinct word what stands around the runs of capitals that hold it. */
export function evidenceOf(
  token: Tokens,
  sentence: readonly Sentence[],
  style: Uint8Array,
  { known, hints, listed }: { readonly known: Int32Array; readonly hints: Uint16Array; readonly listed: Uint8Array },
): Uint16Array {
  const evidence = new Uint16Array(token.vocabulary.length)
  const hint = (i: number, first: number, end: number): number => (i < first || i >= end ? 0 : hints[token.word[i]!]!)
  const bits = (i: number, first: number, end: number): number => (i < first || i >= end ? 0 : known[token.word[i]!]!)
  // what the noun phrase at `from` says of the name before it: `a Dutch company`, `a village in the north`, `a film maker`
  const described = (from: number, end: number): number => {
    for (let i = from; i < end && i < from + 6; i++) {
      const here = hints[token.word[i]!]!
      if (here & (Hint.comma | Hint.placed | Hint.who)) return 0
      if (token.shape[i] !== Shape.lower) continue
      if (here & Hint.business) return Evidence.business
      if (known[token.word[i]!]! & Known.person) return Evidence.who
      if (known[token.word[i]!]! & Known.placeLower) return Evidence.placeWord
    }
    return 0
  }
  for (let s = 0; s < sentence.length; s++) {
    if (style[s] !== 0) continue
    const { firstToken, endToken } = sentence[s]!
    for (let i = firstToken; i < endToken; i++) {
      if (!isCapital(token, i)) continue
      let end = i + 1
      while (end < endToken && isCapital(token, end)) end++
      if (end - i <= LONGEST) {
        const left = hint(i - 1, firstToken, endToken)
        const right = hint(end, firstToken, endToken)
        const beyond = hint(end + 1, firstToken, endToken)
        let all = 0
        if (left & Hint.placed) all |= Evidence.placed
        if (left & Hint.article) all |= Evidence.article
        if (left & Hint.bracket && right & Hint.bracket) all |= Evidence.bracket
        if ((left | right) & Hint.speech) all |= Evidence.speech
        if (right & Hint.possessive) all |= Evidence.owner
        if (bits(end, firstToken, endToken) & Known.placeLower) all |= Evidence.placeWord
        if ((left | right) & Hint.business || (right & Hint.possessive && beyond & Hint.business)) all |= Evidence.business
        if (right & Hint.comma) {
          if (beyond & Hint.article) all |= described(end + 2, endToken)
          if (beyond & Hint.who) all |= Evidence.who
          if (end + 2 < endToken && token.kind[end + 1] === TokenKind.number && hint(end + 2, firstToken, endToken) & Hint.comma)
            all |= Evidence.age
          if (left & Hint.placed && end + 1 < endToken && listed[end + 1]) all |= Evidence.within
        }
        if (right & Hint.being && beyond & Hint.article) all |= described(end + 2, endToken)
        if (left & Hint.within) {
          if (hint(i - 2, firstToken, endToken) & Hint.business)
            all |= Evidence.business // `the founder of Holmtech`
          else if (bits(i - 2, firstToken, endToken) & Known.placeLower) all |= Evidence.placeWord // `the village of Holm`
        }
        let titled = bits(i - 1, firstToken, endToken) & (Known.title | Known.person) ? Evidence.title : 0
        const last = known[token.word[end - 1]!]!
        if (last & Known.organisation && end - i > 1) all |= Evidence.organisation
        if (last & (Known.place | Known.facility) && end - i > 1) all |= Evidence.placeWord
        for (let k = i; k < end; k++) {
          const word = token.word[k]!
          evidence[word]! |= all | titled
          const here = known[word]!
          if (here & Known.title) titled |= Evidence.title
          if (here & Known.given && !(here & Known.ordinary)) titled |= Evidence.given
        }
      }
      i = end
    }
  }
  return evidence
}
