import type { Certainty, Polarity } from '../../document/layers.js'
import { embedding, type Embedding } from '../../lang/en/embedding.js'
import type { Clause, Parsed } from './clauses.js'

/** What one sign says of a clause, and the tokens that say it. */
export interface Sign {
  readonly status?: Certainty
  readonly polarity?: Polarity
  readonly cues: readonly number[]
}

/** A sign to look for in a clause, with sentences that prove it: the clause of the named word has this status and polarity. */
export interface SignRule {
  readonly id: string
  readonly find: (doc: Parsed, clause: Clause) => Sign | null
  readonly examples: readonly (readonly [sentence: string, word: string, status: Certainty, polarity: Polarity])[]
  /** Sentences in whose clause of the named word the sign is not found. */
  readonly never: readonly (readonly [sentence: string, word: string])[]
}

const child = (doc: Parsed, head: number, test: (i: number) => boolean): number | undefined => doc.layers.grammar.children(head).find(test)

/** The auxiliary or modal of a clause with one of these lower-case forms. */
function auxiliary(doc: Parsed, head: number, forms: RegExp): number | undefined {
  const { token, grammar } = doc.layers
  return child(doc, head, (i) => i < head && grammar.relation(i).startsWith('aux') && forms.test(token.norm(i)))
}

const modal =
  (forms: RegExp, status: Certainty) =>
  (doc: Parsed, { head }: Clause): Sign | null => {
    const found = auxiliary(doc, head, forms)
    return found === undefined ? null : { status, cues: [found] }
  }

