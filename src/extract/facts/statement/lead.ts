import { nounPhraseOf } from '../../../text/tree.js'
import { childBy } from '../../events/arguments.js'
import { withMark } from '../../figures/mark.js'
import type { Clause } from './clause.js'

/** The phrase of a subject that stands outside the clause. */
export function leading(clause: Clause): number[] {
  const { grammar, token, top, subject } = clause
  const phrase = nounPhraseOf(grammar, subject)
  const first = withMark(clause.evidence.doc, phrase.first)
  const name = grammar.children(subject).findLast((child) => isBeside(clause, child))
  const named = name === undefined ? 0 : grammar.subtree(name).last + 1
  const limit = /^nsubj/.test(grammar.relation(subject)) && grammar.head(subject) > subject ? grammar.head(subject) : phrase.end
  const reach = Math.max(phrase.end, named)
  const opens = grammar.subtree(top).first
  const end = Math.min(Math.max(limit, named), subject < top && opens > subject ? Math.max(named, opens) : reach)
  const own = grammar.head(subject)
  return Array.from({ length: end - first }, (_, k) => first + k).filter(
    // behind the phrase, what hangs on its own verb is said of that one: `would not`, `, like most, looks good`
    (i) => (grammar.upos(i) !== 'PUNCT' || token.joined(i)) && (i < phrase.end || !hangsOn(clause, i, own)),
  )
}

/** Whether a token hangs on a verb, and not by way of the subject. */
function hangsOn({ grammar, subject }: Clause, i: number, verb: number): boolean {
  let at = i
  for (let steps = 0; steps < MOST_STEPS && at >= 0 && at !== subject; steps++) if ((at = grammar.head(at)) === verb) return true
  return false
}

/** So far up the tree a verb is looked for. */
const MOST_STEPS = 20

/** A name right behind a title: `council member Ann Lee`. */
const isBeside = ({ grammar, token, subject }: Clause, child: number): boolean =>
  child > subject &&
  /^(?:appos|flat)$/.test(grammar.relation(child)) &&
  grammar.upos(child) === 'PROPN' &&
  grammar.subtree(child).first === subject + 1 &&
  token.norm(subject + 1) !== ','

/** What a clause without its subject leaves to another: `will` of the verb it joins, `was` of a bare participle. */
export function auxiliaryOf({ grammar, token, top, subject }: Clause): string {
  if (grammar.children(top).some((child) => /^aux/.test(grammar.relation(child)))) return ''
  if (grammar.relation(top) === 'acl') {
    if (childBy(grammar, top, 'obj') >= 0 || grammar.xpos(top) !== 'VBN') return ''
    return /^(?:NNS|NNPS)$/.test(grammar.xpos(subject)) ? 'were' : 'was'
  }
  if (grammar.relation(top) !== 'conj' || !/^(?:VB|VBN|VBG)$/.test(grammar.xpos(top))) return ''
  const joined = grammar.head(top)
  if (grammar.xpos(top) === 'VBG' && grammar.xpos(joined) !== 'VBG') return '' // `were sold, generating $140 million`
  const isAuxiliary = (child: number): boolean => /^aux/.test(grammar.relation(child))
  const before = grammar.children(joined).filter((child) => child < joined && (isAuxiliary(child) || NOT.test(token.norm(child))))
  // `is directing them to go and stay`: a bare form is not what `is` goes with
  if (grammar.xpos(top) === 'VB' && !before.some((child) => grammar.xpos(child) === 'MD' || grammar.lemma(child) === 'do')) return ''
  return before.some(isAuxiliary) ? before.map((i) => FULL[token.norm(i)] ?? token.norm(i)).join(' ') : ''
}

const NOT = /^(?:not|n['’]t|never)$/

/** Auxiliaries and `not` as they stand alone. */
const FULL: Readonly<Record<string, string>> = {
  wo: 'will',
  ca: 'can',
  "n't": 'not',
  'n’t': 'not',
  "'ll": 'will',
  "'d": 'would',
  "'ve": 'have',
}
