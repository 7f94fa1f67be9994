import { type FoldedToken, foldedTokens, occurrences, type Phrase, phraseOf } from './fold.js'

/** What `q` asks for: every phrase of `all`, none of `none`. A word is a phrase of one (or, as `Jong-un`, of several) tokens. */
export interface SearchWords {
  readonly all: readonly Phrase[]
  readonly none: readonly Phrase[]
}

/** A minus, then a quotation (closed or not) or everything up to a space or a quotation. */
const TERM = /(-?)(?:["“„]([^"“”„]*)["”]?|([^\s"“”„]+))/gu
const MOST_TERMS = 64

/** Reads words, "phrases" and -not. Any input is legal; undefined where nothing in it can be looked for. */
export function searchWords(q: string): SearchWords | undefined {
  const all: Phrase[] = []
  const none: Phrase[] = []
  for (const [, minus, quoted, bare] of q.matchAll(TERM)) {
    const phrase = phraseOf(quoted ?? bare ?? '')
    if (phrase) (minus ? none : all).push(phrase)
    if (all.length + none.length >= MOST_TERMS) break
  }
  return all.length + none.length > 0 ? { all, none } : undefined
}

/** Where the words stand in a text: disjoint, in text order. */
export function highlightsOf(text: string, { all }: SearchWords): [start: number, end: number][] {
  const tokens: readonly FoldedToken[] = foldedTokens(text)
  const spans = all.flatMap((phrase) => occurrences(tokens, phrase)).sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: [number, number][] = []
  for (const [start, end] of spans) {
    const last = joined.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
