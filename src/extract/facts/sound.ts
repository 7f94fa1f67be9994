import { childBy } from '../events/arguments.js'
import { mentionOf } from '../../document/entities.js'
import { isTransitive } from '../../lang/en/event-words.js'
import { embedding } from '../../lang/en/embedding.js'
import { ATTRIBUTING_VERBS, canSpeak, REPORTING_VERBS } from '../../lang/en/reporting.js'
import type { Evidence } from './evidence.js'

const RELATIVE = /^(?:who|which|that|whom)$/

/** Whether the tree hangs a clause on a verb that takes none: `officers who support the president will wear …` are two. */
export function isMisplaced({ doc }: Evidence, verb: number): boolean {
  const { grammar } = doc.layers
  const governor = grammar.head(verb)
  if (grammar.relation(verb) !== 'ccomp' || grammar.upos(governor) !== 'VERB' || governor > verb || childBy(grammar, verb, 'mark') >= 0)
    return false
  const lemma = grammar.lemma(governor)
  return REPORTING_VERBS.get(lemma)?.that !== true && embedding('verb', lemma) === undefined && !TAKES_CLAUSE.test(lemma)
}

/** Whether a clause with a subject of its own describes a noun without `that`: `the memos he wrote`; the noun is what it lacks. */
export const isContact = ({ doc: { layers } }: Evidence, verb: number, subject: number): boolean =>
  /^acl/.test(layers.grammar.relation(verb)) &&
  /^(?:NOUN|PROPN|NUM|PRON)$/.test(layers.grammar.upos(layers.grammar.head(verb))) &&
  layers.grammar.upos(layers.grammar.subtree(subject).first - 1) !== 'PUNCT' &&
  childBy(layers.grammar, verb, 'mark') < 0 &&
  layers.grammar.head(subject) === verb &&
  !/^W/.test(layers.grammar.xpos(subject)) &&
  !RELATIVE.test(layers.token.norm(subject))

/** Verbs that take a clause and neither report it nor say how certain it is. */
const TAKES_CLAUSE = /^(?:mean|make|let|see|watch|hear|help|have|be|wish|hope|ensure|prove|tell|find|feel|guarantee)$/

/** Whether somebody who speaks would call himself `he`: the pronoun stands for another. */
export function saysHimself(evidence: Evidence, verb: number, tokens: readonly number[]): boolean {
  const speaker = evidence.speakerOf(verb)
  if (speaker === null) return false
  const { token, entity } = evidence.doc.layers
  return tokens.some((i) => THIRD.test(token.norm(i)) && mentionOf(entity, token, i)?.entity === speaker)
}

const THIRD = /^(?:he|she|him|her|his|hers|it|its|they|them|their)$/

/** Whether an auxiliary stands before the subject: `Should Ann Lee go`, `Did he`. */
export const isInverted = ({ doc: { layers } }: Evidence, verb: number, subject: number): boolean =>
  subject < verb &&
  layers.grammar
    .children(verb)
    .some((child) => child < subject && /^aux/.test(layers.grammar.relation(child)) && layers.grammar.upos(child - 1) !== 'ADV')

/** Relations of nouns: a verb that has one is a noun with a wrong tag. */
const NOMINAL = /^(?:obj|iobj|nsubj|nsubj:pass|obl|nmod|compound|amod|flat|appos)$/

/** Whether a second clause stands among the words with nothing to open it: the tree has mixed two statements. */
export function isTangled({ doc }: Evidence, tokens: readonly number[], chain: readonly number[]): boolean {
  const { grammar } = doc.layers
  return tokens.some((i) => {
    if (!/^VB[DZP]$/.test(grammar.xpos(i)) || NOMINAL.test(grammar.relation(i))) return false
    const verb = /^(?:aux|cop)/.test(grammar.relation(i)) ? grammar.head(i) : i
    if (chain.includes(verb) || grammar.relation(verb) === 'acl') return false
    const { first } = grammar.subtree(verb)
    return !tokens.some(
      (word) =>
        word >= first && word < i && (grammar.upos(word) === 'SCONJ' || grammar.relation(word) === 'mark' || /^W/.test(grammar.xpos(word))),
    )
  })
}

