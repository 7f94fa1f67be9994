import { LABELS, mayEnd, mayFollow } from './labels.js'

const COUNT = LABELS.length

/** For each label the labels that may stand before it. */
const BEFORE: readonly (readonly number[])[] = LABELS.map((_, next) =>
  LABELS.map((_, label) => label).filter((label) => mayFollow(label, next)),
)
const FIRST: readonly boolean[] = LABELS.map((_, next) => mayFollow(0, next))
const LAST: readonly boolean[] = LABELS.map((_, label) => mayEnd(label))
const NEVER = -(2 ** 30)

/**
 * The best allowed labels for a stretch of `length` tokens. `scores` holds one row of labels a token and is overwritten;
 * `steps` holds the weight of each pair `[before * labels + next]`.
 */
export function bestLabels(scores: Int32Array, length: number, steps: Int32Array): Uint8Array {
  const from = new Uint8Array(length * COUNT)
  for (let l = 0; l < COUNT; l++) scores[l] = FIRST[l] ? scores[l]! + steps[l]! : NEVER
  for (let i = 1; i < length; i++) {
    const row = i * COUNT
    const above = row - COUNT
    for (let l = 0; l < COUNT; l++) {
      let high = NEVER * 2
      let winner = 0
      for (const b of BEFORE[l]!) {
        const value = scores[above + b]! + steps[b * COUNT + l]!
        if (value > high) {
          high = value
          winner = b
        }
      }
      scores[row + l] = Math.max(NEVER, scores[row + l]! + high)
      from[row + l] = winner
    }
  }
  const labels = new Uint8Array(length)
  const end = (length - 1) * COUNT
  let best = 0
  for (let l = 1; l < COUNT; l++) if (LAST[l] && scores[end + l]! > scores[end + best]!) best = l
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = best
    best = from[i * COUNT + best]!
  }
  return labels
}
