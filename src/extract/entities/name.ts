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

/** The words of a name without marks, in lower case without accents: what spellings are compared by. */
export function wordsOfName(token: Tokens, { first, end }: { readonly first: number; readonly end: number }): string[] {
  const words: string[] = []
  for (let i = first; i < end; i++) {
    const word = fold(token.norm(i))
    if (word !== '') words.push(...word.split(' '))
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
