import { isRelativePronoun } from '../../lang/en/pronouns.js'
import type { Marks } from './marks.js'
import type { Phrase } from './phrases.js'
import type { Reading } from './draft.js'

/** Steps up from a figure to the verb it belongs to. */
const CLIMB = 8
const SUBJECT = /^nsubj/

/** The subject of the clause that tokens `[first, end)` belong to, by the parse; null where it has none, or a pronoun. */
export function subjectInTree(doc: Reading, first: number, end: number, marks: Marks): Phrase | null {
  const { grammar, token } = doc.layers
  let node = topOf(doc, first, end)
  for (let step = 0; step < CLIMB && node >= 0; step++, node = grammar.head(node)) {
    const subject = grammar.children(node).find((child) => SUBJECT.test(grammar.relation(child)) && (child < first || child >= end))
    if (subject === undefined) continue
    if (isRelativePronoun(token.norm(subject)) && /^W/.test(grammar.xpos(subject))) {
      const antecedent = grammar.head(node)
      return antecedent >= 0 && isNoun(grammar.upos(antecedent)) ? upToClause(doc, antecedent, node) : null
    }
    return isNoun(grammar.upos(subject)) && !marks.isFigure(subject) ? upToClause(doc, subject, node) : null
  }
  return null
}

const isNoun = (upos: string): boolean => upos === 'NOUN' || upos === 'PROPN'

/** The token of a span that hangs on one outside. */
function topOf(doc: Reading, first: number, end: number): number {
  const { grammar } = doc.layers
  for (let i = first; i < end; i++) {
    const head = grammar.head(i)
    if (head < first || head >= end)
      if (grammar.relation(i) !== 'punct' && grammar.relation(i) !== 'case' && grammar.upos(i) !== 'ADV') return i
  }
  return first
}

/** All that hangs on a noun, up to the first comma or clause behind it, and before the verb. */
function upToClause(doc: Reading, head: number, verb: number): Phrase | null {
  const { grammar, token } = doc.layers
  const { first, last } = grammar.subtree(head)
  let end = head + 1
  const limit = verb > head ? Math.min(last + 1, verb) : last + 1
  while (
    end < limit &&
    !/^[,;:()–—]$/.test(token.norm(end)) &&
    !/^(?:acl|appos|parataxis)/.test(grammar.relation(end)) &&
    !/^W/.test(grammar.xpos(end))
  )
    end++
  while (end > head + 1 && !isNoun(grammar.upos(end - 1)) && grammar.upos(end - 1) !== 'NUM') end--
  let start = first
  while (
    start < head &&
    (grammar.upos(start) === 'PUNCT' || grammar.upos(start) === 'CCONJ' || grammar.upos(start) === 'ADP' || grammar.upos(start) === 'SCONJ')
  )
    start++
  return end - start > 24 ? null : { first: start, end, head }
}
