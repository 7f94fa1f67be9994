import { withArticle } from '../bodies.js'
import { annotationWindow, type WindowRequest } from '../annotation-window.js'
import { decodeAnnotations } from '../codec.js'
import type { ArticleQuery, Page, PageRequest, Presence, ReextractFilter } from '../port.js'
import type { Article, ArticleVersion, Counts, FactRecord } from '../records.js'
import {
  ARTICLE_COLUMNS,
  ARTICLE_TABLES,
  articleOf,
  type ArticleRow,
  type FullArticleRow,
  fullArticleOf,
  versionOf,
} from './article-rows.js'
import { OF_VERSION } from './current-sentences.js'
import type { Connection, Parameter } from './connection.js'
import { decodeCursor, fingerprint, TEXT, whole } from './cursor.js'
import { readBodies, readFactVersion } from './fact-bodies.js'
import { INSTANT, instantOf, UNDATED } from './instants.js'
import { isFrequent, matchExpression } from './match.js'
import { pageOf } from './page.js'
import { publishersNamed } from './publishers.js'
import type { WordQuery } from '../word-query.js'

/** See `Store.article`. */
export function readArticle(connection: Connection, id: string, version?: number): Article | undefined {
  const which = version === undefined ? 'v.current = 1' : 'v.version = ?'
  const row = connection.get<FullArticleRow>(
    `SELECT ${ARTICLE_COLUMNS}, v.text FROM ${ARTICLE_TABLES} WHERE v.article_id = ? AND ${which}`,
    id,
    ...(version === undefined ? [] : [version]),
  )
  return row && fullArticleOf(row)
}

/** See `Store.presence`. */
export function presence(connection: Connection, id: string): Presence {
  const row = connection.get<{ deleted_at: string | null }>('SELECT deleted_at FROM articles WHERE id = ?', id)
  return row === undefined ? 'absent' : row.deleted_at === null ? 'present' : 'deleted'
}

/** See `Store.identify`. */
export function identify(
  connection: Connection,
  id: string,
  contentHash: string,
): { presence: Presence; newest: number; same: Article | undefined } {
  const newest = connection.value<number>('SELECT newest FROM articles WHERE id = ?', id) ?? 0
  const same = connection.value<number>(
    'SELECT version FROM versions WHERE article_id = ? AND content_hash = ? ORDER BY version DESC LIMIT 1',
    id,
    contentHash,
  )
  return { presence: presence(connection, id), newest, same: same === undefined ? undefined : readArticle(connection, id, same) }
}

/** See `Store.versions`. */
export function versions(connection: Connection, id: string): ArticleVersion[] {
  return connection
    .all<ArticleRow>(`SELECT ${ARTICLE_COLUMNS} FROM ${ARTICLE_TABLES} WHERE v.article_id = ? ORDER BY v.version`, id)
    .map(versionOf)
}

/** See `Store.annotations`. */
export function annotations(connection: Connection, id: string, window: WindowRequest & { readonly version?: number }): string | undefined {
  const which = window.version === undefined ? 'v.current = 1' : 'v.version = ?'
  const row = connection.get<{ key: number; extraction: number; annotations: Uint8Array; counts: string; text: string }>(
    `SELECT v.key, e.key AS extraction, e.annotations, e.counts, v.text FROM ${ARTICLE_TABLES} WHERE v.article_id = ? AND ${which}`,
    id,
    ...(window.version === undefined ? [] : [window.version]),
  )
  if (!row) return undefined
  const found = decodeAnnotations(row.annotations, row.text)
  return annotationWindow(found, storedFacts(connection, row.key, row.extraction), JSON.parse(row.counts) as Counts, window)
}

/** The facts of an extraction one by one, with their article. */
function* storedFacts(connection: Connection, versionKey: number, extractionKey: number): Generator<FactRecord> {
  const { article } = readFactVersion(connection, versionKey)
  for (const body of readBodies(connection, extractionKey)) yield JSON.parse(withArticle(body, article)) as FactRecord
}

/** The values of a parameter that lists them as JSON. */
const VALUES = '(SELECT value FROM json_each(?))'

