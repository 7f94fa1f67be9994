import { cleanName } from '../author-name.js'
import { sameName } from '../title.js'
import type { Source, Statements } from './source.js'

/** Where a page may state who wrote its article. */
export const AUTHOR_SOURCES: readonly Source[] = [
  {
    name: 'JSON-LD people',
    because: 'names one by one, and people told from organisations',
    read: ({ linked }) => linked.article?.people ?? [],
  },
  {
    name: 'meta tags',
    because: 'names by hand, often all in one tag; addresses of profiles are no names',
    read: ({ head }) => head.authors,
  },
  { name: 'marked byline', because: 'what readers see, and where the page says that it is the author', read: ({ front }) => front.bylines },
  {
    name: 'reader view',
    because: 'found by class names anywhere on the page',
    read: ({ byline }) => (byline && byline.length <= 100 ? [byline] : []),
  },
  {
    name: 'JSON-LD organisations',
    because: 'an agency is named where no person is',
    read: ({ linked }) => linked.article?.organisations ?? [],
  },
]

/** Who wrote the article, by name, parted by commas; null where only the publisher is named, who is no author. */
export function authorOf(page: Statements, publisher: string | null): string | null {
  const sites = [publisher, page.head.metas.get('og:site_name') ?? null, page.linked.article?.publisher ?? null, page.linked.site].filter(
    (site) => site !== null,
  )
  for (const source of AUTHOR_SOURCES) {
    const names = source
      .read(page)
      .flatMap((stated) => (stated ? cleanName(stated, sites) : []))
      .filter((name) => !sites.some((site) => sameName(site, name)))
    if (names.length > 0) return withoutDoubles(names).join(', ')
  }
  return null
}

/** Each name once, however its capitals and spaces are. */
function withoutDoubles(names: readonly string[]): string[] {
  const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}]+/gu, '')
  const seen = new Set<string>()
  return names.filter((name) => !seen.has(letters(name)) && seen.add(letters(name)))
}
