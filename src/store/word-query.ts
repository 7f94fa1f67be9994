import { type FoldedToken, foldedTokens, occurrences, type Phrase } from './fold.js'

/** What is looked for in a text: a tree of words. */
export type WordQuery = Wanted | AllOf | AnyOf

/** One word or quotation: found where one of its phrases stands. A word's phrases are its forms. */
export interface Wanted {
  readonly phrases: readonly Phrase[]
  /** Where it stands in what was asked: half-open, UTF-16 units. */
  readonly start: number
  readonly end: number
}

/** All of some and none of others. Only the root of a tree can be without any of `all`. */
export interface AllOf {
  readonly all: readonly WordQuery[]
  readonly none: readonly WordQuery[]
}

/** At least one. */
export interface AnyOf {
  readonly any: readonly WordQuery[]
}

/** Whether it says nothing but what is not wanted. */
export const isUnwantedOnly = (query: WordQuery): boolean => 'all' in query && query.all.length === 0

/** Whether a text with these tokens is found. */
export function meets(tokens: readonly FoldedToken[], query: WordQuery): boolean {
  if ('phrases' in query) return query.phrases.some((phrase) => occurrences(tokens, phrase).length > 0)
  if ('any' in query) return query.any.some((each) => meets(tokens, each))
  return query.all.every((each) => meets(tokens, each)) && !query.none.some((each) => meets(tokens, each))
}

/** The words that are looked for, without those that are not wanted. */
export function wantedIn(query: WordQuery): readonly Wanted[] {
  if ('phrases' in query) return [query]
  return ('any' in query ? query.any : query.all).flatMap(wantedIn)
}

/** Where the wanted words stand in a text: disjoint, in text order. */
export function highlightsOf(text: string, query: WordQuery): [start: number, end: number][] {
  const tokens = foldedTokens(text)
  const present = new Set(tokens.map((token) => token.text))
  const spans = wantedIn(query)
    .flatMap(({ phrases }) => phrases)
    .filter(({ tokens: [first], prefix }) => prefix > 0 || present.has(first!))
    .flatMap((phrase) => occurrences(tokens, phrase))
    .sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: [number, number][] = []
  for (const [start, end] of spans) {
    const last = joined.at(-1)
    if (last && start < last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