/** Conditions on current versions `v`, and the index that serves the most selective of them. */
function articleConditions(
  connection: Connection,
  { publisher, tag, externalId, from, to, q }: ArticleQuery,
): {
  tables: string
  where: string[]
  parameters: Parameter[]
} {
  const where: string[] = ['v.current = 1']
  const parameters: Parameter[] = []
  const add = (sql: string, ...values: Parameter[]): void => {
    where.push(sql)
    parameters.push(...values)
  }
  const index =
    externalId !== undefined ? 'versions_by_external_id' : publisher !== undefined ? 'versions_by_publisher' : 'versions_by_published'
  if (externalId !== undefined) add('v.external_id = ?', externalId)
  if (publisher !== undefined) add(`v.publisher IN ${VALUES}`, JSON.stringify(publishersNamed(connection, publisher)))
  if (tag !== undefined) {
    add(
      `EXISTS (SELECT 1 FROM article_tags t WHERE t.tag IN ${VALUES} AND t.published = v.published AND t.article_id = v.article_id)`,
      JSON.stringify(tag),
    )
  }
  if (from !== undefined) add('v.published >= ?', instantOf(from))
  if (to !== undefined) add('v.published < ? AND v.published > ?', instantOf(to), UNDATED)
  if (q !== undefined) {
    const { sql, parameters: words } = wordClause(connection, q)
    add(sql, ...words)
  }
  return { tables: `versions v INDEXED BY ${index}`, where, parameters }
}

/** Every word somewhere in the title or the text, not all in one sentence. */
function wordClause(connection: Connection, query: WordQuery): { readonly sql: string; readonly parameters: readonly Parameter[] } {
  if ('phrases' in query) {
    const match = matchExpression(query)!
    const sql = isFrequent(connection, 'articles', match)
      ? `EXISTS (SELECT 1 FROM sentence_index WHERE sentence_index MATCH ? AND ${OF_VERSION})`
      : 'v.key IN (SELECT rowid / 4194304 FROM sentence_index WHERE sentence_index MATCH ?)'
    return { sql, parameters: [match] }
  }
  const clauses = ('any' in query ? query.any : query.all).map((each) => wordClause(connection, each))
  const unwanted = 'none' in query ? query.none.map((each) => wordClause(connection, each)) : []
  return {
    sql: `(${[...clauses.map(({ sql }) => sql), ...unwanted.map(({ sql }) => `NOT ${sql}`)].join('any' in query ? ' OR ' : ' AND ')})`,
    parameters: [...clauses, ...unwanted].flatMap(({ parameters }) => parameters),
  }
}

/** See `Store.articles`: newest publication first, undated last. */
export function articles(connection: Connection, query: ArticleQuery, { limit, cursor }: PageRequest): Page<Omit<Article, 'text'>> {
  const list = fingerprint('articles', query)
  const { tables, where, parameters } = articleConditions(connection, query)
  const position = cursor === undefined ? [Number.MAX_SAFE_INTEGER, ''] : decodeCursor(list, cursor, [INSTANT, TEXT])
  const rows = connection.all<ArticleRow>(
    `SELECT ${ARTICLE_COLUMNS} FROM ${tables} CROSS JOIN extractions e ON e.version_key = v.key AND e.superseded_at IS NULL
     WHERE ${where.join(' AND ')} AND (v.published, v.article_id) < (?, ?) ORDER BY v.published DESC, v.article_id DESC LIMIT ?`,
    ...parameters,
    ...position,
    limit + 1,
  )
  return pageOf(list, rows, limit, articleOf, (row) => [row.published, row.article_id])
}

function reextractConditions({ article, publisher, tag, outdatedFor }: ReextractFilter): { where: string; parameters: Parameter[] } {
  const where: string[] = ['v.current = 1']
  const parameters: Parameter[] = []
  const add = (sql: string, value: string | undefined): void => {
    if (value === undefined) return
    where.push(sql)
    parameters.push(value)
  }
  add('v.article_id = ?', article)
  add('v.publisher = ?', publisher)
  add('EXISTS (SELECT 1 FROM article_tags t WHERE t.tag = ? AND t.published = v.published AND t.article_id = v.article_id)', tag)
  add('e.extractor_version <> ?', outdatedFor)
  return { where: where.join(' AND '), parameters }
}

/** See `Store.articlesToReextract`: oldest first. */
export function articlesToReextract(
  connection: Connection,
  filter: ReextractFilter,
  { limit, cursor }: PageRequest,
): Page<{ id: string; version: number }> {
  const list = fingerprint('reextract', filter)
  const { where, parameters } = reextractConditions(filter)
  const after = cursor === undefined ? 0 : decodeCursor(list, cursor, [whole(0)])[0]
  const rows = connection.all<{ key: number; id: string; version: number }>(
    `SELECT v.key, v.article_id AS id, v.version FROM ${ARTICLE_TABLES} WHERE ${where} AND v.key > ? ORDER BY v.key LIMIT ?`,
    ...parameters,
    after,
    limit + 1,
  )
  return pageOf(
    list,
    rows,
    limit,
    ({ id, version }) => ({ id, version }),
    (row) => [row.key],
  )
}

/** See `Store.countToReextract`. */
export function countToReextract(connection: Connection, filter: ReextractFilter): number {
  const { where, parameters } = reextractConditions(filter)
  return connection.value<number>(`SELECT count(*) FROM ${ARTICLE_TABLES} WHERE ${where}`, ...parameters)!
}
