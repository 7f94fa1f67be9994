import { mentionOf } from '../../../../document/entities.js'
import { REPORTING_VERBS } from '../../../../lang/en/reporting.js'
import { speaksOfThird } from '../../../../lang/en/pronouns.js'
import type { Clause } from '../clause.js'
import type { Fault } from '../fault.js'
import type { Spoken } from '../spoken.js'

/** What is wrong with who says the clause. */
export const SPEAKER_FAULTS: readonly Fault<Clause>[] = [
  {
    id: 'en.fault.unquoted',
    means: 'somebody thinks or says it, of whom no quotation tells',
    spoils: ({ evidence, grammar, token, top }) => {
      const governor = grammar.head(top)
      if (grammar.relation(top) !== 'ccomp' || governor < 0 || !REPORTING_VERBS.has(grammar.lemma(governor))) return false
      return evidence.chain({ start: token.start[top]!, end: token.end[top]! }).length === 0
    },
    examples: [['It was said that Spain sold the ship.', 'sold']],
    never: [['Ann Lee said that Spain sold the ship.', 'sold']],
  },
  {
    id: 'en.fault.subject-outside-quote',
    means: 'it stands in what somebody says, and its subject before or behind that',
    // `“… act like adults,” said Ann Lee`
    spoils: ({ evidence, grammar, token, top, subject }) => {
      const quote = evidence.quoteOf({ start: token.start[top]!, end: token.end[top]! })
      if (quote === null) return false
      if (quote.direct && token.start[subject]! >= quote.end) return true
      return grammar.relation(top) === 'conj' && CLAUSAL.test(quote.rule) && token.start[subject]! < quote.start
    },
  },
]

/** Rules of quotations that take a clause for what is said. */
const CLAUSAL = /verb-content|content-verb|verb-clause/

/** `he` for who speaks: somebody who speaks of himself says `I`, so the pronoun stands for another. */
export const HIMSELF: Fault<Spoken> = {
  id: 'en.fault.speaker-as-he',
  means: 'its speaker would not call himself he',
  spoils: ({ evidence, token, top, tokens }) => {
    const speaker = evidence.speakerOf(top)
    if (speaker === null) return false
    const { entity } = evidence.doc.layers
    return tokens.some((i) => speaksOfThird(token.norm(i)) && mentionOf(entity, token, i)?.entity === speaker)
  },
  examples: [['Peter Lund spoke. “He left Oslo on Monday,” Lund said.', 'left']],
  never: [['Ann Lee spoke. “She left Oslo on Monday,” Peter Lund said.', 'left']],
}
