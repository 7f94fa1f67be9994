import { argumentsOf, childBy, isFinite } from '../events/arguments.js'
import { chainOf, clauseTokens } from '../events/clause.js'
import { mentionAt } from '../../document/entities.js'
import { firstEndingAfter } from '../../document/span.js'
import { isTransitive } from '../../lang/en/event-words.js'
import { embedding } from '../../lang/en/embedding.js'
import { ATTRIBUTING_VERBS, canSpeak, REPORTING_VERBS } from '../../lang/en/reporting.js'
import { nounPhraseOf } from '../../text/tree.js'
import type { Evidence } from './evidence.js'

/** A clause as a sentence of its own. */
export interface Statement {
  readonly words: string
  readonly tokens: ReadonlySet<number>
}

const RELATIVE = /^(?:who|which|that|whom)$/

/** What a verb's clause says as a sentence that stands alone; null where its subject is nobody known or its words would not make one. */
export function statementOf(evidence: Evidence, verb: number): Statement | null {
  let statement = evidence.statements.get(verb)
  if (statement === undefined) evidence.statements.set(verb, (statement = madeOf(evidence, verb)))
  return statement
}

function madeOf(evidence: Evidence, verb: number): Statement | null {
  const { doc, wording } = evidence
  const { grammar, token } = doc.layers
  const chain = chainOf(doc, verb)
  const top = chain[0]!
  const tokens = clauseTokens(doc, top, chain.slice(1))
  const { agent, patient, passive } = argumentsOf(doc, top)
  const subject = passive ? patient : agent
  const inserted = new Map<number, string>()
  if (
    subject < 0 ||
    isInverted(evidence, top, subject) ||
    wording.isLost(subject) ||
    childBy(grammar, top, 'expl') >= 0 ||
    childBy(grammar, top, 'nsubj:outer') >= 0
  )
    return null
  if (
    grammar.children(verb).some((child) => grammar.relation(child) === 'ccomp') ||
    isMisplaced(evidence, top) ||
    isContact(evidence, top, subject)
  )
    return null
  const own = tokens.includes(subject)
  const opening = Math.max(
    grammar.children(top).findLast((child) => child < subject && (grammar.relation(child) === 'mark' || grammar.xpos(child) === 'WRB')) ??
      -1,
    grammar.children(subject).find((child) => grammar.relation(child) === 'case' && OPENS_CLAUSE.test(token.norm(child))) ?? -1,
  )
  const plain = own ? tokens : tokens.filter((i, k) => !RELATIVE.test(token.norm(i)) || (k > 0 && grammar.head(i) !== top))
  const lead = own ? [] : leading(evidence, subject)
  if (lead.length > 0 && grammar.upos(lead[0]!) === 'VERB') return null
  if (!own && lead.at(-1)! >= (plain[0] ?? 0)) return null
  const auxiliary = own ? '' : auxiliaryOf(evidence, top, subject)
  if (auxiliary) inserted.set(plain[0]!, auxiliary)
  else if (!isFinite(doc, top)) return null
  if (!agrees(evidence, top, subject)) return null
  const said = evidence.endOfWords(top)
  const from = Math.max(opening + 1, own ? frontOf(evidence, plain, subject) : 0)
  const all = trimmed(
    evidence,
    [...lead, ...plain].filter((i) => i >= from && (i < top || i < said)),
    chain,
  )
  if (all === null || /^(?:AUX|VERB)$/.test(grammar.upos(all[0]!)) || /^W/.test(grammar.xpos(all[0]!)) || isTangled(evidence, all, chain))
    return null
  if (all.some((i, k) => (/^W(?:DT|P)/.test(grammar.xpos(i)) && !follows(evidence, all, k)) || /^[()[\]]$/.test(token.norm(i)))) return null
  if (all.some((i) => wording.isLost(i) && !/^W/.test(grammar.xpos(i)) && /^(?:nsubj|obj|nsubj:pass)$/.test(grammar.relation(i))))
    return null
  if (
    saysHimself(evidence, top, all) ||
    /^(?:in case|as if|even if|only if|so that)\b/i.test(`${token.norm(all[0]!)} ${token.norm(all[1] ?? -1)}`)
  )
    return null
  const told = new Set(all)
  if (all.some((i) => isUnclear(evidence, all, i))) return null
  if (lacks(evidence, told) || isHalf(evidence, all) || isCut(evidence, all)) return null
  const words = wording.of(all, inserted)
  return { words: sentenceLike(words), tokens: told }
}

/** Whether the tree hangs a clause on a verb that takes none: `officers who support the president will wear …` are two. */
function isMisplaced({ doc }: Evidence, verb: number): boolean {
  const { grammar } = doc.layers
  const governor = grammar.head(verb)
  if (grammar.relation(verb) !== 'ccomp' || grammar.upos(governor) !== 'VERB' || governor > verb || childBy(grammar, verb, 'mark') >= 0)
    return false
  const lemma = grammar.lemma(governor)
  return REPORTING_VERBS.get(lemma)?.that !== true && embedding('verb', lemma) === undefined && !TAKES_CLAUSE.test(lemma)
}

