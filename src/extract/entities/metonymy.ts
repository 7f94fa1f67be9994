import type { Grammar } from '../../document/grammar.js'
import type { Tokens } from '../../document/tokens.js'
import { GOVERNMENT_ACTS, GOVERNMENT_NOUNS } from '../../lang/en/government-acts.js'
import type { Name } from './name.js'

/** Words between a subject and its verb. */
const BETWEEN: ReadonlySet<string> = new Set(
  'has have had will would could may might also itself reportedly now did does must should recently'.split(' '),
)
const PARTNER: ReadonlySet<string> = new Set(['with', 'between', 'against', 'by', 'like', 'pressure', 'both'])
const PLACE: ReadonlySet<string> = new Set(
  'in at to from near into around outside across through inside toward towards of via off on over'.split(' '),
)

/** Whether a capital or country stands for its government: it acts, is dealt with, or has policies. */
export function isMetonymy(token: Tokens, grammar: Grammar, { first, end, entry, type }: Name): boolean {
  if (type !== 'LOCATION' || !entry || (entry.kind !== 'capital' && entry.kind !== 'country')) return false
  const before = token.norm(first - 1)
  if (PLACE.has(before)) return false
  if (acting(token, grammar, end)) return true
  if (entry.kind !== 'capital') return false
  return PARTNER.has(before) || (token.isPossessive(end) && GOVERNMENT_NOUNS.has(token.norm(end + 1)))
}

/** A verb of government follows, at most two words later. */
function acting(token: Tokens, grammar: Grammar, at: number): boolean {
  for (let i = at; i < at + 3 && i < token.count; i++) {
    if (GOVERNMENT_ACTS.has(token.norm(i))) return grammar.upos(i) !== 'NOUN' && grammar.upos(i) !== 'ADJ'
    if (!BETWEEN.has(token.norm(i))) return false
  }
  return false
}
