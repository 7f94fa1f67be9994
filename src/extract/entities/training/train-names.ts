import { random, shuffle } from '../../../learn/hash.js'
import type { Model } from '../../../learn/model.js'
import { Perceptron } from '../../../learn/perceptron.js'
import { cuesOf, type Cues } from '../cues.js'
import { CLASSES, LABELS, OUTSIDE, classOf, mayEnd, mayFollow } from '../labels.js'
import { NAME_FEATURES, NAME_ROOM, OF_WORD, nameFeatures } from '../name-features.js'
import { stepFeature, stepWeights, stretchScores, stretchesOf, type Scorer, type Stretch } from '../recognise.js'
import { bestLabels } from '../viterbi.js'
import type { Lesson } from './corpus.js'

/** Rounds over the data: the score of the development articles stands still after these. */
const ROUNDS = 10

/** Features that corrected fewer errors are left out: they are names seen once. */
const LEAST = 2

const MISC = CLASSES.indexOf('MISC')
const LARGE = 1 << 20

/** Learns names from lessons. The same lessons give the same model. */
export function trainNames(
  given: readonly Lesson[],
  card: { data: string; licence: string; scores: Readonly<Record<string, number>> },
  onRound?: (round: number, errors: number) => void,
): Model {
  const perceptron = new Perceptron(LABELS.length, LEAST)
  const scorer: Scorer = (features, count, scores, at) => perceptron.score(features, count, scores, at)
  const tasks = given.flatMap((lesson) => {
    const cues = cuesOf(lesson.token, lesson.sentence, lesson.grammar)
    return stretchesOf(cues).map((stretch) => ({ lesson, cues, stretch, gold: goldOf(lesson, stretch) }))
  })
  const next = random(1)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(tasks, next)
    let errors = 0
    for (const { lesson, cues, stretch, gold } of tasks) {
      const told = next() < HIDDEN ? hiding(scorer) : scorer
      const scores = stretchScores(cues, stretch, told)
      if (!lesson.hasMisc) forbidMisc(scores)
      const guess = bestLabels(scores, gold.length, stepWeights(scorer))
      perceptron.tick()
      if (correct(perceptron, cues, stretch, gold, guess, told !== scorer)) errors++
    }
    onRound?.(round, errors)
  }
  return { card: { task: 'names', features: NAME_FEATURES, labels: LABELS, ...card }, weights: perceptron.averaged(SMALL) }
}

/** The labels of a stretch; a name that reaches out of it cannot be found and counts as none. */
function goldOf({ gold }: Lesson, { first, end }: Stretch): Uint8Array {
  const labels = gold.slice(first, end)
  for (let i = 0, before = OUTSIDE; i < labels.length; i++) {
    if (!mayFollow(before, labels[i]!)) labels[i] = OUTSIDE
    before = labels[i]!
  }
  for (let i = labels.length - 1; i >= 0 && !mayEnd(labels[i]!); i--) labels[i] = OUTSIDE
  return labels
}

function forbidMisc(scores: Int32Array): void {
  for (let i = 0; i < scores.length; i++) {
    const label = i % LABELS.length
    if (label !== OUTSIDE && classOf(label) === MISC) scores[i]! -= LARGE
  }
}

/** Weights of so much of 127 or less decide little and are left out. */
const SMALL = 2

/** The share of stretches that are learned without the words themselves: three in ten gave the best score on the development articles. */
const HIDDEN = 0.3

/** A scorer that is not told the words themselves. */
const hiding =
  (scorer: Scorer): Scorer =>
  (list, count, scores, at) =>
    scorer(list.subarray(OF_WORD, count), count - OF_WORD, scores, at)

const features = new Uint32Array(NAME_ROOM)
const one = new Uint32Array(1)

/** Moves weights from the guess to the gold labels where they differ; whether they did. */
function correct(
  perceptron: Perceptron,
  cues: Cues,
  { first, sentence }: Stretch,
  gold: Uint8Array,
  guess: Uint8Array,
  hidden: boolean,
): boolean {
  if (gold.every((label, i) => label === guess[i])) return false
  const { firstToken, endToken } = cues.sentence[sentence]!
  for (let k = 0; k < gold.length; k++) {
    if (gold[k] !== guess[k]) {
      const count = nameFeatures(features, cues, first + k, firstToken, endToken, cues.style[sentence]!)
      const list = features.subarray(hidden ? OF_WORD : 0, count)
      perceptron.add(list, list.length, gold[k]!, 1)
      perceptron.add(list, list.length, guess[k]!, -1)
    }
    const before = k > 0 ? [gold[k - 1]!, guess[k - 1]!] : [OUTSIDE, OUTSIDE]
    if (gold[k] === guess[k] && before[0] === before[1]) continue
    one[0] = stepFeature(before[0]!)
    perceptron.add(one, 1, gold[k]!, 1)
    one[0] = stepFeature(before[1]!)
    perceptron.add(one, 1, guess[k]!, -1)
  }
  return true
}
