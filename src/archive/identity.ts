import type { Ingested } from '../ingest/ingest.js'
import { normaliseUrl } from '../ingest/url.js'
import { contentId, sha256 } from '../resolve/digest.js'

type Known = Pick<Ingested, 'text'> & { readonly meta: Pick<Ingested['meta'], 'url' | 'publisher' | 'title' | 'publishedAt'> }

/**
 * Which article it is: by its normalised address where it has one, else by publisher, title, publication time and text. The
 * same text under two addresses or publishers is two articles.
 */
export function articleId({ text, meta }: Known): string {
  const { url, publisher, title, publishedAt } = meta
  return contentId('art', url === null ? ['text', publisher ?? '', title ?? '', publishedAt ?? '', text] : ['url', normaliseUrl(url)])
}

/** Which content it is: two versions of an article with one hash are the same version. */
export function contentHash({ text, meta }: Pick<Ingested, 'text' | 'meta'>): string {
  return sha256([text, meta.title, meta.publisher, meta.author, meta.publishedAt, meta.timezone, meta.language])
}
