import { feature, pair } from '../learn/hash.js'
import { FIRST, NOTHING, ROOT, type ParseState } from './parse-state.js'

/** Raised with every change of the features below: a model trained for others is refused. */
export const PARSE_FEATURES = 1

/** Room for the features of one state. */
export const PARSE_ROOM = 110

const ROOM = 512 + FIRST

/** What the features see of the words of one sentence, at the places of `ParseState`. */
export interface ParseInput {
  /** Hashes of the word, of word and tag. */
  readonly word: Int32Array
  readonly both: Int32Array
  /** Number of the tag (Penn with universal), of the universal tag. */
  readonly tag: Int32Array
  readonly coarse: Int32Array
  readonly narrow: Int32Array
  readonly wider: Int32Array
}

/** Scratch columns for one sentence. */
export function parseInput(): ParseInput {
  const column = (): Int32Array => {
    const cells = new Int32Array(ROOM)
    cells[NOTHING] = -1
    cells[ROOT] = -2
    return cells
  }
  return { word: column(), both: column(), tag: column(), coarse: column(), narrow: column(), wider: column() }
}

const distance = (from: number, to: number): number => {
  const gap = to - from
  return gap < 5 ? gap : gap < 10 ? 5 : 6
}

/** Writes the features of a state and returns their number. */
export function parseFeatures(out: Uint32Array, input: ParseInput, state: ParseState): number {
  const { word: W, both: B, tag: T, coarse: U, narrow: N, wider: C } = input
  const { stack, top, next, end, left, left2, right, right2, relation: L, lefts, rights } = state
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
  const s0t = T[s0]!
  const s1t = T[s1]!
  const b0t = T[b0]!
  const b1t = T[b1]!
  const s0w = W[s0]!
  const s1w = W[s1]!
  const b0w = W[b0]!
  const s0c = C[s0]!
  const s1c = C[s1]!
  const b0c = C[b0]!
  const near = b0 === NOTHING ? 7 : distance(s0, b0)
  const apart = s1 === NOTHING ? 7 : distance(s1, s0)
  const s0b0 = pair(s0t, b0t)
  const s1s0 = pair(s1t, s0t)
  const s1s0b0 = pair(s1s0, b0t)
  let n = 0
  out[n++] = feature(0, s0w)
  out[n++] = feature(1, s0t)
  out[n++] = feature(2, B[s0]!)
  out[n++] = feature(3, s1w)
  out[n++] = feature(4, s1t)
  out[n++] = feature(5, B[s1]!)
  out[n++] = feature(6, b0w)
  out[n++] = feature(7, b0t)
  out[n++] = feature(8, B[b0]!)
  out[n++] = feature(9, W[b1]!)
  out[n++] = feature(10, b1t)
  out[n++] = feature(11, B[b1]!)
  out[n++] = feature(12, B[b2]!)
  out[n++] = feature(13, T[b2]!)
  out[n++] = feature(14, B[s2]!)
  out[n++] = feature(15, T[s2]!)
  out[n++] = feature(16, pair(B[s0]!, B[b0]!))
  out[n++] = feature(17, pair(B[s0]!, b0t))
  out[n++] = feature(18, pair(s0t, B[b0]!))
  out[n++] = feature(19, s0b0)
  out[n++] = feature(20, pair(s0w, b0w))
  out[n++] = feature(21, pair(B[s1]!, B[s0]!))
  out[n++] = feature(22, pair(B[s1]!, s0t))
  out[n++] = feature(23, pair(s1t, B[s0]!))
  out[n++] = feature(24, s1s0)
  out[n++] = feature(25, pair(s1w, s0w))
  out[n++] = feature(26, pair(s1t, b0t))
  out[n++] = feature(27, pair(B[s1]!, b0t))
  out[n++] = feature(28, pair(b0t, b1t))
  out[n++] = feature(29, pair(s0b0, b1t))
  out[n++] = feature(30, s1s0b0)
  out[n++] = feature(31, pair(pair(T[s2]!, s1t), s0t))
  out[n++] = feature(32, pair(s0b0, T[b0l]!))
  out[n++] = feature(33, pair(s0b0, T[s0l]!))
  out[n++] = feature(34, pair(s0b0, T[s0r]!))
  out[n++] = feature(35, pair(s1s0, T[s1r]!))
  out[n++] = feature(36, pair(s1s0, T[s1l]!))
  out[n++] = feature(37, pair(s1s0, T[s0l]!))
  out[n++] = feature(38, pair(s1s0, T[s0r]!))
  out[n++] = feature(39, pair(pair(b0t, b1t), T[b2]!))
  out[n++] = feature(40, pair(s1s0b0, b1t))
  out[n++] = feature(41, pair(s0t, lefts[s0]!))
  out[n++] = feature(42, pair(s0t, rights[s0]!))
  out[n++] = feature(43, pair(s1t, rights[s1]!))
  out[n++] = feature(44, pair(b0t, lefts[b0]!))
  out[n++] = feature(45, pair(s0w, pair(lefts[s0]!, rights[s0]!)))
  out[n++] = feature(46, pair(s1w, rights[s1]!))
  out[n++] = feature(47, pair(b0w, lefts[b0]!))
  out[n++] = feature(48, pair(s0t, L[s0l]!))
  out[n++] = feature(49, pair(s0t, L[s0r]!))
  out[n++] = feature(50, pair(s1t, L[s1r]!))
  out[n++] = feature(51, pair(s1t, L[s1l]!))
  out[n++] = feature(52, pair(b0t, L[b0l]!))
  out[n++] = feature(53, pair(s0w, L[s0r]!))
  out[n++] = feature(54, pair(s1w, L[s1r]!))
  out[n++] = feature(55, pair(s0b0, near))
  out[n++] = feature(56, pair(s1s0, apart))
  out[n++] = feature(57, pair(s0w, near))
  out[n++] = feature(58, pair(b0w, near))
  out[n++] = feature(59, pair(s0c, b0c))
  out[n++] = feature(60, pair(s1c, s0c))
  out[n++] = feature(61, pair(s0c, b0t))
  out[n++] = feature(62, pair(s0t, b0c))
  out[n++] = feature(63, pair(s1c, s0t))
  out[n++] = feature(64, pair(s1t, s0c))
  out[n++] = feature(65, pair(pair(s1c, s0c), b0c))
  out[n++] = feature(66, N[s0]!)
  out[n++] = feature(67, N[s1]!)
  out[n++] = feature(68, N[b0]!)
  out[n++] = feature(69, N[b1]!)
  out[n++] = feature(70, pair(W[s0l]!, s1w))
  out[n++] = feature(71, pair(W[s0l]!, pair(s1t, s0t)))
  out[n++] = feature(72, pair(W[s0l]!, s1c))
  out[n++] = feature(73, pair(pair(W[b0l]!, s0t), b0t))
  out[n++] = feature(74, pair(W[b0l]!, s0w))
  out[n++] = feature(75, pair(pair(s0t, T[s0l]!), T[left2[s0]!]!))
  out[n++] = feature(76, pair(pair(s0t, T[s0r]!), T[right2[s0]!]!))
  out[n++] = feature(77, pair(pair(s1t, T[s1r]!), T[right2[s1]!]!))
  out[n++] = feature(78, pair(pair(U[s2]!, pair(U[s1]!, U[s0]!)), pair(U[b0]!, U[b1]!)))
  out[n++] = feature(79, pair(pair(s1t, L[s1r]!), pair(s0t, L[s0r]!)))
  out[n++] = feature(80, pair(s1s0b0, pair(L[s1r]!, L[s0r]!)))
  out[n++] = feature(81, pair(s0t, pair(b0t, pair(L[b0l]!, L[s0r]!))))
  out[n++] = feature(82, pair(pair(N[s1]!, N[s0]!), 3))
  out[n++] = feature(83, pair(pair(N[s0]!, N[b0]!), 5))
  out[n++] = feature(84, pair(pair(s1w, W[s0l]!), s0c))
  out[n++] = feature(85, pair(pair(U[s1]!, U[s0]!), pair(W[s0l]!, pair(U[b0]!, W[b0l]!))))
  out[n++] = feature(86, pair(s1s0, B[b0]!))
  out[n++] = feature(87, pair(s1t, pair(B[s0]!, b0t)))
  out[n++] = feature(88, pair(B[s1]!, s0b0))
  out[n++] = feature(89, pair(W[b0l]!, pair(s1w, s0t)))
  out[n++] = feature(90, pair(W[b0l]!, pair(s1s0, 7)))
  out[n++] = feature(91, pair(W[b0l]!, pair(s0c, b0c)))
  out[n++] = feature(92, pair(W[b0l]!, pair(s1c, s0c)))
  out[n++] = feature(93, pair(pair(s0b0, b1t), T[b2]!))
  out[n++] = feature(94, pair(pair(T[s2]!, s0t), W[s0l]!))
  out[n++] = feature(95, pair(pair(W[s0l]!, W[left2[s0]!]!), s1s0))
  out[n++] = feature(96, pair(pair(s1t, T[s1r]!), pair(s0b0, T[s0l]!)))
  return n
}
