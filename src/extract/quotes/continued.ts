import type { Quote } from '../../document/layers.js'
import { byPosition, firstEndingAfter, overlap, type Span } from '../../document/span.js'
import { paragraphs, type Quoted } from './marks.js'
import type { Article } from './speaker.js'

/** Fewer tokens between quotation marks, without a cue, are a title, an idiom or scare quotes. */
const SHORTEST = 5

/**
 * Quotations without a cue of their own. In the paragraph of an attributed one they are its next segment (`"…," he said. "…"`);
 * a paragraph that is nothing but a quotation goes on with the speaker before it; of the rest nobody is known to say them.
 */
export function goOn(doc: Article, attributed: readonly Quote[], rest: readonly Quoted[]): Quote[] {
  const { token } = doc.layers
  const areas = paragraphs(doc).map(({ first, end }) => ({ start: token.start[first]!, end: token.end[end - 1]! }))
  const mixed = attributed.filter((quote) => !quote.direct)
  const found = attributed.filter((quote) => quote.direct)
  let next = 0
  const result: Quote[] = []
  const queue = rest.filter((quotation) => isStatement(doc, quotation) && !covered(mixed, quotation.outer))
  for (const quotation of queue) {
    while (next < found.length && found[next]!.start < quotation.start) result.push(found[next++]!)
    const before = result.at(-1)
    const area = areas[firstEndingAfter(areas, quotation.start)]
    if (before?.speaker && area && before.end > area.start) result[result.length - 1] = withSegments(before, quotation)
    else if (before?.speaker && area && fills(doc, quotation, area) && follows(areas, before, area))
      result.push(continued(before, quotation))
    else result.push(unattributed(quotation))
  }
  return [...result, ...found.slice(next), ...mixed].sort(byPosition)
}

/** Whether what is quoted says something: long enough, and with a verb. */
export function isStatement(doc: Article, quotation: Quoted): boolean {
  const { token, grammar } = doc.layers
  const { first, end } = token.range(quotation)
  if (end - first < SHORTEST) return false
  for (let i = first; i < end; i++) if (/^(VERB|AUX)$/.test(grammar.upos(i))) return true
  return false
}

const covered = (mixed: readonly Quote[], span: Span): boolean => {
  const at = firstEndingAfter(mixed, span.start)
  return mixed.slice(Math.max(0, at - 3), at + 1).some((quote) => overlap(quote, span))
}

const fills = (doc: Article, { outer }: Quoted, area: Span): boolean =>
  outer.start <= area.start && doc.text.slice(outer.end, area.end).trim().length <= 1

/** Whether at most one paragraph lies between a quotation and a later paragraph. */
const follows = (areas: readonly Span[], before: Quote, area: Span): boolean =>
  firstEndingAfter(areas, area.start) - firstEndingAfter(areas, before.end - 1) <= 2

const withSegments = (quote: Quote, { pieces, end }: Quoted): Quote => ({
  ...quote,
  end,
  segments: [...(quote.segments.length ? quote.segments : [{ start: quote.start, end: quote.end }]), ...pieces],
})

const continued = (before: Quote, { start, end, pieces }: Quoted): Quote => ({
  ...before,
  start,
  end,
  direct: true,
  attribution: before.attribution.slice(0, before.own),
  segments: pieces.length > 1 ? pieces : [],
  rule: 'en.quote.speaker-goes-on',
})

const unattributed = ({ start, end, pieces }: Quoted): Quote => ({
  start,
  end,
  direct: true,
  speaker: null,
  cue: null,
  attribution: [],
  own: 0,
  segments: pieces.length > 1 ? pieces : [],
  rule: 'en.quote.unattributed',
})
