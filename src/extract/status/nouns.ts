import { embedding, type Embedding } from '../../lang/en/embedding.js'
import type { Clause } from './clauses.js'
import { GOVERNED, governorOf } from './governor.js'
import { negator, part, preposition, withoutIt } from './parts.js'
import type { Parsed, Reading } from './reading.js'
import type { SignRule } from './sign.js'
import { WORD } from './words.js'

/** What the table says of a word that stands before a noun: `alleged`, `planned`, `reportedly`. */
function attribute({ layers: { grammar } }: Parsed, i: number): Embedding | undefined {
  const lemma = grammar.lemma(i)
  const relation = grammar.relation(i)
  if (relation === 'advmod') return embedding('adverb', lemma)
  if (relation !== 'amod' && relation !== 'compound') return undefined
  const found =
    embedding('adjective', lemma) ?? (grammar.xpos(i) === 'VBN' || grammar.xpos(i) === 'VBD' ? embedding('verb', lemma) : undefined)
  return found?.frames.has('amod') ? found : undefined
}

/** The signs before a noun. */
export const NOUN_SIGNS: readonly SignRule[] = [
  {
    id: 'en.status.attribute',
    find: ({ doc }, { head }) => {
      const found = part(doc, head, (i) => i < head && attribute(doc, i) !== undefined)
      if (found < 0) return null
      const { status, polarity } = attribute(doc, found)!
      return { status, polarity, cues: [found] }
    },
    examples: [
      ['Police described the alleged attack.', 'attack', 'reported', 'affirmed'],
      ['Both sides spoke of a possible deal.', 'deal', 'possible', 'affirmed'],
      ['He prepared the planned visit.', 'visit', 'planned', 'affirmed'],
      ['Fans mourned the cancelled tour.', 'tour', 'asserted', 'negated'],
    ],
    never: [['Police described the brutal attack.', 'attack']],
  },
  {
    id: 'en.polarity.noun-without',
    words: 'without',
    find: ({ doc }, { head }) => {
      const found = withoutIt(doc, head)
      return found < 0 ? null : { polarity: 'negated', cues: [found] }
    },
    examples: [['The delegates went home without a deal.', 'deal', 'asserted', 'negated']],
    never: [['The delegates went home with a deal.', 'deal']],
  },
  {
    id: 'en.polarity.noun-no',
    words: 'no',
    find: ({ doc }, { head, relation }) => {
      if (/^(nsubj|nsubj:pass|obj)$/.test(relation)) return null
      const { token } = doc.layers
      const found = part(doc, head, (i) => i < head && token.norm(i) === 'no' && !/^(more|less|fewer|later)$/.test(token.norm(i + 1)))
      return found < 0 ? null : { polarity: 'negated', cues: [found] }
    },
    examples: [['The talks ended with no agreement.', 'agreement', 'asserted', 'negated']],
    never: [['The talks ended with an agreement.', 'agreement']],
  },
]

/** Verbs whose subject is what happens or not: `the meeting did not take place`. */
const OCCURRENCE = /^(take|happen|occur|go|materialise|materialize|come|begin|start|proceed|resume|follow|exist|be|have)$/

/** Prepositions that speak of what there is or was already: `will respond after the attack`, `may resign over the affair`. */
const GIVEN = /^(after|following|since|over|despite|amid|amidst)$/

/** A definite noun that its preposition or its verb gives as known, however uncertain the clause: `will discuss the attack`. */
export const isGiven = (doc: Parsed, noun: number): boolean => {
  const { grammar } = doc.layers
  const relation = grammar.relation(noun)
  const given =
    relation === 'obj'
      ? embedding('verb', grammar.lemma(grammar.head(noun)))?.frames.has('given') === true
      : (relation === 'obl' || relation === 'nmod') && GIVEN.test(preposition(doc, noun))
  return given && isDefinite(doc, noun)
}

const isDefinite = (doc: Parsed, noun: number): boolean => {
  const { token, grammar } = doc.layers
  return part(doc, noun, (i) => i < noun && (DEFINITE.test(token.norm(i)) || grammar.relation(i) === 'nmod:poss')) >= 0
}

const DEFINITE = /^(the|this|that|these|those|last)$/

/** A definite noun that a negation does not reach: `did not speak at the summit`, `the attack did not kill anyone`. */
export function isPresupposed(doc: Parsed, noun: number): boolean {
  const { grammar } = doc.layers
  const relation = grammar.relation(noun)
  if (relation !== 'obl' && relation !== 'nmod' && relation !== 'nsubj') return false
  if (relation === 'nsubj' && (grammar.upos(grammar.head(noun)) !== 'VERB' || OCCURRENCE.test(grammar.lemma(grammar.head(noun)))))
    return false
  return negator(doc, grammar.clause(noun)) >= 0 && isDefinite(doc, noun)
}

/** What the word that governs a noun may say of it: what is refused or stopped is an event, and not a number of things. */
function isGoverned(doc: Parsed, noun: number): boolean {
  const { grammar } = doc.layers
  const governed = governorOf(doc, noun, grammar.relation(noun), true)
  if (!governed) return false
  const { word } = governed
  if (grammar.upos(noun) === 'PROPN' && word.status !== undefined) return false
  if (word.polarity === undefined) return true
  return part(doc, noun, (i) => grammar.relation(i) === 'nummod') < 0
}

/** Whether a noun has a certainty of its own, apart from its clause. `words` are the kinds of words that its sentence holds. */
export function standsApart(reading: Reading, noun: number, words: number): boolean {
  const { doc } = reading
  const { grammar } = doc.layers
  const relation = grammar.relation(noun)
  if (GOVERNED.has(relation) && isGoverned(doc, noun)) return true
  if (grammar.children(noun).length === 0) return false
  const clause: Clause = { head: noun, parent: 0, relation, nominal: true, last: noun }
  for (const { find, words: kind } of NOUN_SIGNS)
    if ((kind === undefined || (words & WORD[kind]) !== 0) && find(reading, clause)) return true
  return (
    ((words & WORD.negation) !== 0 && isPresupposed(doc, noun)) ||
    ((relation === 'obj' || (words & WORD.given) !== 0) && isGiven(doc, noun))
  )
}
