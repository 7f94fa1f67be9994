import type { Stage } from '../document/document.js'
import type { NetworkModel } from '../learn/model.js'
import { englishNetwork, englishSparseTable } from '../lang/en/model-file.js'
import { afterDateline } from './dateline.js'
import { GrammarColumns } from './grammar-columns.js'
import { PARSE_FEATURES } from './parse-features.js'
import { Parser } from './parser.js'
import { TAG_FEATURES } from './tag-features.js'
import { tagSentence } from './tagger.js'
import { wordsOf } from './words.js'

/** Tags every token and hangs it on its head; a date line has a tree of its own. */
export const grammar: Stage<'token' | 'sentence', 'grammar'> = {
  adds: 'grammar',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const tagger = englishSparseTable('tags', TAG_FEATURES)
    const parser = parserOf(englishNetwork('parse', PARSE_FEATURES))
    const tagLabels = tagger.card.labels
    const words = wordsOf(token)
    const tag = new Uint8Array(token.count)
    const head = new Int32Array(token.count).fill(-1)
    const relation = new Uint8Array(token.count)
    const read = (first: number, end: number): void => {
      tagSentence(tagger, token, words, first, end, tag)
      parser.parse(token, words, tag, first, end, head, relation)
    }
    for (const { firstToken, endToken } of sentence) {
      const first = afterDateline(doc, firstToken, endToken)
      if (first > firstToken) read(firstToken, first)
      read(first, endToken)
    }
    return new GrammarColumns(token, { tag, head, relation, tagLabels, relations: parser.relations })
  },
}

const parsers = new WeakMap<NetworkModel, Parser>()

/** One parser for a model and thread: it remembers words. */
function parserOf(model: NetworkModel): Parser {
  let parser = parsers.get(model)
  if (!parser) parsers.set(model, (parser = new Parser(model)))
  return parser
}
