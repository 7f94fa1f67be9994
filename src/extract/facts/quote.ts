import type { Fact, Quote } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import type { TokenRange } from '../../text/tree.js'
import { cover, type Evidence } from './evidence.js'
import { sources } from './sources.js'
import { shorten } from './words.js'

/** Characters of a quotation that its summary repeats. */
const IN_SUMMARY = 170

/** Speakers that are nobody: a pronoun whose entity is not known tells no reader who spoke. */
const NOBODY =
  /^(?:i|you|he|she|it|we|they|this|that|these|those|both|who|which|what|one|there|all|some|many|others?|nobody|somebody|someone|everybody|everyone|anyone)$/i

/** One claim for each quotation: who said what. Those without a known or described speaker are no claim, nor is a bare stance. */
export function quoteFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.quote.flatMap((quote) => (tells(evidence, quote) ? [quoteFact(evidence, quote)] : []))
}

const tells = (evidence: Evidence, quote: Quote): boolean => {
  const { kind, speaker, direct, start, end } = quote
  if (kind === 'stance' || speaker === null || NOBODY.test(speaker.name.trim())) return false
  return direct ? end - start > 3 : says(evidence, quote)
}

/** Fewer tokens without a verb name a thing, and say nothing of it. */
const SHORTEST = 3

/** Whether what is reported says something: `called the plan reckless`, not `confirmed the visit`. */
function says({ doc }: Evidence, quote: Quote): boolean {
  const { token, grammar } = doc.layers
  const { first, end } = token.range(quote)
  if (end - first >= SHORTEST) return true
  for (let i = first; i < end; i++) if (grammar.upos(i) === 'VERB') return true
  return false
}

function quoteFact(evidence: Evidence, quote: Quote): Fact {
  const speaker = quote.speaker!
  const governing = quote.cue === null ? null : evidence.timeOf(evidence.doc.layers.token.at(quote.cue.start))
  const [name = speaker.name, ...via] = sources(quote.attribution)
  return {
    kind: 'quote',
    summary: `${shorten(opening(evidence, quote, name), 60)} ${words(evidence, quote)}${via.length ? shorten(`, via ${via.join(', ')}`, 40) : ''}`,
    subject: { entity: speaker.entity, text: speaker.name },
    predicate: quote.cue === null ? 'say' : cueLemma(evidence, quote),
    object: { entity: null, text: said(evidence, quote) },
    figure: null,
    time: governing?.time ?? null,
    place: null,
    entities: evidence.entities(cover(quote, speaker)),
    ...(quote.cue === null ? { status: 'asserted', polarity: 'affirmed', statusCues: [] } : evidence.status(quote.cue)),
    attribution: quote.attribution,
    confidence: quote.direct ? 0.9 : 0.75,
    rule: quote.rule,
    trigger: quote.segments[0] ?? quote,
    citations: piecesOf(quote),
  }
}

const piecesOf = ({ start, end, segments }: Quote): readonly Span[] => (segments.length ? segments : [{ start, end }])

/** What is said, without the words that interrupt it. */
const said = (evidence: Evidence, quote: Quote): string => {
  const pieces = piecesOf(quote).map((piece) => evidence.text(piece))
  return pieces.map((piece, i) => (/^\p{Lu}/u.test(pieces[i + 1] ?? '') ? piece.replace(/,$/, '.') : piece)).join(' ')
}

/** Who says it and how: `The Kremlin confirmed` before a clause, else `Mr Lund:`. */
function opening({ doc }: Evidence, { direct, cue }: Quote, name: string): string {
  const { token, grammar } = doc.layers
  const at = cue === null ? -1 : token.at(cue.start)
  const frame = at < 0 ? undefined : REPORTING_VERBS.get(grammar.lemma(at))
  const plain =
    !direct && frame?.that && /^VB[DZP]$/.test(grammar.xpos(at)) && token.end[at] === cue!.end && !ADDRESSED.test(grammar.lemma(at))
  return plain ? `${name} ${token.norm(at)}` : `${name}:`
}

/** Verbs that cannot do without the one who is told. */
const ADDRESSED = /^(?:tell|inform|assure|remind|warn|advise|convince|notify|persuade)$/

/** At most so many tokens of what is reported are worded for a summary. */
const MOST_TOKENS = 60

const tokensIn = ({ first, end }: TokenRange): number[] => Array.from({ length: Math.min(end - first, MOST_TOKENS) }, (_, k) => first + k)

/** The words as they stand in marks; what is only reported with names and dates resolved. */
function words(evidence: Evidence, quote: Quote): string {
  if (quote.direct) return `“${shorten(said(evidence, quote), IN_SUMMARY)}”`
  const { token } = evidence.doc.layers
  const first = token.at(quote.start)
  const reported = piecesOf(quote)
    .map((piece) => evidence.wording.of(tokensIn(token.range(piece))))
    .join(', ')
  const lower =
    /^(?:DET|PRON|ADP|SCONJ|ADJ|ADV|NOUN|CCONJ)$/.test(evidence.doc.layers.grammar.upos(first)) &&
    /^[A-Z][a-z]/.test(reported) &&
    reported.startsWith(evidence.doc.layers.token.form(first))
  return shorten(lower ? reported.charAt(0).toLowerCase() + reported.slice(1) : reported, IN_SUMMARY)
}

function cueLemma({ doc }: Evidence, { cue }: Quote): string {
  const { token, grammar } = doc.layers
  const at = token.at(cue!.start)
  return token.norm(at) === 'according' ? 'say' : grammar.lemma(at)
}
