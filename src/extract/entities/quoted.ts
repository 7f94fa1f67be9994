import type { Sentence } from '../../document/layers.js'
import type { Tokens } from '../../document/tokens.js'

const Mark = { none: 0, opens: 1, closes: 2, either: 3 } as const
const MARKS: ReadonlyMap<string, number> = new Map([
  ...['“', '„', '«', '``'].map((mark) => [mark, Mark.opens] as const),
  ...['”', '»', "''"].map((mark) => [mark, Mark.closes] as const),
  ['"', Mark.either],
])

/** By token: 1 between double quotation marks. A straight mark that nothing closes ends with its paragraph. */
export function quotedTokens(token: Tokens, sentence: readonly Sentence[]): Uint8Array {
  const quoted = new Uint8Array(token.count)
  const mark = token.each((norm) => MARKS.get(norm) ?? Mark.none)
  let inside = false
  let before = 0
  for (const { start, firstToken, endToken } of sentence) {
    if (inside && token.text.slice(before, start).includes('\n')) inside = false
    for (let i = firstToken; i < endToken; i++) {
      const kind = mark[token.word[i]!]!
      if (kind !== Mark.none) inside = kind === Mark.either ? !inside : kind === Mark.opens
      else if (inside) quoted[i] = 1
    }
    before = token.end[endToken - 1]!
  }
  return quoted
}
