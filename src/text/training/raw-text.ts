import type { Span } from '../../document/span.js'
import type { Tree } from './conllu.js'

/** Treebank sentences as running text, and where each sentence and each of its words stands in it. */
export interface RawText {
  readonly text: string
  readonly sentences: readonly Span[]
  /** For each sentence, the spans of its words; null for a word that is not in the text as written. */
  readonly words: readonly (readonly (Span | null)[])[]
}

/** Joins sentences by spaces and paragraphs by blank lines. */
export function rawText(trees: readonly Tree[]): RawText {
  let text = ''
  const sentences: Span[] = []
  const words: (Span | null)[][] = []
  for (const tree of trees) {
    if (text !== '') text += tree.opens === 'sentence' ? ' ' : '\n\n'
    const start = text.length
    text += tree.text
    sentences.push({ start, end: text.length })
    let at = start
    words.push(
      tree.forms.map((form) => {
        const found = text.indexOf(form, at)
        if (found < 0 || found > at + 12) return null
        at = found + form.length
        return { start: found, end: at }
      }),
    )
  }
  return { text, sentences, words }
}
