import { feature, pair } from '../../learn/hash.js'
import { Known } from '../../lang/en/gazetteer.js'
import type { Cues } from './cues.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const NAME_FEATURES = 1

/** Room for the features of one token. */
export const NAME_ROOM = 64

const EDGE = -1
const SINGLE_BITS = [
  Known.given,
  Known.family,
  Known.eastern,
  Known.title,
  Known.person,
  Known.organisation,
  Known.place,
  Known.facility,
  Known.event,
  Known.law,
  Known.never,
  Known.ordinary,
]

/** Writes the features of token `i` of the sentence `[first, end)`, which has `style`, and returns their number. */
export function nameFeatures(out: Uint32Array, cues: Cues, i: number, first: number, end: number, style: number): number {
  const { token, words, known, listed, seen } = cues
  const { word } = token
  const w = word[i]!
  const look = (j: number): number => (j < first || j >= end ? EDGE : token.shape[j]! * 4 + token.kind[j]!)
  const at = (column: Int32Array, j: number): number => (j < first || j >= end ? EDGE : column[word[j]!]!)
  const listing = (j: number): number => (j < first || j >= end ? EDGE : listed[j]!)
  const { whole, narrow, wider, widest } = words
  const here = whole[w]!
  const left = at(whole, i - 1)
  const right = at(whole, i + 1)
  const form = look(i)
  const length = Math.min(4, token.end[i]! - token.start[i]!)
  const start = (i === first ? 1 : 0) + 2 * style
  const shape = pair(form * 8 + length, start)
  const bits = known[w]!
  const bitsLeft = at(known, i - 1)
  const bitsRight = at(known, i + 1)
  const shapes = pair(pair(look(i - 1), form), look(i + 1))
  let n = 0
  out[n++] = feature(0, start)
  out[n++] = feature(1, pair(here, form))
  out[n++] = feature(2, left)
  out[n++] = feature(3, right)
  out[n++] = feature(4, at(whole, i - 2))
  out[n++] = feature(5, at(whole, i + 2))
  out[n++] = feature(6, pair(left, here))
  out[n++] = feature(7, pair(here, right))
  out[n++] = feature(8, shape)
  out[n++] = feature(9, shapes)
  out[n++] = feature(10, pair(shapes, pair(look(i - 2), look(i + 2))))
  out[n++] = feature(11, words.suffix2[w]!)
  out[n++] = feature(12, pair(words.suffix3[w]!, form))
  out[n++] = feature(13, pair(words.suffix4[w]!, form))
  out[n++] = feature(14, pair(words.prefix2[w]!, form))
  out[n++] = feature(15, pair(words.prefix3[w]!, form))
  out[n++] = feature(16, pair(narrow[w]!, form))
  out[n++] = feature(17, at(narrow, i - 1))
  out[n++] = feature(18, at(narrow, i + 1))
  out[n++] = feature(19, at(narrow, i - 2))
  out[n++] = feature(20, at(narrow, i + 2))
  out[n++] = feature(21, pair(at(narrow, i - 1), narrow[w]!))
  out[n++] = feature(22, pair(narrow[w]!, at(narrow, i + 1)))
  out[n++] = feature(23, pair(wider[w]!, form))
  out[n++] = feature(24, at(wider, i - 1))
  out[n++] = feature(25, at(wider, i + 1))
  out[n++] = feature(26, pair(pair(at(wider, i - 1), wider[w]!), at(wider, i + 1)))
  out[n++] = feature(27, pair(pair(at(widest, i - 1), widest[w]!), pair(at(widest, i + 1), form)))
  out[n++] = feature(28, pair(at(wider, i - 1), form))
  out[n++] = feature(29, pair(at(wider, i + 1), form))
  out[n++] = feature(30, pair(bits, form))
  out[n++] = feature(31, pair(bitsLeft, look(i - 1)))
  out[n++] = feature(32, pair(bitsRight, look(i + 1)))
  out[n++] = feature(33, pair(pair(bitsLeft & NAMING, look(i - 1)), pair(bits & NAMING, form)))
  out[n++] = feature(34, pair(pair(bits & NAMING, form), pair(bitsRight & NAMING, look(i + 1))))
  out[n++] = feature(35, pair(listing(i), form))
  out[n++] = feature(36, listing(i - 1))
  out[n++] = feature(37, listing(i + 1))
  out[n++] = feature(38, pair(listing(i), pair(bits & NAMING, left)))
  out[n++] = feature(39, pair(listing(i), right))
  out[n++] = feature(40, pair(seen[w]!, pair(form, start)))
  out[n++] = feature(41, pair(seen[w]!, bits & NAMING))
  out[n++] = feature(42, pair(left, form))
  out[n++] = feature(43, pair(right, form))
  out[n++] = feature(44, pair(words.suffix3[w]!, at(words.suffix3, i + 1)))
  out[n++] = feature(45, pair(pair(left, form), right))
  for (const bit of SINGLE_BITS) if (bits & bit) out[n++] = feature(46, pair(bit, form))
  return n
}

/** Bits that say what sort of name a word makes. */
const NAMING =
  Known.given | Known.family | Known.eastern | Known.title | Known.person | Known.organisation | Known.place | Known.facility | Known.event