const NOT = /^(not|n't|n’t|never|neither|nor|hardly|scarcely|barely|no longer)$/
const NO = /^(no|none|nobody|nothing|neither|nowhere)$/
const IF = /^(if|unless|provided|providing|assuming|lest|whether)$/

/** The token that negates a word itself: `did not deny`. */
export const negator = (doc: Parsed, head: number): number | undefined => child(doc, head, (i) => NOT.test(doc.layers.token.norm(i)))

/** The signs inside a clause, strongest first: the first that speaks of certainty decides it. */
export const SIGNS: readonly SignRule[] = [
  {
    id: 'en.status.question',
    find: (doc, { head, relation }) => {
      const { token, grammar } = doc.layers
      if (relation !== 'root' && relation !== 'parataxis') return null
      const mark = child(doc, head, (i) => i > head && token.norm(i) === '?')
      return mark === undefined || grammar.subtree(head).last - mark > 2 ? null : { status: 'questioned', cues: [mark] }
    },
    examples: [['Did the minister resign?', 'resign', 'questioned', 'affirmed']],
    never: [['The minister resigned.', 'resigned']],
  },
  {
    id: 'en.status.if',
    find: (doc, { head, relation }) => {
      if (!relation.startsWith('advcl') && relation !== 'ccomp') return null
      const mark = child(doc, head, (i) => i < head && IF.test(doc.layers.token.norm(i)) && doc.layers.grammar.relation(i) === 'mark')
      return mark === undefined ? null : { status: relation === 'ccomp' ? 'questioned' : 'conditional', cues: [mark] }
    },
    examples: [['If the talks fail, prices will rise.', 'fail', 'conditional', 'affirmed']],
    never: [['Prices rose because the talks failed.', 'failed']],
  },
  {
    id: 'en.status.adverb',
    find: (doc, { head }) => {
      const { grammar } = doc.layers
      const found = child(doc, head, (i) => grammar.relation(i) === 'advmod' && embedding('adverb', grammar.lemma(i))?.status !== undefined)
      return found === undefined ? null : { status: embedding('adverb', grammar.lemma(found))!.status!, cues: [found] }
    },
    examples: [['The two leaders reportedly met in March.', 'met', 'reported', 'affirmed']],
    never: [['The two leaders quietly met in March.', 'met']],
  },
  {
    id: 'en.status.may',
    find: modal(/^(may|might|could)$/, 'possible'),
    examples: [['The president may sign the bill.', 'sign', 'possible', 'affirmed']],
    never: [['The president signed the bill in May.', 'signed']],
  },
  {
    id: 'en.status.would',
    find: modal(/^(would|'d|’d)$/, 'conditional'),
    examples: [['Such a deal would cost billions.', 'cost', 'conditional', 'affirmed']],
    never: [['Such a deal costs billions.', 'costs']],
  },
  {
    id: 'en.status.should',
    find: modal(/^(should|ought)$/, 'expected'),
    examples: [['The report should appear in June.', 'appear', 'expected', 'affirmed']],
    never: [['The report appeared in June.', 'appeared']],
  },
  {
    id: 'en.status.will',
    find: modal(/^(will|'ll|’ll|wo|shall)$/, 'planned'),
    examples: [['The court will hear the case on Monday.', 'hear', 'planned', 'affirmed']],
    never: [['The court heard the case on Monday.', 'heard']],
  },
  {
    id: 'en.polarity.not',
    find: (doc, { head }) => {
      const found = negator(doc, head)
      return found === undefined ? null : { polarity: 'negated', cues: [found] }
    },
    examples: [['The ministry did not publish the figures.', 'publish', 'asserted', 'negated']],
    never: [['The ministry published the figures.', 'published']],
  },
  {
    id: 'en.polarity.no',
    find: (doc, { head }) => {
      const { token, grammar } = doc.layers
      for (const part of grammar.children(head)) {
        if (!/^(nsubj|nsubj:pass|obj|expl)$/.test(grammar.relation(part))) continue
        if (NO.test(token.norm(part))) return { polarity: 'negated', cues: [part] }
        const no = child(doc, part, (i) => i < part && NO.test(token.norm(i)))
        if (no !== undefined) return { polarity: 'negated', cues: [no] }
      }
      return null
    },
    examples: [['Nobody survived the crash.', 'survived', 'asserted', 'negated']],
    never: [['Everybody survived the crash.', 'survived']],
  },
  {
    id: 'en.polarity.without',
    find: (doc, { head, relation }) => {
      if (!relation.startsWith('advcl')) return null
      const mark = child(doc, head, (i) => i < head && doc.layers.token.norm(i) === 'without')
      return mark === undefined ? null : { polarity: 'negated', cues: [mark] }
    },
    examples: [['The leaders left without signing a statement.', 'signing', 'asserted', 'negated']],
    never: [['The leaders left after signing a statement.', 'signing']],
  },
]

/** What the word that governs a clause says of it: `failed to`, `denied that`, `is likely to`, `a plan to`. */
export function fromGovernor(doc: Parsed, clause: Clause): Sign | null {
  const { grammar } = doc.layers
  if (!/^(ccomp|xcomp|csubj|acl|advcl)/.test(clause.relation) || clause.relation === 'acl:relcl') return null
  const governor = grammar.head(clause.head)
  const word = governs(doc, governor, clause.relation)
  if (!word) return null
  const negation = negator(doc, governor)
  const cues = negation === undefined ? [governor] : [Math.min(negation, governor), Math.max(negation, governor)]
  if (negation !== undefined && word.whenNegated) {
    if (word.whenNegated === 'unlikely') return { status: 'unlikely', cues }
    return { ...(word.status && { status: word.status }), polarity: word.whenNegated, cues }
  }
  return { ...(word.status && { status: word.status }), ...(word.polarity && { polarity: word.polarity }), cues }
}

function governs(doc: Parsed, governor: number, relation: string): Embedding | undefined {
  const { grammar } = doc.layers
  const lemma = grammar.lemma(governor)
  switch (grammar.upos(governor)) {
    case 'VERB':
      return relation.startsWith('advcl') ? undefined : embedding('verb', lemma)
    case 'ADJ':
      return embedding('adjective', lemma) ?? embedding('verb', lemma)
    case 'NOUN':
      return relation.startsWith('advcl') ? undefined : embedding('noun', lemma)
    default:
      return undefined
  }
}
