/**
 * Relations in groups of alike behaviour. The moves of the parser name a group, and a second model picks the relation in it: a
 * move is scored for a dozen labels instead of a hundred.
 */
const GROUPS: readonly (readonly [name: string, relations: RegExp])[] = [
  ['punct', /^punct$/],
  ['function', /^(?:det|case|mark|aux|cop|cc|expl|nummod)(?::|$)|^nmod:poss$|^compound:prt$/],
  ['argument', /^(?:nsubj|csubj|obj|iobj|ccomp|xcomp)(?::|$)/],
  ['noun', /^(?:nmod|amod|compound|flat|fixed|appos|acl|goeswith)(?::|$)/],
  ['adverb', /^(?:obl|advmod|advcl)(?::|$)/],
]

/** The group of a relation: `other` for what joins clauses (`conj`, `parataxis`, `root`, …). */
export const groupOf = (relation: string): string => GROUPS.find(([, pattern]) => pattern.test(relation))?.[0] ?? 'other'

export const GROUP_NAMES: readonly string[] = [...GROUPS.map(([name]) => name), 'other']

/** For each group its relations, as indexes into `relations`. */
export const inGroups = (relations: readonly string[]): readonly Uint8Array[] =>
  GROUP_NAMES.map((group) => Uint8Array.from(relations.flatMap((name, r) => (groupOf(name) === group ? [r] : []))))
