import { mixed } from '../learn/hash.js'
import { NOTHING, type ParseState } from './parse-state.js'

/** Kinds of small numbers of a state, and how many values one can have. */
export const NUMBERS = 9
export const VALUES = 16

/** Children whose relation is seen, and how many values one can have: none, or a relation. */
export const LINKS = 10
export const LINK_VALUES = 64

const ODD = Int32Array.from({ length: LINKS }, (_, child) => mixed(child + 301) | 1)

/** The features of a number and of a link. */
export const numberFeature = (kind: number, value: number): number => mixed(kind * VALUES + value + 0x700000)
export const linkFeature = (child: number, value: number): number => Math.imul(mixed(value + 0x7000), ODD[child]!)

/** How far apart two places are, in classes: 5 from five words on, 6 from ten. */
export function distance(from: number, to: number): number {
  const gap = to - from
  return gap < 5 ? gap : gap < 10 ? 5 : 6
}

const upTo = (limit: number, value: number): number => (value < limit ? value : limit)

/** Writes the numbers of a state: distances, numbers of children, what is left to do. */
export function numbersOf(out: Int32Array, { stack, top, next, end, lefts, rights }: ParseState): void {
  const s0 = top > 0 ? stack[top - 1]! : NOTHING
  const s1 = top > 1 ? stack[top - 2]! : NOTHING
  const b0 = next < end ? next : NOTHING
  out[0] = b0 === NOTHING ? 7 : distance(s0, b0)
  out[1] = s1 === NOTHING ? 7 : distance(s1, s0)
  out[2] = upTo(4, lefts[s0]!)
  out[3] = upTo(4, rights[s0]!)
  out[4] = upTo(4, lefts[s1]!)
  out[5] = upTo(4, rights[s1]!)
  out[6] = upTo(4, lefts[b0]!)
  out[7] = upTo(5, top)
  out[8] = upTo(5, end - next)
}

/** Writes the relations of the children that `parse-roles.ts` looks at, each plus one; 0 for none. */
export function linksOf(out: Int32Array, state: ParseState): void {
  const { stack, top, next, end, left, left2, right, right2 } = state
  const s0 = top > 0 ? stack[top - 1]! : NOTHING
  const s1 = top > 1 ? stack[top - 2]! : NOTHING
  const b0 = next < end ? next : NOTHING
  out[0] = linkOf(state, left[s0]!)
  out[1] = linkOf(state, right[s0]!)
  out[2] = linkOf(state, left[s1]!)
  out[3] = linkOf(state, right[s1]!)
  out[4] = linkOf(state, left[b0]!)
  out[5] = linkOf(state, left2[s0]!)
  out[6] = linkOf(state, right2[s0]!)
  out[7] = linkOf(state, left2[s1]!)
  out[8] = linkOf(state, right2[s1]!)
  out[9] = linkOf(state, left2[b0]!)
}

const linkOf = ({ relation }: ParseState, at: number): number => (at === NOTHING ? 0 : relation[at]! + 1)
