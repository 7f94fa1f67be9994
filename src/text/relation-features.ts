import type { ParseInput } from './parse-features.js'
import { FIRST, NOTHING, type ParseState } from './parse-state.js'

/** Raised with every change of the features below. */
export const RELATION_FEATURES = 2

/** Room for the features of one arc. */
export const RELATION_ROOM = 60

/**
 * Writes the features of the arc from `child`, the top of the stack, to `head`, and returns their number; sums as in `parseFeatures`.
 * Side and group are part of each feature.
 */
export function relationFeatures(
  out: Int32Array,
  input: ParseInput,
  state: ParseState,
  head: number,
  child: number,
  group: number,
): number {
  const { word: W, both: B, tag: T, narrow: N, wider: C } = input
  const { left, right, left2, link: L, lefts, rights, end, next } = state
  const cl = left[child]!
  const cr = right[child]!
  const hl = left[head]!
  const hr = right[head]!
  const after = child + 1 < end ? child + 1 : NOTHING
  const headAfter = head + 1 < end ? head + 1 : NOTHING
  const before = child > FIRST ? child - 1 : NOTHING
  const b0 = next < end ? next : NOTHING
  const g = Math.imul((child < head ? 0 : 8) + group + 1, 0x9b58ba8d)
  const cw = Math.imul(W[child]!, 0x675a2e19)
  const ct = Math.imul(T[child]!, 0x4332c3db)
  const cb = Math.imul(B[child]!, 0xab57f985)
  const hw = Math.imul(W[head]!, 0x7323691b)
  const ht = Math.imul(T[head]!, 0xc1b87f1b)
  const hb = Math.imul(B[head]!, 0x58294a91)
  const cc = Math.imul(C[child]!, 0x75365e15)
  const hc = Math.imul(C[head]!, 0x2fea875f)
  const cn = Math.imul(N[child]!, 0x2eb73729)
  const hn = Math.imul(N[head]!, 0x8dabf68f)
  const clw = Math.imul(W[cl]!, 0x4c1e2603)
  const cl2w = Math.imul(W[left2[child]!]!, 0xc2917709)
  const clt = Math.imul(T[cl]!, 0xac3e0b5b)
  const crt = Math.imul(T[cr]!, 0xea5ee53d)
  const cll = Math.imul(L[cl]!, 0x64ccdcf9)
  const cl2l = Math.imul(L[left2[child]!]!, 0x43c48bc7)
  const crl = Math.imul(L[cr]!, 0x2f314fdb)
  const hlt = Math.imul(T[hl]!, 0x89bf36a3)
  const hrt = Math.imul(T[hr]!, 0x9127c471)
  const hll = Math.imul(L[hl]!, 0x20c5d153)
  const hrl = Math.imul(L[hr]!, 0x6ca387b5)
  const aw = Math.imul(W[after]!, 0x9313badf)
  const at = Math.imul(T[after]!, 0xfe014373)
  const pw = Math.imul(W[before]!, 0x37d047c9)
  const pt = Math.imul(T[before]!, 0x735771b3)
  const hat = Math.imul(T[headAfter]!, 0x153453fd)
  const bt = Math.imul(T[b0]!, 0x9280ba2f)
  const bw = Math.imul(W[b0]!, 0x56ec4c61)
  const cln = Math.imul(lefts[child]! + 1, 0x527f5da7)
  const crn = Math.imul(rights[child]! + 1, 0x6800e67f)
  const hln = Math.imul(lefts[head]! + 1, 0x75592f89)
  const hrn = Math.imul(rights[head]! + 1, 0x98daa4bf)
  const gap = Math.imul(1 + Math.min(6, Math.abs(head - child)), 0xda6400c7)
  const arc = (g + ct + ht) | 0
  let n = 0
  out[n++] = g
  out[n++] = g + ct
  out[n++] = g + cw
  out[n++] = g + cb
  out[n++] = g + ht
  out[n++] = g + hw
  out[n++] = arc
  out[n++] = g + cw + ht
  out[n++] = g + ct + hw
  out[n++] = g + cw + hw
  out[n++] = g + ct + hb + gap
  out[n++] = arc + gap
  out[n++] = arc + clw
  out[n++] = arc + clt
  out[n++] = arc + crt
  out[n++] = g + ct + clw
  out[n++] = g + cw + clw
  out[n++] = g + hw + clw
  out[n++] = g + ct + cll
  out[n++] = g + ct + crl
  out[n++] = arc + hll
  out[n++] = arc + hrl
  out[n++] = g + ct + hw + hrl
  out[n++] = g + ct + hw + hll
  out[n++] = arc + hlt
  out[n++] = arc + hrt
  out[n++] = arc + at
  out[n++] = arc + pt
  out[n++] = g + ct + pw
  out[n++] = g + ct + aw
  out[n++] = arc + hat
  out[n++] = arc + bt
  out[n++] = g + ct + bw
  out[n++] = g + cc
  out[n++] = g + cc + hc
  out[n++] = g + cc + ht
  out[n++] = g + ct + hc
  out[n++] = g + cn
  out[n++] = g + hn + ct
  out[n++] = g + cn + clw
  out[n++] = arc + cln + crn
  out[n++] = arc + hln + hrn
  out[n++] = arc + clt + cl2w
  out[n++] = g + ct + cll + cl2l + hw
  out[n++] = g + ct + clw + hc
  return n
}
