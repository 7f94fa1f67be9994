import { TENSED } from '../../../../document/grammar.js'
import type { Fault } from '../fault.js'
import type { Spoken } from '../spoken.js'

/** Words that come in twos. */
const HALVES = [
  ['either', 'or'],
  ['neither', 'nor'],
] as const

/** Words of two statements that the tree has mixed. */
export const TANGLE_FAULTS: readonly Fault<Spoken>[] = [
  {
    id: 'en.fault.second-verb',
    means: 'a second clause stands among its words with nothing to open it',
    spoils: ({ grammar, tokens, chain }) =>
      tokens.some((i) => {
        if (!TENSED.test(grammar.xpos(i)) || NOMINAL.test(grammar.relation(i))) return false
        const verb = /^(?:aux|cop)/.test(grammar.relation(i)) ? grammar.head(i) : i
        if (chain.includes(verb) || grammar.relation(verb) === 'acl') return false
        const { first } = grammar.subtree(verb)
        return !tokens.some(
          (word) =>
            word >= first &&
            word < i &&
            (grammar.upos(word) === 'SCONJ' || grammar.relation(word) === 'mark' || /^W/.test(grammar.xpos(word))),
        )
      }),
  },
  {
    id: 'en.fault.late-conjunction',
    means: 'its own that stands among its words: two clauses in one',
    // `Republicans that the prospects …`
    spoils: ({ grammar, token, top, tokens }) =>
      tokens.some((i, k) => k > 0 && token.norm(i) === 'that' && grammar.relation(i) === 'mark' && grammar.head(i) === top),
  },
  {
    id: 'en.fault.gap',
    means: 'what and joins has lost what stands before it',
    // `a plan to invest money [and build a plant, and] similar deals`
    spoils: ({ grammar, top, tokens }) =>
      tokens.some(
        (i, k) =>
          k > 0 && tokens[k - 1]! < i - 2 && grammar.upos(i - 1) === 'CCONJ' && grammar.head(i - 1) !== top && grammar.upos(i) !== 'VERB',
      ),
    examples: [['Spain backed a plan to build a dam and sell power, and similar plans in Peru.', 'backed']],
    never: [['Spain backed a plan to build a dam.', 'backed']],
  },
  {
    id: 'en.fault.lost-verb',
    means: 'one of its nouns is the subject of a verb that is left out from among its words',
    // `82% of them [want a ban,] 83% want a law`
    spoils: ({ grammar, subject, tokens }) =>
      tokens.some(
        (i, k) =>
          i !== subject &&
          k + 1 < tokens.length &&
          /^nsubj/.test(grammar.relation(i)) &&
          grammar.head(i) > i &&
          grammar.head(i) < tokens.at(-1)! &&
          grammar.upos(grammar.head(i)) === 'VERB' &&
          !tokens.includes(grammar.head(i)),
      ),
  },
  {
    id: 'en.fault.half-of-two',
    means: 'of two clauses or phrases that either and neither announce it has one',
    spoils: ({ grammar, token, tokens }) =>
      HALVES.some(([first, second]) => {
        const from = tokens.findIndex((i) => token.norm(i) === first && grammar.relation(i) !== 'det')
        return from >= 0 && !tokens.some((i, k) => k > from && token.norm(i) === second)
      }),
    examples: [['The council either closed the port, or Ann Lee did.', 'closed']],
    never: [['The council closed either the port or the bridge.', 'closed']],
  },
  {
    id: 'en.fault.empty-clause',
    means: 'a clause that where, how or who opens among its words has no verb',
    spoils: ({ grammar, tokens }) =>
      tokens.some(
        (i, k) =>
          k > 0 &&
          k + 1 < tokens.length &&
          /^W/.test(grammar.xpos(i)) &&
          !tokens.some((word, at) => at > k && /^(?:VERB|AUX)$/.test(grammar.upos(word))),
      ),
    examples: [
      [
        'Secretary Ken Lund issued the order after the results in both races fell within the margin that by law triggers a recount.',
        'issued',
      ],
    ],
    never: [['Ann Lee left the town where patriots live.', 'left']],
  },
  {
    id: 'en.fault.bracket',
    means: 'it has one of two brackets',
    spoils: ({ token, tokens }) => tokens.some((i) => /^[()[\]]$/.test(token.norm(i))),
  },
]

/** Relations of nouns: a verb that has one is a noun with a wrong tag. */
const NOMINAL = /^(?:obj|iobj|nsubj|nsubj:pass|obl|nmod|compound|amod|flat|appos)$/
