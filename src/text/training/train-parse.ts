import { random, shuffle } from '../../learn/hash.js'
import type { Card, NetworkModel } from '../../learn/model.js'
import { listsHash } from '../../lang/en/model-lists.js'
import { NetworkTraining } from '../../learn/network-training.js'
import { linkFeature, LINKS, linksOf, numberFeature, NUMBERS, numbersOf } from '../parse-counts.js'
import { COMBINED_ROOM, combinedFeatures, PARSE_FEATURES } from '../parse-features.js'
import { fillInput, parseInput } from '../parse-input.js'
import { grouped, inGroups, MOVE_GROUP, MOVE_KIND, moveOf, MOVES, parseLabels, relationLabel, ROOT_RELATION } from '../parse-labels.js'
import { ROLE_ROOM, ROLES, roleFeatures, rolesOf } from '../parse-roles.js'
import { FIRST, LEFT, ParseState, RIGHT, ROOT, SHIFT } from '../parse-state.js'
import { Parser } from '../parser.js'
import { GROUP_NAMES, groupOf } from '../relation-groups.js'
import { LONGEST } from '../sentences.js'
import { wordsOf } from '../words.js'
import type { Tree } from './conllu.js'
import { cost } from './oracle.js'
import { treebank, type Treebank } from './treebank.js'

/** Rounds over the data, and the round from which wrong moves are followed, so that the parser learns to go on after an error. */
const ROUNDS = 10
const EXPLORE_FROM = 2
const EXPLORE = 0.9

/** Sentences to a step, and its size at the start; it sinks to nothing. */
const BATCH = 8
const RATE = 0.002

const HIDDEN = 64
const DROPOUT = 0.2
const FEATURE_DROPOUT = 0.15
const DIRECT_DROPOUT = 0.4

/** A feature gets its row at its third sighting: rarer ones are noise and cost memory. */
const LEAST = 3

/** Slots of the tables of rows and of combinations, as powers of two. The rows that fit are the heaviest. */
const BITS = 15
const COMBINED_BITS = 17

/** Relations rarer than this are read as `dep`. */
const RAREST = 10

/** Trees with the tags that the tagger gives their words. */
export interface TaggedTrees {
  readonly trees: readonly Tree[]
  readonly tags: Uint8Array
}

/** Learns moves and relations from trees. The same data give the same model. */
export function trainParse(
  data: TaggedTrees,
  card: Pick<Card, 'data' | 'licence'>,
  onRound?: (round: number, right: number, model: () => NetworkModel) => void,
): NetworkModel {
  const training = new Training(data)
  const model = (): NetworkModel => training.model(card)
  for (let round = 1; round <= ROUNDS; round++) {
    const right = training.round(round)
    onRound?.(round, right, model)
  }
  return model()
}

class Training {
  private readonly bank: Treebank
  private readonly words
  private readonly relations: readonly string[]
  /** For each relation its group; for each group its relations. */
  private readonly group: Uint8Array
  private readonly members: readonly Uint8Array[]
  private readonly root: number
  private readonly network: NetworkTraining
  private readonly features = new Int32Array(NUMBERS + LINKS + ROLES * ROLE_ROOM)
  private readonly numbers = new Int32Array(NUMBERS)
  private readonly links = new Int32Array(LINKS)
  private readonly combined = new Int32Array(COMBINED_ROOM)
  private readonly roles = new Int32Array(ROLES)
  private readonly scores: Float64Array
  private readonly state = new ParseState()
  private readonly input = parseInput()
  /** Gold heads and relations at the places of the state. */
  private readonly head = new Int32Array(this.state.head.length)
  private readonly relation = new Uint8Array(this.state.head.length)
  private readonly next = random(2)
  private readonly order: number[]
  private sentences = 0

  constructor(private readonly data: TaggedTrees) {
    this.bank = treebank(data.trees)
    this.words = wordsOf(this.bank.token)
    this.relations = frequentRelations(data.trees)
    this.members = inGroups(this.relations)
    this.group = Uint8Array.from(this.relations, (name) => GROUP_NAMES.indexOf(groupOf(name)))
    this.root = this.relations.indexOf(ROOT_RELATION)
    const labels = parseLabels(this.relations).length
    this.network = new NetworkTraining({
      hidden: HIDDEN,
      labels,
      direct: MOVES,
      least: LEAST,
      dropout: DROPOUT,
      featureDropout: FEATURE_DROPOUT,
      directDropout: DIRECT_DROPOUT,
      seed: 3,
    })
    this.scores = new Float64Array(labels)
    this.order = data.trees.map((_, s) => s).filter((s) => data.trees[s]!.forms.length <= LONGEST)
  }

  /** One round over all sentences; returns the share of right moves. */
  round(round: number): number {
    shuffle(this.order, this.next)
    let right = 0
    let all = 0
    for (const s of this.order) {
      this.open(s)
      while (!this.state.done) {
        if (this.state.top === 1) this.state.do(SHIFT, 0)
        else if (this.state.rests) this.state.do(RIGHT, this.root)
        else {
          if (this.step(round)) right++
          all++
        }
      }
      if (++this.sentences % BATCH === 0) this.network.step(RATE * (1 - this.sentences / (this.order.length * ROUNDS)))
    }
    return right / all
  }

