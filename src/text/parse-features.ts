import { distance } from './parse-counts.js'
import type { ParseInput } from './parse-input.js'
import { NOTHING, type ParseState } from './parse-state.js'

/** Raised with every change of the features here, in `parse-counts.ts` and in `parse-roles.ts`: a model trained for others is refused. */
export const PARSE_FEATURES = 4

/** Room for the combinations of one state. */
export const COMBINED_ROOM = 50

/**
 * Writes what the words of a state say together, and returns the number of features. What is seen at a place is multiplied by that
 * place's own odd number, and a feature is the sum of what it combines: one addition instead of a hash. Names say place and kind:
 * places as in `parse-roles.ts`; `w` word, `t` tag, `b` both, `u` universal tag, `c` and `n` word classes, `l` relation, `n` number of
 * children.
 */
export function combinedFeatures(out: Int32Array, input: ParseInput, state: ParseState): number {
  const { word: W, both: B, tagHash: T, narrow: N, wider: C } = input
  const { stack, top, next, end, left, left2, right, right2, link: L, lefts, rights } = state
  const s0 = top > 0 ? stack[top - 1]! : NOTHING
  const s1 = top > 1 ? stack[top - 2]! : NOTHING
  const s2 = top > 2 ? stack[top - 3]! : NOTHING
  const b0 = next < end ? next : NOTHING
  const b1 = next + 1 < end ? next + 1 : NOTHING
  const b2 = next + 2 < end ? next + 2 : NOTHING
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const b0l = left[b0]!
  const s0w = Math.imul(W[s0]!, 0x91d93081)
  const s1w = Math.imul(W[s1]!, 0x8142c8eb)
  const b0w = Math.imul(W[b0]!, 0x3ceaaf31)
  const s0t = Math.imul(T[s0]!, 0x627655db)
  const s1t = Math.imul(T[s1]!, 0xa0c5154f)
  const s2t = Math.imul(T[s2]!, 0x6301bbfd)
  const b0t = Math.imul(T[b0]!, 0xcdde8d51)
  const b1t = Math.imul(T[b1]!, 0x2bd8a1e7)
  const b2t = Math.imul(T[b2]!, 0x6fced11d)
  const s0c = Math.imul(C[s0]!, 0xb7c1dce3)
  const s1c = Math.imul(C[s1]!, 0x7e02ff05)
  const b0c = Math.imul(C[b0]!, 0x3a124c65)
  const s0n = Math.imul(N[s0]!, 0xa1a6bcdf)
  const b0n = Math.imul(N[b0]!, 0x4c96d8e3)
  const s0lw = Math.imul(W[s0l]!, 0x873f9bd1)
  const b0lw = Math.imul(W[b0l]!, 0x42f2dc05)
  const s0l2w = Math.imul(W[left2[s0]!]!, 0xb120a367)
  const s0lt = Math.imul(T[s0l]!, 0xb43c589b)
  const s0rt = Math.imul(T[s0r]!, 0xce4cda11)
  const s1lt = Math.imul(T[s1l]!, 0x84773ce1)
  const s1rt = Math.imul(T[s1r]!, 0x78b7d0ad)
  const b0lt = Math.imul(T[b0l]!, 0xe827062d)
  const s0l2t = Math.imul(T[left2[s0]!]!, 0x48668d77)
  const s0r2t = Math.imul(T[right2[s0]!]!, 0x562ae4b9)
  const s1r2t = Math.imul(T[right2[s1]!]!, 0x2330fcf1)
  const s0rl = Math.imul(L[s0r]!, 0x6424550b)
  const s1rl = Math.imul(L[s1r]!, 0x84cc4549)
  const b0ll = Math.imul(L[b0l]!, 0xf065a1c3)
  const s0ln = Math.imul(lefts[s0]! + 1, 0x5e78454d)
  const s0rn = Math.imul(rights[s0]! + 1, 0x9ad9b9a3)
  const near = Math.imul((b0 === NOTHING ? 7 : distance(s0, b0)) + 1, 0x99356597)
  const apart = Math.imul((s1 === NOTHING ? 7 : distance(s1, s0)) + 1, 0x3977a655)
  const s0b = Math.imul(B[s0]!, 0x381e53e7)
  const s1b = Math.imul(B[s1]!, 0xf3194a3b)
  const b0b = Math.imul(B[b0]!, 0xdafa3a39)
  const s0b0 = (s0t + b0t) | 0
  const s1s0 = (s1t + s0t) | 0
  let n = 0
  out[n++] = s0b + b0t
  out[n++] = s0t + b0b
  out[n++] = s0w + b0w
  out[n++] = s1t + s0b
  out[n++] = s1b + b0t
  out[n++] = s0b
  out[n++] = s1b
  out[n++] = b0b
  out[n++] = s0b0
  out[n++] = s1s0
  out[n++] = s0b0 + b1t
  out[n++] = s1s0 + b0t
  out[n++] = s2t + s1s0
  out[n++] = s0b0 + b0lt
  out[n++] = s0b0 + s0lt
  out[n++] = s0b0 + s0rt
  out[n++] = s1s0 + s1rt
  out[n++] = s1s0 + s1lt
  out[n++] = s1s0 + s0lt
  out[n++] = s1s0 + s0rt
  out[n++] = b0t + b1t + b2t
  out[n++] = s1s0 + b0t + b1t
  out[n++] = s0b0 + b1t + b2t
  out[n++] = s1t + s1rt + s0b0 + s0lt
  out[n++] = s0t + s0lt + s0l2t
  out[n++] = s0t + s0rt + s0r2t
  out[n++] = s1t + s1rt + s1r2t
  out[n++] = s0w + s0ln + s0rn
  out[n++] = s0w + s0rl
  out[n++] = s1s0 + apart
  out[n++] = s0w + near
  out[n++] = s1t + s1rl + s0t + s0rl
  out[n++] = s1s0 + b0t + s1rl + s0rl
  out[n++] = s0b0 + b0ll + s0rl
  out[n++] = s0lw + s1w
  out[n++] = s0lw + s1s0
  out[n++] = s0lw + s1c
  out[n++] = b0lw + s0b0
  out[n++] = s1w + s0lw + s0c
  out[n++] = b0lw + s1s0
  out[n++] = b0lw + s0c + b0c
  out[n++] = b0lw + s1c + s0c
  out[n++] = s2t + s0t + s0lw
  out[n++] = s0lw + s0l2w + s1s0
  out[n++] = s1t + s0b + b0t
  out[n++] = s1b + s0b0
  out[n++] = s0c + b0c
  out[n++] = s1c + s0c
  out[n++] = s1c + s0c + b0c
  out[n++] = s0n + b0n
  return n
}