/** Singular nouns of several: `a majority of them want`. */
const AMOUNTS =
  /^(?:percent|%|majority|half|third|quarter|lot|number|couple|pair|rest|variety|group|range|handful|series|dozen|score|host|bulk|most)$/

/** Whether a verb in the plural has more than one for its subject; `Ann Lee have voiced` is a wrong tree. */
export function agrees({ doc }: Evidence, verb: number, subject: number): boolean {
  const { grammar, entity, token } = doc.layers
  const mention = mentionOf(entity, token, subject)
  if (/^(?:NNPS|NNS|PRP|DT|CD)$/.test(grammar.xpos(subject)) && !/^(?:he|she|it)$/.test(token.norm(subject))) return true
  if (AMOUNTS.test(grammar.lemma(subject)) || grammar.children(subject).some((child) => grammar.relation(child) === 'nummod')) return true
  if (
    mention === null ? grammar.upos(subject) !== 'NOUN' || canSpeak(grammar.lemma(subject)) : entity.all[mention.entity]!.type !== 'PERSON'
  )
    return true
  if (/^they$/.test(token.norm(subject)) || grammar.children(subject).some((child) => grammar.relation(child) === 'conj')) return true
  const auxiliary = grammar.children(verb).find((child) => /^aux/.test(grammar.relation(child)))
  return auxiliary === undefined ? grammar.xpos(verb) !== 'VBP' : !/^(?:have|are|were|do)$/.test(token.norm(auxiliary))
}

/** Whether a relative pronoun stands right after the noun it is about. */
export const follows = ({ doc: { layers } }: Evidence, tokens: readonly number[], k: number): boolean =>
  k > 0 && tokens[k - 1] === tokens[k]! - 1 && /^(?:NOUN|PROPN)$/.test(layers.grammar.upos(tokens[k - 1]!))

/** Whether a word announces a clause that is left out: `after learning …`, `a statement saying …`. */
export function lacks({ doc: { layers } }: Evidence, tokens: ReadonlySet<number>): boolean {
  const { grammar } = layers
  for (const i of tokens)
    if (/^(?:VERB|ADJ)$/.test(grammar.upos(i)))
      for (const child of grammar.children(i)) if (/^(?:ccomp|xcomp)$/.test(grammar.relation(child)) && !tokens.has(child)) return true
  return false
}

/** Whether what `and` joins has lost what stands before it: `a plan to invest money [and build a plant, and] similar deals`. */
export const isGapped = ({ doc: { layers } }: Evidence, tokens: readonly number[], verb: number): boolean =>
  tokens.some(
    (i, k) =>
      k > 0 &&
      tokens[k - 1]! < i - 2 &&
      layers.grammar.upos(i - 1) === 'CCONJ' &&
      layers.grammar.head(i - 1) !== verb &&
      layers.grammar.upos(i) !== 'VERB',
  )

/** Whether a clause stands in what somebody says, and its subject before that: the tree has mixed two clauses. */
export function isOutside(evidence: Evidence, verb: number, subject: number): boolean {
  const { token, grammar } = evidence.doc.layers
  if (grammar.relation(verb) !== 'conj') return false
  const at = { start: token.start[verb]!, end: token.end[verb]! }
  const quote = evidence.quoteOf(at)
  return quote !== null && CLAUSAL.test(quote.rule) && token.start[subject]! < quote.start
}

const CLAUSAL = /verb-content|content-verb|verb-clause/

/**
 * Whether somebody else stands between a name and its verb, behind a comma that none closes: `after a meeting of Ann Lee, mayor Peter Lund left`
 * has the wrong subject.
 */
export function isOvertaken(evidence: Evidence, verb: number, subject: number): boolean {
  const { token, entity, grammar } = evidence.doc.layers
  // `Firing Ann Lee would be hard`
  if (grammar.head(subject) === verb && grammar.xpos(subject - 1) === 'VBG' && grammar.upos(subject - 1) === 'VERB') return true
  if (subject >= verb || !evidence.isPerson(subject)) return false
  const own = mentionOf(entity, token, subject)!
  let commas = 0
  for (let i = subject + 1; i < verb; i++) {
    if (token.norm(i) === ',') commas++
    if (commas !== 1 || grammar.upos(i) !== 'PROPN' || !evidence.isPerson(i)) continue
    const other = mentionOf(entity, token, i)!
    const next = token.at(other.end - 1) + 1
    if (other.entity !== own.entity && (next === verb || /^(?:AUX|ADV)$/.test(grammar.upos(next)))) return true
  }
  return false
}

