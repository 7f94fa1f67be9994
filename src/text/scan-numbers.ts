import { Character, classOf } from './characters.js'

const LONGEST = 100
const COMMA = 44
const HYPHEN = 45
const STOP = 46
const SLASH = 47
const COLON = 58

/** Dates and telephone numbers with hyphens: one token. */
const HYPHENED = /\d{4}-\d{1,2}-\d{1,2}(?![\d-])|\d{1,2}-\d{1,2}-\d{4}(?![\d-])|(?:\d-)?\d{3}-(?:\d{3}-)?\d{4}(?![\d-])/y

/** Letters that stay with a number: `20th`, `1990s`, `5G`. All others are a word of their own: `11 bn`, `10 am`. */
const ENDINGS = /(?:st|nd|rd|th|s|D|G)(?![\p{L}\p{N}])|[A-Z]{1,4}\d[A-Z\d]{0,20}/uy

const isDigit = (code: number): boolean => classOf(code) === Character.digit

/** Where the number that starts at `from` ends: `1,000.5`, `10:30`, `24/04/2019`, `2019-04-24`, `1990s`. */
export function numberEnd(text: string, from: number, to: number): number {
  const limit = Math.min(to, from + LONGEST)
  let at = from
  while (at < limit) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) at++
    else if (at > from && at + 1 < limit && isDigit(text.charCodeAt(at + 1)) && joins(text, code, at, limit)) at++
    else break
  }
  if (at < limit && text.charCodeAt(at) === HYPHEN) {
    HYPHENED.lastIndex = from
    if (HYPHENED.test(text) && HYPHENED.lastIndex <= to) return HYPHENED.lastIndex
  }
  if (at < limit && classOf(text.charCodeAt(at)) === Character.letter) {
    ENDINGS.lastIndex = at
    if (ENDINGS.test(text) && ENDINGS.lastIndex <= to) return ENDINGS.lastIndex
  }
  return at
}

/** Whether a mark between digits is part of the number; a comma only before groups of three (or two, as in lakhs). */
function joins(text: string, code: number, at: number, to: number): boolean {
  if (code === STOP || code === SLASH || code === COLON) return true
  if (code !== COMMA) return false
  let digits = 0
  while (at + 1 + digits < to && digits < 4 && isDigit(text.charCodeAt(at + 1 + digits))) digits++
  return digits === 3 || (digits === 2 && text.charCodeAt(at + 3) === COMMA)
}
