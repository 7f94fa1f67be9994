import { random, shuffle } from '../../../learn/hash.js'
import { listsHash } from '../../../lang/en/model-lists.js'
import type { Card, SparseModel } from '../../../learn/model.js'
import { meanOf } from '../../../learn/mean.js'
import { Perceptron } from '../../../learn/perceptron.js'
import type { Row } from '../../../learn/quantise.js'
import { sparseTableOf } from '../../../learn/sparse-table.js'
import { cuesOf } from '../cues.js'
import { CLASSES, LABELS, OUTSIDE, classOf, mayEnd, mayFollow } from '../labels.js'
import { NAME_FEATURES, OF_WORD } from '../name-features.js'
import { featuresOf, stepFeature, stepWeights, stretchesOf, type Stretch } from '../recognise.js'
import { bestLabels } from '../viterbi.js'
import type { Lesson } from './corpus.js'

/** Rounds over the data: the score of the development articles stands still after these. */
const ROUNDS = 10

/** The model is the mean of trainings with these seeds: one alone scores up to 0.6 points more or less by chance. */
const SEEDS = [1, 2, 3]

/** Features that corrected fewer errors are left out: they are names seen once. */
const LEAST = 3

/** The share of stretches that are learned without the words themselves, and of features that any other look does without. */
const NAMELESS = 0.3
const HIDDEN = 0.15

/** So much the labels of a stretch must win by, for each that would be wrong, to teach nothing more. */
const MARGIN = 30

/** Weights up to this of 127 decide little and are left out. */
const SMALLEST = 8

const MISC = CLASSES.indexOf('MISC')
const LARGE = 1 << 20

/** One stretch to learn from. */
interface Task {
  readonly gold: Uint8Array
  readonly hasMisc: boolean
  /** The features of all its tokens one behind the other, and where those of each end. */
  readonly features: Int32Array
  readonly ends: Int32Array
}

/** Learns names from lessons. The same lessons give the same model. */
export function trainNames(
  given: readonly Lesson[],
  card: Pick<Card, 'data' | 'licence' | 'scores'>,
  onRound?: (round: number, errors: number) => void,
): SparseModel {
  const tasks = given.flatMap(tasksOf)
  const learned = SEEDS.map((seed) => learnedRows([...tasks], random(seed), onRound))
  return {
    card: { task: 'names', features: NAME_FEATURES, labels: LABELS, lists: listsHash(), ...card },
    table: sparseTableOf(meanOf(learned), SMALLEST),
  }
}

/** One training: the averaged weights after all rounds. */
function learnedRows(tasks: Task[], next: () => number, onRound?: (round: number, errors: number) => void): Row[] {
  const perceptron = new Perceptron(LABELS.length, LEAST)
  for (let round = 1; round <= ROUNDS; round++) {
    shuffle(tasks, next)
    let errors = 0
    for (const task of tasks) if (learn(perceptron, thinned(task, next))) errors++
    onRound?.(round, errors)
  }
  return perceptron.averagedRows()
}

function tasksOf(lesson: Lesson): Task[] {
  const cues = cuesOf(lesson.token, lesson.sentence, lesson.grammar)
  return stretchesOf(cues).map((stretch) => {
    const all: number[] = []
    const ends: number[] = []
    featuresOf(cues, stretch, (list, count) => {
      for (let f = 0; f < count; f++) all.push(list[f]!)
      ends.push(all.length)
    })
    return { gold: goldOf(lesson, stretch), hasMisc: lesson.hasMisc, features: Int32Array.from(all), ends: Int32Array.from(ends) }
  })
}

/** A task without some of its features. */
function thinned({ gold, hasMisc, features, ends }: Task, next: () => number): Task {
  const skipped = next() < NAMELESS ? OF_WORD : 0
  const kept = new Int32Array(features.length)
  const keptEnds = new Int32Array(ends.length)
  let size = 0
  for (let k = 0, from = 0; k < ends.length; from = ends[k++]!) {
    for (let f = from + skipped; f < ends[k]!; f++) if (next() >= HIDDEN) kept[size++] = features[f]!
    keptEnds[k] = size
  }
  return { gold, hasMisc, features: kept, ends: keptEnds }
}

/** Moves weights from the strongest wrong labels to the gold ones, unless these win clearly; whether they did not win. */
function learn(perceptron: Perceptron, task: Task): boolean {
  const { gold, ends, features, hasMisc } = task
  const count = LABELS.length
  const scores = new Int32Array(ends.length * count)
  for (let k = 0, from = 0; k < ends.length; from = ends[k++]!) {
    perceptron.score(features.subarray(from, ends[k]), ends[k]! - from, scores, k * count)
  }
  for (let at = 0; at < scores.length; at++) scores[at]! += MARGIN
  for (let k = 0; k < ends.length; k++) scores[k * count + gold[k]!]! -= MARGIN
  if (!hasMisc) forbidMisc(scores)
  const steps = stepWeights((list, size, row) => perceptron.score(list, size, row))
  const guess = bestLabels(scores, ends.length, steps)
  perceptron.tick()
  return correct(perceptron, task, guess)
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

const one = new Int32Array(1)

/** Moves weights from the guess to the gold labels where they differ; whether they did. */
function correct(perceptron: Perceptron, { gold, features, ends }: Task, guess: Uint8Array): boolean {
  if (gold.every((label, i) => label === guess[i])) return false
  for (let k = 0, from = 0; k < gold.length; from = ends[k++]!) {
    if (gold[k] !== guess[k]) {
      const list = features.subarray(from, ends[k])
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
