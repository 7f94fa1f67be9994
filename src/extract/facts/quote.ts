import type { Fact, Quote } from '../../document/layers.js'
import { cover, type Evidence } from './evidence.js'
import { shorten } from './words.js'

/** Characters of a quotation that its summary repeats. */
const IN_SUMMARY = 200

/** One claim for each quotation: who said what. Those without a known or described speaker are no claim. */
export function quoteFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.quote.flatMap((quote) => (quote.speaker === null ? [] : [quoteFact(evidence, quote)]))
}

function quoteFact(evidence: Evidence, quote: Quote): Fact {
  const speaker = quote.speaker!
  const said = evidence.text(quote)
  const words = shorten(said, IN_SUMMARY)
  const via = quote.attribution.slice(1)
  const date = quote.cue === null ? null : evidence.date(quote.cue)
  return {
    kind: 'quote',
    summary: `${speaker.name}: ${quote.direct ? `“${words}”` : words}${via.length ? `, via ${via.map(({ name }) => name).join(', ')}` : ''}`,
    subject: { entity: speaker.entity, text: speaker.name },
    predicate: quote.cue === null ? 'say' : cueLemma(evidence, quote),
    object: { entity: null, text: said },
    figure: null,
    time: evidence.time(date),
    place: null,
    entities: evidence.entities(cover(quote, speaker)),
    ...(quote.cue === null ? { status: 'asserted', polarity: 'affirmed', statusCues: [] } : evidence.status(quote.cue)),
    attribution: quote.attribution,
    confidence: quote.direct ? 0.9 : 0.75,
    rule: quote.rule,
    trigger: quote.segments[0] ?? quote,
    citations: quote.segments.length ? quote.segments : [{ start: quote.start, end: quote.end }],
  }
}

function cueLemma({ doc }: Evidence, { cue }: Quote): string {
  const { token, grammar } = doc.layers
  const at = token.at(cue!.start)
  return token.norm(at) === 'according' ? 'say' : grammar.lemma(at)
}
