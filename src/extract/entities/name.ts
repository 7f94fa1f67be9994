import type { EntityType } from '../../document/layers.js'
import type { Tokens } from '../../document/tokens.js'
import type { Entry } from '../../lang/en/gazetteer.js'

/** A name in the text, before it is known whose it is. Tokens `[first, end)`. */
export interface Name {
  readonly first: number
  readonly end: number
  readonly type: EntityType
  readonly rule: string
  /** What the gazetteer knows of exactly this name. */
  readonly entry?: Entry
}

/** Folded words of a text's vocabulary, made when first asked for. */
const noneFolded = (): (readonly string[] | undefined)[] => []

/** The words of a name without marks, in lower case without accents: what spellings are compared by. */
export function wordsOfName(token: Tokens, { first, end }: { readonly first: number; readonly end: number }): string[] {
  const folded = token.once(noneFolded)
  const words: string[] = []
  for (let i = first; i < end; i++) {
    const w = token.word[i]!
    const parts = (folded[w] ??= fold(token.vocabulary[w]!).split(' ').filter(Boolean))
    for (const part of parts) words.push(part)
  }
  return words
}

/** Lower case without accents, full stops and apostrophes; hyphens part words. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.'’‘`]/gu, '')
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim()