/** Whether a clause with a subject of its own describes a noun without `that`: `the memos he wrote`; the noun is what it lacks. */
const isContact = ({ doc: { layers } }: Evidence, verb: number, subject: number): boolean =>
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
function saysHimself(evidence: Evidence, verb: number, tokens: readonly number[]): boolean {
  const speaker = evidence.speakerOf(verb)
  if (speaker === null) return false
  const { token, entity } = evidence.doc.layers
  return tokens.some(
    (i) => THIRD.test(token.norm(i)) && mentionAt(entity, { start: token.start[i]!, end: token.end[i]! })?.entity === speaker,
  )
}

const THIRD = /^(?:he|she|him|her|his|hers|it|its|they|them|their)$/

/** Where the words begin: at the subject where what stands before it is the rest of a phrase that is left out. */
function frontOf({ doc }: Evidence, tokens: readonly number[], subject: number): number {
  const { grammar } = doc.layers
  const first = tokens[0]!
  const phrase = nounPhraseOf(grammar, subject).first
  return first < phrase &&
    grammar.upos(first) === 'ADP' &&
    /^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(grammar.upos(first - 1)) &&
    !opensSentence(doc, first)
    ? phrase
    : first
}

const opensSentence = ({ layers: { sentence, token } }: Evidence['doc'], i: number): boolean =>
  sentence[Math.min(firstEndingAfter(sentence, token.start[i]!), sentence.length - 1)]!.firstToken === i

/** Whether an auxiliary stands before the subject: `Should Ann Lee go`, `Did he`. */
const isInverted = ({ doc: { layers } }: Evidence, verb: number, subject: number): boolean =>
  subject < verb &&
  layers.grammar
    .children(verb)
    .some((child) => child < subject && /^aux/.test(layers.grammar.relation(child)) && layers.grammar.upos(child - 1) !== 'ADV')

/** Relations of nouns: a verb that has one is a noun with a wrong tag. */
const NOMINAL = /^(?:obj|iobj|nsubj|nsubj:pass|obl|nmod|compound|amod|flat|appos)$/

