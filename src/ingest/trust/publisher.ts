import { nameInTitle } from '../title.js'
import { tidy } from '../tidy.js'
import { metas, trusted, type Source, type Statements } from './source.js'

/** Where a page may state whose site it is on. */
export const PUBLISHER_SOURCES: readonly Source[] = [
  {
    name: 'og:site_name that says more',
    because: 'the company alone may be the publisher (`Sky`), or its name run together (`ForbesIndia`); the site is called in full',
    read: (page) => metas(page, ['og:site_name']).filter((site) => completes(site, page.linked.article?.publisher)),
  },
  {
    name: 'JSON-LD publisher',
    because: 'the outlet as it names itself, without a motto',
    read: ({ linked }) => [linked.article?.publisher],
  },
  {
    name: 'og:site_name',
    because: 'the same with more freedom: mottos, addresses, the name of an app',
    read: (page) => metas(page, ['og:site_name']),
  },
  {
    name: 'JSON-LD of the site',
    because: 'the site by its own name, where the article has no publisher',
    read: ({ linked }) => [linked.site],
  },
  {
    name: 'other meta tags',
    because: 'rarer names for the same; an app may be called otherwise',
    read: (page) => metas(page, ['article:publisher_name', 'dc.publisher', 'dcterms.publisher', 'twitter:site:name', 'application-name']),
  },
  {
    name: 'end of the title',
    because: 'the site’s name where its letters are those of the host (`Fog stops ferry - Harbour Post` at harbourpost.example)',
    read: ({ head, address }) =>
      [head.title, head.metas.get('twitter:title')].map((title) => title && nameInTitle(title, address ?? head.canonical)),
  },
]

/** Whether a name begins with another and has more words, but few. */
function completes(site: string | undefined, publisher: string | null | undefined): boolean {
  if (!site || !publisher) return false
  const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
  const [more, fewer] = [site, publisher].map((name) => name.trim().split(/\s+/).length)
  return more! > fewer! && more! <= 4 && letters(site).startsWith(letters(publisher))
}

/** Whose site the page is on: one name, without a motto (`Isthmus | Madison, Wisconsin`). */
export const publisherOf = (page: Statements): string | null =>
  trusted(PUBLISHER_SOURCES, page, (stated) => {
    const name =
      tidy(stated)
        ?.replace(/^(\S.{2,}?)\s+(?:[|·•–—-]|::)(?:\s.*)?$/u, '$1')
        .replace(/^(\S.{2,40}?):\s.*$/, '$1') ?? null
    return name !== null && /\p{L}/u.test(name) && !/^(?:https?:|@)/i.test(name) ? name : null
  })
