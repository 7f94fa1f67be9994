import type { Parsed, TokenRange } from '../quotes/phrase.js'
import { nounPhrase, subjectOf } from '../quotes/phrase.js'

/** Relations that begin another statement: they are no part of the clause that governs them. */
const APART = /^(conj|parataxis|advcl|acl:relcl|ccomp)$/

/** The tokens of the clause around a verb that tell who, what, when and where; other clauses at its edges are left out. */
export function clauseTokens(doc: Parsed, verb: number, sentence: TokenRange): TokenRange {
  const { grammar } = doc.layers
  const subtree = grammar.subtree(verb)
  let first = Math.max(subtree.first, sentence.first)
  let end = Math.min(subtree.last + 1, sentence.end)
  for (const child of grammar.children(verb)) {
    if (!APART.test(grammar.relation(child))) continue
    const { first: from, last } = grammar.subtree(child)
    if (from > verb) end = Math.min(end, from)
    else if (last < verb) first = Math.max(first, last + 1)
  }
  const subject = subjectOf(doc, verb)
  if (subject !== null && subject < verb && subject >= sentence.first && verb - subject < 40)
    first = Math.min(first, nounPhrase(doc, subject).first)
  return trimmed(doc, { first, end })
}

/** Without punctuation and conjunctions at either end. */
function trimmed(doc: Parsed, { first, end }: TokenRange): TokenRange {
  const { grammar } = doc.layers
  const edge = (i: number): boolean => /^(PUNCT|CCONJ|SCONJ)$/.test(grammar.upos(i))
  while (first < end - 1 && edge(first)) first++
  while (end - 1 > first && edge(end - 1)) end--
  return { first, end }
}
