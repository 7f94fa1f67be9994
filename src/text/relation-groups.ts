/**
 * Relations in groups of alike behaviour. A move of the parser names a group, and then one relation of the group is picked: a dozen labels
 * are scored in each state instead of a hundred.
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
