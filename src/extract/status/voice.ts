import type { Certainty } from '../../document/layers.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import type { Reading } from './reading.js'

/** What a future tense means: a plan in the words of the party itself and of the article, an expectation in anybody else's. */
export const future = (reading: Reading, head: number): Certainty => (reading.voice(head) === 'other' ? 'expected' : 'planned')

/** Whether the clause tells what somebody said then: its `would` was a `will` (`said he would resign`). */
export function wasSaid(reading: Reading, head: number): boolean {
  const { grammar, token } = reading.doc.layers
  const quote = reading.quote(head)
  if (quote?.direct) return false
  const governor = grammar.head(head)
  if (governor >= 0 && /^(ccomp|parataxis)$/.test(grammar.relation(head)) && REPORTING_VERBS.has(grammar.lemma(governor)))
    return grammar.xpos(governor) === 'VBD' || grammar.xpos(governor) === 'VBN'
  return quote !== null && quote.cue !== null && /^(VBD|VBN)$/.test(grammar.xpos(token.at(quote.cue.start)))
}
