import type { Certainty, Polarity } from '../../document/layers.js'
import { embedding, isPhrasal, phrasal, type Embedding } from '../../lang/en/embedding.js'
import { lemmaOf } from '../../lang/en/lemmas.js'
import { isEventNoun, isTransitive } from '../../lang/en/event-words.js'
import { isBetween } from '../quotes/phrase.js'
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
  const near = nominal ? null : beforeTo(doc, head)
  if (near) return near
  const cue = grammar.head(head)
  if (cue < 0) return null
  const refuted = nominal ? null : refutedBy(doc, head, relation, cue)
  if (refuted) return refuted
  const word = wordOf(doc, cue) ?? (nominal ? undefined : otherwise(doc, cue))
  if (!word) return null
  return (nominal ? takesNoun(doc, word, head, relation) : takesClause(doc, word, head, relation)) ? { word, cue } : null
}

/** The verb that denies the claim whose clause this is: `rejected reports that`, `dismissed claims that`. */
function refutedBy(doc: Parsed, head: number, relation: string, noun: number): Governed | null {
  const { grammar } = doc.layers
  if (!/^(acl|acl:relcl|ccomp)$/.test(relation) || grammar.relation(noun) !== 'obj' || preposition(doc, head) !== 'that') return null
  const cue = grammar.head(noun)
  const word = wordOf(doc, cue)
  return word?.polarity === 'negated' ? { word, cue } : null
}

/** The word right before `to` and an infinitive (`due to arrive`, `poised to win`), however the tree has them. */
export function beforeTo(doc: Parsed, head: number): Governed | null {
  const { token } = doc.layers
  const to = token.norm(head - 1) === 'to' ? head - 1 : infinitive(doc, head)
  // `announced plans Friday to close`: the word of time stands between
  const cue = /(unmarked|tmod)$/.test(doc.layers.grammar.relation(to - 1)) ? to - 2 : to - 1
  if (cue < 0 || to < 1 || doc.layers.grammar.upos(cue) === 'AUX') return null
  const word = wordOf(doc, cue) ?? otherwise(doc, cue)
  if (!word || word.frames.has('ing') || word.frames.has('to') || (word.status ?? word.polarity) === undefined) return null
  if (isRealised(doc, cue) || (word.frames.has('pass') && !isImpersonal(doc, cue))) return null
  return { word, cue }
}

/** The word under another part of speech: the tagger may take `alleged` or `predicts` for a noun. */
function otherwise(doc: Parsed, i: number): Embedding | undefined {
  const { grammar, token } = doc.layers
  const norm = token.norm(i)
  return embedding('adjective', norm) ?? embedding('verb', norm.endsWith('ed') ? lemmaOf(norm, 'VBN', norm) : grammar.lemma(i))
}

/** What the table says of a token, by its part of speech; a verb's particle counts. */
function wordOf(doc: Parsed, i: number): Embedding | undefined {
  const { grammar, token } = doc.layers
  const lemma = grammar.lemma(i)
  switch (grammar.upos(i)) {
    case 'VERB': {
      const plain = embedding('verb', lemma)
      if (!isPhrasal(lemma)) return plain ?? (grammar.xpos(i) === 'VBN' ? embedding('adjective', token.norm(i)) : undefined)
      const particle = part(doc, i, (child) => child > i && grammar.relation(child) === 'compound:prt')
      if (particle >= 0) return phrasal(lemma, token.norm(particle))
      return phrasal(lemma, token.norm(i + 1)) ?? plain
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
  const { grammar, token } = doc.layers
  const governor = grammar.head(head)
  if (relation.startsWith('advcl')) {
    const to = infinitive(doc, head)
    // `urged the state to release the poet`: whom it is said to stands between
    if (to >= 0 && (grammar.upos(governor) === 'ADJ' || part(doc, governor, (i) => isBetween(grammar, i, governor, to)) >= 0)) return true
    return relation === 'advcl' && (word.frames.has(preposition(doc, head)) || (isQuestion(word) && preposition(doc, head) === 'whether'))
  }
  if (!/^(ccomp|xcomp|csubj|csubj:pass|acl)$/.test(relation)) return false
  if (relation === 'acl' && infinitive(doc, head) < 0 && !/^(that|whether|of|for|about|to|at)$/.test(preposition(doc, head))) return false
  if (relation === 'acl' && isRelative(doc, head)) return false
  if (isRealised(doc, governor) || token.norm(infinitive(doc, head) - 1) === 'yet') return false
  if (word.frames.has('pass') && !isImpersonal(doc, governor)) return false
  if (word.frames.has('inf')) return infinitive(doc, head) >= 0
  return !word.frames.has('ing') || infinitive(doc, head) < 0
}

/** `the plan that parliament approved`: the noun is what the clause lacks. */
const isRelative = (doc: Parsed, head: number): boolean =>
  preposition(doc, head) === 'that' &&
  isTransitive(doc.layers.grammar.lemma(head)) &&
  part(doc, head, (i) => /^(nsubj:pass|obj|ccomp|xcomp|aux:pass)$/.test(doc.layers.grammar.relation(i))) < 0

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

/** Relations of a noun to a word that may speak of it. */
export const GOVERNED: ReadonlySet<string> = new Set(['obj', 'nsubj:pass', 'nsubj', 'obl', 'nmod'])

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
      return word.frames.has(preposition(doc, head)) || isInfinitive(doc, word, head) || isParticle(doc, word, head)
    default:
      return false
  }
}

/** `called off the visit`: a particle that looks like a preposition. */
const isParticle = (doc: Parsed, word: Embedding, head: number): boolean => {
  const { token, grammar } = doc.layers
  const verb = grammar.head(head)
  const after = token.norm(verb + 1)
  return word.frames.has('obj') && preposition(doc, head) === after && phrasal(grammar.lemma(verb), after) === word
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
export function throughWord(
  { status, polarity, whenNegated }: Embedding,
  context: Polarity,
): { status?: Certainty | undefined; polarity: Polarity } {
  if (context === 'affirmed') return { status, polarity: polarity ?? 'affirmed' }
  if (context === 'unknown') return { status, polarity: 'unknown' }
  if (whenNegated === undefined) return { status, polarity: polarity === 'negated' ? 'unknown' : 'negated' }
  if (!POLARITY.test(whenNegated)) return { status: whenNegated as Certainty, polarity: 'affirmed' }
  return { status: whenNegated === 'affirmed' ? undefined : status, polarity: whenNegated as Polarity }
}
