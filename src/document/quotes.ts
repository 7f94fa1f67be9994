import type { AttributionLink, Quote } from './layers.js'
import { byPosition, within, type Span } from './span.js'

/** The quotations that state something: what stands in them is so in the words of their speakers. */
export const statements = (quotes: readonly Quote[]): Quote[] => quotes.filter(({ kind }) => kind === 'statement')

/** Which quotations enclose a span: built once for a text, asked in logarithmic time. */
export class Enclosing {
  private readonly sorted: readonly Quote[]
  /** For each quotation the index of the one around it, -1 for none. */
  private readonly around: Int32Array

  constructor(quotes: readonly Quote[]) {
    this.sorted = [...quotes].sort(byPosition)
    this.around = new Int32Array(this.sorted.length).fill(-1)
    const open: number[] = []
    this.sorted.forEach((quote, i) => {
      while (open.length && this.sorted[open.at(-1)!]!.end <= quote.start) open.pop()
      this.around[i] = open.at(-1) ?? -1
      open.push(i)
    })
  }

  /** Innermost first. A span in the words that interrupt a quotation is not inside it. */
  of(span: Span): Quote[] {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.sorted[middle]!.start <= span.start) low = middle + 1
      else high = middle
    }
    const found: Quote[] = []
    for (let i = low - 1; i >= 0; i = this.around[i]!) if (holds(this.sorted[i]!, span)) found.push(this.sorted[i]!)
    return found.sort((a, b) => a.end - a.start - (b.end - b.start))
  }

  /** Who says what stands there, innermost first; `direct`: only those quoted word by word. */
  chain(span: Span, direct = false): AttributionLink[] {
    return this.of(span).flatMap((quote) => (direct && !quote.direct ? [] : quote.attribution.slice(0, quote.own)))
  }
}

const holds = (quote: Quote, span: Span): boolean =>
  quote.segments.length ? quote.segments.some((segment) => within(span, segment)) : within(span, quote)
