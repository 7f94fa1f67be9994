import { Style, type Cues } from './cues.js'
import { LABELS, namesIn, type Labelled } from './labels.js'
import { feature } from '../../learn/hash.js'
import type { Model } from '../../learn/model.js'
import { score } from '../../learn/weights.js'
import { NAME_FEATURES, NAME_ROOM, nameFeatures } from './name-features.js'
import { englishModel } from '../../lang/en/model-file.js'
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

/** Adds the weights of features to a row of scores: of the model in use, or of one in training. */
export type Scorer = (features: Uint32Array, count: number, scores: Int32Array, at: number) => void

/** The template of the feature that stands for the label before. */
const STEP = 99
export const stepFeature = (before: number): number => feature(STEP, before)

/** Weights of each pair of neighbouring labels. */
export function stepWeights(scorer: Scorer): Int32Array {
  const steps = new Int32Array(LABELS.length * LABELS.length)
  const one = new Uint32Array(1)
  for (let before = 0; before < LABELS.length; before++) {
    one[0] = stepFeature(before)
    scorer(one, 1, steps, before * LABELS.length)
  }
  return steps
}

const features = new Uint32Array(NAME_ROOM)

/** Scores of every label for every token of a stretch, one row a token. */
export function stretchScores(cues: Cues, { first, end, sentence }: Stretch, scorer: Scorer): Int32Array {
  const { firstToken, endToken } = cues.sentence[sentence]!
  const scores = new Int32Array((end - first) * LABELS.length)
  const style = cues.style[sentence] ?? Style.plain
  for (let i = first; i < end; i++) {
    const count = nameFeatures(features, cues, i, firstToken, endToken, style)
    scorer(features, count, scores, (i - first) * LABELS.length)
  }
  return scores
}

const stepsOf = new WeakMap<Model, Int32Array>()

/** The names the model finds, in text order. */
export function recognise(cues: Cues): Labelled[] {
  const model = englishModel('names', NAME_FEATURES)
  const { weights } = model
  const scorer: Scorer = (list, count, scores, at) => score(weights, list, count, scores, at)
  let steps = stepsOf.get(model)
  if (!steps) stepsOf.set(model, (steps = stepWeights(scorer)))
  const names: Labelled[] = []
  for (const stretch of stretchesOf(cues)) {
    const scores = stretchScores(cues, stretch, scorer)
    const labels = bestLabels(scores, stretch.end - stretch.first, steps)
    for (const name of namesIn(labels, stretch.first)) names.push(name)
  }
  return names
}
