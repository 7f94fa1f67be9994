import { random, shuffle } from '../../learn/hash.js'
import type { Tokens } from '../../document/tokens.js'
import { best } from '../../learn/best.js'
import type { Card, NetworkModel, SparseModel } from '../../learn/model.js'
import { NetworkTraining } from '../../learn/network-training.js'
import type { Row } from '../../learn/quantise.js'
import { sparseTableOf, type SparseTable } from '../../learn/sparse-table.js'
import { listsHash } from '../../lang/en/model-lists.js'
import { Entry, lexiconKey, ONLY, POSSIBLE, SELDOM, SURE, UNKNOWN } from '../lexicon.js'
import { LONGEST } from '../sentences.js'
import { isOpen } from '../tag-labels.js'
import { edgeFeature, enter, HERE, historyFeatures, OFFSET, roleFeatures, ROLES, TAG_FEATURES, TAG_ROOM, tagInput } from '../tag-roles.js'
import { Tagger } from '../tagger.js'
import { wordsOf, type Words } from '../words.js'
import type { Tree } from './conllu.js'
import { treebank, type Treebank } from './treebank.js'

/** Rarer labels than this are treebank errors for the most part: nothing is learned from them. Tokens in EWT and GUM train. */
const RAREST = 8

/** Rounds over the data: dev accuracy stands still after these. */
const ROUNDS = 10

/** Sentences to a step, and its size at the start; it sinks to nothing. */
const BATCH = 8
const RATE = 0.002

const HIDDEN = 80

/** Shares of hidden units and of features that one look at a token does without, so that none is relied on alone. */
const DROPOUT = 0.2
const FEATURE_DROPOUT = 0.2

/** Share of tokens that are learned as if the lexicon did not have their words. */
const STRANGE = 0.1

/** A feature gets its row at its third sighting: rarer ones are noise. */
const LEAST = 3

/** Slots of the table of rows, as a power of two. */
const BITS = 15

/** A word enters the lexicon when it is seen so often in one spelling, with the labels it has in so large a share of cases. */
const SEEN = 3
const SHARE = 0.02

/** How often it must be seen to have no other labels than those. */
const OFTEN = 20

/** How often it must be seen, and with one label in what share, to have that label without a look at its neighbours. */
const SURE_SEEN = 10
const SURE_SHARE = 0.995

/** A label is the Penn tag and the universal one: `NNS|NOUN`. */
const labelsOf = ({ xpos, upos }: Tree): string[] => xpos.map((tag, i) => `${tag}|${upos[i]!}`)

/** Parts of the data for `crossTags`, and rounds for each: as often wrong as the tagger is on new text. */
const FOLDS = 4
const FOLD_ROUNDS = 4

/** What tags words: the network, and the lexicon it looks words up in. */
export interface TagModels {
  readonly tags: NetworkModel
  readonly lexicon: SparseModel
}

/** Labels for all words, each given by a tagger that has not seen its sentence: a parser must learn to live with wrong tags. */
export function crossTags(trees: readonly Tree[], labels: readonly string[]): Uint8Array {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const tags = new Uint8Array(token.count)
  for (let fold = 0; fold < FOLDS; fold++) {
    const { tags: model, lexicon } = trainTags(
      trees.filter((_, s) => s % FOLDS !== fold),
      { data: '', licence: '' },
      undefined,
      { rounds: FOLD_ROUNDS, labels },
    )
    const tagger = new Tagger(model, lexicon)
    for (let s = fold; s < trees.length; s += FOLDS) tagger.tag(token, words, bounds[s]!, bounds[s + 1]!, tags)
  }
  return tags
}

/** Learns tags from treebank sentences. The same data give the same models. */
export function trainTags(
  trees: readonly Tree[],
  card: Pick<Card, 'data' | 'licence'>,
  onRound?: (round: number, right: number) => void,
  { rounds = ROUNDS, labels = frequent(trees) }: { rounds?: number; labels?: readonly string[] } = {},
): TagModels {
  const training = new Training(trees, labels, rounds)
  for (let round = 1; round <= rounds; round++) {
    const right = training.round()
    onRound?.(round, right)
  }
  return training.models(card)
}

class Training {
  private readonly bank: Treebank
  private readonly words: Words
  /** The label of each token, -1 for one that is too rare to be learned. */
  private readonly gold: readonly number[]
  private readonly lexicon: SparseTable
  private readonly network: NetworkTraining
  private readonly next = random(8)
  private readonly order: number[]
  private sentences = 0
  private readonly features = new Int32Array(TAG_ROOM)
  private readonly scores: Float64Array
  /** All labels. */
  private readonly all: readonly number[]
  private readonly input = tagInput(LONGEST)
  private readonly sure = new Int16Array(LONGEST)
  private readonly entry = new Entry()

