import type { Article, ArticleVersion, Counts } from '../records.js'
import type { Ignored } from '../../document/layers.js'
import type { SkippedLayer, Warning } from '../records.js'

/** Columns of `versions v JOIN extractions e` that an article without its text is made of. */
export const ARTICLE_COLUMNS = `v.key, v.article_id, v.version, v.published, v.created_at, v.published_at, v.publisher, v.title, v.url, v.author,
  v.timezone, v.language, v.external_id, v.tags, v.ignored, v.warnings, e.counts, e.skipped, e.extractor_version`
export const ARTICLE_TABLES = 'versions v CROSS JOIN extractions e ON e.version_key = v.key AND e.superseded_at IS NULL'

export interface ArticleRow {
  readonly key: number
  readonly article_id: string
  readonly version: number
  readonly published: number
  readonly created_at: string
  readonly published_at: string | null
  readonly publisher: string | null
  readonly title: string | null
  readonly url: string | null
  readonly author: string | null
  readonly timezone: string | null
  readonly language: string
  readonly external_id: string | null
  readonly tags: string
  readonly ignored: string
  readonly warnings: string
  readonly counts: string
  readonly skipped: string
  readonly extractor_version: string
}

/** An article of a list, without its text. */
export function articleOf(row: ArticleRow): Omit<Article, 'text'> {
  return {
    id: row.article_id,
    version: row.version,
    url: row.url,
    title: row.title,
    publisher: row.publisher,
    author: row.author,
    publishedAt: row.published_at,
    timezone: row.timezone,
    language: row.language,
    externalId: row.external_id,
    tags: JSON.parse(row.tags) as string[],
    counts: JSON.parse(row.counts) as Counts,
    ignored: JSON.parse(row.ignored) as Ignored[],
    skipped: JSON.parse(row.skipped) as SkippedLayer[],
    warnings: JSON.parse(row.warnings) as Warning[],
    createdAt: row.created_at,
    extractor: { version: row.extractor_version },
  }
}

export type FullArticleRow = ArticleRow & { readonly text: string }

/** An article with its text, in the contract's order of fields. */
export function fullArticleOf(row: FullArticleRow): Article {
  const { id, version, url, title, publisher, author, publishedAt, timezone, language, externalId, tags, ...rest } = articleOf(row)
  return { id, version, url, title, publisher, author, publishedAt, timezone, language, externalId, tags, text: row.text, ...rest }
}

/** One line of an article's history. */
export function versionOf(row: Pick<ArticleRow, 'version' | 'created_at' | 'published_at' | 'counts'>): ArticleVersion {
  return { version: row.version, createdAt: row.created_at, publishedAt: row.published_at, counts: JSON.parse(row.counts) as Counts }
}
