import type { Tokens } from '../document/tokens.js'
import type { NetworkModel } from '../learn/model.js'
import { best } from '../learn/best.js'
import { fillInput, parseInput } from './parse-input.js'
import { MOVE_GROUP, MOVE_KIND, MOVES, ROOT_RELATION } from './parse-labels.js'
import { FIRST, ParseState, RIGHT, ROOT, SHIFT } from './parse-state.js'
import { StateScores } from './state-scores.js'
import type { Words } from './words.js'

/** A lead of the best move that what words say together does not undo: with it four decisions in ten need no look at them, and LAS is the same. */
const DOUBT = 3

/** Parses sentences one after the other with scratch room of its own, and with what it has summed up for the words of earlier ones. */
export class Parser {
  private readonly state = new ParseState()
  private readonly input = parseInput()
  private readonly model: StateScores
  private readonly scores: Float64Array
  /** For each kind of move whether the state allows it. */
  private readonly allowed = new Uint8Array(3)
  private readonly root: number
  readonly relations: readonly string[]

  constructor(model: NetworkModel) {
    this.model = new StateScores(model, this.input)
    this.relations = this.model.relations
    this.root = this.relations.indexOf(ROOT_RELATION)
    this.scores = new Float64Array(Math.max(MOVES, this.relations.length))
  }

  /** Writes head (token index, -1 for the root) and relation (index into `relations`) of the tokens `[first, end)`. */
  parse(token: Tokens, words: Words, tags: Uint8Array, first: number, end: number, head: Int32Array, relation: Uint8Array): void {
    const { state, input } = this
    fillInput(input, token, words, tags, first, end)
    state.reset(end - first)
    this.model.open(state.end)
    while (!state.done) {
      if (state.top === 1) state.do(SHIFT, 0)
      else if (state.rests) state.do(RIGHT, this.root)
      else this.step()
    }
    for (let i = first, at = FIRST; i < end; i++, at++) {
      head[i] = state.head[at] === ROOT ? -1 : first + state.head[at]! - FIRST
      relation[i] = state.relation[at]!
    }
  }

  private step(): void {
    const { state } = this
    this.model.look(state)
    const move = this.bestMove()
    const kind = MOVE_KIND[move]!
    state.do(kind, kind === SHIFT ? 0 : this.bestRelation(kind, MOVE_GROUP[move]!))
  }

  /** The best of the allowed moves: by the hidden layer alone where that leaves no doubt, else by what words say together, too. */
  private bestMove(): number {
    const { state, scores, allowed, model } = this
    model.ofMoves(scores)
    for (let kind = SHIFT; kind <= RIGHT; kind++) allowed[kind] = state.may(kind) ? 1 : 0
    for (let move = 0; move < MOVES; move++) if (allowed[MOVE_KIND[move]!] === 0) scores[move] = -Infinity
    const first = best(scores, MOVES)
    const lead = scores[first]!
    let rivals = 0
    for (let move = 0; move < MOVES; move++) if (scores[move]! > lead - DOUBT) rivals++
    if (rivals === 1) return first
    model.addTogether(state, scores)
    return best(scores, MOVES)
  }

  private bestRelation(kind: number, group: number): number {
    const { scores, model } = this
    const members = model.members[group]!
    model.ofRelations(kind, group, scores)
    return members[best(scores, members.length)]!
  }
}
