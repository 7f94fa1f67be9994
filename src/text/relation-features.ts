import { feature, pair } from '../learn/hash.js'
import type { ParseInput } from './parse-features.js'
import { NOTHING, type ParseState } from './parse-state.js'

/** Raised with every change of the features below. */
export const RELATION_FEATURES = 1

/** Room for the features of one arc. */
export const RELATION_ROOM = 60

/** Writes the features of the arc from `child`, the top of the stack, to `head`, and returns their number. */
export function relationFeatures(
  out: Uint32Array,
  input: ParseInput,
  state: ParseState,
  head: number,
  child: number,
  group: number,
): number {
  const { word: W, both: B, tag: T, narrow: N, wider: C } = input
  const { left, right, left2, relation: L, lefts, rights, end, next } = state
  const side = child < head ? 0 : 1
  const sidegroup = side * 8 + group
  const ht = T[head]!
  const ct = pair(T[child]!, sidegroup)
  const hw = W[head]!
  const cw = pair(W[child]!, sidegroup)
  const cl = left[child]!
  const cr = right[child]!
  const hl = left[head]!
  const hr = right[head]!
  const after = child + 1 < end ? child + 1 : NOTHING
  const headAfter = head + 1 < end ? head + 1 : NOTHING
  const before = child > 2 ? child - 1 : NOTHING
  const b0 = next < end ? next : NOTHING
  const gap = Math.min(6, Math.abs(head - child))
  let n = 0
  out[n++] = feature(100, sidegroup)
  out[n++] = feature(101, ct)
  out[n++] = feature(102, cw)
  out[n++] = feature(103, pair(B[child]!, sidegroup))
  out[n++] = feature(104, pair(ht, sidegroup))
  out[n++] = feature(105, pair(hw, sidegroup))
  out[n++] = feature(106, pair(ct, ht))
  out[n++] = feature(107, pair(cw, ht))
  out[n++] = feature(108, pair(ct, hw))
  out[n++] = feature(109, pair(cw, hw))
  out[n++] = feature(110, pair(ct, pair(B[head]!, gap)))
  out[n++] = feature(111, pair(pair(ct, ht), gap))
  out[n++] = feature(112, pair(pair(ct, ht), W[cl]!))
  out[n++] = feature(113, pair(pair(ct, ht), T[cl]!))
  out[n++] = feature(114, pair(pair(ct, ht), T[cr]!))
  out[n++] = feature(115, pair(ct, W[cl]!))
  out[n++] = feature(116, pair(cw, W[cl]!))
  out[n++] = feature(117, pair(hw, pair(W[cl]!, sidegroup)))
  out[n++] = feature(118, pair(ct, L[cl]!))
  out[n++] = feature(119, pair(ct, L[cr]!))
  out[n++] = feature(120, pair(pair(ct, ht), L[hl]!))
  out[n++] = feature(121, pair(pair(ct, ht), L[hr]!))
  out[n++] = feature(122, pair(pair(ct, hw), L[hr]!))
  out[n++] = feature(123, pair(pair(ct, hw), L[hl]!))
  out[n++] = feature(124, pair(pair(ct, ht), T[hl]!))
  out[n++] = feature(125, pair(pair(ct, ht), T[hr]!))
  out[n++] = feature(126, pair(pair(ct, ht), T[after]!))
  out[n++] = feature(127, pair(pair(ct, ht), T[before]!))
  out[n++] = feature(128, pair(ct, W[before]!))
  out[n++] = feature(129, pair(ct, W[after]!))
  out[n++] = feature(130, pair(pair(ct, ht), T[headAfter]!))
  out[n++] = feature(131, pair(pair(ct, ht), T[b0]!))
  out[n++] = feature(132, pair(ct, W[b0]!))
  out[n++] = feature(133, pair(C[child]!, sidegroup))
  out[n++] = feature(134, pair(pair(C[child]!, sidegroup), C[head]!))
  out[n++] = feature(135, pair(pair(C[child]!, sidegroup), ht))
  out[n++] = feature(136, pair(ct, C[head]!))
  out[n++] = feature(137, pair(N[child]!, sidegroup))
  out[n++] = feature(138, pair(N[head]!, ct))
  out[n++] = feature(139, pair(pair(N[child]!, sidegroup), W[cl]!))
  out[n++] = feature(140, pair(pair(ct, ht), pair(lefts[child]!, rights[child]!)))
  out[n++] = feature(141, pair(pair(ct, ht), pair(lefts[head]!, rights[head]!)))
  out[n++] = feature(142, pair(pair(ct, T[cl]!), pair(W[left2[child]!]!, ht)))
  out[n++] = feature(143, pair(pair(ct, L[cl]!), pair(L[left2[child]!]!, hw)))
  out[n++] = feature(144, pair(pair(ct, W[cl]!), C[head]!))
  return n
}
