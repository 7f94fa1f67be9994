import type { Stage } from '../document/document.js'
import { Shape, TokenKind, Tokens } from '../document/tokens.js'

/** One alternative a kind of token; what no alternative takes is a symbol of one character. */
const TOKEN = /(?<word>\p{L}[\p{L}\p{M}]*)|(?<number>\d+(?:[.,:]\d+)*)|(?<punctuation>\.{2,}|…|--+|\p{P})|(?<space>\s+)|(?<symbol>[^])/gu

/** Splits the text into words, numbers, punctuation and symbols. What is ignored has no tokens. */
export const tokens: Stage<never, 'token'> = {
  adds: 'token',
  run: (doc) => {
    const { text } = doc
    const start: number[] = []
    const end: number[] = []
    const kind: number[] = []
    const shape: number[] = []
    const word: number[] = []
    const index = new Map<string, number>()
    const vocabulary: string[] = []
    let skip = 0
    TOKEN.lastIndex = 0
    for (const m of text.matchAll(TOKEN)) {
      const groups = m.groups!
      if (groups.space !== undefined) continue
      const from = m.index
      const { ignored } = doc.context
      while (skip < ignored.length && ignored[skip]!.end <= from) skip++
      if (skip < ignored.length && ignored[skip]!.start < from + m[0].length) continue
      const norm = m[0].toLowerCase()
      let at = index.get(norm)
      if (at === undefined) {
        index.set(norm, (at = vocabulary.length))
        vocabulary.push(norm)
      }
      start.push(from)
      end.push(from + m[0].length)
      kind.push(
        groups.word !== undefined
          ? TokenKind.word
          : groups.number !== undefined
            ? TokenKind.number
            : groups.punctuation !== undefined
              ? TokenKind.punctuation
              : TokenKind.symbol,
      )
      shape.push(groups.word === undefined ? Shape.none : shapeOf(m[0]))
      word.push(at)
    }
    return new Tokens(
      text,
      start.length,
      Uint32Array.from(start),
      Uint32Array.from(end),
      Uint8Array.from(kind),
      Uint8Array.from(shape),
      Uint32Array.from(word),
      vocabulary,
    )
  },
}

function shapeOf(form: string): Shape {
  const lower = form.toLowerCase()
  if (form === lower) return Shape.lower
  if (form.length > 1 && form === form.toUpperCase()) return Shape.upper
  return form.slice(1) === lower.slice(1) ? Shape.capitalised : Shape.mixed
}
