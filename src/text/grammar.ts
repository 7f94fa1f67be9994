import type { Stage } from '../document/document.js'
import { englishModel } from '../lang/en/model-file.js'
import { GrammarColumns } from './grammar-columns.js'
import { TAG_FEATURES } from './tag-features.js'
import { tagSentence } from './tagger.js'
import { wordsOf } from './words.js'

/** Tags every token and hangs it on its head. */
export const grammar: Stage<'token' | 'sentence', 'grammar'> = {
  adds: 'grammar',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const tagger = englishModel('tags', TAG_FEATURES)
    const tagLabels = tagger.card.labels
    const words = wordsOf(token)
    const tag = new Uint8Array(token.count)
    const head = new Int32Array(token.count).fill(-1)
    const relation = new Uint8Array(token.count)
    for (const { firstToken, endToken } of sentence) tagSentence(tagger, token, words, firstToken, endToken, tag)
    return new GrammarColumns(token, { tag, head, relation, tagLabels, relations: ['dep'] })
  },
}
