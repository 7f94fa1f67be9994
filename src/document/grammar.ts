/** Universal parts of speech, in the order of their numbers in `Grammar.tag` (universaldependencies.org/u/pos). */
export const UPOS = [
  'X',
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
] as const
export type Upos = (typeof UPOS)[number]

/**
 * What each token is and on which it depends, as columns with one entry for each token.
 * `head` is a token index, -1 for the root of a sentence; `relation` is a UD relation (`nsubj`, `obj`, `obl`, …).
 */
export interface Grammar {
  upos(i: number): Upos
  /** Penn tag (`VBD`, `NNS`): tense and number. */
  xpos(i: number): string
  lemma(i: number): string
  head(i: number): number
  relation(i: number): string
  /** Direct dependents in text order. */
  children(i: number): readonly number[]
  /** First and last token (inclusive) of everything that depends on `i`, itself included. */
  subtree(i: number): { readonly first: number; readonly last: number }
  /** The word that heads the smallest clause around `i`: `text/tree.ts` has more to ask of a tree. */
  clause(i: number): number
}

/** Penn tags of a verb or auxiliary that has a tense of its own. */
export const FINITE = /^(?:VBD|VBZ|VBP|MD)$/

/** The same without modals: a past or present form. */
export const TENSED = /^VB[DZP]$/
