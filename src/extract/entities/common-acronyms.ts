import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import type { Cues } from './cues.js'
import type { Name } from './name.js'

/** Longer words in capitals are no acronyms. Letters. */
const LONGEST = 6

/** Words that an acronym may leave out in one place: `of the`. */
const SKIPPED = 2

/**
 * Without acronyms, one or many, that the article itself expands to ordinary words: `electronic design automation (EDA)`, `tuberculosis, or
 * TB,`; and without codes of two letters and a number.
 */
export function withoutCommonAcronyms({ token }: Cues, names: readonly Name[]): readonly Name[] {
  const common = new Set<string>()
  // all words in capitals, not only the names: what is no name where it is expanded may be taken for one further on
  for (let i = 1; i < token.shape.length; i++) {
    if (token.shape[i] !== Shape.upper) continue
    const before = token.norm(i - 1)
    const stop = before === '(' ? i - 1 : before === 'or' && token.norm(i - 2) === ',' ? i - 2 : -1
    if (stop > 0 && isSpelled(token, stop, token.norm(i))) common.add(token.norm(i)).add(`${token.norm(i)}s`)
  }
  return names.filter(
    ({ first, end, rule }) =>
      end > first + 1 || !(common.has(token.norm(first)) || (isCode(token, first) && !rule.startsWith('gazetteer'))),
  )
}

/** `BX 808`: two capitals before a number. */
const isCode = (token: Tokens, i: number): boolean =>
  token.shape[i] === Shape.upper && token.end[i]! - token.start[i]! === 2 && token.kind[i + 1] === TokenKind.number

/** Whether words that end before `end`, most of them in lower case, begin with these letters, or one word has them in this order. */
function isSpelled(token: Tokens, end: number, letters: string): boolean {
  if (letters.length > LONGEST) return false
  let lower = 0
  let at = end - 1
  for (let k = letters.length - 1; k >= 0; k--) {
    let skipped = 0
    while (at >= 0 && token.norm(at)[0] !== letters[k] && skipped < (k === letters.length - 1 ? 0 : SKIPPED)) {
      at--
      skipped++
    }
    if (at < 0 || token.norm(at)[0] !== letters[k] || token.kind[at] !== TokenKind.word) return isWithin(token, end - 1, letters)
    if (token.shape[at] === Shape.lower) lower++
    at--
  }
  return lower * 2 > letters.length
}

/** `tuberculosis` has the letters of `TB`. */
function isWithin(token: Tokens, i: number, letters: string): boolean {
  const norm = token.norm(i)
  if (token.shape[i] !== Shape.lower || norm[0] !== letters[0]) return false
  let at = 0
  for (const letter of letters) {
    at = norm.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}
