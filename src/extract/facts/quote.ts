import type { Fact, Quote } from '../../document/layers.js'
import { cover, type Evidence } from './evidence.js'
import { said, wordsOf } from './said.js'
import { sources } from './sources.js'
import { isSomebody } from './speaker.js'
import { shorten } from './words.js'

/** One claim for each quotation: who said what. Those without a known or described speaker, or without a statement, are no claim, nor is a bare stance. */
export function quoteFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.quote.flatMap((quote) => {
    if (quote.kind === 'stance' || quote.speaker === null || !isSomebody(evidence, quote.speaker) || repeats(quote)) return []
    const [name = quote.speaker.name, ...via] = sources(quote.attribution)
    const words = said(evidence, quote, name)
    return words === null ? [] : [quoteFact(evidence, quote, `${words}${source(words, via)}`)]
  })
}

/** Whether somebody is said to say what he says: `He said he hoped …` is one saying. */
const repeats = ({ attribution, own }: Quote): boolean =>
  attribution.some(({ entity }, i) => i >= own && entity !== null && attribution.some((link, k) => k < own && link.entity === entity))

/** Who passes on what is said. */
const source = (words: string, via: readonly string[]): string =>
  via.length === 0 ? '' : shorten(`, ${words.includes(', according to ') ? 'via' : 'according to'} ${via.join(', via ')}`, 60)

function quoteFact(evidence: Evidence, quote: Quote, summary: string): Fact {
  const speaker = quote.speaker!
  const governing = quote.cue === null ? null : evidence.timeOf(evidence.doc.layers.token.at(quote.cue.start))
  return {
    kind: 'quote',
    summary,
    subject: { entity: speaker.entity, text: speaker.name },
    predicate: quote.cue === null ? 'say' : cueLemma(evidence, quote),
    object: { entity: null, text: wordsOf(evidence, quote) },
    figure: null,
    time: governing?.time ?? null,
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
