import { isTime } from '../../lang/en/calendar.js'
import type { Document } from '../../document/document.js'
import type { Grammar } from '../../document/grammar.js'
import type { Span } from '../../document/span.js'
import { embedding } from '../../lang/en/embedding.js'
import { officeKind } from '../../lang/en/offices.js'
import { isPerson, REPORTING_VERBS } from '../../lang/en/reporting.js'
import { isRelativePronoun } from '../../lang/en/pronouns.js'
import { subjectOf as subjectInTree, type TokenRange } from '../../text/tree.js'

export type { TokenRange }

/** The layers that tell what a clause is made of. */
export type Parsed = Document<'token' | 'sentence' | 'grammar'>

/** The characters from the first to the last token of a range. */
export const spanOf = (doc: Parsed, { first, end }: TokenRange): Span => ({
  start: doc.layers.token.start[first]!,
  end: doc.layers.token.end[end - 1]!,
})

/** Whether a token is a hyphen between two parts of a word (`Kyung-wha`), not a dash. */
export const isHyphen = ({ layers: { token } }: Parsed, i: number): boolean => token.norm(i) === '-' && token.joined(i)

const BREAK = /^[,;:()[\]“”"«»—–]$|^--$/

/** A noun phrase reaches at most so many tokens from its head: past that the tree is wrong. */
const WIDEST = 30

/** Words before one: `earlier this week`. */
export const OF_TIME = /^(on|in|at|the|this|last|late|early|earlier|later|next)$/

/** The noun phrase around a head noun, up to the next comma, bracket or relative clause; prepositions before it left out. */
export function nounPhrase(doc: Parsed, head: number): TokenRange {
  const { token, grammar } = doc.layers
  const { first, last } = grammar.subtree(head)
  const left = grammar.children(head).findLast((child) => child < head && /^(nsubj|cop|aux|advcl|mark)/.test(grammar.relation(child)))
  const from = Math.max(left === undefined ? first : grammar.subtree(left).last + 1, head - WIDEST)
  let start = head
  while (start > from && !BREAK.test(token.norm(start - 1)) && grammar.upos(start - 1) !== 'SCONJ') start--
  while (start < head && (/^(ADP|CCONJ)$/.test(grammar.upos(start)) || grammar.relation(start) === 'case')) start++ // `citing the court`
  const clause = grammar.children(head).find((child) => child > head && isClause(doc, child))
  const limit = clause === undefined ? last : Math.min(last, grammar.subtree(clause).first - 1)
  let end = head
  while (end < Math.min(limit, head + WIDEST) && !BREAK.test(token.norm(end + 1)) && grammar.upos(end + 1) !== 'SCONJ') end++
  return { first: start, end: endOfClient(doc, head, beforeTime(doc, head, end)) + 1 }
}

/** `a spokesman for Ann Lee`, where the tree takes the name for a subject: the last word of it; `last` where no name follows. */
function endOfClient({ layers: { token, grammar } }: Parsed, head: number, last: number): number {
  if (last !== head || token.norm(head + 1) !== 'for' || !(isPerson(grammar.lemma(head)) || officeKind(grammar.lemma(head)))) return last
  let end = head + 2
  while (end < head + CLIENT && /^(DET|ADJ|NOUN|PROPN)$/.test(grammar.upos(end))) end++
  return grammar.upos(end - 1) === 'PROPN' ? end - 1 : last
}

/** The name of a client and the words before it are no longer than this. */
const CLIENT = 8

/** `the president earlier this week`: the last word of a phrase without words of time behind its head. */
function beforeTime({ layers: { token } }: Parsed, head: number, last: number): number {
  if (last <= head || !isTime(token.norm(last))) return last
  let at = last - 1
  while (at > head && OF_TIME.test(token.norm(at))) at--
  return at < last - 1 ? at : last
}

/** What hangs on a noun and is no part of its phrase: relative clauses, and what it is saying; not `documents seen by Reuters`. */
const isClause = ({ layers: { grammar } }: Parsed, i: number): boolean => {
  const relation = grammar.relation(i)
  if (relation === 'conj') return grammar.upos(i) === 'VERB' // `The ministry neither confirmed nor denied it`
  return /^(acl:relcl|cop|parataxis)$/.test(relation) || (relation === 'acl' && grammar.xpos(i) !== 'VBN')
}

/** Who says what a verb says: its subject, in a passive whom `by` names, and for a relative pronoun the noun it stands for. Null where unsaid. */
export function subjectOf(doc: Parsed, verb: number): number | null {
  const { grammar } = doc.layers
  const subject = subjectInTree(grammar, verb)
  if (subject < 0) return null
  const clause = grammar.head(subject)
  if (clause === verb && grammar.relation(subject) === 'nsubj:pass') return agentOf(doc, verb)
  return clause >= 0 && grammar.relation(clause).startsWith('acl') && isRelative(doc, subject) ? grammar.head(clause) : subject
}

/** Who does it in a passive: `by …`. */
export function agentOf(doc: Parsed, verb: number): number | null {
  const { token, grammar } = doc.layers
  const agent = grammar
    .children(verb)
    .find(
      (child) =>
        child > verb &&
        grammar.relation(child).startsWith('obl') &&
        grammar.children(child).some((c) => token.norm(c) === 'by' && c < child),
    )
  return agent ?? null
}

/**
 * Whom a verb asks, tells or lets do what an infinitive says, where the tree takes the infinitive for an aim of the verb's own subject:
 * `urged the state to release`; -1 where there is none.
 */
export function controllerOf(grammar: Grammar, verb: number): number {
  if (grammar.relation(verb) !== 'advcl' || grammar.xpos(verb) !== 'VB') return -1
  const governor = grammar.head(verb)
  const lemma = grammar.lemma(governor)
  if (governor > verb || !(REPORTING_VERBS.get(lemma)?.inf === true || embedding('verb', lemma) !== undefined)) return -1
  const to = grammar.children(verb).find((child) => child < verb && grammar.xpos(child) === 'TO')
  return to === undefined ? -1 : (grammar.children(governor).find((child) => isBetween(grammar, child, governor, to)) ?? -1)
}

/** An object right before an infinitive. */
export const isBetween = (grammar: Grammar, object: number, verb: number, to: number): boolean =>
  object > verb && /^i?obj$/.test(grammar.relation(object)) && grammar.subtree(object).last === to - 1

const isRelative = (doc: Parsed, i: number): boolean => isRelativePronoun(doc.layers.token.norm(i))
