import type { Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import type { TableModel } from '../learn/model.js'
import { scoreTable, WIDTH } from '../learn/table.js'
import { PARSE_ROOM, parseFeatures, parseInput, type ParseInput } from './parse-features.js'
import { FIRST, LEFT, ParseState, RIGHT, ROOT, SHIFT } from './parse-state.js'
import { RELATION_ROOM, relationFeatures } from './relation-features.js'
import { GROUP_NAMES, inGroups } from './relation-groups.js'
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
    const tag = mixed(tags[i]! + 1)
    const word = mixed(words.whole[w]!)
    input.word[at] = word
    input.tag[at] = tag
    input.both[at] = word + Math.imul(tag, 0x9e3779b1)
    input.coarse[at] = mixed(coarse[tags[i]!]! + 1)
    input.narrow[at] = mixed(words.narrow[w]!)
    input.wider[at] = mixed(words.wider[w]!)
  }
}

/** The allowed move with the highest score, as a number of `MOVE_LABELS`; -1 where none is allowed. */
export function bestMove(state: ParseState, scores: Int32Array): number {
  const { move } = MOVES
  const shift = state.may(SHIFT)
  const left = state.may(LEFT)
  const right = state.may(RIGHT)
  let winner = -1
  let high = 0
  for (let l = 0; l < move.length; l++) {
    const kind = move[l]!
    if (!(kind === SHIFT ? shift : kind === LEFT ? left : right)) continue
    const value = scores[l]!
    if (winner < 0 || value > high) {
      high = value
      winner = l
    }
  }
  return winner
}

/** The first of the highest scores `[0, count)`. */
export function highest(scores: Int32Array, count: number): number {
  let winner = 0
  for (let l = 1; l < count; l++) if (scores[l]! > scores[winner]!) winner = l
  return winner
}

/** The head that a move gives to the top of the stack. */
export const headOf = (state: ParseState, move: number): number => (move === LEFT ? state.next : state.stack[state.top - 2]!)

/** Parses sentences one after the other with scratch room of its own. */
export class Parser {
  private readonly state = new ParseState()
  private readonly input = parseInput()
  private readonly features = new Int32Array(Math.max(PARSE_ROOM, RELATION_ROOM))
  private readonly scores = new Int32Array(WIDTH)
  private readonly members: readonly Uint8Array[]
  readonly relations: readonly string[]

  constructor(
    private readonly moves: TableModel,
    private readonly related: TableModel,
  ) {
    this.relations = related.card.labels
    this.members = inGroups(this.relations)
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
      if (state.top === 1) {
        // nothing but the root on the stack: only a shift is allowed
        state.do(SHIFT, 0)
        continue
      }
      const count = parseFeatures(features, input, state)
      scoreTable(this.moves.table, features, count, scores)
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
    const { state, input, features, scores } = this
    const members = this.members[group]!
    if (members.length < 2) return members[0] ?? 0
    const count = relationFeatures(features, input, state, headOf(state, move), state.stack[state.top - 1]!, group)
    scoreTable(this.related.table, features, count, scores)
    return members[highest(scores, members.length)]!
  }
}
