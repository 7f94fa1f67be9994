import { Style, type Cues } from './cues.js'
import { LABELS, namesIn, type Labelled } from './labels.js'
import { englishSparseTable } from '../../lang/en/model-file.js'
import { mixed } from '../../learn/hash.js'
import type { SparseModel } from '../../learn/model.js'
import { scoreSparse } from '../../learn/sparse-table.js'
import { NAME_FEATURES, NAME_ROOM, nameFeatures } from './name-features.js'
import { isCapital } from './person-patterns.js'
import { bestLabels } from './viterbi.js'

/** Active tokens side by side, inside one sentence: what is labelled together. */
export interface Stretch {
  readonly first: number
  readonly end: number
  readonly sentence: number
}

export function stretchesOf({ sentence, active }: Cues): Stretch[] {
  const stretches: Stretch[] = []
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    for (let i = firstToken; i < endToken; i++) {
      if (!active[i]) continue
      let end = i + 1
      while (end < endToken && active[end]) end++
      stretches.push({ first: i, end, sentence: s })
      i = end
    }
  }
  return stretches
}

/** The template of the feature that stands for the label before. */
const STEP = 0x5bd1e995
export const stepFeature = (before: number): number => mixed(Math.imul(before + 1, STEP))

/** Adds the weights of features to scores, one cell a label: of the model in use, or of one in training. */
export type Scorer = (features: Int32Array, count: number, scores: Int32Array) => void

const row = new Int32Array(LABELS.length)

/** Weights of each pair of neighbouring labels. */
export function stepWeights(scorer: Scorer): Int32Array {
  const steps = new Int32Array(LABELS.length * LABELS.length)
  for (let before = 0; before < LABELS.length; before++) {
    row.fill(0)
    scorer(Int32Array.of(stepFeature(before)), 1, row)
    steps.set(row, before * LABELS.length)
  }
  return steps
}

/** Calls `each` with the features of every token of a stretch, which lie in `[0, count)` of a list that is used again. */
export function featuresOf(
  cues: Cues,
  { first, end, sentence }: Stretch,
  each: (list: Int32Array, count: number, i: number) => void,
): void {
  const { firstToken, endToken } = cues.sentence[sentence]!
  const style = cues.style[sentence] ?? Style.plain
  const run = { first: 0, end: 0 }
  for (let i = first; i < end; i++) {
    if (i >= run.end) {
      run.first = i
      run.end = i + 1
      if (isCapital(cues.token, i)) while (run.end < endToken && isCapital(cues.token, run.end)) run.end++
    }
    each(features, nameFeatures(features, cues, i, firstToken, endToken, style, run), i)
  }
}

const features = new Int32Array(NAME_ROOM)
const stepsOf = new WeakMap<SparseModel, Int32Array>()

/** The names the model finds, in text order. */
export function recognise(cues: Cues): Labelled[] {
  const model = englishSparseTable('names', NAME_FEATURES)
  const { table } = model
  let steps = stepsOf.get(model)
  if (!steps) stepsOf.set(model, (steps = stepWeights((list, count, scores) => scoreSparse(table, list, count, scores))))
  const names: Labelled[] = []
  for (const stretch of stretchesOf(cues)) {
    const length = stretch.end - stretch.first
    const scores = new Int32Array(length * LABELS.length)
    featuresOf(cues, stretch, (list, count, i) => {
      row.fill(0)
      scoreSparse(table, list, count, row)
      scores.set(row, (i - stretch.first) * LABELS.length)
    })
    for (const name of namesIn(bestLabels(scores, length, steps), stretch.first)) names.push(name)
  }
  return names
}
