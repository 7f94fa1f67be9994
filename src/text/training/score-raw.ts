import { Document } from '../../document/document.js'
import type { NetworkModel } from '../../learn/model.js'
import { Parser } from '../parser.js'
import { sentences } from '../sentences.js'
import { universalOf } from '../tag-labels.js'
import type { Tagger } from '../tagger.js'
import { tokens } from '../tokens.js'
import { wordsOf } from '../words.js'
import type { Tree } from './conllu.js'
import { rawText } from './raw-text.js'

/** F1 of words, sentences, tags and arcs on running text, as the CoNLL 2018 shared task counts them: a word is right if its span is. */
export interface RawScores {
  readonly words: number
  readonly sentences: number
  readonly upos: number
  readonly xpos: number
  readonly uas: number
  readonly las: number
}

/** Runs tokens, sentences, tags and parse over the treebank's text and compares the result with its trees. */
export function scoreRaw(tagger: Tagger, model: NetworkModel, trees: readonly Tree[]): RawScores {
  const raw = rawText(trees)
  const doc = Document.open(raw.text).with(tokens).with(sentences)
  const { token, sentence } = doc.layers
  const words = wordsOf(token)
  const labels = tagger.labels
  const parser = new Parser(model)
  const tag = new Uint8Array(token.count)
  const head = new Int32Array(token.count)
  const relation = new Uint8Array(token.count)
  for (const { firstToken, endToken } of sentence) {
    tagger.tag(token, words, firstToken, endToken, tag)
    parser.parse(token, words, tag, firstToken, endToken, head, relation)
  }
  const key = (start: number, end: number): string => `${start}-${end}`
  const found = new Map(Array.from({ length: token.count }, (_, i) => [key(token.start[i]!, token.end[i]!), i]))
  const hits = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0 }
  let gold = 0
  trees.forEach((tree, s) => {
    const spans = raw.words[s]!
    const index = spans.map((span) => (span ? (found.get(key(span.start, span.end)) ?? -2) : -2))
    tree.forms.forEach((_, i) => {
      gold++
      const at = index[i]!
      if (at < 0) return
      hits.words++
      const label = labels[tag[at]!]!
      if (universalOf(label) === tree.upos[i]) hits.upos++
      if (label.split('|')[0] === tree.xpos[i]) hits.xpos++
      if (head[at] !== (tree.heads[i]! < 0 ? -1 : index[tree.heads[i]!])) return
      hits.uas++
      if (parser.relations[relation[at]!] === tree.relations[i]) hits.las++
    })
  })
  const ends = new Set(sentence.map(({ start, end }) => key(start, end)))
  const whole = raw.sentences.filter(({ start, end }) => ends.has(key(start, start + raw.text.slice(start, end).trimEnd().length))).length
  const f1 = (right: number): number => (2 * right) / (gold + token.count)
  return {
    words: f1(hits.words),
    sentences: (2 * whole) / (trees.length + sentence.length),
    upos: f1(hits.upos),
    xpos: f1(hits.xpos),
    uas: f1(hits.uas),
    las: f1(hits.las),
  }
}
