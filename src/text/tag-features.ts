import type { Tokens } from '../document/tokens.js'
import { feature, pair } from '../learn/hash.js'
import type { Words } from './words.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const TAG_FEATURES = 1

/** Room for the features of one token. */
export const TAG_ROOM = 40

/** Value of a word outside the sentence. */
const EDGE = -1

/**
 * Writes the features of token `i` of the sentence `[first, end)` and returns their number. `before` and `before2` are the
 * labels given to the two tokens before it.
 */
export function tagFeatures(
  out: Uint32Array,
  token: Tokens,
  words: Words,
  i: number,
  first: number,
  end: number,
  before: number,
  before2: number,
): number {
  const { word, shape, kind } = token
  const { whole, suffix3 } = words
  const w = word[i]!
  const at = (j: number): number => (j < first || j >= end ? EDGE : whole[word[j]!]!)
  const look = (j: number): number => (j < first || j >= end ? EDGE : shape[j]! * 4 + kind[j]!)
  const here = whole[w]!
  const left = at(i - 1)
  const right = at(i + 1)
  const form = look(i) * 2 + (i === first ? 1 : 0)
  const s3 = suffix3[w]!
  let n = 0
  out[n++] = feature(0, here)
  out[n++] = feature(1, left)
  out[n++] = feature(2, right)
  out[n++] = feature(3, at(i - 2))
  out[n++] = feature(4, at(i + 2))
  out[n++] = feature(5, pair(left, here))
  out[n++] = feature(6, pair(here, right))
  out[n++] = feature(7, pair(here, form))
  out[n++] = feature(8, form)
  out[n++] = feature(9, pair(form, look(i + 1)))
  out[n++] = feature(10, pair(form, look(i - 1)))
  out[n++] = feature(11, words.suffix1[w]!)
  out[n++] = feature(12, words.suffix2[w]!)
  out[n++] = feature(13, s3)
  out[n++] = feature(14, words.suffix4[w]!)
  out[n++] = feature(15, words.prefix1[w]!)
  out[n++] = feature(16, words.prefix2[w]!)
  out[n++] = feature(17, words.prefix3[w]!)
  out[n++] = feature(18, pair(s3, form))
  out[n++] = feature(19, before)
  out[n++] = feature(20, pair(before, before2))
  out[n++] = feature(21, pair(before, here))
  out[n++] = feature(22, pair(before, s3))
  out[n++] = feature(23, pair(before, right))
  out[n++] = feature(24, pair(pair(before, before2), here))
  out[n++] = feature(25, pair(pair(before, here), right))
  out[n++] = feature(26, i + 1 < end ? suffix3[word[i + 1]!]! : EDGE)
  out[n++] = feature(27, pair(s3, i + 1 < end ? suffix3[word[i + 1]!]! : EDGE))
  out[n++] = feature(28, pair(before, form))
  out[n++] = feature(29, pair(words.suffix2[w]!, pair(before, words.prefix1[w]!)))
  out[n++] = feature(30, pair(right, at(i + 2)))
  const nearby = (column: Int32Array, j: number): number => (j < first || j >= end ? EDGE : column[word[j]!]!)
  out[n++] = feature(31, words.narrow[w]!)
  out[n++] = feature(32, pair(words.wider[w]!, form))
  out[n++] = feature(33, pair(nearby(words.narrow, i - 1), before))
  out[n++] = feature(34, nearby(words.narrow, i + 1))
  out[n++] = feature(35, pair(pair(nearby(words.wider, i - 1), words.wider[w]!), nearby(words.wider, i + 1)))
  out[n++] = feature(36, pair(words.wider[w]!, nearby(words.wider, i + 1)))
  return n
}
