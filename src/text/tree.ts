import type { Grammar } from '../document/grammar.js'

/** How many clauses a subject is looked for upwards: `wants to try to go` takes two steps. */
const STEPS = 5

/** Tokens `[first, end)`. */
export interface TokenRange {
  readonly first: number
  readonly end: number
}

const childWith = (grammar: Grammar, i: number, relations: RegExp): number =>
  grammar.children(i).find((child) => relations.test(grammar.relation(child))) ?? -1

/**
 * Who does what the predicate `i` says: its own subject, that of the verb it is joined to, the one who controls an open complement, or the
 * noun that a relative clause without subject describes. A passive's subject is what is acted on. -1 where there is none.
 */
export function subjectOf(grammar: Grammar, i: number): number {
  let at = i
  for (let step = 0; step < STEPS && at >= 0; step++) {
    const own = childWith(grammar, at, /^(?:nsubj|csubj)(?::|$)/)
    if (own >= 0) return own
    const relation = grammar.relation(at)
    const head = grammar.head(at)
    if (relation === 'xcomp' || relation === 'advcl') {
      const controller = relation === 'xcomp' ? childWith(grammar, head, /^(?:obj|iobj)$/) : -1
      if (controller >= 0) return controller
    } else if (relation === 'acl' || relation === 'acl:relcl') return head
    else if (relation !== 'conj' && relation !== 'parataxis') return -1
    else if (isNeither(grammar, at) && /^(?:NOUN|PROPN|PRON)$/.test(grammar.upos(head))) return head
    at = head
  }
  return -1
}

/** Whether `neither` opens a verb: the tree may join it to its subject (`The ministry neither confirmed nor denied it`). */
const isNeither = (grammar: Grammar, i: number): boolean =>
  grammar.children(i).some((child) => child < i && grammar.lemma(child) === 'neither')

/** What the predicate `i` is done to: its object, or the subject of a passive. -1 where there is none. */
export function objectOf(grammar: Grammar, i: number): number {
  const own = childWith(grammar, i, /^obj$/)
  return own >= 0 ? own : childWith(grammar, i, /^nsubj:pass$/)
}

/** The word that heads the smallest clause around token `i`: its main verb, or the noun or adjective that `is` links. */
export const clauseOf = (grammar: Grammar, i: number): number => grammar.clause(i)

/** What hangs on a noun and is not part of its phrase. */
const OUTSIDE = /^(?:acl:relcl|appos|parataxis|conj|cc|punct|case|mark|cop|nsubj|csubj|aux|advcl|discourse|dep|list|orphan|vocative)(?::|$)/

/**
 * The words of the noun phrase that `i` heads: determiners, adjectives, compounds and what prepositions add, without the preposition
 * before it, relative clauses, appositions and what is joined by `and`.
 */
export function nounPhraseOf(grammar: Grammar, i: number): TokenRange {
  let first = i
  let last = i
  for (const child of grammar.children(i)) {
    if (OUTSIDE.test(grammar.relation(child))) {
      if (child > i && grammar.relation(child) !== 'punct') break
      if (child < i && grammar.relation(child) !== 'punct') first = i
      continue
    }
    const extent = grammar.subtree(child)
    if (child < i) first = Math.min(first, extent.first)
    else last = Math.max(last, extent.last)
  }
  return { first, end: last + 1 }
}
