import { firstEndingAfter, type Span } from '../document/span.js'
import { after, before, excerpt } from './excerpt.js'
import type { ArticleMeta, Citation, Excerpt, FactArticle } from './records.js'
import { textFragment } from './text-fragment.js'

/** As W3C's TextQuoteSelector has them: enough to find the quote again in a text that was edited. UTF-16 units. */
const CONTEXT = 32

/** Places of a claim that stand with it; all of them are a list of their own. */
export const MOST_CITATIONS = 20

/** The article that citations are made of. `id` and `version` are null where nothing is stored. */
export interface Source {
  readonly id: string | null
  readonly version: number | null
  readonly text: string
  /** Bounds, in text order. */
  readonly sentences: readonly Span[]
}

/** The exact evidence at `span`, with all that is needed to find and show it. */
export function citation(source: Source, span: Span): Citation {
  const { id, version, text } = source
  return {
    articleId: id,
    version,
    quote: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    prefix: before(text, span.start, CONTEXT),
    suffix: after(text, span.end, CONTEXT),
    sentence: excerpt(text, around(span, sentenceOf(source, span), text)),
    fragment: textFragment(text, span),
  }
}

/** A longer sentence is shown as far as this reaches before and behind the quote: lists and tables can go on for ever. UTF-16 units. */
const REACH = 1_000

/** As much of a sentence as a reader needs around a quote in it. */
function around(quote: Span, sentence: Span, text: string): Span {
  return {
    start: Math.max(sentence.start, quote.start - before(text, quote.start, REACH).length),
    end: Math.min(sentence.end, quote.end + after(text, quote.end, REACH).length),
  }
}

/** What a reader wants to know of the article that a fact is of. */
export const factArticle = (
  id: string,
  version: number,
  { title, publisher, url, publishedAt }: Pick<ArticleMeta, 'title' | 'publisher' | 'url' | 'publishedAt'>,
): FactArticle => ({ id, version, title, publisher, url, publishedAt })

/** The sentence around a span; of a span that reaches over several, all of them; the span itself outside of any. */
export function sentenceOf({ text, sentences }: Pick<Source, 'text' | 'sentences'>, span: Span): Excerpt {
  const first = sentences[firstEndingAfter(sentences, span.start)]
  const last = sentences[firstEndingAfter(sentences, span.end - 1)]
  return excerpt(text, {
    start: first ? Math.min(first.start, span.start) : span.start,
    end: last && last.start < span.end ? Math.max(last.end, span.end) : span.end,
  })
}