  constructor(
    trees: readonly Tree[],
    private readonly labels: readonly string[],
    private readonly rounds: number,
  ) {
    this.bank = treebank(trees)
    this.words = wordsOf(this.bank.token)
    const number = new Map(labels.map((label, l) => [label, l]))
    this.gold = trees.flatMap((tree) => labelsOf(tree).map((label) => number.get(label) ?? -1))
    this.lexicon = sparseTableOf([], 0, lexiconOf(this.bank.token, this.words, this.gold, labels.length))
    this.network = new NetworkTraining({
      hidden: HIDDEN,
      labels: labels.length,
      direct: 0,
      least: LEAST,
      dropout: DROPOUT,
      featureDropout: FEATURE_DROPOUT,
      directDropout: 0,
      seed: 1,
    })
    this.scores = new Float64Array(labels.length)
    this.all = labels.map((_, label) => label)
    this.order = trees.map((_, s) => s).filter((s) => trees[s]!.forms.length <= LONGEST)
  }

  /** Goes over all sentences in a random order; the share of tokens that were right. */
  round(): number {
    shuffle(this.order, this.next)
    let right = 0
    for (const s of this.order) {
      right += this.learn(this.bank.bounds[s]!, this.bank.bounds[s + 1]!)
      if (++this.sentences % BATCH === 0) this.network.step(RATE * (1 - this.sentences / (this.order.length * this.rounds)))
    }
    return right / this.gold.length
  }

  models(card: Pick<Card, 'data' | 'licence'>): TagModels {
    const of = (task: string): Card => ({ task, features: TAG_FEATURES, labels: this.labels, scores: {}, lists: listsHash(), ...card })
    return { tags: { card: of('tags'), network: this.network.network(BITS, 8) }, lexicon: { card: of('lexicon'), table: this.lexicon } }
  }

  /** Learns one sentence; the number of tokens that were right. */
  private learn(first: number, end: number): number {
    const { bank, words, input, entry, sure, labels, gold } = this
    for (let i = first; i < end; i++) {
      entry.read(this.lexicon, bank.token, words, i)
      enter(input, i - first, bank.token, words, i, entry)
      sure[i - first] = entry.sure
    }
    let right = 0
    let before = labels.length
    let before2 = labels.length
    for (let i = first; i < end; i++) {
      const guess = this.guess(i - first, end - first, before, before2)
      if (guess === gold[i]) right++
      if (gold[i]! >= 0) this.network.teach(this.all, this.scores, [gold[i]!])
      this.network.close()
      before2 = before
      before = sure[i - first]! >= 0 ? sure[i - first]! : guess
    }
    return right
  }

  /** The label that the network finds best for the token at a place of a sentence of `count`; it stays open. */
  private guess(at: number, count: number, before: number, before2: number): number {
    const { input, features, network, scores, sure } = this
    const own = input.own[at]!
    // a sure word is never scored: it teaches what words like it are that the lexicon does not have, as others do now and then
    if (sure[at]! >= 0 || this.next() < STRANGE) input.own[at] = UNKNOWN
    let n = historyFeatures(features, 0, before, before2)
    for (let role = HERE; role < ROLES; role++) {
      const other = at + OFFSET[role]!
      if (other >= 0 && other < count) n = roleFeatures(features, n, input, role, other)
      else features[n++] = edgeFeature(role)
    }
    input.own[at] = own
    network.open(features, n, features, 0)
    network.score(0, scores.length, scores)
    return best(scores, scores.length)
  }
}

/** For each word that is frequent in one spelling its labels: with what they mean for it as their weight. */
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
      else if (share >= SHARE) values[label] = seen < OFTEN ? POSSIBLE : ONLY
      else if (seen >= OFTEN && count[label]! > 1) values[label] = SELDOM
    }
    rows.push({ key, values })
  }
  return rows.sort((a, b) => a.key - b.key)
}

/** The labels that are frequent enough to be learned: open classes first, as the tagger wants them. */
function frequent(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const tree of trees) for (const label of labelsOf(tree)) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= RAREST)
    .map(([label]) => label)
    .sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || (a < b ? -1 : 1))
}

/** The labels that a tagger gives the words of treebank sentences. */
export function findTags(tagger: Tagger, trees: readonly Tree[]): Uint8Array {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const found = new Uint8Array(token.count)
  trees.forEach((_, s) => tagger.tag(token, words, bounds[s]!, bounds[s + 1]!, found))
  return found
}

/** Shares of tokens of other sentences whose universal and Penn tags are right. */
export function scoreTags(tagger: Tagger, trees: readonly Tree[]): { upos: number; xpos: number } {
  const found = findTags(tagger, trees)
  let count = 0
  let upos = 0
  let xpos = 0
  for (const tree of trees) {
    tree.forms.forEach((_, i) => {
      const [penn, universal] = tagger.labels[found[count++]!]!.split('|')
      if (penn === tree.xpos[i]) xpos++
      if (universal === tree.upos[i]) upos++
    })
  }
  return { upos: upos / count, xpos: xpos / count }
}
