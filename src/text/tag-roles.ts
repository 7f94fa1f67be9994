import type { Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import type { Entry } from './lexicon.js'
import { emptyWords, type Words } from './words.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const TAG_FEATURES = 5

/** How far each role is from the token that is tagged: the tagger looks at the token itself, at its neighbours and at theirs. */
export const OFFSET = Int8Array.of(0, -1, 1, -2, 2)
export const ROLES = OFFSET.length
export const HERE = 0

/** Roles whose words are seen closely. */
const NEAR = 3

/** Most features of one role, of a token with all its roles and labels. */
export const ROLE_ROOM = 18
export const TAG_ROOM = ROLES * ROLE_ROOM + 3

/** What the features see of words, as columns by place. */
export interface TagInput extends Omit<Words, 'known'> {
  /** Spelling (capitals, digits) and kind. */
  readonly form: Int32Array
  /** Hash of the labels that the lexicon has for it; the same for its spelling in lower case. */
  readonly own: Int32Array
  readonly plain: Int32Array
}

/** Empty columns for so many words. */
export function tagInput(places: number): TagInput {
  const column = (): Int32Array => new Int32Array(places)
  return { ...emptyWords(places), form: column(), own: column(), plain: column() }
}

/** Spelling and kind of a token as one number. */
export const formOf = ({ shape, kind }: Tokens, i: number): number => shape[i]! * 4 + kind[i]!

/** Writes what the features see of token `i` to place `at`. */
export function enter(input: TagInput, at: number, token: Tokens, words: Words, i: number, { own, plain }: Entry): void {
  const w = token.word[i]!
  input.whole[at] = words.whole[w]!
  input.suffix1[at] = words.suffix1[w]!
  input.suffix2[at] = words.suffix2[w]!
  input.suffix3[at] = words.suffix3[w]!
  input.suffix4[at] = words.suffix4[w]!
  input.prefix3[at] = words.prefix3[w]!
  input.form[at] = formOf(token, i)
  input.listed[at] = words.listed[w]!
  input.forms[at] = words.forms[w]!
  input.narrow[at] = words.narrow[w]!
  input.wider[at] = words.wider[w]!
  input.widest[at] = words.widest[w]!
  input.own[at] = own
  input.plain[at] = plain
}

const odds = (count: number, seed: number): Int32Array => Int32Array.from({ length: count }, (_, n) => mixed(n + seed) | 1)
const OF_ROLE = odds(ROLES, 501)
const OF_KIND = odds(ROLE_ROOM, 801)

/** A feature: what kind of thing is seen, in which role, and its value. */
const feature = (role: number, kind: number, value: number): number => mixed(Math.imul(value, OF_KIND[kind]!) + OF_ROLE[role]!)

/** Writes the features of the word at place `at` in a role, from `out[n]`, and returns their end. They do not hang on the words beside it. */
export function roleFeatures(out: Int32Array, n: number, input: TagInput, role: number, at: number): number {
  const form = input.form[at]!
  out[n++] = feature(role, 0, input.whole[at]!)
  out[n++] = feature(role, 1, input.suffix3[at]!)
  out[n++] = feature(role, 2, form)
  out[n++] = feature(role, 3, input.wider[at]!)
  out[n++] = feature(role, 4, input.own[at]!)
  out[n++] = feature(role, 5, input.forms[at]!)
  if (role >= NEAR) return n
  out[n++] = feature(role, 6, input.narrow[at]!)
  out[n++] = feature(role, 7, input.suffix2[at]!)
  out[n++] = feature(role, 8, mixed(input.listed[at]! + form))
  if (role !== HERE) return n
  out[n++] = feature(role, 9, input.suffix1[at]!)
  out[n++] = feature(role, 10, input.suffix4[at]!)
  out[n++] = feature(role, 11, input.prefix3[at]!)
  out[n++] = feature(role, 12, input.widest[at]!)
  out[n++] = feature(role, 13, input.plain[at]!)
  out[n++] = feature(role, 14, mixed(input.whole[at]! + form))
  out[n++] = feature(role, 15, mixed(input.suffix3[at]! + form))
  out[n++] = feature(role, 16, mixed(input.forms[at]! + form))
  out[n++] = feature(role, 17, mixed(input.forms[at]! + input.suffix3[at]!))
  return n
}

/** The feature of a role that nobody fills: the sentence ends before. */
export const edgeFeature = (role: number): number => mixed(role + 0x7100)

/** Writes the features of the labels given to the two tokens before, from `out[n]`, and returns their end. */
export function historyFeatures(out: Int32Array, n: number, before: number, before2: number): number {
  out[n++] = mixed(before + 0x7200)
  out[n++] = mixed(before2 + 0x7400)
  out[n++] = mixed(before * 256 + before2 + 0x80000)
  return n
}
