import { isRelativePronoun } from '../../../../lang/en/pronouns.js'
import { childBy, isFinite } from '../../../events/arguments.js'
import type { Clause } from '../clause.js'
import type { Fault } from '../fault.js'
import { auxiliaryOf } from '../lead.js'

/** What is no statement, or only part of one. */
export const CLAUSE_FAULTS: readonly Fault<Clause>[] = [
  {
    id: 'en.fault.asks',
    means: 'it asks',
    // an auxiliary before the subject
    spoils: ({ grammar, top, subject }) =>
      subject < top &&
      grammar.children(top).some((child) => child < subject && /^aux/.test(grammar.relation(child)) && grammar.upos(child - 1) !== 'ADV'),
    examples: [['Will Ann Lee leave Oslo?', 'leave']],
    never: [['Ann Lee will leave Oslo.', 'leave']],
  },
  {
    id: 'en.fault.condition',
    means: 'it is a condition',
    spoils: ({ grammar, token, top }) =>
      grammar.children(top).some((child) => grammar.relation(child) === 'mark' && /^(?:if|unless|whether)$/.test(token.norm(child))),
    examples: [
      ['If Ann Lee leaves Oslo, Spain will win.', 'leaves'],
      ['Norway asked whether Spain sold the ship.', 'sold'],
    ],
    never: [
      ['When Ann Lee left Oslo, Spain won.', 'left'],
      ['Spain will win if Ann Lee leaves Oslo.', 'win'],
    ],
  },
  {
    id: 'en.fault.no-tense',
    means: 'its verb has no tense, nor another verb to take it from',
    spoils: (clause) => !isFinite(clause.evidence.doc, clause.top) && auxiliaryOf(clause) === '',
    examples: [
      ['The plan to sell the ship failed.', 'sell'],
      ['Norway kept the ship, hoping for a deal.', 'hoping'],
    ],
    never: [
      ['Norway was hoping for a deal.', 'hoping'],
      ['Norway plans to sell the ship.', 'sell'],
    ],
  },
  {
    id: 'en.fault.says-a-clause',
    means: 'it holds a clause of its own: what is said or thought',
    spoils: ({ grammar, verb }) => grammar.children(verb).some((child) => grammar.relation(child) === 'ccomp'),
    examples: [['Ann Lee said that Spain won the war.', 'said']],
    never: [['The minister said nothing.', 'said']],
  },
  {
    id: 'en.fault.lacks-its-noun',
    means: 'it describes the noun before it, which is what it lacks: the memos she wrote',
    spoils: ({ grammar, token, top, subject }) =>
      /^acl/.test(grammar.relation(top)) &&
      /^(?:NOUN|PROPN|NUM|PRON)$/.test(grammar.upos(grammar.head(top))) &&
      grammar.upos(grammar.subtree(subject).first - 1) !== 'PUNCT' &&
      childBy(grammar, top, 'mark') < 0 &&
      grammar.head(subject) === top &&
      !/^W/.test(grammar.xpos(subject)) &&
      !isRelativePronoun(token.norm(subject)),
    examples: [['The ship the king bought sank.', 'bought']],
    never: [['The king bought the ship.', 'bought']],
  },
]
