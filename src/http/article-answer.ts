import type { Article } from '../store/records.js'
import type { Store } from '../store/port.js'
import { articleDigest } from '../store/precondition.js'
import { mapSpans, offsetMap } from '../document/offsets.js'
import { Problem } from './problems.js'
import type { OffsetUnit } from './schemas/common.js'

/** The strong tag of an article in an offset unit: its digest, a dot and the unit. */
export const articleTag = (article: Article, unit: OffsetUnit): string => `${articleDigest(article)}.${unit}`

/** A stored article. Raises `article_gone`, `version_not_found` or `article_not_found`. */
export async function storedArticle(store: Store, id: string, version?: number): Promise<Article> {
  const article = await store.article(id, version)
  if (article) return article
  const presence = await store.presence(id)
  throw new Problem(presence === 'deleted' ? 'article_gone' : presence === 'absent' ? 'article_not_found' : 'version_not_found')
}

interface InArticle {
  readonly articleId: string
  readonly version: number
}

/** The texts of the articles that some records lie in, each read once; a deleted one is missing. */
export async function textsOf(store: Store, records: Iterable<InArticle>): Promise<(record: InArticle) => string | undefined> {
  const key = ({ articleId, version }: InArticle): string => `${articleId} ${version}`
  const texts = new Map<string, string | undefined>()
  for (const record of records) {
    if (texts.has(key(record))) continue
    texts.set(key(record), (await store.article(record.articleId, record.version))?.text)
  }
  return (record) => texts.get(key(record))
}

/** Records with the offsets of their articles in the unit asked for; those whose article is gone meanwhile are left out. */
export async function inUnit<Item>(
  store: Store,
  items: readonly Item[],
  place: (item: Item) => InArticle,
  unit: OffsetUnit,
): Promise<readonly Item[]> {
  if (unit === 'utf16' || items.length === 0) return items
  const textOf = await textsOf(store, items.map(place))
  const maps = new Map<string, ReturnType<typeof offsetMap>>()
  return items.flatMap((item) => {
    const text = textOf(place(item))
    if (text === undefined) return []
    if (!maps.has(text)) maps.set(text, offsetMap(text, unit))
    return [mapSpans(item, maps.get(text))]
  })
}
