import { jsonLdArticle, type LinkedArticle } from './json-ld.js'
import { publicationTime } from './published.js'
import { cleanTitle, sameName } from './title.js'
import type { PageHead } from './html/page.js'
import { readHtml } from './html/tokens.js'

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

const TITLES = ['og:title', 'twitter:title', 'parsely-title', 'sailthru.title', 'dc.title', 'dcterms.title', 'headline']
const PUBLISHERS = ['og:site_name', 'article:publisher_name', 'dc.publisher', 'dcterms.publisher', 'application-name']
const TIMES = [
  'article:published_time',
  'og:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'article.published',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
  'dc.date.issued',
  'dcterms.created',
  'dc.date',
  'article_date_original',
  'cxenseparse:recs:publishtime',
]

/** Metadata in order of trust: JSON-LD, OpenGraph and article tags, other meta tags, the title element, `<time datetime>`. `address` is where the page is known to be from. */
export function pageMeta(head: PageHead, byline: string | null, address: string | null): PageMeta {
  const linked = jsonLdArticle(head.jsonLd)
  const meta = (names: readonly string[]) => names.map((name) => head.metas.get(name)).filter((value) => value !== undefined)
  const publisher = first([linked?.publisher, ...meta(PUBLISHERS)], tidy)
  const sites = [publisher, head.metas.get('og:site_name') ?? null]
  const title = first([linked?.title, ...meta(TITLES), head.title], (raw) => headline(tidy(raw), sites))
  const url = first([head.canonical, head.metas.get('og:url'), linked?.url], webAddress)
  return {
    url,
    title: title && cleanTitle(title, sites, address ?? url),
    publisher,
    author: authors(head, linked, byline),
    publishedAt: first([linked?.publishedAt, ...meta(TIMES), ...head.times], publicationTime),
    language: first([linked?.language, head.language, head.metas.get('og:locale'), head.metas.get('content-language')], primarySubtag),
  }
}

function first(candidates: readonly (string | null | undefined)[], read: (raw: string) => string | null): string | null {
  for (const candidate of candidates) {
    const value = candidate && read(candidate)
    if (value) return value
  }
  return null
}

function authors(head: PageHead, linked: LinkedArticle | null, byline: string | null): string | null {
  const named = [linked?.authors ?? [], head.authors, byline && byline.length <= 100 ? [byline] : []]
  for (const stated of named) {
    const names = stated.map(personName).filter((name) => name !== null)
    if (names.length > 0) return [...new Set(names)].join(', ')
  }
  return null
}

/** A name as stated by a page; null for addresses, handles and empty values. */
function personName(stated: string): string | null {
  const name = tidy(stated)
    ?.replace(/^(?:written )?by:?\s+/i, '')
    .replace(/\s(?:[|•]\s|\d{1,2}[/.]\d|(?:updated|published)\b).*$/i, '')
    .replace(/[,;:\s]+$/, '')
  return name && /^\p{L}/u.test(name) && !/^(?:https?:|www\.)/i.test(name) ? name : null
}

/** Some pages state their outlet's name where the headline should be. */
const headline = (title: string | null, sites: readonly (string | null)[]): string | null =>
  title && !sites.some((site) => site !== null && sameName(site, title)) ? title : null

/** One line without entities and control characters, at most 1,000 characters; null when nothing is left. */
export function tidy(raw: string): string | null {
  const line = decoded(raw.slice(0, 4000))
    .replace(/[\0\p{Cs}]/gu, '\ufffd')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return line === '' ? null : line.slice(0, 1000).replace(/[\ud800-\udbff]$/, '')
}

/** Entities decoded, for values that were escaped twice (`&#039;` inside JSON-LD). */
function decoded(raw: string): string {
  if (!/&#?\w{1,31};/.test(raw)) return raw
  const parts: string[] = []
  readHtml(raw.replace(/</g, '&lt;'), { open: () => undefined, close: () => undefined, text: (text) => void parts.push(text) })
  return parts.join('')
}

function webAddress(raw: string): string | null {
  if (!/^https?:\/\//i.test(raw.trim()) || raw.length > 2000) return null
  return URL.canParse(raw.trim()) ? raw.trim() : null
}

const primarySubtag = (raw: string): string | null => /^([a-z]{2,3})(?:[-_]|$)/i.exec(raw.trim())?.[1]?.toLowerCase() ?? null