  model(card: Pick<Card, 'data' | 'licence'>): NetworkModel {
    return {
      card: { task: 'parse', features: PARSE_FEATURES, labels: parseLabels(this.relations), scores: {}, lists: listsHash(), ...card },
      network: this.network.network(BITS, COMBINED_BITS),
    }
  }

  private open(s: number): void {
    const { bank, relations, head, relation } = this
    const { heads, relations: names } = this.data.trees[s]!
    fillInput(this.input, bank.token, this.words, this.data.tags, bank.bounds[s]!, bank.bounds[s + 1]!)
    for (let i = 0; i < heads.length; i++) {
      head[FIRST + i] = heads[i]! < 0 ? ROOT : FIRST + heads[i]!
      const name = relations.indexOf(names[i]!)
      relation[FIRST + i] = name < 0 ? relations.indexOf('dep') : name
    }
    this.state.reset(heads.length)
  }

  /** Takes one move and learns from it; whether it was right. */
  private step(round: number): boolean {
    const { state, network } = this
    const combined = combinedFeatures(this.combined, this.input, state)
    network.open(this.features, this.look(), this.combined, combined)
    const fits = this.fittingMoves()
    const guess = this.learnMove(fits)
    const right = fits.includes(guess)
    const follow = right || (round >= EXPLORE_FROM && this.next() < EXPLORE) ? guess : this.highest(fits)
    const kind = MOVE_KIND[follow]!
    const relation = kind === SHIFT ? 0 : this.learnRelation(kind, MOVE_GROUP[follow]!)
    network.close()
    state.do(kind, relation)
    return right
  }

  private look(): number {
    const { features, roles, input, state } = this
    rolesOf(roles, state)
    numbersOf(this.numbers, state)
    linksOf(this.links, state)
    let count = 0
    for (let kind = 0; kind < NUMBERS; kind++) features[count++] = numberFeature(kind, this.numbers[kind]!)
    for (let child = 0; child < LINKS; child++) features[count++] = linkFeature(child, this.links[child]!)
    for (let role = 0; role < ROLES; role++) count = roleFeatures(features, count, input, role, roles[role]!)
    return count
  }

  /** The moves that lose least, with the gold group. */
  private fittingMoves(): number[] {
    const { state, head } = this
    const group = this.group[this.relation[state.stack[state.top - 1]!]!]!
    const costs = [SHIFT, LEFT, RIGHT].map((kind) => (state.may(kind) ? cost(state, kind, head) : Infinity))
    const least = Math.min(...costs)
    return [SHIFT, LEFT, RIGHT].filter((kind) => costs[kind] === least).map((kind) => (kind === SHIFT ? 0 : moveOf(kind, group)))
  }

  /** Raises what fits among the allowed moves and lowers the others; returns the one with the highest score. */
  private learnMove(fits: readonly number[]): number {
    const { state, network, scores } = this
    network.score(0, MOVES, scores)
    const allowed = MOVE_NUMBERS.filter((move) => state.may(MOVE_KIND[move]!))
    const guess = this.highest(allowed)
    network.teach(allowed, scores, fits)
    return guess
  }

  /** Names the relation of an arc, and learns from it where the arc is in the tree. */
  private learnRelation(kind: number, group: number): number {
    const { state, network, scores } = this
    const child = state.stack[state.top - 1]!
    const members = Array.from(this.members[group]!)
    const labelOf = (relation: number): number => relationLabel(kind, relation, this.relations.length)
    let guess = members[0]!
    for (const relation of members) {
      const label = labelOf(relation)
      scores[label] = network.scoreOf(label)
      if (scores[label] > scores[labelOf(guess)]!) guess = relation
    }
    const gold = this.relation[child]!
    const head = kind === LEFT ? state.next : state.stack[state.top - 2]!
    if (this.head[child] === head && gold !== this.root && this.group[gold] === group)
      network.teach(members.map(labelOf), scores, [labelOf(gold)])
    return guess
  }

  private highest(moves: readonly number[]): number {
    let winner = moves[0]!
    for (const move of moves) if (this.scores[move]! > this.scores[winner]!) winner = move
    return winner
  }
}

const MOVE_NUMBERS: readonly number[] = Array.from({ length: MOVES }, (_, move) => move)

/** The relations that are frequent enough to be learned; `dep` stands for the others. */
function frequentRelations(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const { relations } of trees) for (const name of relations) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= RAREST).map(([name]) => name)
  return grouped([...new Set([...names, 'dep'])])
}

/** Shares of words (all of them, punctuation too) with the right head, and with the right head and relation. */
export function scoreParse(model: NetworkModel, { trees, tags }: TaggedTrees): { uas: number; las: number } {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const parser = new Parser(model)
  const heads = new Int32Array(token.count)
  const found = new Uint8Array(token.count)
  let uas = 0
  let las = 0
  trees.forEach((tree, s) => {
    const first = bounds[s]!
    parser.parse(token, words, tags, first, bounds[s + 1]!, heads, found)
    tree.heads.forEach((h, i) => {
      if (heads[first + i] !== (h < 0 ? -1 : first + h)) return
      uas++
      if (parser.relations[found[first + i]!] === tree.relations[i]) las++
    })
  })
  return { uas: uas / token.count, las: las / token.count }
}
