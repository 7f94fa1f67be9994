import { random, shuffle } from '../../learn/hash.js'
import type { Card, TableModel } from '../../learn/model.js'
import { Perceptron } from '../../learn/perceptron.js'
import { tableOf, WIDTH } from '../../learn/table.js'
import { PARSE_FEATURES, PARSE_ROOM, parseFeatures, parseInput } from '../parse-features.js'
import { FIRST, LEFT, ParseState, RIGHT, ROOT, SHIFT } from '../parse-state.js'
import { bestMove, fillInput, headOf, highest, MOVE_LABELS, MOVES, Parser } from '../parser.js'
import { inGroups } from '../relation-groups.js'
import { RELATION_FEATURES, RELATION_ROOM, relationFeatures } from '../relation-features.js'
import { coarseOf } from '../tag-labels.js'
import { wordsOf } from '../words.js'
import type { Tree } from './conllu.js'
import { cost } from './oracle.js'
import { treebank, type Treebank } from './treebank.js'

/** Rounds over the data (an eighth gains nothing on EWT dev), and the round from which wrong moves are followed, so that the parser learns to go on after an error. */
const ROUNDS = 10
const EXPLORE_FROM = 2
const EXPLORE = 0.9

/** A feature enters a model at its third wish for an update: rarer ones are noise and cost memory. */
const LEAST = 3

/** Sizes of the tables, as powers of two: 4 MB and 1 MB. The rows that fit are those that can tip a decision most. */
const MOVE_BITS = 18
const RELATION_BITS = 16

/** Relations rarer than this are read as `dep`. */
const RAREST = 10

/** The two models of the parser: moves, and relations of arcs. */
export interface ParseModels {
  readonly moves: TableModel
  readonly relations: TableModel
}

/** Trees with the tags that the tagger gives their words. */
export interface TaggedTrees {
  readonly trees: readonly Tree[]
  readonly labels: readonly string[]
  readonly tags: Uint8Array
}

/** Learns moves and relations from trees. The same data give the same models. */
export function trainParse(
  data: TaggedTrees,
  card: Pick<Card, 'data' | 'licence'>,
  onRound?: (round: number, right: number, models: () => ParseModels) => void,
): ParseModels {
  const training = new Training(data)
  const models = (): ParseModels => training.models(card)
  for (let round = 1; round <= ROUNDS; round++) onRound?.(round, training.round(round), models)
  return models()
}

class Training {
  private readonly bank: Treebank
  private readonly words
  private readonly coarse
  private readonly relations: readonly string[]
  /** For each relation its group and its place in it; for each group its relations. */
  private readonly group: Uint8Array
  private readonly place: Uint8Array
  private readonly members: readonly Uint8Array[]
  private readonly mover: Perceptron
  private readonly relater: Perceptron
  private readonly features = new Int32Array(Math.max(PARSE_ROOM, RELATION_ROOM))
  private readonly scores = new Int32Array(MOVE_LABELS.length)
  private readonly relationScores = new Int32Array(WIDTH)
  private readonly state = new ParseState()
  private readonly input = parseInput()
  /** Gold heads and relations at the places of the state. */
  private readonly head = new Int32Array(this.state.head.length)
  private readonly relation = new Uint8Array(this.state.head.length)
  private readonly next = random(2)
  private readonly order: number[]

  constructor(private readonly data: TaggedTrees) {
    this.bank = treebank(data.trees)
    this.words = wordsOf(this.bank.token)
    this.coarse = coarseOf(data.labels)
    this.relations = relationsOf(data.trees)
    this.members = inGroups(this.relations)
    this.group = Uint8Array.from(this.relations, (_, r) => this.members.findIndex((list) => list.includes(r)))
    this.place = Uint8Array.from(this.relations, (_, r) => this.members[this.group[r]!]!.indexOf(r))
    this.mover = new Perceptron(MOVE_LABELS.length, LEAST)
    this.relater = new Perceptron(WIDTH, LEAST)
    this.order = data.trees.map((_, s) => s).filter((s) => data.trees[s]!.forms.length <= 512)
  }

  /** One round over all sentences; returns the share of right moves. */
  round(round: number): number {
    shuffle(this.order, this.next)
    let right = 0
    let all = 0
    for (const s of this.order) {
      this.open(s)
      while (!this.state.done) {
        if (this.step(round)) right++
        all++
      }
    }
    return right / all
  }

