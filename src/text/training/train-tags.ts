import { random, shuffle } from '../../learn/hash.js'
import type { Tokens } from '../../document/tokens.js'
import type { Card, SparseModel } from '../../learn/model.js'
import { Perceptron } from '../../learn/perceptron.js'
import type { Row } from '../../learn/quantise.js'
import { sparseTableOf, type SparseTable } from '../../learn/sparse-table.js'
import { best } from '../../learn/best.js'
import { lexiconKey, TAG_FEATURES, TAG_ROOM, tagFeatures } from '../tag-features.js'
import { looked, lookUp, START, SURE, tagSentence, UNKNOWN } from '../tagger.js'
import { listsHash } from '../../lang/en/model-lists.js'
import { wordsOf, type Words } from '../words.js'
import type { Tree } from './conllu.js'
import { treebank, type Treebank } from './treebank.js'

/** Rarer labels than this are treebank errors for the most part: nothing is learned from them. Tokens in EWT and GUM train. */
const RAREST = 8

/** Rounds over the data: dev accuracy stands still after these. */
const ROUNDS = 8

/** Share of the features of a token that one look at it does without, so that none is relied on alone: 0.35 points of dev accuracy. */
const HIDDEN = 0.15

/** Share of tokens that are learned as if the lexicon did not have their words. */
const STRANGE = 0.1

/** A label must win by so much to teach nothing more. */
const MARGIN = 15

/** A feature enters the model at its fourth wish for an update. */
const LEAST = 4

/** A word enters the lexicon when it is seen so often in one spelling, with the labels it has in so large a share of cases. */
const SEEN = 3
const SHARE = 0.02

/** How often it must be seen, and with one label in what share, to have that label without a look at its neighbours. */
const SURE_SEEN = 10
const SURE_SHARE = 0.995

/** Weights up to this of 127 are left out: halves the file for less than 0.1 points of dev accuracy. */
const SMALLEST = 12

/** A label is the Penn tag and the universal one: `NNS|NOUN`. */
const labelsOf = ({ xpos, upos }: Tree): string[] => xpos.map((tag, i) => `${tag}|${upos[i]!}`)

/** Parts of the data for `crossTags`, and rounds for each: as often wrong as the tagger is on new text. */
const FOLDS = 4
const FOLD_ROUNDS = 4

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
  card: Pick<Card, 'data' | 'licence'>,
  onRound?: (round: number, right: number) => void,
  { rounds = ROUNDS, labels = frequent(trees) }: { rounds?: number; labels?: readonly string[] } = {},
): SparseModel {
  const bank = treebank(trees)
  const words = wordsOf(bank.token)
  const number = new Map(labels.map((label, l) => [label, l]))
  const gold = trees.flatMap((tree) => labelsOf(tree).map((label) => number.get(label) ?? -1))
  const lexicon = lexiconOf(bank.token, words, gold, labels.length)
  const perceptron = new Perceptron(labels.length, LEAST)
  const pupil = { perceptron, table: sparseTableOf([], 0, lexicon), next: random(1) }
  for (let round = 1; round <= rounds; round++) {
    const right = oneRound(pupil, bank, words, gold)
    onRound?.(round, right / gold.length)
  }
  return {
    card: { task: 'tags', features: TAG_FEATURES, labels, scores: {}, lists: listsHash(), ...card },
    table: sparseTableOf(perceptron.averagedRows(), SMALLEST, lexicon),
  }
}

interface Pupil {
  readonly perceptron: Perceptron
  /** The lexicon alone. */
  readonly table: SparseTable
  readonly next: () => number
}

/** Goes over all sentences in a random order; the number of tokens that were right. */
function oneRound({ perceptron, table, next }: Pupil, { trees, token, bounds }: Treebank, words: Words, gold: readonly number[]): number {
  const order = trees.map((_, s) => s)
  shuffle(order, next)
  const scores = new Int32Array(perceptron.labels)
  let right = 0
  for (const s of order) {
    const first = bounds[s]!
    const end = bounds[s + 1]!
    lookUp(known, table, token, words, first, end)
    let before = START
    let before2 = START
    for (let i = first; i < end; i++) {
      const sure = known.sure[i - first]!
      const own = known.classes[i - first]!
      // a sure word is never scored: it teaches what words like it are that the lexicon does not have, as others do now and then
      if (sure >= 0 || next() < STRANGE) known.classes[i - first] = UNKNOWN
      const all = tagFeatures(features, token, words, i, first, end, before, before2, known)
      known.classes[i - first] = own
      const count = thinned(features, all, HIDDEN, next)
      scores.fill(0)
      perceptron.score(features, count, scores)
      const guess = best(scores, scores.length)
      perceptron.tick()
      if (guess === gold[i]) right++
      if (gold[i]! >= 0) teach(perceptron, features, count, scores, gold[i]!)
      before2 = before
      before = sure >= 0 ? sure : guess
    }
  }
  return right
}

const known = looked()
const features = new Int32Array(TAG_ROOM)

/** Leaves out each of the features `[0, count)` with the given chance; the number of those that stay, in front. */
function thinned(features: Int32Array, count: number, chance: number, next: () => number): number {
  let size = 0
  for (let f = 0; f < count; f++) if (next() >= chance) features[size++] = features[f]!
  return size
}

/** Moves weights from the strongest other label to the right one, unless that wins clearly. Overwrites the score of the right one. */
function teach(perceptron: Perceptron, features: Int32Array, count: number, scores: Int32Array, gold: number): void {
  const reached = scores[gold]! - MARGIN
  scores[gold] = -(2 ** 30)
  const rival = best(scores, scores.length)
  if (reached > scores[rival]!) return
  perceptron.add(features, count, gold, 1)
  perceptron.add(features, count, rival, -1)
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
