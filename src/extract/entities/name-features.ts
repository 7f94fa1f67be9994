import { feature, pair } from '../../learn/hash.js'
import { Known } from '../../lang/en/gazetteer.js'
import type { Cues } from './cues.js'
import { otherEvidence, personEvidence, placeEvidence } from './evidence.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const NAME_FEATURES = 2

/** Room for the features of one token. */
export const NAME_ROOM = 80

/** So many features at the front tell the word itself: training hides them now and then, so that a word never seen is no surprise. */
export const OF_WORD = 10

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
  const { token, words, known, listed, seen, upos, evidence } = cues
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
  out[n++] = feature(1, pair(here, form))
  out[n++] = feature(6, pair(left, here))
  out[n++] = feature(7, pair(here, right))
  out[n++] = feature(12, pair(words.suffix3[w]!, form))
  out[n++] = feature(13, pair(words.suffix4[w]!, form))
  out[n++] = feature(15, pair(words.prefix3[w]!, form))
  out[n++] = feature(16, pair(narrow[w]!, form))
  out[n++] = feature(21, pair(at(narrow, i - 1), narrow[w]!))
  out[n++] = feature(22, pair(narrow[w]!, at(narrow, i + 1)))
  out[n++] = feature(44, pair(words.suffix3[w]!, at(words.suffix3, i + 1)))
  out[n++] = feature(0, start)
  out[n++] = feature(4, at(whole, i - 2))
  out[n++] = feature(5, at(whole, i + 2))
  out[n++] = feature(8, shape)
  out[n++] = feature(9, shapes)
  out[n++] = feature(17, at(narrow, i - 1))
  out[n++] = feature(18, at(narrow, i + 1))
  out[n++] = feature(19, at(narrow, i - 2))
  out[n++] = feature(20, at(narrow, i + 2))
  out[n++] = feature(23, pair(wider[w]!, form))
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
  out[n++] = feature(45, pair(pair(left, form), right))
  const tag = upos[i]!
  const tagLeft = i > first ? upos[i - 1]! : EDGE
  const tagRight = i + 1 < end ? upos[i + 1]! : EDGE
  const told = evidence[w]!
  const toldRight = i + 1 < end ? evidence[word[i + 1]!]! : EDGE
  const toldLeft = i > first ? evidence[word[i - 1]!]! : EDGE
  const person = personEvidence(told)
  const place = placeEvidence(told)
  const other = otherEvidence(told)
  out[n++] = feature(47, pair(tag, form))
  out[n++] = feature(48, pair(pair(tagLeft, tag), form))
  out[n++] = feature(49, pair(pair(tag, tagRight), form))
  out[n++] = feature(50, pair(pair(pair(tagLeft, tag), tagRight), form))
  out[n++] = feature(51, pair(person, form))
  out[n++] = feature(52, pair(place, form))
  out[n++] = feature(53, pair(other, form))
  out[n++] = feature(55, pair(toldRight, form))
  out[n++] = feature(56, pair(toldLeft, form))
  out[n++] = feature(57, pair(pair(person, place), pair(bits & NAMING, form)))
  for (const bit of SINGLE_BITS) if (bits & bit) out[n++] = feature(46, pair(bit, form))
  return n
}

/** Bits that say what sort of name a word makes. */
const NAMING =
  Known.given | Known.family | Known.eastern | Known.title | Known.person | Known.organisation | Known.place | Known.facility | Known.event
