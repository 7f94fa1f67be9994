import type { Certainty, Polarity } from '../../document/layers.js'
import { embedding, type Embedding } from '../../lang/en/embedding.js'
import { isEventNoun } from '../../lang/en/event-words.js'
import { infinitive, part, preposition } from './parts.js'
import type { Parsed } from './reading.js'

/** What the word that governs a clause or a noun says of it. */
export interface Governed {
  readonly word: Embedding
  /** The tokens that say it: `ruled`, `likely`. */
  readonly cue: number
}

/** The word that says how certain the clause or noun `head` is: `failed to`, `denied that`, `is likely to`, `a plan for`; null for most. */
export function governorOf(doc: Parsed, head: number, relation: string, nominal: boolean): Governed | null {
  const { grammar } = doc.layers
  const cue = grammar.head(head)
  if (cue < 0) return null
  const word = wordOf(doc, cue)
  if (!word) return null
  return (nominal ? takesNoun(doc, word, head, relation) : takesClause(doc, word, head, relation)) ? { word, cue } : null
}

/** What the table says of a token, by its part of speech; a verb's particle counts. */
function wordOf(doc: Parsed, i: number): Embedding | undefined {
  const { grammar, token } = doc.layers
  const lemma = grammar.lemma(i)
  switch (grammar.upos(i)) {
    case 'VERB': {
      const particle = part(doc, i, (child) => child > i && grammar.relation(child) === 'compound:prt')
      return embedding('verb', particle < 0 ? lemma : `${lemma} ${token.norm(particle)}`)
    }
    case 'AUX':
      return lemma === 'be' || lemma === 'have' ? embedding('verb', lemma) : undefined
    case 'ADJ':
      return embedding('adjective', lemma) ?? embedding('verb', lemma)
    case 'NOUN':
      return embedding('noun', lemma)
    default:
      return undefined
  }
}

function takesClause(doc: Parsed, word: Embedding, head: number, relation: string): boolean {
  const { grammar } = doc.layers
  const governor = grammar.head(head)
  if (relation.startsWith('advcl')) {
    if (grammar.upos(governor) === 'ADJ' && infinitive(doc, head) >= 0) return true
    return relation === 'advcl' && (word.frames.has(preposition(doc, head)) || (isQuestion(word) && preposition(doc, head) === 'whether'))
  }
  if (!/^(ccomp|xcomp|csubj|csubj:pass|acl)$/.test(relation)) return false
  if (relation === 'acl' && infinitive(doc, head) < 0 && !/^(that|whether|of|for|about|to|at)$/.test(preposition(doc, head))) return false
  if (isRealised(doc, governor)) return false
  if (word.frames.has('pass') && !isImpersonal(doc, governor)) return false
  if (word.frames.has('inf')) return infinitive(doc, head) >= 0
  return !word.frames.has('ing') || infinitive(doc, head) < 0
}

/** `had to pay`, `was able to pay`: in the past tense it was done. */
function isRealised(doc: Parsed, governor: number): boolean {
  const { grammar } = doc.layers
  switch (grammar.lemma(governor)) {
    case 'have':
      return grammar.xpos(governor) === 'VBD'
    case 'able':
      return part(doc, governor, (i) => grammar.relation(i) === 'cop' && grammar.xpos(i) === 'VBD') >= 0
    default:
      return false
  }
}

/** `is said to have met`, `it was reported that`: a passive without `by`. */
const isImpersonal = (doc: Parsed, verb: number): boolean => {
  const { grammar } = doc.layers
  return (
    part(doc, verb, (i) => grammar.relation(i) === 'aux:pass') >= 0 &&
    part(doc, verb, (i) => grammar.relation(i).startsWith('obl') && preposition(doc, i) === 'by') < 0
  )
}

const isQuestion = (word: Embedding): boolean => word.status === 'questioned' || word.whenNegated === 'questioned'

function takesNoun(doc: Parsed, word: Embedding, head: number, relation: string): boolean {
  const { grammar } = doc.layers
  const governor = grammar.head(head)
  switch (relation) {
    case 'obj':
    case 'nsubj:pass':
      if (word.frames.has('event')) return isEventNoun(grammar.lemma(head))
      return word.frames.has('obj') && !hasComplement(doc, governor)
    case 'nsubj':
      return word.frames.has('subj')
    case 'obl':
    case 'nmod':
      return word.frames.has(preposition(doc, head)) || isInfinitive(doc, word, head)
    default:
      return false
  }
}

/** `refused to comment`: a verb that looks like a noun. */
const isInfinitive = (doc: Parsed, word: Embedding, head: number): boolean =>
  doc.layers.token.norm(head - 1) === 'to' &&
  doc.layers.grammar.xpos(head) === 'NN' &&
  doc.layers.grammar.upos(doc.layers.grammar.head(head)) === 'VERB' &&
  !word.frames.has('ing')

/** `The firm is expected to grow`: what is expected is the growing. */
const hasComplement = (doc: Parsed, verb: number): boolean =>
  part(doc, verb, (child) => child > verb && /^(xcomp|ccomp)$/.test(doc.layers.grammar.relation(child))) >= 0

const POLARITY = /^(affirmed|negated|unknown)$/

/** What becomes of something under a word that is itself affirmed, negated or left open. */
export function throughWord({ status, polarity, whenNegated }: Embedding, context: Polarity): { status?: Certainty; polarity: Polarity } {
  const certain = status && { status }
  if (context === 'affirmed') return { ...certain, polarity: polarity ?? 'affirmed' }
  if (context === 'unknown') return { ...certain, polarity: 'unknown' }
  if (whenNegated === undefined) return { ...certain, polarity: polarity === 'negated' ? 'unknown' : 'negated' }
  if (!POLARITY.test(whenNegated)) return { status: whenNegated as Certainty, polarity: 'affirmed' }
  return whenNegated === 'affirmed' ? { polarity: 'affirmed' } : { ...certain, polarity: whenNegated as Polarity }
}
