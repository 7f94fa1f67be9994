import { random, shuffle } from '../../learn/hash.js'
import type { Model } from '../../learn/model.js'
import { Perceptron } from '../../learn/perceptron.js'
import { best } from '../../learn/weights.js'
import { TAG_FEATURES, TAG_ROOM, tagFeatures } from '../tag-features.js'
import { START, tagSentence } from '../tagger.js'
import { wordsOf } from '../words.js'
import type { Tree } from './conllu.js'
import { treebank } from './treebank.js'

/** Rarer labels than this are treebank errors for the most part: nothing is learned from them. Tokens in EWT and GUM train. */
const RAREST = 8

/** Rounds over the data: dev accuracy stands still after these. */
const ROUNDS = 8

/** Weights up to this of 127 are left out: halves the file for 0.1 points of dev accuracy. */
const SMALLEST = 12

/** A label is the Penn tag and the universal one: `NNS|NOUN`. */
const labelsOf = ({ xpos, upos }: Tree): string[] => xpos.map((tag, i) => `${tag}|${upos[i]!}`)

/** Parts of the data for `crossTags`, and rounds for each: as often wrong as the tagger is on new text. */
const FOLDS = 4
const FOLD_ROUNDS = 3

/** Labels for all words, each given by a tagger that has not seen its sentence: a parser must learn to live with wrong tags. */
export function crossTags(trees: readonly Tree[], labels: readonly string[]): Uint8Array {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const tags = new Uint8Array(token.count)
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainTags(
      trees.filter((_, s) => s % FOLDS !== fold),
      { data: '', licence: '' },
      undefined,
      { rounds: FOLD_ROUNDS, labels },
    )
    for (let s = fold; s < trees.length; s += FOLDS) tagSentence(model, token, words, bounds[s]!, bounds[s + 1]!, tags)
  }
  return tags
}

/** Learns tags from treebank sentences. The same data give the same model. */
export function trainTags(
  trees: readonly Tree[],
  card: { data: string; licence: string },
  onRound?: (round: number, right: number) => void,
  { rounds = ROUNDS, labels = frequent(trees) }: { rounds?: number; labels?: readonly string[] } = {},
): Model {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const number = new Map(labels.map((label, l) => [label, l]))
  const gold = trees.flatMap((tree) => labelsOf(tree).map((label) => number.get(label) ?? -1))
  const perceptron = new Perceptron(labels.length)
  const features = new Uint32Array(TAG_ROOM)
  const scores = new Int32Array(labels.length)
  const next = random(1)
  const order = trees.map((_, s) => s)
  for (let round = 1; round <= rounds; round++) {
    shuffle(order, next)
    let right = 0
    for (const s of order) {
      let before = START
      let before2 = START
      for (let i = bounds[s]!; i < bounds[s + 1]!; i++) {
        const count = tagFeatures(features, token, words, i, bounds[s]!, bounds[s + 1]!, before, before2)
        scores.fill(0)
        perceptron.score(features, count, scores)
        const guess = best(scores, labels.length)
        perceptron.tick()
        if (guess === gold[i]) right++
        else if (gold[i]! >= 0) {
          perceptron.add(features, count, gold[i]!, 1)
          perceptron.add(features, count, guess, -1)
        }
        before2 = before
        before = guess
      }
    }
    onRound?.(round, right / token.count)
  }
  return { card: { task: 'tags', features: TAG_FEATURES, labels, scores: {}, ...card }, weights: perceptron.averaged(SMALLEST) }
}

function frequent(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const tree of trees) for (const label of labelsOf(tree)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([label]) => label)
    .sort()
}

/** The labels that a model gives the words of treebank sentences. */
export function findTags(model: Model, trees: readonly Tree[]): Uint8Array {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const found = new Uint8Array(token.count)
  trees.forEach((_, s) => tagSentence(model, token, words, bounds[s]!, bounds[s + 1]!, found))
  return found
}

/** Shares of tokens of other sentences whose universal and Penn tags are right. */
export function scoreTags(model: Model, trees: readonly Tree[]): { upos: number; xpos: number } {
  const found = findTags(model, trees)
  let count = 0
  let upos = 0
  let xpos = 0
  for (const tree of trees) {
    tree.forms.forEach((_, i) => {
      const [penn, universal] = model.card.labels[found[count++]!]!.split('|')
      if (penn === tree.xpos[i]) xpos++
      if (universal === tree.upos[i]) upos++
    })
  }
  return { upos: upos / count, xpos: xpos / count }
}