/** Whether a clause is what somebody thinks or says of whom no quotation tells: it is not the article's own. */
export function isUnsaid(evidence: Evidence, verb: number): boolean {
  const { token, grammar } = evidence.doc.layers
  const governor = grammar.head(verb)
  if (grammar.relation(verb) !== 'ccomp' || governor < 0 || !REPORTING_VERBS.has(grammar.lemma(governor))) return false
  return evidence.chain({ start: token.start[verb]!, end: token.end[verb]! }).length === 0
}

/** Whether `its` or `their` stands for nothing that the words name before it: `Ann Lee hedged on its constitutionality`. */
export function isUnclear(evidence: Evidence, tokens: readonly number[], i: number): boolean {
  const { grammar, token, entity } = evidence.doc.layers
  const norm = token.norm(i)
  if (grammar.xpos(i) !== 'PRP$' || !/^(?:its|their)$/.test(norm)) return false
  if (mentionOf(entity, token, i) !== null) return false
  return !tokens.some(
    (other) => other < i && /^(?:NOUN|PROPN|NUM)$/.test(grammar.upos(other)) && (norm === 'their' || !evidence.isPerson(other)),
  )
}

/** Whether `both` or `either` is told without the other of two. */
export const isHalf = ({ doc: { layers } }: Evidence, tokens: readonly number[]): boolean =>
  tokens.some(
    (i, k) =>
      /^cc:preconj$/.test(layers.grammar.relation(i)) && !tokens.slice(k + 1).some((other) => layers.grammar.upos(other) === 'CCONJ'),
  )

/** Whether `so` announces what came of it, which is left out: `was so appalled by it [that he left]`. */
export const isResult = ({ doc: { layers } }: Evidence, tokens: readonly number[]): boolean =>
  tokens.some((i, k) => {
    const { grammar, token } = layers
    return token.norm(i) === 'so' && grammar.relation(i) === 'advmod' && grammar.head(i) > i && k + 1 < tokens.length
  })

/** Whether the words end inside a phrase: what stands right behind them goes on with it, and opens no clause of its own. */
export function isCut({ doc }: Evidence, tokens: readonly number[]): boolean {
  const { grammar, token } = doc.layers
  const next = tokens.at(-1)! + 1
  if (next >= token.count) return false
  const tag = grammar.upos(next)
  if (/^(?:as|than)$/.test(token.norm(next)) && /^(?:ADP|SCONJ)$/.test(tag) && grammar.relation(grammar.head(next)) === 'advcl') {
    const clause = grammar.head(next)
    return !grammar.children(clause).some((child) => grammar.relation(child).startsWith('nsubj'))
  }
  if (tag === 'CCONJ') {
    const joined = grammar.head(next)
    return (
      joined > next &&
      /^(?:NOUN|PROPN|NUM|ADJ)$/.test(grammar.upos(joined)) &&
      !grammar.children(joined).some((child) => /^(?:nsubj|cop)/.test(grammar.relation(child)))
    )
  }
  return false
}

/** Whether the last word (an adverb left out) is a participle that says what is left out: `a statement saying only …`. */
export function dangles({ doc: { layers } }: Evidence, last: number, chain: readonly number[]): boolean {
  const { grammar } = layers
  const at = grammar.upos(last) === 'ADV' ? last - 1 : last
  const lemma = grammar.lemma(at)
  // `voters said`: what they said is left out
  if (chain.includes(at) && grammar.xpos(at) !== 'VBN' && ATTRIBUTING_VERBS.get(lemma)?.that === true) return true
  return grammar.xpos(at) === 'VBG' && !chain.includes(at) && (ATTRIBUTING_VERBS.get(lemma)?.that === true || isTransitive(lemma))
}
