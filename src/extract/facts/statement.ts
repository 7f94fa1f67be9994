import { argumentsOf, childBy, isFinite } from '../events/arguments.js'
import { chainOf, clauseTokens } from '../events/clause.js'
import type { Grammar } from '../../document/grammar.js'
import { firstEndingAfter } from '../../document/span.js'
import { nounPhraseOf } from '../../text/tree.js'
import type { Evidence } from './evidence.js'
import {
  agrees,
  dangles,
  follows,
  isContact,
  isCut,
  isGapped,
  isHalf,
  isInverted,
  isMisplaced,
  isOutside,
  isOvertaken,
  isResult,
  isTangled,
  isUnclear,
  isUnsaid,
  lacks,
  saysHimself,
} from './sound.js'

/** A clause as a sentence of its own. */
export interface Statement {
  readonly words: string
  readonly tokens: ReadonlySet<number>
}

const RELATIVE = /^(?:who|which|that|whom)$/

/** Prepositions that no subject has before it. */
const PLACED = /^(?:of|in|at|on|across|among|for|from|with|by|toward|towards|to|through)$/

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
    wording.isDate(subject) ||
    /^(?:those|these|this|that|such|one|ones|another)$/.test(token.norm(subject)) ||
    (grammar.head(subject) === top &&
      grammar.children(subject).some((child) => grammar.relation(child) === 'case' && PLACED.test(token.norm(child)))) ||
    childBy(grammar, top, 'expl') >= 0 ||
    grammar.children(top).some((child) => grammar.relation(child) === 'mark' && /^(?:if|unless|whether)$/.test(token.norm(child))) ||
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
  const lead = own ? [] : leading(evidence, subject, top)
  if (lead.length > 0 && grammar.upos(lead[0]!) === 'VERB') return null
  if (!own && lead.at(-1)! >= (plain[0] ?? 0)) return null
  const auxiliary = own ? '' : auxiliaryOf(evidence, top, subject)
  if (auxiliary && token.norm(plain[0]!) !== auxiliary) inserted.set(plain[0]!, auxiliary)
  else if (!isFinite(doc, top)) return null
  if (!agrees(evidence, top, subject)) return null
  const said = evidence.endOfWords(top)
  const from = Math.max(opening + 1, own ? frontOf(evidence, plain, subject) : 0)
  const all = trimmed(evidence, wording.withWholeDates([...lead, ...plain].filter((i) => i >= from && (i < top || i < said))), chain)
  if (
    all === null ||
    /^(?:AUX|VERB|PART)$/.test(grammar.upos(all[0]!)) ||
    /^W/.test(grammar.xpos(all[0]!)) ||
    isTangled(evidence, all, chain)
  )
    return null
  if (all.some((i, k) => (/^W(?:DT|P)/.test(grammar.xpos(i)) && !follows(evidence, all, k)) || /^[()[\]]$/.test(token.norm(i)))) return null
  if (all.some((i) => wording.isLost(i) && !/^W/.test(grammar.xpos(i)) && /^(?:nsubj|obj|iobj|obl|nsubj:pass)$/.test(grammar.relation(i))))
    return null
  if (
    saysHimself(evidence, top, all) ||
    /^(?:in case|as if|even if|only if|so that)\b/i.test(`${token.norm(all[0]!)} ${token.norm(all[1] ?? -1)}`)
  )
    return null
  const told = new Set(all)
  // `Republicans that the prospects …`: two clauses in one
  if (all.some((i, k) => k > 0 && token.norm(i) === 'that' && grammar.relation(i) === 'mark' && grammar.head(i) === top)) return null
  if (all.some((i) => isUnclear(evidence, all, i))) return null
  if (
    lacks(evidence, told) ||
    isGapped(evidence, all, top) ||
    isOutside(evidence, top, subject) ||
    isOvertaken(evidence, top, subject) ||
    isUnsaid(evidence, top) ||
    isHalf(evidence, all) ||
    isResult(evidence, all) ||
    isCut(evidence, all)
  )
    return null
  const words = wording.of(all, inserted)
  return { words: sentenceLike(words), tokens: told }
}

/** Where the words begin: at the subject where what stands before it is the rest of a phrase that is left out. */
function frontOf({ doc }: Evidence, tokens: readonly number[], subject: number): number {
  const { grammar, token } = doc.layers
  const first = tokens[0]!
  const phrase = nounPhraseOf(grammar, subject).first
  if (first < phrase && (token.norm(first) === 'with' || hasDash(doc, first, phrase))) return phrase
  return first < phrase &&
    grammar.upos(first) === 'ADP' &&
    /^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(grammar.upos(first - 1)) &&
    !opensSentence(doc, first)
    ? phrase
    : first
}

