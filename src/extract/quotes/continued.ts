import type { Quote } from '../../document/layers.js'
import { byPosition, firstEndingAfter, overlap, within, type Span } from '../../document/span.js'
import { isStatement, paragraphs, type Quoted } from './marks.js'
import type { Article } from './speaker.js'

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
  const queue = rest.filter((quotation) => isStatement(doc, quotation) && !covered(mixed, quotation))
  for (const quotation of queue) {
    while (next < found.length && found[next]!.start < quotation.start) result.push(found[next++]!)
    const before = result.at(-1)
    const area = areas[firstEndingAfter(areas, quotation.start)]
    if (before?.speaker && area && before.end > area.start) result[result.length - 1] = withSegments(before, quotation)
    else if (before?.speaker && area && fills(doc, quotation, area) && follows(areas, before, area))
      result.push(continued(before, quotation))
    else {
      const at = area === undefined ? -1 : reportedBefore(doc, mixed, quotation, area)
      if (at < 0) result.push(unattributed(quotation))
      else if (endsQuoted(doc, mixed[at]!)) mixed[at] = withSegments(mixed[at]!, quotation)
      else result.push(continued(mixed[at]!, quotation))
    }
  }
  return [...result, ...found.slice(next), ...mixed].sort(byPosition)
}

/** Whether what is reported reaches over a quotation, or into one whose closing mark is missing. */
const covered = (mixed: readonly Quote[], { outer, closed }: Quoted): boolean => {
  const at = firstEndingAfter(mixed, outer.start)
  return mixed.slice(Math.max(0, at - 3), at + 1).some((quote) => overlap(quote, outer) && !(closed && within(quote, outer)))
}

const fills = (doc: Article, { outer }: Quoted, area: Span): boolean =>
  outer.start <= area.start && doc.text.slice(outer.end, area.end).trim().length <= 1

/** Whether at most one paragraph lies between a quotation and a later paragraph. */
const follows = (areas: readonly Span[], before: Quote, area: Span): boolean =>
  firstEndingAfter(areas, area.start) - firstEndingAfter(areas, before.end - 1) <= 2

/** The index of what was reported in the sentence before, in the same paragraph: `The plan was bold, Lund said. “It will work.”` */
function reportedBefore({ layers: { sentence } }: Article, mixed: readonly Quote[], { outer }: Quoted, area: Span): number {
  const at = firstEndingAfter(sentence, outer.start)
  const before = sentence[at - 1]
  if (before === undefined || before.start < area.start || sentence[at]!.start !== outer.start) return -1
  const first = firstEndingAfter(mixed, before.start)
  for (let i = Math.min(mixed.length, first + 4) - 1; i >= first; i--) {
    const { kind, cue, speaker, rule } = mixed[i]!
    if (kind === 'statement' && speaker !== null && cue !== null && within(cue, before) && SPOKEN.test(rule)) return i
  }
  return -1
}

/** `It was “a hard year,” Lund said`: the words quoted stop right before the one who says them. */
const endsQuoted = ({ text }: Article, { cue, end, segments }: Quote): boolean =>
  segments.length === 0 && cue !== null && cue.start > end && /["”’']/.test(text.slice(end - 1, end + 2))

const SPOKEN = /(?:verb-content|content-verb|verb-clause)$/

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
  kind: 'statement',
  direct: true,
  speaker: null,
  cue: null,
  addressee: null,
  attribution: [],
  own: 0,
  segments: pieces.length > 1 ? pieces : [],
  rule: 'en.quote.unattributed',
})
