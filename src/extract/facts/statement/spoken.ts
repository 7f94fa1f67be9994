import { isRelativePronoun } from '../../../lang/en/pronouns.js'
import { firstEndingAfter } from '../../../document/span.js'
import { TokenKind } from '../../../document/tokens.js'
import { nounPhraseOf } from '../../../text/tree.js'
import { clauseTokens } from '../../events/clause.js'
import type { Clause } from './clause.js'
import { auxiliaryOf, leading } from './lead.js'

/** A clause with the words that would tell it. */
export interface Spoken extends Clause {
  /** The phrase of a subject that stands outside the clause; empty where the clause has its own. */
  readonly lead: readonly number[]
  /** The first word of the clause itself. */
  readonly first: number
  /** What is said before that word, for it is left to another clause: `was`, `will`; '' for nothing. */
  readonly auxiliary: string
  /** The conjunctions that stood before the words, left out. */
  readonly openers: readonly number[]
  /** All that is told, in text order. */
  readonly tokens: readonly number[]
}

/** The words of a clause that has a subject: its own and its subject's, without what only links it to other clauses. */
export function spokenOf(clause: Clause): Spoken {
  const { evidence, grammar, token, verb, chain, top, subject } = clause
  const tokens = clauseTokens(evidence.doc, top, chain.slice(1))
  const own = tokens.includes(subject)
  const plain = own ? tokens : tokens.filter((i, k) => !isRelativePronoun(token.norm(i)) || (k > 0 && grammar.head(i) !== top))
  const lead = own ? [] : leading(clause)
  const first = plain[0] ?? -1
  const auxiliary = own ? '' : auxiliaryOf(clause)
  const end = evidence.endOfWords(top)
  const from = Math.max(openingOf(clause) + 1, own ? frontOf(clause, first) : 0)
  const all = evidence.wording.withWholeDates([...lead, ...plain].filter((i) => i >= from && (i < top || i < end)))
  const opens = (i: number): boolean =>
    grammar.upos(i) !== 'NUM' &&
    token.kind[i] === TokenKind.word &&
    (/^(?:cc|mark|cc:preconj)$/.test(grammar.relation(i)) || OPENERS.test(token.norm(i)))
  const opened = all.findIndex((i) => !opens(i))
  const begin = opened < 0 ? all.length : opened
  return {
    // one by one: to spread the clause costs a tenth of the time of all facts
    evidence,
    grammar,
    token,
    verb,
    chain,
    top,
    subject,
    lead,
    first,
    auxiliary: token.norm(first) === auxiliary ? '' : auxiliary,
    openers: all.slice(0, begin),
    tokens: all.slice(begin, beforeDistance(clause, all)),
  }
}

/** Words that only join a clause to another, whatever the tree calls them. */
const OPENERS = /^(?:and|but|or|as|that|because|while|when|where|although|though)$/

/** What opens a clause though the tree takes it for the preposition of its subject. */
const OPENS_CLAUSE = /^(?:after|before|since|until|as|while|when|because|once)$/

/** The word that opens the clause, before its subject; -1 where there is none. */
const openingOf = ({ grammar, token, top, subject }: Clause): number =>
  Math.max(
    grammar
      .children(top)
      .findLast(
        (child) =>
          child < subject &&
          ((grammar.relation(child) === 'mark' && grammar.upos(child) !== 'NUM' && token.kind[child] === TokenKind.word) ||
            grammar.xpos(child) === 'WRB'),
      ) ?? -1,
    grammar.children(subject).find((child) => grammar.relation(child) === 'case' && OPENS_CLAUSE.test(token.norm(child))) ?? -1,
  )

/** Where the words begin: at the subject where what stands before it is the rest of a phrase that is left out. */
function frontOf(clause: Clause, first: number): number {
  const { grammar, token, subject } = clause
  const phrase = nounPhraseOf(grammar, subject).first
  if (first < phrase && (token.norm(first) === 'with' || hasDash(clause, first, phrase))) return phrase
  return first < phrase &&
    grammar.upos(first) === 'ADP' &&
    /^(?:NOUN|PROPN|ADJ|VERB|NUM)$/.test(grammar.upos(first - 1)) &&
    !opensSentence(clause, first)
    ? phrase
    : first
}

/** `…, with some of it going to schools — the city spends`: a dash ends what stands in front. */
function hasDash({ token }: Clause, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (/^(?:—|–|--|;|:)$/.test(token.norm(i))) return true
  return false
}

function opensSentence({ evidence, token }: Clause, i: number): boolean {
  const { sentence } = evidence.doc.layers
  return sentence[Math.min(firstEndingAfter(sentence, token.start[i]!), sentence.length - 1)]!.firstToken === i
}

/** How many tokens stand before a stretch of time that only its clause tells: `arrived on Monday, a day` [before the talks begin]. */
function beforeDistance({ grammar, token }: Clause, tokens: readonly number[]): number {
  const unit = tokens.findIndex(
    (i, k) =>
      k > 1 &&
      /^(?:before|after|since)$/.test(token.norm(i + 1)) &&
      /^(?:minute|hour|day|week|month|year|decade)$/.test(grammar.lemma(i)) &&
      (grammar.relation(i + 1) !== 'case' || !tokens.includes(i + 2)),
  )
  for (let k = unit; k > 0 && unit - k < 4; k--) if (token.norm(tokens[k]! - 1) === ',') return k
  // `…, a figure [that meant …]`: a noun that only its clause tells
  const last = tokens.at(-1) ?? -1
  return /^(?:that|which|who)$/.test(token.norm(last + 1)) &&
    grammar.upos(last) === 'NOUN' &&
    grammar.upos(last - 1) === 'DET' &&
    token.norm(last - 2) === ','
    ? tokens.length - 2
    : tokens.length
}
