import { offsetMap } from '../document/offsets.js'
import { phraseOf } from '../store/fold.js'
import type { Article } from '../store/records.js'
import type { Store } from '../store/port.js'
import type { WordQuery } from '../store/word-query.js'
import { occurrences } from './nearest.js'
import type { OffsetUnit } from './schemas/common.js'

/** A place of a quote in an article. */
export interface Place {
  readonly articleId: string
  readonly version: number
  readonly start: number
  readonly end: number
}

/** Places that are told at most. */
export const MOST_PLACES = 20
/** Sentences that are looked at for the articles of a quote. */
const CANDIDATES = 100
/** Words of a quote that are looked for: enough to leave few articles. */
const WORDS = 12

/** Where a quote stands in one article, the first places first. */
export function placesIn({ id, version, text }: Article, quote: string, unit: OffsetUnit, most = MOST_PLACES): Place[] {
  const map = offsetMap(text, unit)
  const out = (offset: number): number => (map ? map.out(offset) : offset)
  const places: Place[] = []
  for (const start of occurrences(text, quote)) {
    places.push({ articleId: id, version, start: out(start), end: out(start + quote.length) })
    if (places.length === most) break
  }
  return places
}

/** Where a quote stands in the newest version of any article. */
export async function placesOf(store: Store, quote: string, unit: OffsetUnit): Promise<Place[]> {
  const words = wordsOf(quote)
  if (words === undefined) return []
  const { items } = await store.search(words, { limit: CANDIDATES })
  const places: Place[] = []
  for (const id of new Set(items.map(({ articleId }) => articleId))) {
    const article = await store.article(id)
    if (article) places.push(...placesIn(article, quote, unit, MOST_PLACES - places.length))
    if (places.length === MOST_PLACES) break
  }
  return places
}

/**
 * What the sentence of the quote must hold: words of its longest part that lies in one sentence. The first and the last word may be pieces of
 * longer ones; they are left out where others remain.
 */
function wordsOf(quote: string): WordQuery | undefined {
  const parts = quote.split(/[.!?"“”\n]+/).map((part) => part.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)))
  const longest = parts.reduce((best, part) => (part.length > best.length ? part : best), [])
  const words = longest.length > 3 ? longest.slice(1, -1) : longest
  const phrase = phraseOf(words.slice(0, WORDS).join(' '))
  return phrase && { phrases: [phrase], start: 0, end: quote.length }
}
