import type { Stage } from '../document/document.js'
import { englishModel } from '../lang/en/model-file.js'
import { Tagged } from './grammar-columns.js'
import { TAG_FEATURES } from './tag-features.js'
import { tagSentence } from './tagger.js'
import { wordsOf } from './words.js'

/** Tags every token and hangs it on its head. */
export const grammar: Stage<'token' | 'sentence', 'grammar'> = {
  adds: 'grammar',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const model = englishModel('tags', TAG_FEATURES)
    const words = wordsOf(token)
    const labels = new Uint8Array(token.count)
    for (const { firstToken, endToken } of sentence) tagSentence(model, token, words, firstToken, endToken, labels)
    return new Tagged(token, model.card.labels, labels)
  },
}
