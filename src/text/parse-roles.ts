import { mixed } from '../learn/hash.js'
import { tagHashOf, type ParseInput } from './parse-input.js'
import { FIRST, NOTHING, type ParseState } from './parse-state.js'

/**
 * Whom the parser looks at: `s` words from the top of the stack down, `b` those of the buffer, `l` and `r` outermost children, `l2` and `r2`
 * the next ones, `before` and `after` neighbours in the text. Of those in the first list it sees the word, of the others the tag.
 */
const READ = ['s0', 's1', 's2', 'b0', 'b1', 's0l', 's0r', 's1l', 's1r', 'b0l'] as const
const TAGGED = ['b2', 'b3', 's3', 's0l2', 's0r2', 's1l2', 's1r2', 'b0l2', 'before s0', 'after s0', 'before s1', 'after s1'] as const

export const READ_ROLES = READ.length
export const ROLES = READ_ROLES + TAGGED.length

/** Most features of one role. */
export const ROLE_ROOM = 5

const ODD = Int32Array.from({ length: ROLES }, (_, role) => mixed(role + 101) | 1)

/** Writes who fills each role, as places of the state. */
export function rolesOf(out: Int32Array, { stack, top, next, end, left, left2, right, right2 }: ParseState): void {
  const s0 = top > 0 ? stack[top - 1]! : NOTHING
  const s1 = top > 1 ? stack[top - 2]! : NOTHING
  const b0 = next < end ? next : NOTHING
  out[0] = s0
  out[1] = s1
  out[2] = top > 2 ? stack[top - 3]! : NOTHING
  out[3] = b0
  out[4] = next + 1 < end ? next + 1 : NOTHING
  out[5] = left[s0]!
  out[6] = right[s0]!
  out[7] = left[s1]!
  out[8] = right[s1]!
  out[9] = left[b0]!
  out[10] = next + 2 < end ? next + 2 : NOTHING
  out[11] = next + 3 < end ? next + 3 : NOTHING
  out[12] = top > 3 ? stack[top - 4]! : NOTHING
  out[13] = left2[s0]!
  out[14] = right2[s0]!
  out[15] = left2[s1]!
  out[16] = right2[s1]!
  out[17] = left2[b0]!
  out[18] = s0 > FIRST ? s0 - 1 : NOTHING
  out[19] = s0 >= FIRST && s0 + 1 < end ? s0 + 1 : NOTHING
  out[20] = s1 > FIRST ? s1 - 1 : NOTHING
  out[21] = s1 >= FIRST && s1 + 1 < end ? s1 + 1 : NOTHING
}

/** The feature of a tag in a role. */
export const tagFeature = (role: number, tag: number): number => Math.imul(tagHashOf(tag), ODD[role]!)

/** Writes the features of the word at place `at` in a role, from `out[n]`, and returns their end. They do not hang on the rest of the state. */
export function roleFeatures(out: Int32Array, n: number, input: ParseInput, role: number, at: number): number {
  const odd = ODD[role]!
  out[n++] = Math.imul(input.tagHash[at]!, odd)
  if (role >= READ_ROLES || at < FIRST) return n
  out[n++] = Math.imul(input.word[at]!, odd)
  out[n++] = Math.imul(input.ending[at]!, odd)
  out[n++] = Math.imul(input.narrow[at]!, odd)
  out[n++] = Math.imul(input.wider[at]!, odd)
  return n
}
