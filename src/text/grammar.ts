import type { Stage } from '../document/document.js'
import { englishNetwork, englishSparseTable } from '../lang/en/model-file.js'
import { afterDateline } from './dateline.js'
import { GrammarColumns } from './grammar-columns.js'
import { PARSE_FEATURES } from './parse-features.js'
import { Parser } from './parser.js'
import { TAG_FEATURES } from './tag-roles.js'
import { Tagger } from './tagger.js'
import { wordsOf } from './words.js'

/** Tags every token and hangs it on its head; a date line has a tree of its own. */
export const grammar: Stage<'token' | 'sentence', 'grammar'> = {
  adds: 'grammar',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const tagger = englishTagger()
    const parser = englishParser()
    const tagLabels = tagger.labels
    const words = wordsOf(token)
    const tag = new Uint8Array(token.count)
    const head = new Int32Array(token.count).fill(-1)
    const relation = new Uint8Array(token.count)
    const read = (first: number, end: number): void => {
      tagger.tag(token, words, first, end, tag)
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

let tagger: Tagger | undefined
let parser: Parser | undefined

/** The tagger and the parser of the committed models, one for a thread: they remember words. */
export const englishTagger = (): Tagger =>
  (tagger ??= new Tagger(englishNetwork('tags', TAG_FEATURES), englishSparseTable('lexicon', TAG_FEATURES)))
const englishParser = (): Parser => (parser ??= new Parser(englishNetwork('parse', PARSE_FEATURES)))
