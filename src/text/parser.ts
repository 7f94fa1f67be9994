import type { Tokens } from '../document/tokens.js'
import type { NetworkModel } from '../learn/model.js'
import { best } from '../learn/best.js'
import { activate, active, scoreLabels } from '../learn/network.js'
import { scoreTable } from '../learn/table.js'
import { COMBINED_ROOM, combinedFeatures } from './parse-features.js'
import { fillInput, parseInput } from './parse-input.js'
import { inGroups, MOVE_GROUP, MOVE_KIND, MOVES, relationLabel, relationsOf } from './parse-labels.js'
import { FIRST, ParseState, RIGHT, ROOT, SHIFT } from './parse-state.js'
import { PARTS, RoleSums } from './role-sums.js'
import type { Words } from './words.js'

/** A lead of the best move that what words say together does not undo: with it three decisions in ten need no look at them, and LAS is the same. */
const DOUBT = 4

/** Parses sentences one after the other with scratch room of its own, and with what it has summed up for the words of earlier ones. */
export class Parser {
  private readonly state = new ParseState()
  private readonly input = parseInput()
  private readonly features = new Int32Array(COMBINED_ROOM)
  private readonly direct = new Int32Array(MOVES)
  private readonly scores: Float64Array
  /** For each kind of move whether the state allows it. */
  private readonly allowed = new Uint8Array(3)
  /** Where the parts of a sum of rows begin. */
  private readonly places = new Int32Array(PARTS)
  private readonly sums: Int32Array
  private readonly parts: RoleSums
  private readonly active
  private readonly members: readonly Uint8Array[]
  readonly relations: readonly string[]

  constructor(private readonly model: NetworkModel) {
    const { hidden } = model.network
    this.sums = new Int32Array(hidden >> 1)
    this.parts = new RoleSums(model.network, this.input)
    this.active = active(hidden)
    this.relations = relationsOf(model.card.labels)
    this.members = inGroups(this.relations)
    this.scores = new Float64Array(MOVES + this.relations.length)
  }

  /** Writes head (token index, -1 for the root) and relation (index into `relations`) of the tokens `[first, end)`. */
  parse(token: Tokens, words: Words, tags: Uint8Array, first: number, end: number, head: Int32Array, relation: Uint8Array): void {
    const { state, input } = this
    fillInput(input, token, words, tags, first, end)
    state.reset(end - first)
    while (!state.done) {
      // nothing but the root on the stack: only a shift is allowed
      if (state.top === 1) state.do(SHIFT, 0)
      else this.step()
    }
    for (let i = first, at = FIRST; i < end; i++, at++) {
      head[i] = state.head[at] === ROOT ? -1 : first + state.head[at]! - FIRST
      relation[i] = state.relation[at]!
    }
  }

  private step(): void {
    const { state } = this
    this.look()
    const move = this.bestMove()
    const kind = MOVE_KIND[move]!
    state.do(kind, kind === SHIFT ? 0 : this.bestRelation(kind, this.members[MOVE_GROUP[move]!]!))
  }

  /** Sums up what the words and counts of the state bring to the hidden layer. */
  private look(): void {
    const { state, parts, places, sums } = this
    sumUp(sums, parts, places, parts.parts(places, state))
    activate(this.model.network, sums, this.active)
  }

  /** The best of the allowed moves: by the hidden layer alone where that leaves no doubt, else by what words say together, too. */
  private bestMove(): number {
    const { state, scores, allowed } = this
    scoreLabels(this.model.network, this.active, 0, MOVES, scores)
    for (let kind = SHIFT; kind <= RIGHT; kind++) allowed[kind] = state.may(kind) ? 1 : 0
    for (let move = 0; move < MOVES; move++) if (allowed[MOVE_KIND[move]!] === 0) scores[move] = -Infinity
    const first = best(scores, MOVES)
    const lead = scores[first]!
    let rivals = 0
    for (let move = 0; move < MOVES; move++) if (scores[move]! > lead - DOUBT) rivals++
    return rivals === 1 ? first : this.bestTogether()
  }

  private bestTogether(): number {
    const { state, input, features, scores, direct } = this
    const { network } = this.model
    const unit = network.unit[0]!
    scoreTable(network.direct, features, combinedFeatures(features, input, state), direct)
    for (let move = 0; move < MOVES; move++) scores[move]! += unit * direct[move]!
    return best(scores, MOVES)
  }

  private bestRelation(kind: number, members: Uint8Array): number {
    const { scores, relations } = this
    scoreLabels(this.model.network, this.active, relationLabel(kind, members[0]!, relations.length), members.length, scores)
    return members[best(scores, members.length)]!
  }
}

/** Writes the sum of the base and the first `count` parts; eight cells at a time, so that they stay near the processor. */
function sumUp(out: Int32Array, { base, sums }: RoleSums, places: Int32Array, count: number): void {
  for (let cell = 0; cell < out.length; cell += 8) {
    let a = base[cell]!
    let b = base[cell + 1]!
    let c = base[cell + 2]!
    let d = base[cell + 3]!
    let e = base[cell + 4]!
    let f = base[cell + 5]!
    let g = base[cell + 6]!
    let h = base[cell + 7]!
    for (let p = 0; p < count; p++) {
      const at = places[p]! + cell
      a = (a + sums[at]!) | 0
      b = (b + sums[at + 1]!) | 0
      c = (c + sums[at + 2]!) | 0
      d = (d + sums[at + 3]!) | 0
      e = (e + sums[at + 4]!) | 0
      f = (f + sums[at + 5]!) | 0
      g = (g + sums[at + 6]!) | 0
      h = (h + sums[at + 7]!) | 0
    }
    out[cell] = a
    out[cell + 1] = b
    out[cell + 2] = c
    out[cell + 3] = d
    out[cell + 4] = e
    out[cell + 5] = f
    out[cell + 6] = g
    out[cell + 7] = h
  }
}
