import type { Fact, Quote } from '../../document/layers.js'
import { within, type Span } from '../../document/span.js'
import { confidenceOf, type Form } from './confidence.js'
import { cover, type Evidence } from './evidence.js'
import { said, wordsOf } from './said.js'
import { sources } from './sources.js'
import { isPronoun, isSomebody, named } from './speaker.js'
import { shorten, unstopped } from './words.js'

/** One claim for each quotation: who said what. Those without a known or described speaker, or without a statement, are no claim, nor is a bare stance. */
export function quoteFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.quote.flatMap((quote, q, all) => {
    if (quote.kind === 'stance' || quote.speaker === null || !isSomebody(evidence, quote.speaker) || repeats(quote)) return []
    if (quote.cue !== null && isAccording(evidence, quote.cue) && isToldInside(all, q)) return []
    const [inChain = quote.speaker.name, ...via] = sources(quote.attribution.filter(({ name }) => !isPronoun(name)))
    const name = named(evidence, quote.speaker, inChain)
    const told = said(evidence, quote, name)
    return told === null
      ? []
      : [quoteFact(evidence, quote, `${via.length > 0 ? unstopped(told.words) : told.words}${source(told.words, via)}`, told.form)]
  })
}

/** Whether an inner quotation tells all that is passed on, by whom it is passed on too: `“It is safe,” Lund said, according to two people there`. */
function isToldInside(all: readonly Quote[], q: number): boolean {
  const { start, end, speaker, own, direct } = all[q]!
  if (own !== 1 || direct) return false
  // in text order: what begins with it, or behind its opening mark, comes next
  for (let k = q + 1; k < all.length && all[k]!.start <= start + 1; k++) {
    const inner = all[k]!
    if (
      inner.direct &&
      inner.cue !== null &&
      within(inner, { start, end }) &&
      within(inner.cue, { start, end }) &&
      inner.attribution.some((link) => link.start === speaker!.start)
    )
      return true
  }
  return false
}

/** Whether somebody is said to say what he says: `He said he hoped …` is one saying. */
const repeats = ({ attribution, own }: Quote): boolean =>
  attribution.some(({ entity }, i) => i >= own && entity !== null && attribution.some((link, k) => k < own && link.entity === entity))

/** Who passes on what is said. */
const source = (words: string, via: readonly string[]): string =>
  via.length === 0 ? '' : shorten(`, ${words.includes(', according to ') ? 'via' : 'according to'} ${via.join(', via ')}`, 60)

function quoteFact(evidence: Evidence, quote: Quote, summary: string, form: Form): Fact {
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
    ...certaintyOf(evidence, quote, form),
    attribution: quote.attribution,
    confidence: confidenceOf(form),
    rule: quote.rule,
    trigger: quote.segments[0] ?? quote,
    citations: quote.segments.length ? quote.segments : [{ start: quote.start, end: quote.end }],
  }
}

const isAccording = (evidence: Evidence, cue: Span): boolean => /^accord/i.test(evidence.text(cue))

/** How surely it was said; of `denied meeting them` how surely it is so. */
function certaintyOf(evidence: Evidence, quote: Quote, form: Form): Pick<Fact, 'status' | 'polarity' | 'statusCues'> {
  if (quote.cue === null || isAccording(evidence, quote.cue)) return { status: 'asserted', polarity: 'affirmed', statusCues: [] }
  const content = evidence.status(quote)
  const saying = evidence.status(quote.cue)
  // `did not call for talks`: that is so; `denied meeting them`: how surely they met
  const isOfContent = content.polarity === 'unknown' || (content.polarity === 'negated' && saying.polarity === 'affirmed')
  return form === 'quote.act' && isOfContent ? content : saying
}

function cueLemma({ doc }: Evidence, { cue }: Quote): string {
  const { token, grammar } = doc.layers
  const at = token.at(cue!.start)
  return token.norm(at) === 'according' || grammar.upos(at) === 'PUNCT' ? 'say' : grammar.lemma(at)
}
