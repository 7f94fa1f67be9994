import { firstEndingAfter, type Span } from '../document/span.js'
import type { Sentence } from '../document/layers.js'
import type { ArticleMeta, Citation, Excerpt } from '../store/records.js'
import { after, before, excerpt } from './excerpt.js'
import { textFragmentLink } from './text-fragment.js'

/** As W3C's TextQuoteSelector has them: enough to find the quote again in a text that was edited. UTF-16 units. */
const CONTEXT = 32

/** The article that citations are made of. `id` and `version` are null where nothing is stored. */
export interface Source {
  readonly id: string | null
  readonly version: number | null
  readonly text: string
  readonly meta: ArticleMeta
  readonly sentences: readonly Sentence[]
}

/** The exact evidence at `span`, with all that is needed to find and show it. */
export function citation(source: Source, span: Span): Citation {
  const { id, version, text, meta } = source
  return {
    articleId: id,
    version,
    title: meta.title,
    publisher: meta.publisher,
    url: meta.url,
    publishedAt: meta.publishedAt,
    quote: text.slice(span.start, span.end),
    start: span.start,
    end: span.end,
    prefix: before(text, span.start, CONTEXT),
    suffix: after(text, span.end, CONTEXT),
    sentence: sentenceOf(source, span),
    link: textFragmentLink(meta.url, text, span),
  }
}

/** The sentence around a span; of a span that reaches over several, all of them; the span itself outside of any. */
export function sentenceOf({ text, sentences }: Pick<Source, 'text' | 'sentences'>, span: Span): Excerpt {
  const first = sentences[firstEndingAfter(sentences, span.start)]
  const last = sentences[firstEndingAfter(sentences, span.end - 1)]
  return excerpt(text, {
    start: first ? Math.min(first.start, span.start) : span.start,
    end: last && last.start < span.end ? Math.max(last.end, span.end) : span.end,
  })
}
