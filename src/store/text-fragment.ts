import type { Span } from '../document/span.js'
import { after, before } from './excerpt.js'

/** Quotes of more words are marked by their first and last ones: a browser then finds them across line and link borders too. */
const WHOLE = 8
const EDGE = 4
/** Shorter quotes may stand in several places: the words around them tell which. */
const AMBIGUOUS = 5
const CONTEXT = 3
/** No word that a browser could match is longer. UTF-16 units. */
const REACH = 200

/**
 * What, behind the address of a page, opens it at the quote and marks it (wicg.github.io/scroll-to-text-fragment):
 * `#:~:text=prefix-,start,end,-suffix`. An address of its own fragment takes it without the `#`.
 */
export const textFragment = (text: string, quote: Span): string => `#:~:text=${directive(text, quote)}`

function directive(text: string, { start, end }: Span): string {
  const long = end - start > 2 * REACH
  const quoted = long ? [] : words(text.slice(start, end))
  const broken = quoted.length > 1 && text.slice(start, end).includes('\n')
  if (long || quoted.length > WHOLE || broken) {
    const edge = long ? EDGE : Math.min(EDGE, quoted.length >> 1)
    const reached = end - start > REACH
    const first = reached ? firstWords(text, start, end, edge) : quoted.slice(0, edge)
    const last = reached ? lastWords(text, start, end, edge) : quoted.slice(-edge)
    return `${encode(first)},${encode(last)}`
  }
  if (quoted.length >= AMBIGUOUS) return encode(quoted)
  const prefix = lastWords(text, lineStart(text, start), start, CONTEXT)
  const suffix = firstWords(text, end, lineEnd(text, end), CONTEXT)
  return `${prefix.length ? `${encode(prefix)}-,` : ''}${encode(quoted)}${suffix.length ? `,-${encode(suffix)}` : ''}`
}

/** Where the line of `at` begins; not further away than a little more than the reach. */
const lineStart = (text: string, at: number): number => {
  const from = Math.max(0, at - REACH - 1)
  return from + text.slice(from, at).lastIndexOf('\n') + 1
}
const lineEnd = (text: string, at: number): number => {
  const ahead = text.slice(at, at + REACH + 1)
  return at + (ahead.includes('\n') ? ahead.indexOf('\n') : ahead.length)
}

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

/** The first words of `[start, end)`; one that is cut off by the reach is left out unless it is the only one. */
function firstWords(text: string, start: number, end: number, count: number): string[] {
  const within = after(text, start, Math.min(REACH, end - start))
  const all = words(within)
  return (start + within.length < end && all.length > 1 ? all.slice(0, -1) : all).slice(0, count)
}

/** The last words of `[start, end)`, likewise. */
function lastWords(text: string, start: number, end: number, count: number): string[] {
  const within = before(text, end, Math.min(REACH, end - start))
  const all = words(within)
  return (end - within.length > start && all.length > 1 ? all.slice(1) : all).slice(-count)
}

/** Most words need no escape. */
const PLAIN = /^[A-Za-z0-9. ]*$/

/** `-`, `,` and `&` have a meaning in a text directive; a lone surrogate has no UTF-8. */
function encode(terms: readonly string[]): string {
  const joined = terms.join(' ')
  if (PLAIN.test(joined)) return joined.replaceAll(' ', '%20')
  const wellFormed = Buffer.from(joined).toString()
  return encodeURIComponent(wellFormed).replace(/[-!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
