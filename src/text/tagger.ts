import type { Tokens } from '../document/tokens.js'
import { best, score } from '../learn/weights.js'
import type { Model } from '../learn/model.js'
import { TAG_ROOM, tagFeatures } from './tag-features.js'
import type { Words } from './words.js'

/** The label before the first token of a sentence. */
export const START = 255

/** Gives the tokens `[first, end)` of one sentence their labels (numbers of `model.card.labels`), left to right. */
export function tagSentence(model: Model, token: Tokens, words: Words, first: number, end: number, labels: Uint8Array): void {
  const { weights } = model
  let before = START
  let before2 = START
  for (let i = first; i < end; i++) {
    const count = tagFeatures(features, token, words, i, first, end, before, before2)
    const scores = cells(weights.labels)
    scores.fill(0)
    score(weights, features, count, scores)
    before2 = before
    before = labels[i] = best(scores, weights.labels)
  }
}

const features = new Uint32Array(TAG_ROOM)
let room = new Int32Array(0)

/** Scratch room: one thread tags one token at a time. */
const cells = (size: number): Int32Array => (room.length === size ? room : (room = new Int32Array(size)))
