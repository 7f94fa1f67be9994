import { isFinite } from '../../../events/arguments.js'
import type { Fault } from '../fault.js'
import type { Spoken } from '../spoken.js'

/** What is wrong with how the words begin. */
export const OPENING_FAULTS: readonly Fault<Spoken>[] = [
  {
    id: 'en.fault.no-words',
    means: 'no words are left of it',
    spoils: ({ tokens }) => tokens.length === 0,
  },
  {
    id: 'en.fault.tense-of-another',
    means: 'its verb has no tense, and with a subject of its own it takes none from another verb',
    spoils: ({ evidence, top, auxiliary }) => auxiliary === '' && !isFinite(evidence.doc, top),
  },
  {
    id: 'en.fault.opens-with-condition',
    means: 'it begins with if, unless, whether or with',
    spoils: ({ token, openers }) => openers.some((i) => /^(?:if|unless|whether|with)$/.test(token.norm(i))),
  },
  {
    id: 'en.fault.opens-with-as-if',
    means: 'it begins with as if, even if, only if, in case or so that',
    spoils: ({ token, tokens }) => {
      const next = token.norm(tokens[1] ?? -1)
      const opens = token.norm(tokens[0]!)
      return next === 'if' ? /^(?:as|even|only)$/.test(opens) : (next === 'case' && opens === 'in') || (next === 'that' && opens === 'so')
    },
  },
  {
    id: 'en.fault.points-back',
    means: 'it begins with that, which points to what stands before',
    // `That figure …`: what looks like a conjunction says which
    spoils: ({ grammar, openers }) =>
      openers.some((i) => /^(?:det|nsubj)/.test(grammar.relation(i)) && /^(?:DET|PRON)$/.test(grammar.upos(i))),
    examples: [['That total includes 300 thefts.', 'includes']],
    never: [['The figure includes 300 thefts.', 'includes']],
  },
  {
    id: 'en.fault.opens-another',
    means: 'it begins with the conjunction of another clause',
    spoils: ({ grammar, openers, chain }) => openers.some((i) => grammar.relation(i) === 'mark' && !chain.includes(grammar.head(i))),
  },
  {
    id: 'en.fault.opens-with-verb',
    means: 'it begins with a verb',
    spoils: ({ grammar, lead, tokens }) =>
      /^(?:AUX|VERB|PART)$/.test(grammar.upos(tokens[0]!)) || (lead.length > 0 && grammar.upos(lead[0]!) === 'VERB'),
    examples: [['How will Ann Lee respond?', 'respond']],
    never: [['Ann Lee will respond to Spain.', 'respond']],
  },
  {
    id: 'en.fault.opens-with-question',
    means: 'it begins with a word that asks, or that stands for a noun before it',
    spoils: ({ grammar, tokens }) => /^W/.test(grammar.xpos(tokens[0]!)),
    examples: [['Which minister left Oslo?', 'left']],
    never: [['Two ships sank in Oslo.', 'sank']],
  },
  {
    id: 'en.fault.opens-inside',
    means: 'it begins inside the phrase of its subject',
    // `debt-ceiling [crisis could cause]`; a number that its clause does not begin with
    spoils: ({ evidence, grammar, token, subject, tokens }) =>
      (tokens[0] === subject &&
        grammar.xpos(subject) === 'NN' &&
        grammar.upos(subject - 1) === 'NOUN' &&
        !evidence.wording.isDate(subject - 1)) ||
      (grammar.upos(tokens[0]!) === 'NUM' &&
        grammar.upos(tokens[0]! - 1) === 'NUM' &&
        token.start[tokens[0]!]! === token.end[tokens[0]! - 1]! + 1),
  },
  {
    id: 'en.fault.subject-behind',
    means: 'the phrase of its subject ends behind its first word',
    spoils: ({ lead, first }) => lead.length > 0 && lead.at(-1)! >= first,
  },
]
