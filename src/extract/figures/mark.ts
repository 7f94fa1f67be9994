import type { Document } from '../../document/document.js'
import { firstEndingAfter, type Span } from '../../document/span.js'
import { TokenKind } from '../../document/tokens.js'

/** The token before `i` where a figure begins there with a mark joined to it (`-5`, `~300`, `>40`, `$5`), wherever the tree hangs it; else `i`. */
export function withMark({ layers: { token, figure } }: Document<'token' | 'figure'>, i: number): number {
  const mark = i - 1
  if (!token.joined(mark) || token.kind[mark] === TokenKind.word || token.kind[mark] === TokenKind.number) return i
  return figure[firstEndingAfter(figure, token.start[i]!)]?.start === token.start[mark] ? mark : i
}

/** A stretch of words with the mark that the tree or a comma left before its first number: `Lund said -5 degrees were measured`. */
export function fromMark(doc: Document<'token' | 'figure'>, { start, end }: Span): Span {
  const { token } = doc.layers
  return { start: token.start[withMark(doc, token.at(start))]!, end }
}
