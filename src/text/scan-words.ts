import { abbreviation, isPrefix } from '../lang/en/abbreviations.js'
import { Character, classAt, classOf, isUpper, isLower, sizeAt } from './characters.js'

/** Longest token of letters, in units: a longer run is cut, whatever it is. */
const LONGEST = 200

const STOP = 46
const SPACE = 32
const HYPHEN = 45
const UNDERSCORE = 95
const AMPERSAND = 38

/** Where the run of letters, digits and inner apostrophes that starts at `from` ends. */
export function runEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + LONGEST)
  let at = from
  while (at < limit) {
    const code = text.charCodeAt(at)
    const kind = classAt(text, at)
    if (kind === Character.letter || kind === Character.digit) at += sizeAt(text, at)
    else if (at === from || at + 1 >= limit) break
    else if (kind === Character.apostrophe) {
      if (classAt(text, at + 1) !== Character.letter || classOf(text.charCodeAt(at - 1)) === Character.apostrophe) break
      at++
    } else if (code === UNDERSCORE && classAt(text, at + 1) !== Character.space) at++
    else if (code === AMPERSAND && isUpper(text.charCodeAt(at - 1)) && isUpper(text.charCodeAt(at + 1))) at++
    else break
  }
  return Math.min(at, to)
}

/** Where the word that starts at `from` ends, with prefix and hyphen (`re-elected`) and the stop of an abbreviation (`Gen.`). */
export function wordEnd(text: string, from: number, to: number, afterLower: boolean): number {
  const end = runEnd(text, from, to)
  if (end >= to) return end
  const next = text.charCodeAt(end)
  if (next === HYPHEN)
    return end - from < 7 && isLower(text.charCodeAt(end + 1)) && end + 1 < to && isPrefix(text.slice(from, end).toLowerCase())
      ? runEnd(text, end + 1, to)
      : end
  return next === STOP ? abbreviationEnd(text, from, end, to, afterLower) : end
}

function abbreviationEnd(text: string, from: number, end: number, to: number, afterLower: boolean): number {
  if (end - from === 1) return lettersEnd(text, from, to, afterLower)
  if (end - from > 7 || text.charCodeAt(end + 1) === STOP) return end
  if (end + 2 < to && end - from === 2 && text.startsWith('Ph.D', from)) return text.charCodeAt(end + 2) === STOP ? end + 3 : end + 2
  const kind = abbreviation(text.slice(from, end))
  if (kind === undefined) return end
  if (kind === 'month' && !isUpper(text.charCodeAt(from))) return end
  return kind === 'number' && !numberFollows(text, end + 1, to) ? end : end + 1
}

/** `U.S.`, `a.m.`, `U.S.A`, or the initial of a name. */
function lettersEnd(text: string, from: number, to: number, afterLower: boolean): number {
  let at = from
  const limit = Math.min(to, from + 24)
  while (at + 1 < limit && classOf(text.charCodeAt(at)) === Character.letter && text.charCodeAt(at + 1) === STOP) at += 2
  const single = at === from + 2
  if (at < limit && classOf(text.charCodeAt(at)) === Character.letter) {
    const lone = at + 1 >= to || !isWordUnit(text.charCodeAt(at + 1))
    if (lone) return at + 1 // "U.S" without its last stop
    return single && !isUpper(text.charCodeAt(at)) ? from + 1 : at
  }
  if (!single) return at
  if (text.charCodeAt(at) === STOP) return from + 1
  const kind = abbreviation(text.slice(from, from + 1))
  if (kind !== undefined && isLower(text.charCodeAt(from))) return kind !== 'number' || numberFollows(text, at, to) ? at : from + 1
  return isInitial(text, from, to, afterLower) ? at : from + 1
}

/** A capital with a stop is an initial before a name, unless a common word stands before it: `plan B. She …`; two side by side are (`U. S.`). */
function isInitial(text: string, from: number, to: number, afterLower: boolean): boolean {
  const code = text.charCodeAt(from)
  if (!isUpper(code)) return false
  if (isStopped(text, from - 3) && text.charCodeAt(from - 1) === SPACE) return true
  const next = afterSpaces(text, from + 2, to)
  if (next === from + 3 && next + 1 < to && isStopped(text, next)) return true
  if (afterLower) return false
  return next < to && isUpper(text.charCodeAt(next)) && !(code === 73 && next > from + 3)
}

/** Whether a lone capital with a stop stands at `at`. */
const isStopped = (text: string, at: number): boolean =>
  at >= 0 && isUpper(text.charCodeAt(at)) && text.charCodeAt(at + 1) === STOP && (at === 0 || !isWordUnit(text.charCodeAt(at - 1)))

const isWordUnit = (code: number): boolean => classOf(code) === Character.letter || classOf(code) === Character.digit

function afterSpaces(text: string, from: number, to: number): number {
  let at = from
  while (at < to && at < from + 4 && classOf(text.charCodeAt(at)) === Character.space) at++
  return at
}

const numberFollows = (text: string, from: number, to: number): boolean => {
  const at = afterSpaces(text, from, to)
  return at < to && classOf(text.charCodeAt(at)) === Character.digit
}
