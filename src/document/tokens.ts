import { firstOver } from './search.js'

/** What kind of token it is, by its characters alone. */
export const TokenKind = { word: 0, number: 1, punctuation: 2, symbol: 3 } as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

const POSSESSIVE = /^['’]s?$/

/** Marks that only begin the item of a list. */
const BULLET = /^[•◦▪▫‣⁃●○■□►▶➤✓✔★☆·]$/

/** How a token is written: `kim`, `Kim`, `BBC`, `McDonald`, or without letters. */
export const Shape = { lower: 0, capitalised: 1, upper: 2, mixed: 3, none: 4 } as const
export type Shape = (typeof Shape)[keyof typeof Shape]

/**
 * The words of a text as columns, not objects: five megabytes of token objects cost 149 MB.
 * Every column has `count` entries; `word` points into `vocabulary`, the distinct lower-cased forms of this text, so that a
 * lexicon is asked once for each distinct word.
 */
export class Tokens {
  private readonly found = new Map<unknown, unknown>()

  constructor(
    readonly text: string,
    readonly count: number,
    readonly start: Uint32Array,
    readonly end: Uint32Array,
    readonly kind: Uint8Array,
    readonly shape: Uint8Array,
    readonly word: Uint32Array,
    readonly vocabulary: readonly string[],
  ) {}

  /** The token as written. */
  form(i: number): string {
    return this.text.slice(this.start[i], this.end[i])
  }

  /** The token in lower case with straight apostrophes; '' outside the text. */
  norm(i: number): string {
    return i >= 0 && i < this.count ? this.vocabulary[this.word[i]!]! : ''
  }

  /** The first token that ends after `offset` (the one that covers it, where one does). */
  at(offset: number): number {
    return firstOver(this.end, this.count, offset)
  }

  /** The tokens `[first, end)` that overlap a span. */
  range(span: { readonly start: number; readonly end: number }): { first: number; end: number } {
    return { first: this.at(span.start), end: firstOver(this.start, this.count, span.end - 1) }
  }

  /** Whether a token makes what stands before it an owner: `'s`, or `'` behind a plural. */
  isPossessive(i: number): boolean {
    return POSSESSIVE.test(this.norm(i))
  }

  /** Whether a token only begins the item of a list: `•`. */
  isBullet(i: number): boolean {
    return BULLET.test(this.norm(i))
  }

  /** Whether nothing stands between token `i` and the next one. */
  joined(i: number): boolean {
    return i >= 0 && i + 1 < this.count && this.end[i] === this.start[i + 1]
  }

  /**
   * What `find` says of these tokens, asked for once and kept as long as they are. (A WeakMap beside them would hold what it says until the
   * next full collection of garbage.)
   */
  once<Found>(find: (token: Tokens) => Found): Found {
    let found = this.found.get(find) as Found | undefined
    if (found === undefined) this.found.set(find, (found = find(this)))
    return found
  }

  /** One answer for each distinct word of the text, to be indexed by `word[i]`. */
  each<T>(answer: (norm: string) => T): T[] {
    return this.vocabulary.map(answer)
  }
}
