import { TokenKind, type Tokens } from '../../document/tokens.js'
import { TokenColumns } from '../token-columns.js'
import type { Tree } from './conllu.js'

/** Treebank sentences as one text with their own tokens; sentence `s` has the tokens `[bounds[s], bounds[s + 1])`. */
export interface Treebank {
  readonly trees: readonly Tree[]
  readonly token: Tokens
  readonly bounds: readonly number[]
}

/** Writes the words of all trees behind each other, one space apart. */
export function treebank(trees: readonly Tree[]): Treebank {
  const text = trees.map(({ forms }) => forms.join(' ')).join(' ')
  const columns = new TokenColumns(text)
  const bounds = [0]
  let at = 0
  for (const { forms } of trees) {
    for (const form of forms) {
      columns.add(at, at + form.length, kindOf(form))
      at += form.length + 1
    }
    bounds.push(columns.size)
  }
  return { trees, token: columns.build(), bounds }
}

const kindOf = (form: string): TokenKind =>
  /^[+-]?[.,]?\p{Nd}/u.test(form)
    ? TokenKind.number
    : /[\p{L}\p{N}]/u.test(form)
      ? TokenKind.word
      : /^\p{P}/u.test(form)
        ? TokenKind.punctuation
        : TokenKind.symbol
