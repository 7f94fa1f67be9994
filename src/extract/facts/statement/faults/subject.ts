import { nounPhraseOf } from '../../../../text/tree.js'
import { childBy } from '../../../events/arguments.js'
import type { Clause } from '../clause.js'
import type { Fault } from '../fault.js'

/** Prepositions that no subject has before it. */
const PLACED = /^(?:of|in|at|on|across|among|for|from|with|by|toward|towards|to|through)$/

/** What is wrong with who does it. */
export const SUBJECT_FAULTS: readonly Fault<Clause>[] = [
  {
    id: 'en.fault.no-subject',
    means: 'nobody is said to do it',
    spoils: ({ subject }) => subject < 0,
    examples: [['Close the door.', 'Close']],
    never: [['The king closed the door.', 'closed']],
  },
  {
    id: 'en.fault.pointing-subject',
    means: 'its subject only points to what stands before',
    spoils: ({ token, subject }) => /^(?:those|these|this|that|such|one|ones|another)$/.test(token.norm(subject)),
    examples: [
      ['This destroyed the port.', 'destroyed'],
      ['Those killed Ann Lee on Monday.', 'killed'],
    ],
    never: [['The fire destroyed the port.', 'destroyed']],
  },
  {
    id: 'en.fault.unknown-subject',
    means: 'its subject is a pronoun that stands for nobody known',
    spoils: ({ evidence, subject }) => evidence.wording.isLost(subject),
    examples: [
      ['They met in Lima on Monday.', 'met'],
      ['It rained in Oslo.', 'rained'],
    ],
    never: [['Ann Lee spoke. She met Bo Li in Lima.', 'met']],
  },
  {
    id: 'en.fault.date-subject',
    means: 'its subject is a date',
    spoils: ({ evidence, subject }) => evidence.wording.isDate(subject),
    examples: [['Monday brought rain to Oslo.', 'brought']],
    never: [['The storm brought rain to Oslo.', 'brought']],
  },
  {
    id: 'en.fault.subject-of-another',
    means: 'its subject belongs to another word, by its preposition',
    spoils: ({ grammar, token, top, subject }) =>
      grammar.head(subject) === top &&
      grammar.children(subject).some((child) => grammar.relation(child) === 'case' && PLACED.test(token.norm(child))),
  },
  {
    id: 'en.fault.one-of-two',
    means: 'its subject is the second of two whom between joins: what stands between them does it',
    spoils: isSecondOfTwo,
    examples: [['According to officials, trade between Russia and North Korea fell from $60m in 2017 to $34m in 2018.', 'fell']],
    never: [['Trade between Russia and Norway fell from $60m in 2017 to $34m in 2018.', 'fell']],
  },
  {
    id: 'en.fault.empty-subject',
    means: 'it says only that something exists, or how it is: there is, it is',
    spoils: ({ grammar, top }) => childBy(grammar, top, 'expl') >= 0,
    examples: [['There were two fires in Oslo.', 'were']],
    never: [['Two fires destroyed the port.', 'destroyed']],
  },
  {
    id: 'en.fault.two-subjects',
    means: 'it is itself what something else is',
    spoils: ({ grammar, top }) => childBy(grammar, top, 'nsubj:outer') >= 0,
    examples: [['The problem is that Norway lost the war.', 'lost']],
    never: [['Norway lost the war.', 'lost']],
  },
  {
    id: 'en.fault.doing-for-subject',
    means: 'its subject is the object of what is done: firing her would',
    spoils: ({ grammar, top, subject }) =>
      grammar.head(subject) === top && grammar.xpos(subject - 1) === 'VBG' && grammar.upos(subject - 1) === 'VERB',
    examples: [['Firing Ann Lee would harm Spain.', 'harm']],
    never: [['Ann Lee would harm Spain.', 'harm']],
  },
]

/** So far before a subject `between` may stand. */
const BETWEEN_REACH = 8

function isSecondOfTwo({ grammar, token, subject }: Clause): boolean {
  const and = nounPhraseOf(grammar, subject).first - 1
  if (grammar.upos(and) !== 'CCONJ') return false
  for (let i = and - 1; i > Math.max(0, and - BETWEEN_REACH) && !/^(?:VERB|AUX|PUNCT)$/.test(grammar.upos(i)); i--)
    if (token.norm(i) === 'between') return true
  return false
}
