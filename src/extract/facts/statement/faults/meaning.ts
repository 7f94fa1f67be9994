import { mentionOf } from '../../../../document/entities.js'
import type { Fault } from '../fault.js'
import type { Spoken } from '../spoken.js'

/** Words without what they stand for or announce. */
export const MEANING_FAULTS: readonly Fault<Spoken>[] = [
  {
    id: 'en.fault.lost-pronoun',
    means: 'it says a pronoun that stands for nobody known',
    spoils: ({ evidence, grammar, tokens }) =>
      tokens.some(
        (i) => evidence.wording.isLost(i) && !/^W/.test(grammar.xpos(i)) && /^(?:nsubj|obj|iobj|obl|nsubj:pass)$/.test(grammar.relation(i)),
      ),
    examples: [['Spain gave them a ship.', 'gave']],
    never: [['Spain gave Norway a ship.', 'gave']],
  },
  {
    id: 'en.fault.lost-owner',
    means: 'it says its or their of what it does not name before',
    // `Ann Lee hedged on its constitutionality`
    spoils: ({ evidence, grammar, token, tokens }) =>
      tokens.some((i) => {
        const norm = token.norm(i)
        if (grammar.xpos(i) !== 'PRP$' || !/^(?:its|their)$/.test(norm) || mentionOf(evidence.doc.layers.entity, token, i) !== null)
          return false
        return !tokens.some(
          (other) => other < i && /^(?:NOUN|PROPN|NUM)$/.test(grammar.upos(other)) && (norm === 'their' || !evidence.isPerson(other)),
        )
      }),
    examples: [['Ann Lee talked about its future in Oslo.', 'talked']],
    never: [['Norway talked about its future in Oslo.', 'talked']],
  },
  {
    id: 'en.fault.lost-noun',
    means: 'a word that describes a noun does not stand behind it',
    // `which` right behind a noun that is told may stay
    spoils: ({ grammar, tokens }) =>
      tokens.some(
        (i, k) => /^W(?:DT|P)/.test(grammar.xpos(i)) && !(k > 0 && tokens[k - 1] === i - 1 && /^(?:NOUN|PROPN)$/.test(grammar.upos(i - 1))),
      ),
    examples: [['Ann Lee talked about what happened in Oslo.', 'talked']],
    never: [['Norway bought the ship that sank.', 'bought']],
  },
  {
    id: 'en.fault.lost-clause',
    means: 'it leaves out the clause that one of its words announces',
    // `after learning …`, `a statement saying …`
    spoils: ({ grammar, tokens }) =>
      tokens.some(
        (i) =>
          /^(?:VERB|ADJ)$/.test(grammar.upos(i)) &&
          grammar.children(i).some((child) => /^(?:ccomp|xcomp)$/.test(grammar.relation(child)) && !tokens.includes(child)),
      ),
    examples: [['Norway wants to show that Spain won.', 'wants']],
    never: [['Norway wants to sell the ship.', 'wants']],
  },
  {
    id: 'en.fault.lost-result',
    means: 'it says so, and leaves out what came of it',
    // `was so appalled by it [that he left]`
    spoils: ({ grammar, token, tokens }) =>
      tokens.some((i, k) => token.norm(i) === 'so' && grammar.relation(i) === 'advmod' && grammar.head(i) > i && k + 1 < tokens.length),
    examples: [['Ann Lee was so appalled by Spain that Peter Lund left.', 'appalled']],
    never: [['Ann Lee was appalled by Spain.', 'appalled']],
  },
  {
    id: 'en.fault.lost-other',
    means: 'it says both or either, and leaves out the other of two',
    spoils: ({ grammar, tokens }) =>
      tokens.some((i, k) => grammar.relation(i) === 'cc:preconj' && !tokens.some((other, at) => at > k && grammar.upos(other) === 'CCONJ')),
  },
]
