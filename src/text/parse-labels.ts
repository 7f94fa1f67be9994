import { LEFT, RIGHT, SHIFT } from './parse-state.js'
import { GROUP_NAMES, groupOf } from './relation-groups.js'

/** Moves with the group of the relation they make: `shift`, `left noun`, `right argument`. */
const MOVE_LABELS: readonly string[] = ['shift', ...GROUP_NAMES.flatMap((name) => [`left ${name}`, `right ${name}`])]

/** The number of moves; they are the first labels of the model. */
export const MOVES = MOVE_LABELS.length

/** What each move does, and the index into `GROUP_NAMES` of its relations. */
export const MOVE_KIND = Uint8Array.from(MOVE_LABELS, (label) => (label === 'shift' ? SHIFT : label.startsWith('left ') ? LEFT : RIGHT))
export const MOVE_GROUP = Uint8Array.from(MOVE_LABELS, (label) => Math.max(0, GROUP_NAMES.indexOf(label.split(' ')[1] ?? '')))

/** The move to one side that makes relations of a group. */
export const moveOf = (kind: number, group: number): number => 2 * group + kind

/** The labels of a model for relations: the moves, then each relation to the left, then each to the right. */
export const parseLabels = (relations: readonly string[]): string[] => [
  ...MOVE_LABELS,
  ...relations.map((name) => `left:${name}`),
  ...relations.map((name) => `right:${name}`),
]

/** The relations of a model with `parseLabels`. */
export const relationsOf = (labels: readonly string[]): string[] =>
  labels.slice(MOVES, MOVES + (labels.length - MOVES) / 2).map((label) => label.slice('left:'.length))

/** The relation of the one word that hangs on the root, and of no other: nobody has to choose it. */
export const ROOT_RELATION = 'root'

/** Relations in order of their groups, as `parseLabels` wants them: those of a group are scored in one go. The root's is the last. */
export const grouped = (relations: readonly string[]): string[] => [
  ...GROUP_NAMES.flatMap((group) => relations.filter((name) => isIn(group, name)).sort()),
  ROOT_RELATION,
]

/** For each group its relations, as indexes into `relations`. */
export const inGroups = (relations: readonly string[]): readonly Uint8Array[] =>
  GROUP_NAMES.map((group) => Uint8Array.from(relations.flatMap((name, r) => (isIn(group, name) ? [r] : []))))

const isIn = (group: string, relation: string): boolean => relation !== ROOT_RELATION && groupOf(relation) === group

/** The label of a relation under a move. */
export const relationLabel = (kind: number, relation: number, relations: number): number =>
  MOVES + (kind === LEFT ? relation : relations + relation)
