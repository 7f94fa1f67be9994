import { normaliseUrl } from '../url.js'
import { metas, trusted, type Source, type Statements } from './source.js'

/** Where a page may state its own address. */
export const URL_SOURCES: readonly Source[] = [
  { name: 'canonical link', because: 'made to say which of several addresses is the one', read: ({ head }) => [head.canonical] },
  {
    name: 'og:url',
    because: 'the same for those who share it; often without the care',
    read: (page) => metas(page, ['og:url', 'twitter:url', 'parsely-link']),
  },
  {
    name: 'JSON-LD',
    because: 'the address of the article’s node; some templates give that of the site',
    read: ({ linked }) => [linked.article?.url],
  },
]

/** The address of the page; null where it states none that could be an article's. */
export const addressOf = (page: Statements): string | null => trusted(URL_SOURCES, page, articleAddress)

/** Front pages, also by the name of their file or their language: two articles that name one are not the same article. */
const ROOT = /^\/?(?:(?:index|home|default)(?:\.\w{2,5})?|[a-z]{2}(?:[-_][a-z]{2})?)?\/?$/i
const MOST = 2000

/** A web address that is not that of a whole site; null for the rest. */
export function articleAddress(stated: string): string | null {
  const address = stated.trim()
  if (address.length > MOST || !/^https?:\/\//i.test(address) || /[{}]|%7B/i.test(address) || !URL.canParse(address)) return null
  const { pathname, search } = new URL(normaliseUrl(address)) // `/?utm_source=feed` is the front page
  return ROOT.test(pathname) && search === '' ? null : address
}
