import { sumUp } from '../learn/kept-sums.js'
import type { NetworkModel } from '../learn/model.js'
import { activate, active, scoreLabels } from '../learn/network.js'
import { scoreTable } from '../learn/table.js'
import { COMBINED_ROOM, combinedFeatures } from './parse-features.js'
import type { ParseInput } from './parse-input.js'
import { inGroups, MOVES, relationLabel, relationsOf } from './parse-labels.js'
import type { ParseState } from './parse-state.js'
import { PARTS, RoleSums } from './role-sums.js'

/** What a model says of the states of the sentence in `input`: scores of moves and of relations. */
export class StateScores {
  private readonly features = new Int32Array(COMBINED_ROOM)
  private readonly direct = new Int32Array(MOVES)
  /** Where the parts of a sum of rows begin. */
  private readonly places = new Int32Array(PARTS)
  private readonly sums: Int32Array
  private readonly parts: RoleSums
  private readonly active
  /** For each group its relations, as indexes into `relations`: they follow each other. */
  readonly members: readonly Uint8Array[]
  readonly relations: readonly string[]

  constructor(
    private readonly model: NetworkModel,
    private readonly input: ParseInput,
  ) {
    const { hidden } = model.network
    this.sums = new Int32Array(hidden >> 1)
    this.parts = new RoleSums(model.network, input)
    this.active = active(hidden)
    this.relations = relationsOf(model.card.labels)
    this.members = inGroups(this.relations)
  }

  /** A sentence stands in the input, its places up to `end`. */
  open(end: number): void {
    this.parts.open(end)
  }

  /** Sums up what the words and counts of a state bring to the hidden layer. The scores that are asked for next are those of this state. */
  look(state: ParseState): void {
    const { parts, places, sums } = this
    sumUp(sums, parts.base, parts.sums, places, parts.parts(places, state))
    activate(this.model.network, sums, this.active)
  }

  /** Scores of the moves by the hidden layer alone. */
  ofMoves(scores: Float64Array): void {
    scoreLabels(this.model.network, this.active, 0, MOVES, scores)
  }

  /** Adds to the scores of the moves what words say together. */
  addTogether(state: ParseState, scores: Float64Array): void {
    const { input, features, direct } = this
    const { network } = this.model
    const unit = network.unit[0]!
    scoreTable(network.direct, features, combinedFeatures(features, input, state), direct)
    for (let move = 0; move < MOVES; move++) scores[move]! += unit * direct[move]!
  }

  /** Scores of the relations of a group under a kind of move, in the order of `members`. */
  ofRelations(kind: number, group: number, scores: Float64Array): void {
    const members = this.members[group]!
    scoreLabels(this.model.network, this.active, relationLabel(kind, members[0]!, this.relations.length), members.length, scores)
  }
}
