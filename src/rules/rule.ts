import type { Document } from '../document/document.js'
import type { LayerName } from '../document/layers.js'
import type { Span } from '../document/span.js'

export type Groups = Readonly<Record<string, string | undefined>>
type AtLeastOne<T> = readonly [T, ...T[]]

/** Where a rule matched: enough to ask for tense, head and name around it. */
export interface Site<Has extends LayerName> extends Span {
  readonly doc: Document<Has>
  /** The matched text. */
  readonly text: string
  /** Index of the sentence. */
  readonly sentence: number
  /** Tokens `[firstToken, endToken)` of the match. */
  readonly firstToken: number
  readonly endToken: number
}

/**
 * What to look for, what it means, and the texts that prove it. A rule without proof does not compile.
 * The pattern is tried only at tokens that `starts` names, and must end where a token ends; it never sees another sentence.
 */
export interface Rule<Value extends object, Has extends LayerName = 'token' | 'sentence'> {
  /** `en.date.month-day-year`. */
  readonly id: string
  /** Lower-case first tokens (`monday`, `$`), or a kind of first token: `<number>`, `<capitalised>`. */
  readonly starts: readonly string[]
  /**
   * Where the first token is an article, the second tokens with which a match may go on (a word, or `<number>` for a digit or an apostrophe):
   * one token in twelve is an article, and next to nothing goes on from it. Any, where left out.
   */
  readonly afterArticle?: readonly string[]
  /** Sticky (`y`), with bounded repetition only, so that one attempt costs the same in any text. */
  readonly pattern: RegExp
  readonly produce: (groups: Groups, site: Site<Has>) => Value | null
  /** A text, and the part of the value that the first match in it must have (with its own `text`, where the match is not all of it). */
  readonly examples: AtLeastOne<readonly [text: string, value: Partial<Value> & { readonly text?: string }]>
  readonly never: AtLeastOne<string>
}

/** A span with the value a rule gave it, and the rule. */
export type Match<Value> = Span & Value & { readonly rule: string }
