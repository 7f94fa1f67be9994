import { mixed } from '../../learn/hash.js'
import { Known } from '../../lang/en/gazetteer.js'
import type { Cues } from './cues.js'
import { otherEvidence, personEvidence, placeEvidence } from './evidence.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const NAME_FEATURES = 4

/** Room for the features of one token. */
export const NAME_ROOM = 100

/** So many features at the front tell the word itself: training hides them now and then, so that a word never seen is no surprise. */
export const OF_WORD = 12

/** Capitals side by side: the tokens `[first, end)`. */
export interface Run {
  first: number
  end: number
}

const EDGE = mixed(-1)

/** A small number spread out, and apart from those of other templates. */
const spread = (value: number, template: number): number => Math.imul(mixed(value + 1), template)

/**
 * Writes the features of token `i` of the sentence `[first, end)`, which has `style`, and returns their number. A feature is the sum of its
 * parts, each times a number of its own. `run` is the run of capitals around the token, the token alone where it has none.
 */
export function nameFeatures(out: Int32Array, cues: Cues, i: number, first: number, end: number, style: number, run: Run): number {
  const { token, words, known, listed, seen, upos, evidence } = cues
  const { word, shape, kind } = token
  const { whole, narrow, wider, widest } = words
  const w = word[i]!
  const hasLeft = i > first
  const hasRight = i + 1 < end
  const l = hasLeft ? word[i - 1]! : w
  const r = hasRight ? word[i + 1]! : w
  const look = shape[i]! * 4 + kind[i]!
  const start = (hasLeft ? 0 : 1) + 2 * style
  const bits = known[w]!
  const form = spread(look, 0xcc92d33d)
  const formLeft = hasLeft ? spread(shape[i - 1]! * 4 + kind[i - 1]!, 0x536e95df) : EDGE
  const formRight = hasRight ? spread(shape[i + 1]! * 4 + kind[i + 1]!, 0x32833107) : EDGE
  const opening = spread(start, 0x3d90fbad)
  const here = Math.imul(whole[w]!, 0x3170fab3)
  const left = Math.imul(hasLeft ? whole[l]! : EDGE, 0xd293056b)
  const right = Math.imul(hasRight ? whole[r]! : EDGE, 0xf08db22f)
  const s3 = Math.imul(words.suffix3[w]!, 0x1d74bd1d)
  const n = spread(narrow[w]!, 0x4ad5cfbd)
  const nLeft = hasLeft ? spread(narrow[l]!, 0x79eaa723) : EDGE
  const nRight = hasRight ? spread(narrow[r]!, 0xf3faa8e9) : EDGE
  const c = spread(wider[w]!, 0x8ed2305d)
  const cLeft = hasLeft ? spread(wider[l]!, 0x9c8052e3) : EDGE
  const cRight = hasRight ? spread(wider[r]!, 0x3ce1268d) : EDGE
  const bit = spread(bits & NAMING, 0x253d9e31)
  const bitLeft = hasLeft ? spread(known[l]! & NAMING, 0xa1725103) : EDGE
  const bitRight = hasRight ? spread(known[r]! & NAMING, 0xa93f32a9) : EDGE
  const list = spread(listed[i]!, 0x80289e33)
  const listLeft = hasLeft ? spread(listed[i - 1]!, 0xd9e2ec8d) : EDGE
  const listRight = hasRight ? spread(listed[i + 1]!, 0x47aa2dbb) : EDGE
  const tag = spread(upos[i]!, 0xd5de6e91)
  const tagLeft = hasLeft ? spread(upos[i - 1]!, 0xf5097b4f) : EDGE
  const tagRight = hasRight ? spread(upos[i + 1]!, 0x7f453a0f) : EDGE
  const told = evidence[w]!
  const person = spread(personEvidence(told), 0x2c34bf1d)
  const place = spread(placeEvidence(told), 0xcadd40e9)
  const other = spread(otherEvidence(told), 0xd0380cfb)
  const forms = Math.imul(words.forms[w]!, 0x5bd1e995)
  const formsLeft = hasLeft ? Math.imul(words.forms[l]!, 0x4cf5ad43) : EDGE
  const formsRight = hasRight ? Math.imul(words.forms[r]!, 0x27d4eb2f) : EDGE
  const seenSo = spread(seen[w]!, 0x30f47f35)
  let size = 0
  out[size++] = here + form
  out[size++] = left + here
  out[size++] = here + right
  out[size++] = s3 + form
  out[size++] = Math.imul(words.suffix4[w]!, 0x7b3f6a1d) + form
  out[size++] = Math.imul(words.prefix3[w]!, 0x2e3f6a1b) + form
  out[size++] = n + form
  out[size++] = nLeft + n
  out[size++] = n + nRight
  out[size++] = s3 + Math.imul(hasRight ? words.suffix3[r]! : EDGE, 0x1b7f5a17)
  const last = word[run.end - 1]!
  const place0 = spread(Math.min(3, i - run.first) * 4 + Math.min(3, run.end - 1 - i), 0x3b6f6a15)
  out[size++] = Math.imul(whole[last]!, 0x6f4a8d31) + place0
  out[size++] = spread(narrow[last]!, 0x5ad5cfbd) + place0
  out[size++] = opening
  out[size++] = spread(i - 2 >= first ? whole[word[i - 2]!]! : EDGE, 0x2b3f6a11)
  out[size++] = spread(i + 2 < end ? whole[word[i + 2]!]! : EDGE, 0x2b5f6a15)
  out[size++] = form + opening + Math.min(4, token.end[i]! - token.start[i]!)
  out[size++] = formLeft + form + formRight
  out[size++] = nLeft
  out[size++] = nRight
  out[size++] = spread(i - 2 >= first ? narrow[word[i - 2]!]! : EDGE, 0x2b7f6a17)
  out[size++] = spread(i + 2 < end ? narrow[word[i + 2]!]! : EDGE, 0x2d3f6a17)
  out[size++] = c + form
  out[size++] = cLeft + c + cRight
  out[size++] = form + spread(((hasLeft ? widest[l]! : 63) * 64 + widest[w]!) * 64 + (hasRight ? widest[r]! : 63), 0x2f3f6a19)
  out[size++] = cLeft + form
  out[size++] = cRight + form
  out[size++] = spread(bits, 0x11f47f35) + form
  out[size++] = bitLeft + formLeft
  out[size++] = bitRight + formRight
  out[size++] = bitLeft + formLeft + bit + form
  out[size++] = bit + form + bitRight + formRight
  out[size++] = list + form
  out[size++] = listLeft
  out[size++] = listRight
  out[size++] = list + bit + left
  out[size++] = list + right
  out[size++] = forms + form + opening
  out[size++] = formsLeft + formLeft + forms + form
  out[size++] = forms + form + formsRight + formRight
  out[size++] = seenSo + form + opening
  out[size++] = seenSo + bit
  out[size++] = left + form
  out[size++] = right + form
  out[size++] = left + form + right
  out[size++] = tag + form
  out[size++] = tagLeft + tag + form
  out[size++] = tag + tagRight + form
  out[size++] = tagLeft + tag + tagRight + form
  out[size++] = person + form
  out[size++] = place + form
  out[size++] = other + form
  out[size++] = form + (hasRight ? spread(evidence[r]!, 0x51f47f37) : EDGE)
  out[size++] = form + (hasLeft ? spread(evidence[l]!, 0x12f47f35) : EDGE)
  out[size++] = person + place + bit + form
  // what stands at the ends of the run of capitals, and beside it
  const before = run.first > first ? word[run.first - 1]! : -1
  const after = run.end < end ? word[run.end]! : -1
  const headBits = spread(known[last]! & NAMING, 0x52f47f35)
  out[size++] = Math.imul(words.forms[last]!, 0x165667b1) + place0
  out[size++] = headBits + place0
  out[size++] = headBits + bit + place0
  out[size++] = place0 + (before < 0 ? EDGE : Math.imul(whole[before]!, 0x22f47f35))
  out[size++] = place0 + (after < 0 ? EDGE : Math.imul(whole[after]!, 0x62f47f37))
  out[size++] = place0 + (before < 0 ? EDGE : spread(narrow[before]!, 0x72f47f37))
  out[size++] = place0 + (after < 0 ? EDGE : spread(narrow[after]!, 0x33d1e2fb))
  out[size++] = place0 + spread(evidence[last]!, 0x35d1e2fb)
  out[size++] = place0 + spread(known[word[run.first]!]! & NAMING, 0x37d1e2fb) + headBits
  for (let rest = bits & SINGLE; rest !== 0; rest &= rest - 1) out[size++] = form + spread(rest & -rest, 0x23e1f205)
  return size
}

/** Bits that say what sort of name a word makes. */
const NAMING =
  Known.given | Known.family | Known.eastern | Known.title | Known.person | Known.organisation | Known.place | Known.facility | Known.event

/** Bits that count by themselves. */
const SINGLE = NAMING | Known.law | Known.never | Known.ordinary | Known.geographic
