import type { PageHead } from './html/head.js'
import { readJsonLd, type Linked } from './json-ld.js'
import { authorOf } from './trust/author.js'
import { publishedAt } from './trust/date.js'
import { publisherOf } from './trust/publisher.js'
import type { Statements } from './trust/source.js'
import { titleOf } from './trust/title.js'
import { addressOf } from './trust/url.js'

/** What a page says of its article; null where it says nothing usable. */
export interface PageMeta {
  readonly url: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly author: string | null
  /** RFC 3339 with an offset, or a date alone. */
  readonly publishedAt: string | null
  /** As the page declares it, BCP 47 primary subtag. */
  readonly language: string | null
}

/** The JSON-LD of a page that is known to be from `address`. */
export const linkedData = (head: PageHead, address: string | null): Linked =>
  readJsonLd(head.jsonLd, [address, head.canonical, head.metas.get('og:url')])

/** Metadata, each value from the source that is trusted most (`trust/`). */
export function pageMeta(page: Statements): PageMeta {
  const publisher = publisherOf(page)
  return {
    url: addressOf(page),
    title: titleOf(page, publisher),
    publisher,
    author: authorOf(page, publisher),
    publishedAt: publishedAt(page),
    language: languageOf(page.head, page.linked),
  }
}

function languageOf(head: PageHead, { article }: Linked): string | null {
  const stated = [article?.language, head.language, head.metas.get('og:locale'), head.metas.get('content-language')]
  for (const tag of stated) {
    const primary = tag && /^([a-z]{2,3})(?:[-_]|$)/i.exec(tag.trim())?.[1]
    if (primary) return primary.toLowerCase()
  }
  return null
}
