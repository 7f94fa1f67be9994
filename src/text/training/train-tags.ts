import { random, shuffle } from '../../learn/hash.js'
import type { Tokens } from '../../document/tokens.js'
import type { SparseModel } from '../../learn/model.js'
import { Perceptron } from '../../learn/perceptron.js'
import type { Row } from '../../learn/quantise.js'
import { sparseTableOf } from '../../learn/sparse-table.js'
import { best } from '../../learn/weights.js'
import { lexiconKey, TAG_FEATURES, TAG_ROOM, tagFeatures } from '../tag-features.js'
import { looked, lookUp, START, SURE, tagSentence, UNKNOWN } from '../tagger.js'
import { wordsOf, type Words } from '../words.js'
import type { Tree } from './conllu.js'
import { treebank } from './treebank.js'

/** Rarer labels than this are treebank errors for the most part: nothing is learned from them. Tokens in EWT and GUM train. */
const RAREST = 8

/** Rounds over the data: dev accuracy stands still after these. */
const ROUNDS = 6

/** A feature enters the model at its third wish for an update. */
const LEAST = 3

/** A word enters the lexicon when it is seen so often in one spelling, with the labels it has in so large a share of cases. */
const SEEN = 3
const SHARE = 0.02

/** How often it must be seen, and with one label in what share, to have that label without a look at its neighbours. */
const SURE_SEEN = 5
const SURE_SHARE = 0.995

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
): SparseModel {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const number = new Map(labels.map((label, l) => [label, l]))
  const gold = trees.flatMap((tree) => labelsOf(tree).map((label) => number.get(label) ?? -1))
  const perceptron = new Perceptron(labels.length, LEAST)
  const lexicon = lexiconOf(token, words, gold, labels.length)
  const table = sparseTableOf([], 0, lexicon)
  const known = looked()
  const features = new Int32Array(TAG_ROOM)
  const scores = new Int32Array(labels.length)
  const next = random(1)
  const order = trees.map((_, s) => s)
  for (let round = 1; round <= rounds; round++) {
    shuffle(order, next)
    let right = 0
    for (const s of order) {
      lookUp(known, table, token, words, bounds[s]!, bounds[s + 1]!)
      let before = START
      let before2 = START
      for (let i = bounds[s]!; i < bounds[s + 1]!; i++) {
        const place = i - bounds[s]!
        const sure = known.sure[place]!
        const own = known.classes[place]!
        // a sure word is never scored: it teaches what words like it are that the lexicon does not have
        if (sure >= 0) known.classes[place] = UNKNOWN
        const count = tagFeatures(features, token, words, i, bounds[s]!, bounds[s + 1]!, before, before2, known.classes)
        scores.fill(0)
        perceptron.score(features, count, scores)
        const guess = best(scores, labels.length)
        perceptron.tick()
        if (guess === gold[i]) right++
        else if (gold[i]! >= 0) {
          perceptron.add(features, count, gold[i]!, 1)
          perceptron.add(features, count, guess, -1)
        }
        known.classes[place] = own
        before2 = before
        before = sure >= 0 ? sure : guess
      }
    }
    onRound?.(round, right / token.count)
  }
  return {
    card: { task: 'tags', features: TAG_FEATURES, labels, scores: {}, ...card },
    table: sparseTableOf(perceptron.averagedRows(), SMALLEST, lexicon),
  }
}

/** For each word that is frequent in one spelling its labels, each with its share in 127. */
function lexiconOf(token: Tokens, words: Words, gold: readonly number[], labels: number): Row[] {
  const counts = new Map<number, Float64Array>()
  for (let i = 0; i < token.count; i++) {
    const key = lexiconKey(token, words, i) >>> 0
    let count = counts.get(key)
    if (!count) counts.set(key, (count = new Float64Array(labels + 1)))
    count[labels]!++
    if (gold[i]! >= 0) count[gold[i]!]!++
  }
  const rows: Row[] = []
  for (const [key, count] of counts) {
    const seen = count[labels]!
    if (seen < SEEN) continue
    const sure = seen >= SURE_SEEN ? count.findIndex((c, label) => label < labels && c >= SURE_SHARE * seen) : -1
    const values = new Float64Array(labels)
    for (let label = 0; label < labels; label++) {
      const share = count[label]! / seen
      if (sure >= 0) values[label] = label === sure ? SURE : 0
      else if (share >= SHARE) values[label] = Math.max(1, Math.min(SURE - 1, Math.round(share * SURE)))
    }
    rows.push({ key, values })
  }
  return rows.sort((a, b) => a.key - b.key)
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
export function findTags(model: SparseModel, trees: readonly Tree[]): Uint8Array {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const found = new Uint8Array(token.count)
  trees.forEach((_, s) => tagSentence(model, token, words, bounds[s]!, bounds[s + 1]!, found))
  return found
}

/** Shares of tokens of other sentences whose universal and Penn tags are right. */
export function scoreTags(model: SparseModel, trees: readonly Tree[]): { upos: number; xpos: number } {
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
