import { publicationTime } from '../published.js'
import { dateInAddress } from '../url-date.js'
import { metas, trusted, type Source, type Statements } from './source.js'

const CHANGED = ['article:modified_time', 'og:updated_time', 'datemodified', 'last-modified', 'dcterms.modified']

/** When the page says that it was changed last. */
const changes = (page: Statements): readonly (string | null | undefined)[] => [
  page.linked.article?.modifiedAt,
  ...metas(page, CHANGED),
  page.linked.page.modifiedAt,
]

/** Last changes on a day that the page shows, where it does not show the day of its publication. */
function shownChanges(page: Statements): readonly (string | null | undefined)[] {
  const { dates, updates, times } = page.front
  const dayOf = (stated: string | null | undefined) => (stated ? (publicationTime(stated)?.slice(0, 10) ?? null) : null)
  const shown = new Set([...dates, ...updates].map(dayOf))
  const published = [page.head.metas.get('article:published_time'), page.linked.article?.publishedAt].map(dayOf)
  if (shown.size === 0 || published.some((day) => day !== null && shown.has(day))) return []
  return [...changes(page), ...times].filter((stated) => shown.has(dayOf(stated) ?? ''))
}

/** Where a page may state when its article was published. */
export const DATE_SOURCES: readonly Source[] = [
  {
    name: 'change that readers are shown',
    because:
      'an updated page that shows the day of its change alone tells what was known then; a change that is not shown may be one of layout',
    read: shownChanges,
  },
  {
    name: 'meta tags for publication',
    because: 'written for machines by the system that publishes, at the moment of publishing, for this one article',
    read: (page) =>
      metas(page, [
        'article:published_time',
        'og:article:published_time',
        'og:published_time',
        'article:published',
        'article.published',
        'datepublished',
        'parsely-pub-date',
        'cxenseparse:recs:publishtime',
        'cxenseparse:publishtime',
      ]),
  },
  {
    name: 'JSON-LD datePublished',
    because: 'as exact, but more often left over from a template or given for another node',
    read: ({ linked }) => [linked.article?.publishedAt],
  },
  {
    name: '<time> marked as publication',
    because: 'a marked time at the article; lists of other articles mark theirs, too, but stand behind it',
    read: ({ front }) => front.markedTimes,
  },
  {
    name: 'other meta tags',
    because: 'names that some systems use for the day of publication and some for the day of the request',
    read: (page) =>
      metas(page, [
        'sailthru.date',
        'publish-date',
        'publication_date',
        'publishdate',
        'pubdate',
        'dc.date.issued',
        'dcterms.issued',
        'dcterms.created',
        'dc.date',
        'article_date_original',
        'search:contentdate',
        'date',
      ]),
  },
  {
    name: 'JSON-LD of the page',
    because: 'a page is made with its article, where it is not a frame that was made before',
    read: ({ linked }) => [linked.page.publishedAt],
  },
  {
    name: '<time> at the headline',
    because: 'shown to readers beside the headline, but it may tell of a change',
    read: ({ front }) => front.times,
  },
  { name: 'date line', because: 'what readers are told; a line of text that is nothing but a date', read: ({ front }) => front.dates },
  {
    name: 'address',
    because: 'made when the article was; a day without a time',
    read: ({ address, head }) => [address, head.canonical, head.metas.get('og:url')].map((url) => url && dateInAddress(url)),
  },
  {
    name: 'posts of a live page',
    because: 'each post has its own time; the coverage began no later than the first',
    read: ({ linked }) => [...(linked.article?.posts ?? [])].sort(),
  },
  {
    name: 'JSON-LD dateCreated',
    because: 'when the draft was begun, days before in the worst case',
    read: ({ linked }) => [linked.article?.createdAt],
  },
  {
    name: 'last change',
    because: 'an updated page that states nothing else was published no later; systems also count a change of layout',
    read: (page) => [...page.front.updates, ...changes(page)],
  },
]

/**
 * When the article was published. A day without an offset is completed by the time of another source that falls on the same day:
 * half a date is better than a wrong one, a whole one is better than half.
 */
export function publishedAt(page: Statements): string | null {
  const date = trusted(DATE_SOURCES, page, publicationTime)
  if (date === null || date.includes('T')) return date
  return (
    trusted(DATE_SOURCES, page, (stated) => {
      const time = publicationTime(stated)
      return time?.startsWith(`${date}T`) ? time : null
    }) ?? date
  )
}
