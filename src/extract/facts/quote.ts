import type { Fact, Quote } from '../../document/layers.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import { cover, type Evidence } from './evidence.js'
import { oneLine, shorten } from './words.js'

/** Characters of a quotation that its summary repeats. */
const IN_SUMMARY = 170

/** Speakers that are nobody: a pronoun whose entity is not known tells no reader who spoke. */
const NOBODY =
  /^(?:i|you|he|she|it|we|they|this|that|these|those|both|who|which|what|one|there|all|some|many|others?|nobody|somebody|someone|everybody|everyone|anyone)$/i

/** One claim for each quotation: who said what. Those without a known or described speaker are no claim. */
export function quoteFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.quote.flatMap((quote) => (tells(quote) ? [quoteFact(evidence, quote)] : []))
}

const tells = ({ speaker, start, end }: Quote): boolean => speaker !== null && !NOBODY.test(speaker.name.trim()) && end - start > 3

function quoteFact(evidence: Evidence, quote: Quote): Fact {
  const speaker = quote.speaker!
  const said = evidence.text(quote)
  const governing = quote.cue === null ? null : evidence.timeOf(evidence.doc.layers.token.at(quote.cue.start))
  const via = quote.attribution.slice(1).map(({ name }) => oneLine(name))
  return {
    kind: 'quote',
    summary: `${shorten(opening(evidence, quote), 60)} ${words(evidence, quote)}${via.length ? shorten(`, via ${via.join(', ')}`, 40) : ''}`,
    subject: { entity: speaker.entity, text: speaker.name },
    predicate: quote.cue === null ? 'say' : cueLemma(evidence, quote),
    object: { entity: null, text: said },
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

/** Who says it and how: `The Kremlin confirmed` before a clause, else `Mr Lund:`. */
function opening({ doc }: Evidence, { direct, cue, speaker }: Quote): string {
  const { token, grammar } = doc.layers
  const name = oneLine(speaker!.name)
  const at = cue === null ? -1 : token.at(cue.start)
  const frame = at < 0 ? undefined : REPORTING_VERBS.get(grammar.lemma(at))
  const plain =
    !direct && frame?.that && /^VB[DZP]$/.test(grammar.xpos(at)) && token.end[at] === cue!.end && !ADDRESSED.test(grammar.lemma(at))
  return plain ? `${name} ${token.norm(at)}` : `${name}:`
}

/** Verbs that cannot do without the one who is told. */
const ADDRESSED = /^(?:tell|inform|assure|remind|warn|advise|convince|notify|persuade)$/

/** The words as they stand in marks; what is only reported with names and dates resolved. */
function words(evidence: Evidence, quote: Quote): string {
  if (quote.direct) return `“${shorten(evidence.text(quote), IN_SUMMARY)}”`
  const { first, end } = evidence.doc.layers.token.range(quote)
  const tokens = Array.from({ length: Math.min(end - first, 60) }, (_, k) => first + k)
  const reported = evidence.wording.of(tokens)
  const lower =
    /^(?:DET|PRON|ADP|SCONJ|ADJ|ADV|NOUN)$/.test(evidence.doc.layers.grammar.upos(first)) &&
    /^[A-Z][a-z]/.test(reported) &&
    reported.startsWith(evidence.doc.layers.token.form(first))
  return shorten(lower ? reported.charAt(0).toLowerCase() + reported.slice(1) : reported, IN_SUMMARY)
}

function cueLemma({ doc }: Evidence, { cue }: Quote): string {
  const { token, grammar } = doc.layers
  const at = token.at(cue!.start)
  return token.norm(at) === 'according' ? 'say' : grammar.lemma(at)
}