/** Whether a second clause stands among the words with nothing to open it: the tree has mixed two statements. */
function isTangled({ doc }: Evidence, tokens: readonly number[], chain: readonly number[]): boolean {
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
function agrees({ doc }: Evidence, verb: number, subject: number): boolean {
  const { grammar, entity, token } = doc.layers
  const mention = mentionAt(entity, { start: token.start[subject]!, end: token.end[subject]! })
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

/** Words that only join a clause to another, whatever the tree calls them. */
const OPENERS = /^(?:and|but|or|as|that|because|while|when|where|although|though)$/

/** Whether a relative pronoun stands right after the noun it is about. */
const follows = ({ doc: { layers } }: Evidence, tokens: readonly number[], k: number): boolean =>
  k > 0 && tokens[k - 1] === tokens[k]! - 1 && /^(?:NOUN|PROPN)$/.test(layers.grammar.upos(tokens[k - 1]!))

/** Whether a word announces a clause that is left out: `after learning …`, `a statement saying …`. */
function lacks({ doc: { layers } }: Evidence, tokens: ReadonlySet<number>): boolean {
  const { grammar } = layers
  for (const i of tokens)
    if (/^(?:VERB|ADJ)$/.test(grammar.upos(i)))
      for (const child of grammar.children(i)) if (/^(?:ccomp|xcomp)$/.test(grammar.relation(child)) && !tokens.has(child)) return true
  return false
}

/** Whether `its` or `their` stands for nothing that the words name before it: `Ann Lee hedged on its constitutionality`. */
function isUnclear(evidence: Evidence, tokens: readonly number[], i: number): boolean {
  const { grammar, token, entity } = evidence.doc.layers
  const norm = token.norm(i)
  if (grammar.xpos(i) !== 'PRP$' || !/^(?:its|their)$/.test(norm)) return false
  if (mentionAt(entity, { start: token.start[i]!, end: token.end[i]! }) !== null) return false
  return !tokens.some(
    (other) => other < i && /^(?:NOUN|PROPN|NUM)$/.test(grammar.upos(other)) && (norm === 'their' || !evidence.isPerson(other)),
  )
}

/** Whether `both` or `either` is told without the other of two. */
const isHalf = ({ doc: { layers } }: Evidence, tokens: readonly number[]): boolean =>
  tokens.some(
    (i, k) =>
      /^cc:preconj$/.test(layers.grammar.relation(i)) && !tokens.slice(k + 1).some((other) => layers.grammar.upos(other) === 'CCONJ'),
  )

/** Whether the words end inside a phrase: what stands right behind them goes on with it, and opens no clause of its own. */
function isCut({ doc }: Evidence, tokens: readonly number[]): boolean {
  const { grammar, token } = doc.layers
  const next = tokens.at(-1)! + 1
  if (next >= token.count) return false
  const tag = grammar.upos(next)
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
function dangles({ doc: { layers } }: Evidence, last: number, chain: readonly number[]): boolean {
  const { grammar } = layers
  const at = grammar.upos(last) === 'ADV' ? last - 1 : last
  const lemma = grammar.lemma(at)
  return grammar.xpos(at) === 'VBG' && !chain.includes(at) && (ATTRIBUTING_VERBS.get(lemma)?.that === true || isTransitive(lemma))
}

/** What opens a clause though the tree takes it for the preposition of its subject. */
const OPENS_CLAUSE = /^(?:after|before|since|until|as|while|when|because|once)$/

/** Words after which something is missing. */
const BREAKS_OFF = /^(?:en|than|when|as|if|so|more|less|not|to|how|where|both|either|neither|who|which|that|whom|[([])$/

/** Without the conjunctions at its start; null where it opens with a condition or breaks off before what its last word announces. */
function trimmed(evidence: Evidence, tokens: readonly number[], chain: readonly number[]): number[] | null {
  const { grammar, token } = evidence.doc.layers
  let first = 0
  while (
    first < tokens.length &&
    (/^(?:cc|mark|cc:preconj)$/.test(grammar.relation(tokens[first]!)) || OPENERS.test(token.norm(tokens[first]!)))
  ) {
    const opener = tokens[first]!
    if (/^(?:if|unless|whether|with)$/.test(token.norm(opener))) return null
    if (grammar.relation(opener) === 'mark' && !chain.includes(grammar.head(opener))) return null
    first++
  }
  tokens = tokens.slice(0, beforeDistance(evidence, tokens))
  if (tokens.length === 0) return null
  const last = tokens.at(-1)!
  const announces =
    /^(?:DET|CCONJ|SCONJ|AUX)$/.test(grammar.upos(last)) ||
    (grammar.upos(last) === 'ADP' && grammar.relation(last) !== 'compound:prt') ||
    grammar.xpos(last) === 'POS' ||
    (grammar.xpos(last) === 'VBN' && grammar.relation(last) === 'acl') ||
    BREAKS_OFF.test(token.norm(last)) ||
    (token.joined(last) && token.norm(last + 1) === '-') ||
    dangles(evidence, last, chain)
  return first === tokens.length || announces ? null : tokens.slice(first)
}

/** How many tokens stand before a stretch of time that only its clause tells: `arrived on Monday, a day` [before the talks begin]. */
function beforeDistance({ doc }: Evidence, tokens: readonly number[]): number {
  const { grammar, token } = doc.layers
  const unit = tokens.findIndex(
    (i, k) =>
      k > 1 &&
      /^(?:before|after|since)$/.test(token.norm(i + 1)) &&
      /^(?:minute|hour|day|week|month|year|decade)$/.test(grammar.lemma(i)) &&
      (grammar.relation(i + 1) !== 'case' || !tokens.includes(i + 2)),
  )
  for (let k = unit; k > 0 && unit - k < 4; k--) if (token.norm(tokens[k]! - 1) === ',') return k
  return tokens.length
}

/** The phrase of a subject that stands outside the clause. */
function leading({ doc }: Evidence, subject: number): number[] {
  const { grammar } = doc.layers
  const phrase = nounPhraseOf(grammar, subject)
  const { first } = phrase
  const end =
    /^nsubj/.test(grammar.relation(subject)) && grammar.head(subject) > subject ? Math.min(phrase.end, grammar.head(subject)) : phrase.end
  return Array.from({ length: end - first }, (_, k) => first + k).filter(
    (i) => doc.layers.grammar.upos(i) !== 'PUNCT' || doc.layers.token.joined(i),
  )
}

/** What a clause without its subject leaves to another: `will` of the verb it joins, `was` of a bare participle. */
function auxiliaryOf({ doc }: Evidence, verb: number, subject: number): string {
  const { grammar, token } = doc.layers
  if (grammar.children(verb).some((child) => /^aux/.test(grammar.relation(child)))) return ''
  if (grammar.relation(verb) === 'acl' && childBy(grammar, verb, 'obj') >= 0) return ''
  if (grammar.relation(verb) === 'acl') return /^(?:NNS|NNPS)$/.test(grammar.xpos(subject)) ? 'were' : 'was'
  if (grammar.relation(verb) !== 'conj' || !/^(?:VB|VBN|VBG)$/.test(grammar.xpos(verb))) return ''
  return grammar
    .children(grammar.head(verb))
    .filter((child) => /^aux/.test(grammar.relation(child)))
    .map((child) => token.norm(child))
    .join(' ')
}

/** Words without the comma or dash that a left-out part leaves behind. */
export const sentenceLike = (words: string): string => words.replace(/^[,;:–—-]+ */, '').replace(/[ ,;:–—-]+$/, '')