/** `…, with some of it going to schools — the city spends`: a dash ends what stands in front. */
function hasDash({ layers: { token } }: Evidence['doc'], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (/^(?:—|–|--|;|:)$/.test(token.norm(i))) return true
  return false
}

const opensSentence = ({ layers: { sentence, token } }: Evidence['doc'], i: number): boolean =>
  sentence[Math.min(firstEndingAfter(sentence, token.start[i]!), sentence.length - 1)]!.firstToken === i

/** Words that only join a clause to another, whatever the tree calls them. */
const OPENERS = /^(?:and|but|or|as|that|because|while|when|where|although|though)$/

/** What opens a clause though the tree takes it for the preposition of its subject. */
const OPENS_CLAUSE = /^(?:after|before|since|until|as|while|when|because|once)$/

/** Words after which something is missing. */
const BREAKS_OFF = /^(?:en|being|been|be|than|when|as|if|so|more|less|not|to|how|where|both|either|neither|who|which|that|whom|[([])$/

/** Without the conjunctions at its start; null where it opens with a condition or breaks off before what its last word announces. */
function trimmed(evidence: Evidence, tokens: readonly number[], chain: readonly number[]): number[] | null {
  const { grammar, token } = evidence.doc.layers
  let first = 0
  while (
    first < tokens.length &&
    (/^(?:cc|mark|cc:preconj)$/.test(grammar.relation(tokens[first]!)) || OPENERS.test(token.norm(tokens[first]!)))
  ) {
    const opener = tokens[first]!
    if (/^(?:if|unless|whether|with)$/.test(token.norm(opener)) || isPointer(grammar, opener)) return null
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
  // `…, a figure [that meant …]`: a noun that only its clause tells
  const last = tokens.at(-1)!
  if (/^(?:that|which|who)$/.test(token.norm(last + 1)) && grammar.upos(last) === 'NOUN' && grammar.upos(last - 1) === 'DET')
    return token.norm(last - 2) === ',' ? tokens.length - 2 : tokens.length
  return tokens.length
}

/** `That figure`: what stands before tells which. */
const isPointer = (grammar: Grammar, opener: number): boolean =>
  /^(?:det|nsubj)/.test(grammar.relation(opener)) && /^(?:DET|PRON)$/.test(grammar.upos(opener))

/** The phrase of a subject that stands outside the clause. */
function leading({ doc }: Evidence, subject: number, verb: number): number[] {
  const { grammar } = doc.layers
  const phrase = nounPhraseOf(grammar, subject)
  const { first } = phrase
  const name = grammar.children(subject).findLast((child) => isBeside(doc, subject, child))
  const named = name === undefined ? 0 : grammar.subtree(name).last + 1
  const limit = /^nsubj/.test(grammar.relation(subject)) && grammar.head(subject) > subject ? grammar.head(subject) : phrase.end
  const reach = Math.max(phrase.end, named)
  const opens = grammar.subtree(verb).first
  const end = Math.min(Math.max(limit, named), subject < verb && opens > subject ? Math.max(named, opens) : reach)
  return Array.from({ length: end - first }, (_, k) => first + k).filter(
    (i) => doc.layers.grammar.upos(i) !== 'PUNCT' || doc.layers.token.joined(i),
  )
}

/** A name right behind a title: `council member Ann Lee`. */
const isBeside = ({ layers: { grammar, token } }: Evidence['doc'], subject: number, child: number): boolean =>
  child > subject &&
  /^(?:appos|flat)$/.test(grammar.relation(child)) &&
  grammar.upos(child) === 'PROPN' &&
  grammar.subtree(child).first === subject + 1 &&
  token.norm(subject + 1) !== ','

/** What a clause without its subject leaves to another: `will` of the verb it joins, `was` of a bare participle. */
function auxiliaryOf({ doc }: Evidence, verb: number, subject: number): string {
  const { grammar, token } = doc.layers
  if (grammar.children(verb).some((child) => /^aux/.test(grammar.relation(child)))) return ''
  if (grammar.relation(verb) === 'acl' && childBy(grammar, verb, 'obj') >= 0) return ''
  if (grammar.relation(verb) === 'acl' && grammar.xpos(verb) !== 'VBN') return ''
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