  models(card: Pick<Card, 'data' | 'licence'>): ParseModels {
    return {
      moves: {
        card: { task: 'parse-moves', features: PARSE_FEATURES, labels: MOVE_LABELS, scores: {}, ...card },
        table: tableOf(this.mover.averagedRows(), MOVE_BITS),
      },
      relations: {
        card: { task: 'parse-relations', features: RELATION_FEATURES, labels: this.relations, scores: {}, ...card },
        table: tableOf(this.relater.averagedRows(), RELATION_BITS),
      },
    }
  }

  private open(s: number): void {
    const { bank, relations, head, relation } = this
    const { heads, relations: names } = this.data.trees[s]!
    fillInput(this.input, bank.token, this.words, this.data.tags, this.coarse, bank.bounds[s]!, bank.bounds[s + 1]!)
    for (let i = 0; i < heads.length; i++) {
      head[FIRST + i] = heads[i]! < 0 ? ROOT : FIRST + heads[i]!
      const name = relations.indexOf(names[i]!)
      relation[FIRST + i] = name < 0 ? relations.indexOf('dep') : name
    }
    this.state.reset(heads.length)
  }

  /** Takes one move and learns from it; whether it was right. */
  private step(round: number): boolean {
    const { state, input, features, scores, mover } = this
    const count = parseFeatures(features, input, state)
    scores.fill(0)
    mover.score(features, count, scores)
    const guess = bestMove(state, scores)
    const goal = this.group[this.relation[state.stack[state.top - 1]!]!]!
    const open = this.openMoves()
    const fits = (label: number): boolean => open[MOVES.move[label]!]! && (MOVES.move[label] === SHIFT || MOVES.group[label] === goal)
    const right = fits(guess)
    mover.tick()
    let follow = guess
    if (!right) {
      let best = -1
      for (let l = 0; l < scores.length; l++) if (fits(l) && (best < 0 || scores[l]! > scores[best]!)) best = l
      mover.add(features, count, best, 1)
      mover.add(features, count, guess, -1)
      if (round < EXPLORE_FROM || this.next() >= EXPLORE) follow = best
    }
    const move = MOVES.move[follow]!
    state.do(move, move === SHIFT ? 0 : this.relate(move, MOVES.group[follow]!))
    return right
  }

  /** Which moves lose least. */
  private openMoves(): boolean[] {
    const { state, head } = this
    const costs = [SHIFT, LEFT, RIGHT].map((move) => (state.may(move) ? cost(state, move, head) : Infinity))
    const least = Math.min(...costs)
    return costs.map((lost) => lost === least)
  }

  /** Names the relation of an arc, and learns from it where the arc is in the tree. */
  private relate(move: number, group: number): number {
    const { state, input, features, relationScores, relater } = this
    const child = state.stack[state.top - 1]!
    const head = headOf(state, move)
    const members = this.members[group]!
    if (members.length < 2) return members[0] ?? 0
    const count = relationFeatures(features, input, state, head, child, group)
    relationScores.fill(0)
    relater.score(features, count, relationScores)
    const guess = highest(relationScores, members.length)
    relater.tick()
    const gold = this.relation[child]!
    if (this.head[child] === head && this.group[gold] === group && members[guess] !== gold) {
      relater.add(features, count, this.place[gold]!, 1)
      relater.add(features, count, guess, -1)
    }
    return members[guess]!
  }
}

/** The relations that are frequent enough to be learned; `dep` stands for the others. */
function relationsOf(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const { relations } of trees) for (const name of relations) counts.set(name, (counts.get(name) ?? 0) + 1)
  const names = [...counts].filter(([, count]) => count >= RAREST).map(([name]) => name)
  return [...new Set([...names, 'dep'])].sort()
}

/** Shares of words (all of them, punctuation too) with the right head, and with the right head and relation. */
export function scoreParse({ moves, relations }: ParseModels, { trees, labels, tags }: TaggedTrees): { uas: number; las: number } {
  const { token, bounds } = treebank(trees)
  const words = wordsOf(token)
  const coarse = coarseOf(labels)
  const parser = new Parser(moves, relations)
  const heads = new Int32Array(token.count)
  const found = new Uint8Array(token.count)
  let uas = 0
  let las = 0
  trees.forEach((tree, s) => {
    const first = bounds[s]!
    parser.parse(token, words, tags, coarse, first, bounds[s + 1]!, heads, found)
    tree.heads.forEach((h, i) => {
      if (heads[first + i] !== (h < 0 ? -1 : first + h)) return
      uas++
      if (parser.relations[found[first + i]!] === tree.relations[i]) las++
    })
  })
  return { uas: uas / token.count, las: las / token.count }
}
