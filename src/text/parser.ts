import type { Tokens } from '../document/tokens.js'
import { pair } from '../learn/hash.js'
import type { Model } from '../learn/model.js'
import { score } from '../learn/weights.js'
import { PARSE_ROOM, parseFeatures, parseInput, type ParseInput } from './parse-features.js'
import { FIRST, LEFT, ParseState, RIGHT, ROOT, SHIFT } from './parse-state.js'
import { RELATION_ROOM, relationFeatures } from './relation-features.js'
import { GROUP_NAMES, groupOf } from './relation-groups.js'
import type { Words } from './words.js'

/** What the labels of the model of moves do: `shift`, `left argument`, `right noun`. */
export interface Moves {
  readonly move: Uint8Array
  /** Index into `GROUP_NAMES`. */
  readonly group: Uint8Array
}

/** The labels of the model of moves. */
export const MOVE_LABELS: readonly string[] = ['shift', ...GROUP_NAMES.flatMap((name) => [`left ${name}`, `right ${name}`])]

export const MOVES: Moves = {
  move: Uint8Array.from(MOVE_LABELS, (label) => (label === 'shift' ? SHIFT : label.startsWith('left ') ? LEFT : RIGHT)),
  group: Uint8Array.from(MOVE_LABELS, (label) => Math.max(0, GROUP_NAMES.indexOf(label.split(' ')[1] ?? ''))),
}

/** For each relation the number of its group. */
export const groupsOf = (relations: readonly string[]): Uint8Array =>
  Uint8Array.from(relations, (name) => GROUP_NAMES.indexOf(groupOf(name)))

/** Writes what the features see of the sentence `[first, end)`; `tags` are labels of the tag model, `coarse` their universal tags. */
export function fillInput(
  input: ParseInput,
  token: Tokens,
  words: Words,
  tags: Uint8Array,
  coarse: Uint8Array,
  first: number,
  end: number,
): void {
  for (let i = first, at = FIRST; i < end; i++, at++) {
    const w = token.word[i]!
    const tag = tags[i]!
    input.word[at] = words.whole[w]!
    input.tag[at] = tag
    input.both[at] = pair(words.whole[w]!, tag)
    input.coarse[at] = coarse[tag]!
    input.narrow[at] = words.narrow[w]!
    input.wider[at] = words.wider[w]!
  }
}

/** The allowed move with the highest score; -1 where none is allowed. */
export function bestMove(state: ParseState, scores: Int32Array): number {
  const { move } = MOVES
  const allowed = [state.may(SHIFT), state.may(LEFT), state.may(RIGHT)]
  let winner = -1
  let high = 0
  for (let l = 0; l < move.length; l++) {
    if (!allowed[move[l]!]) continue
    const value = scores[l]!
    if (winner < 0 || value > high) {
      high = value
      winner = l
    }
  }
  return winner
}

/** The relation of a group with the highest score. */
export function bestRelation(groups: Uint8Array, group: number, scores: Int32Array): number {
  let winner = -1
  let high = 0
  for (let l = 0; l < groups.length; l++) {
    if (groups[l] !== group) continue
    const value = scores[l]!
    if (winner < 0 || value > high) {
      high = value
      winner = l
    }
  }
  return winner
}

/** The head that a move gives to the top of the stack. */
export const headOf = (state: ParseState, move: number): number => (move === LEFT ? state.next : state.stack[state.top - 2]!)

/** Parses sentences one after the other with scratch room of its own. */
export class Parser {
  private readonly state = new ParseState()
  private readonly input = parseInput()
  private readonly features = new Uint32Array(Math.max(PARSE_ROOM, RELATION_ROOM))
  private readonly scores = new Int32Array(MOVE_LABELS.length)
  private readonly relationScores: Int32Array
  private readonly groups: Uint8Array
  readonly relations: readonly string[]

  constructor(
    private readonly moves: Model,
    private readonly related: Model,
  ) {
    this.relations = related.card.labels
    this.groups = groupsOf(this.relations)
    this.relationScores = new Int32Array(this.relations.length)
  }

  /** Writes head (token index, -1 for the root) and relation (index into `relations`) of the tokens `[first, end)`. */
  parse(
    token: Tokens,
    words: Words,
    tags: Uint8Array,
    coarse: Uint8Array,
    first: number,
    end: number,
    head: Int32Array,
    relation: Uint8Array,
  ): void {
    const { state, input, features, scores } = this
    fillInput(input, token, words, tags, coarse, first, end)
    state.reset(end - first)
    while (!state.done) {
      const count = parseFeatures(features, input, state)
      scores.fill(0)
      score(this.moves.weights, features, count, scores)
      const label = bestMove(state, scores)
      const move = MOVES.move[label]!
      state.do(move, move === SHIFT ? 0 : this.relate(move, MOVES.group[label]!))
    }
    for (let i = first, at = FIRST; i < end; i++, at++) {
      head[i] = state.head[at] === ROOT ? -1 : first + state.head[at]! - FIRST
      relation[i] = state.relation[at]!
    }
  }

  private relate(move: number, group: number): number {
    const { state, input, features, relationScores } = this
    const count = relationFeatures(features, input, state, headOf(state, move), state.stack[state.top - 1]!, group)
    relationScores.fill(0)
    score(this.related.weights, features, count, relationScores)
    return Math.max(0, bestRelation(this.groups, group, relationScores))
  }
}
