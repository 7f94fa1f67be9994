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
 * The address that opens a page at the quote and marks it (wicg.github.io/scroll-to-text-fragment): `#:~:text=prefix-,start,end,-suffix`.
 * Null without an address.
 */
export function textFragmentLink(url: string | null, text: string, quote: Span): string | null {
  if (url === null) return null
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${directive(text, quote)}`
}

function directive(text: string, { start, end }: Span): string {
  if (end - start > 2 * REACH) {
    const first = words(after(text, start, REACH)).slice(0, EDGE)
    const last = words(before(text, end, REACH)).slice(-EDGE)
    return `${encode(first)},${encode(last)}`
  }
  const quoted = words(text.slice(start, end))
  const broken = text.slice(start, end).includes('\n')
  if (quoted.length > WHOLE || (broken && quoted.length > 1)) {
    const edge = Math.min(EDGE, quoted.length >> 1)
    return `${encode(quoted.slice(0, edge))},${encode(quoted.slice(-edge))}`
  }
  if (quoted.length >= AMBIGUOUS) return encode(quoted)
  const prefix = words(before(text, start, REACH / 4).split('\n').at(-1)!).slice(-CONTEXT)
  const suffix = words(after(text, end, REACH / 4).split('\n')[0]!).slice(0, CONTEXT)
  return `${prefix.length ? `${encode(prefix)}-,` : ''}${encode(quoted)}${suffix.length ? `,-${encode(suffix)}` : ''}`
}

const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '')

/** `-`, `,` and `&` have a meaning in a text directive; a lone surrogate has no UTF-8. */
function encode(terms: readonly string[]): string {
  const wellFormed = Buffer.from(terms.join(' ')).toString()
  return encodeURIComponent(wellFormed).replace(/[-!'()*~]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
}
