import { cleanTitle, sameName } from '../title.js'
import { tidy } from '../tidy.js'
import { metas, trusted, type Source, type Statements } from './source.js'

const META_TITLES = [
  'og:title',
  'twitter:title',
  'parsely-title',
  'cxenseparse:title',
  'sailthru.title',
  'dc.title',
  'dcterms.title',
  'headline',
  'title',
]

/** Where a page may state its article's headline. */
export const TITLE_SOURCES: readonly Source[] = [
  {
    name: 'h1 that another source bears out',
    because: 'the headline that readers see; titles for search engines and networks are worded for those',
    read: (page) => page.front.headlines.filter(({ text }) => borneOut(text, page)).map(({ text }) => text),
  },
  {
    name: 'JSON-LD headline',
    because: 'the headline by name; cut at 110 characters by some',
    read: ({ linked }) => [linked.article?.title],
  },
  { name: 'meta tags', because: 'worded for those who share the page', read: (page) => metas(page, META_TITLES) },
  {
    name: 'h1 in the article',
    because: 'nothing bears it out, but it stands where a headline stands',
    read: ({ front }) => front.headlines.filter(({ text, inArticle }) => inArticle && wordsOf(text).length >= 2).map(({ text }) => text),
  },
  {
    name: 'title element',
    because: 'the name of the page in the browser, with that of the site and of the section',
    read: ({ head }) => [head.title],
  },
  {
    name: 'any h1',
    because: 'the name of something on the page is better than none',
    read: ({ front }) => front.headlines.map(({ text }) => text),
  },
]

/** The headline, without the site's name. Cut ones (`Talks end in…`) only where nothing else is stated, names of the site never. */
export function titleOf(page: Statements, publisher: string | null): string | null {
  const sites = [publisher, page.head.metas.get('og:site_name') ?? null, page.linked.site, page.linked.article?.publisher ?? null]
  const address = page.address ?? page.head.canonical
  const read = (stated: string): string | null => {
    const title = tidy(stated)
    const cleaned = title && cleanTitle(title, sites, address)
    return cleaned && !sites.some((site) => site !== null && sameName(site, cleaned)) ? cleaned : null
  }
  return trusted(TITLE_SOURCES, page, (stated) => (isCut(stated) ? null : read(stated))) ?? trusted(TITLE_SOURCES, page, read)
}

const isCut = (title: string): boolean => /(?:…|\.\.\.)\s*$/.test(title)

/** Whether another source has the same title, or two of its words. */
function borneOut(headline: string, page: Statements): boolean {
  const others = [page.linked.article?.title, ...metas(page, META_TITLES), page.head.title]
  const words = new Set(wordsOf(headline))
  return others.some((other) => {
    if (!other) return false
    if (sameName(other, headline)) return true
    return wordsOf(other).filter((word) => words.has(word)).length >= 2
  })
}

/** Words that say something, as far as their length tells. */
const wordsOf = (title: string): string[] => [...new Set(title.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? [])]
