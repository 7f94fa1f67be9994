import type { Shape } from '../document/tokens.js'
import { type Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import type { Words } from './words.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const TAG_FEATURES = 3

/** Room for the features of one token. */
export const TAG_ROOM = 60

/** The key of a word in one spelling, under which the model keeps the labels that training saw it with. */
export const lexiconKey = (token: Tokens, words: Words, i: number, shape: Shape = token.shape[i]! as Shape): number =>
  mixed(words.whole[token.word[i]!]! ^ Math.imul(shape + 1, 0x9e3779b1))

/** What the lexicon of the model says of the tokens of a sentence, by place in it. */
export interface Looked {
  /** Hash of the labels that a token can have. */
  readonly classes: Int32Array
  /** The same for its spelling in lower case. */
  readonly plain: Int32Array
  /** Its only label, -1 where it has several or is unknown. */
  readonly sure: Int16Array
}

/** What stands for a place outside the sentence. */
const EDGE = mixed(-1)

/**
 * Writes the features of token `i` of the sentence `[first, end)` and returns their number; sums as in `parseFeatures`. `before` and
 * `before2` are the labels given to the two tokens before it.
 */
export function tagFeatures(
  out: Int32Array,
  token: Tokens,
  words: Words,
  i: number,
  first: number,
  end: number,
  before: number,
  before2: number,
  { classes, plain }: Looked,
): number {
  const { word, shape, kind } = token
  const { whole, narrow, wider, suffix2, suffix3 } = words
  const w = word[i]!
  const hasLeft = i > first
  const hasRight = i + 1 < end
  const l = hasLeft ? word[i - 1]! : w
  const r = hasRight ? word[i + 1]! : w
  const here = Math.imul(whole[w]!, 0xcc92d33d)
  const left = Math.imul(hasLeft ? whole[l]! : EDGE, 0x536e95df)
  const right = Math.imul(hasRight ? whole[r]! : EDGE, 0x32833107)
  const left2 = Math.imul(i - 2 >= first ? whole[word[i - 2]!]! : EDGE, 0x3d90fbad)
  const right2 = Math.imul(i + 2 < end ? whole[word[i + 2]!]! : EDGE, 0x3170fab3)
  const form = Math.imul((shape[i]! * 4 + kind[i]!) * 2 + (hasLeft ? 2 : 1), 0xd293056b)
  const formRight = Math.imul(hasRight ? shape[i + 1]! * 4 + kind[i + 1]! + 1 : EDGE, 0x1d74bd1d)
  const s1 = Math.imul(words.suffix1[w]!, 0x4ad5cfbd)
  const s2 = Math.imul(suffix2[w]!, 0x79eaa723)
  const s3 = Math.imul(suffix3[w]!, 0xf3faa8e9)
  const s4 = Math.imul(words.suffix4[w]!, 0x8ed2305d)
  const p3 = Math.imul(words.prefix3[w]!, 0x253d9e31)
  const s3Right = Math.imul(hasRight ? suffix3[r]! : EDGE, 0xa1725103)
  const tag = Math.imul(before + 1, 0xa93f32a9)
  const tag2 = Math.imul(before2 + 1, 0x80289e33)
  const n = Math.imul(narrow[w]! + 1, 0xd9e2ec8d)
  const nLeft = Math.imul(hasLeft ? narrow[l]! + 1 : EDGE, 0x47aa2dbb)
  const nRight = Math.imul(hasRight ? narrow[r]! + 1 : EDGE, 0xd5de6e91)
  const c = Math.imul(wider[w]! + 1, 0xf5097b4f)
  const cLeft = Math.imul(hasLeft ? wider[l]! + 1 : EDGE, 0x7f453a0f)
  const cRight = Math.imul(hasRight ? wider[r]! + 1 : EDGE, 0x2c34bf1d)
  const k = Math.imul(classes[i - first]!, 0xcadd40e9)
  const kRight = Math.imul(hasRight ? classes[i + 1 - first]! : EDGE, 0xd0380cfb)
  const kRight2 = Math.imul(i + 2 < end ? classes[i + 2 - first]! : EDGE, 0x30f47f35)
  const lower = Math.imul(plain[i - first]!, 0x7b3f6a1d)
  const g = Math.imul(words.listed[w]!, 0x2e3f6a1b)
  const gLeft = Math.imul(hasLeft ? words.listed[l]! : EDGE, 0x1b7f5a17)
  const gRight = Math.imul(hasRight ? words.listed[r]! : EDGE, 0x3b6f6a15)
  let size = 0
  out[size++] = left
  out[size++] = right
  out[size++] = left2
  out[size++] = right2
  out[size++] = left + here
  out[size++] = here + right
  out[size++] = here + form
  out[size++] = form
  out[size++] = form + formRight
  out[size++] = s1
  out[size++] = s2
  out[size++] = s3
  out[size++] = s4
  out[size++] = p3
  out[size++] = s3 + form
  out[size++] = tag
  out[size++] = tag + tag2
  out[size++] = tag + here
  out[size++] = tag + s3
  out[size++] = tag + right
  out[size++] = tag + tag2 + here
  out[size++] = tag + here + right
  out[size++] = s3Right
  out[size++] = tag + form
  out[size++] = n
  out[size++] = c + form
  out[size++] = nLeft + tag
  out[size++] = nRight
  out[size++] = cLeft + c + cRight
  out[size++] = c + cRight
  out[size++] = k
  out[size++] = k + form
  out[size++] = kRight
  out[size++] = k + kRight
  out[size++] = tag + k + kRight
  out[size++] = tag + k
  out[size++] = tag + tag2 + k
  out[size++] = k + kRight + kRight2
  out[size++] = s3 + kRight
  out[size++] = k + right
  out[size++] = s2 + form + tag
  out[size++] = form + g
  out[size++] = form + g + tag
  out[size++] = form + g + gRight
  out[size++] = form + gLeft
  out[size++] = form + lower
  out[size++] = form + lower + tag
  return size
}
