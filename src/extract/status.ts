import type { Stage } from '../document/document.js'
import type { Status } from '../document/layers.js'
import { clausesOf } from './status/clauses.js'
import { standsApart } from './status/nouns.js'
import { questionsIn } from './status/questions.js'
import { Reading } from './status/reading.js'
import { verdictsOf } from './status/verdict.js'
import { kindsIn, kindsOf } from './status/words.js'

/** Says of each clause how certain it is. A clause that another interrupts has a span for each of its pieces. */
export const status: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'quote', 'status'> = {
  adds: 'status',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const reading = new Reading(doc)
    const kinds = kindsOf(token)
    const found: Status[] = []
    for (const { firstToken: first, endToken: end } of sentence) {
      const words = kindsIn(token, kinds, first, end)
      const clauses = clausesOf(doc, first, end, (noun) => standsApart(reading, noun, words))
      const verdicts = verdictsOf(reading, clauses.all, questionsIn(doc, clauses, first, end), words)
      for (let i = first; i < end;) {
        const clause = clauses.of[i - first]!
        let next = i + 1
        while (next < end && clauses.of[next - first] === clause) next++
        const { status: certainty, polarity, cues, rule } = verdicts[clause]!
        const spans = cues.map((cue) => ({ start: token.start[cue]!, end: token.end[cue]! }))
        found.push({ start: token.start[i]!, end: token.end[next - 1]!, status: certainty, polarity, cues: spans, rule })
        i = next
      }
    }
    return found
  },
}
