import type { Stage } from '../document/document.js'
import type { AttributionLink, Quote } from '../document/layers.js'
import { Enclosing } from '../document/quotes.js'
import { byPosition, overlap, within, type Span } from '../document/span.js'
import { firstEndingAfter } from '../document/span.js'
import { paragraphs, quoted, type Quoted } from './quotes/marks.js'
import { spanOf } from './quotes/phrase.js'
import { reports, type Report } from './quotes/reports.js'
import { link, relays, speaker, type Article } from './quotes/speaker.js'

/** Marks what somebody said, who said it, and by which way it came. */
export const quotes: Stage<'token' | 'sentence' | 'grammar' | 'entity', 'quote'> = {
  adds: 'quote',
  run: (doc) => {
    const marked = quoted(doc)
    const found: Quote[] = []
    const claimed = new Set<Quoted>()
    for (const report of reports(doc)) {
      const around = marked[firstEndingAfter(marked, report.cue.start)]
      if (around && within(report.cue, around) && isFirstPerson(doc, report)) continue
      const direct = wholly(report.content, marked)
      if (direct.some((quotation) => claimed.has(quotation))) continue
      for (const quotation of direct) claimed.add(quotation)
      found.push(attributed(doc, report, direct.length ? direct.flatMap(({ pieces }) => pieces) : report.content, direct.length > 0))
    }
    return nested([...found, ...unattributed(doc, marked.filter((quotation) => !claimed.has(quotation)), found)].sort(byPosition))
  },
}

/** The quotations that make up all of the content, as far as it is quoted from end to end; none where words of the reporter mix in. */
function wholly(content: readonly Span[], marked: readonly Quoted[]): Quoted[] {
  const found: Quoted[] = []
  for (const stretch of content) {
    const at = firstEndingAfter(marked, stretch.start)
    const quotation = marked[at]
    if (!quotation || quotation.outer.start > stretch.start || stretch.end > quotation.outer.end) return []
    if (!found.includes(quotation)) found.push(quotation)
  }
  return found
}

function attributed(doc: Article, report: Report, pieces: readonly Span[], direct: boolean): Quote {
  const links =
    report.speaker === null || report.speakerHead === null
      ? []
      : [link(doc, report.speaker, report.speakerHead, report.cue), ...relays(doc, report.cueToken, report.speakerHead)]
  return {
    start: pieces[0]!.start,
    end: pieces.at(-1)!.end,
    direct,
    speaker: report.speaker === null ? null : speaker(doc, report.speaker, report.speakerHead!),
    cue: report.cue,
    attribution: links,
    own: links.length,
    segments: pieces.length > 1 ? pieces : [],
    rule: `en.quote.${report.rule}`,
  }
}

const isFirstPerson = (doc: Article, { speaker: phrase }: Report): boolean => phrase !== null && /^(I|we|my|our|you)\b/i.test(doc.slice(spanOf(doc, phrase)))

/** Quotations without a cue of their own: the speaker of the paragraph goes on, or nobody is named. Short ones are scare quotes and titles. */
function unattributed(doc: Article, rest: readonly Quoted[], found: Quote[]): Quote[] {
  const { token, grammar } = doc.layers
  const inParagraph = paragraphs(doc).map(({ first, end }) => ({ start: token.start[first]!, end: token.end[end - 1]! }))
  const direct = found.filter((quote) => quote.direct).sort(byPosition)
  const added: Quote[] = []
  for (const quotation of rest) {
    const { first, end } = token.range(quotation)
    let hasVerb = false
    for (let i = first; i < end && !hasVerb; i++) hasVerb = /^(VERB|AUX)$/.test(grammar.upos(i))
    if (end - first < 5 || !hasVerb || found.some((quote) => quote.cue && overlapsNear(quote, quotation))) continue
    const paragraph = inParagraph[firstEndingAfter(inParagraph, quotation.start)]
    const before = direct[lastBefore(direct, quotation.start)]
    const continues = before?.speaker && paragraph && (before.end > paragraph.start || wholeParagraph(doc, quotation, paragraph))
    added.push({
      start: quotation.start,
      end: quotation.end,
      direct: true,
      speaker: continues ? before.speaker : null,
      cue: continues ? before.cue : null,
      attribution: continues ? before.attribution.slice(0, before.own) : [],
      own: continues ? before.own : 0,
      segments: quotation.pieces.length > 1 ? quotation.pieces : [],
      rule: continues ? 'en.quote.speaker-goes-on' : 'en.quote.unattributed',
    })
  }
  return added
}

const overlapsNear = (quote: Quote, quotation: Quoted): boolean => !quote.direct && overlap(quote, quotation.outer)

const wholeParagraph = (doc: Article, quotation: Quoted, paragraph: Span): boolean =>
  quotation.outer.start <= paragraph.start && doc.text.slice(quotation.outer.end, paragraph.end).trim().length <= 1

function lastBefore(sorted: readonly Quote[], offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.start < offset) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Adds to each quotation the links of those around it: `Kim told Putin, the BBC said`. */
function nested(sorted: readonly Quote[]): Quote[] {
  const enclosing = new Enclosing(sorted)
  return sorted.map((quote) => {
    const place = quote.cue ?? quote
    const outer = enclosing.of(place).filter((other) => other !== quote)
    const links: AttributionLink[] = outer.flatMap((other) => other.attribution.slice(0, other.own))
    return links.length ? { ...quote, attribution: [...quote.attribution, ...links] } : quote
  })
}
