import type { Document, Stage } from '../document/document.js'
import type { AttributionLink, Quote } from '../document/layers.js'
import { byPosition, firstEndingAfter, overlap, shallow, within, type Span } from '../document/span.js'
import { ATTRIBUTING_VERBS } from '../lang/en/reporting.js'
import { MOST_AT_ONCE, MOST_LINKS } from './bounds.js'
import { fromMark } from './figures/mark.js'
import { nameBehind, reportBeside } from './quotes/beside.js'
import { goOn } from './quotes/continued.js'
import { isStatement, quoted, type Quoted } from './quotes/marks.js'
import { inOrder, isClausal } from './quotes/nested.js'
import { spanOf } from './quotes/phrase.js'
import { reports, type Report } from './quotes/reports.js'
import { relativeBefore } from './quotes/subject.js'
import { addressee, link, relays, together, type Article } from './quotes/speaker.js'

/** An article whose figures are known. */
type Measured = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'figure'>

/** Marks what somebody said, who said it, and by which way it came. */
export const quotes: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'figure', 'quote'> = {
  adds: 'quote',
  run: (doc) => {
    const marked = quoted(doc)
    const found: Quote[] = []
    const claimed = new Set<Quoted>()
    const cues = new Set<number>()
    const add = (report: Report, direct: readonly Quoted[]): void => {
      cues.add(report.cueToken)
      for (const quotation of direct) claimed.add(quotation)
      found.push(attributed(doc, report, direct))
    }
    for (const quotation of marked) {
      const report =
        (isStatement(doc, quotation) || isCutShort(doc, quotation) ? reportBeside(doc, quotation) : null) ?? nameBehind(doc, quotation)
      if (report && !cues.has(report.cueToken)) add(report, [quotation])
    }
    for (const report of reports(doc)) {
      const around = quotationAround(marked, report.cue)
      if (cues.has(report.cueToken) || (around !== null && !isRetold(doc, report, around))) continue
      const direct = around !== null ? [] : wholly(report.content, marked)
      if (!direct.some((quotation) => claimed.has(quotation))) add(report, direct)
    }
    const rest = marked.filter((quotation) => !claimed.has(quotation))
    return inOrder(
      doc,
      shallow(goOn(doc, found.sort(byPosition), rest), MOST_AT_ONCE, (quote) => quote),
    )
  },
}

/** The quotation in marks that holds a span; null where none does. */
const quotationAround = (marked: readonly Quoted[], span: Span): Quoted | null => {
  const around = marked[firstEndingAfter(marked, span.start)]
  return around !== undefined && within(span, around) ? around : null
}

/** `“The bridge,” she said, “will open”`, `“Why?” she asked`: few words, but they end as speech does. */
const isCutShort = (doc: Article, { end }: Quoted): boolean => /[,?!]/.test(doc.text[end - 1]!)

/** Whether words inside a quotation tell what somebody else said, not what the speaker thinks or is about to say, nor who said the quotation. */
function isRetold(doc: Article, { speaker: phrase, cueToken, rule, content }: Report, around: Quoted): boolean {
  if (!content.every((piece) => within(piece, around))) return false
  if (phrase === null || !isClausal(rule) || /^(I|we|my|our|you|people|they)\b/i.test(doc.slice(spanOf(doc, phrase)))) return false
  const kind = ATTRIBUTING_VERBS.get(doc.layers.grammar.lemma(cueToken))?.kind
  return kind === undefined || kind === 'speech' || kind === 'writing'
}

/** The quotations that make up all of the content, where it is quoted from end to end; none where words of the reporter mix in. */
function wholly(content: readonly Span[], marked: readonly Quoted[]): Quoted[] {
  const found: Quoted[] = []
  for (const stretch of content) {
    const first = firstEndingAfter(marked, stretch.start)
    const last = firstEndingAfter(marked, stretch.end - 1)
    const opening = marked[first]
    const closing = marked[last]
    if (!opening || !closing || !overlap(opening.outer, { start: stretch.start, end: stretch.start + 1 })) return []
    if (!overlap(closing.outer, { start: stretch.end - 1, end: stretch.end })) return []
    if (last - first > 1) return []
    for (const quotation of first === last ? [opening] : [opening, closing]) if (!found.includes(quotation)) found.push(quotation)
  }
  return found
}

function attributed(doc: Measured, report: Report, direct: readonly Quoted[]): Quote {
  const pieces = direct.length > 0 ? direct.flatMap((quotation) => quotation.pieces) : report.content.map((piece) => fromMark(doc, piece))
  const links = chainOf(doc, report)
  const first = links[0]
  return {
    start: pieces[0]!.start,
    end: pieces.at(-1)!.end,
    kind: report.stance ? 'stance' : 'statement',
    direct: direct.length > 0,
    speaker: first === undefined ? null : { start: first.start, end: first.end, entity: first.entity, name: first.name },
    cue: report.cue,
    addressee: addressee(doc, report.cueToken, report.speakerHead),
    attribution: links,
    own: links.length,
    segments: pieces.length > 1 ? pieces : [],
    rule: `en.quote.${report.rule}`,
  }
}

/** Who says it, who says it with them, and by whom it came; whom an outlet cites says it before the outlet does. */
function chainOf(doc: Article, { speaker: phrase, speakerHead, cue, cueToken }: Report): AttributionLink[] {
  if (phrase === null || speakerHead === null) return []
  const relative = relativeBefore(doc, cueToken)
  // `Lee, who said`: named by the noun, said by the pronoun
  const named = link(doc, phrase, speakerHead, cue)
  const { start, end } = relative === null ? named : spanOf(doc, { first: relative, end: relative + 1 })
  const own: AttributionLink = { start, end, entity: named.entity, name: named.name, role: named.role, cue }
  const others = together(doc, speakerHead, cue)
  const relayed = relays(doc, cueToken, speakerHead)
  const cited = own.role === 'outlet' ? relayed.filter(({ role, cue: by }) => role !== 'outlet' || isCiting(doc, by)) : []
  return [...cited, own, ...others, ...relayed.filter((relay) => !cited.includes(relay))].slice(0, MOST_LINKS)
}

const isCiting = (doc: Article, cue: Span): boolean => /^(citing|quoting)$/i.test(doc.slice(cue))
