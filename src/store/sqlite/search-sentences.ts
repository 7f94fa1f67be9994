import type { Page, PageRequest } from '../port.js'
import type { SearchHit } from '../records.js'
import { highlightsOf, type WordQuery } from '../word-query.js'
import type { Connection } from './connection.js'
import { decodeCursor, fingerprint, TEXT, whole } from './cursor.js'
import { boundsAt, OF_VERSION, SENTENCES_A_VERSION } from './current-sentences.js'
import { INSTANT } from './instants.js'
import { isFrequent, matchExpression } from './match.js'
import { pageOf } from './page.js'

interface HitRow {
  readonly version_key: number
  readonly sentence: number
  readonly published: number
  readonly article_id: string
}

interface SourceRow {
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly published_at: string | null
  readonly text: string
  readonly bounds: Uint8Array
}

const SENTENCE = `sentence_index.rowid % ${SENTENCES_A_VERSION}`
const SELECTED = `SELECT v.key AS version_key, ${SENTENCE} AS sentence, v.published, v.article_id`
const BEHIND = `(v.published, v.article_id, -(${SENTENCE})) < (?, ?, ?) AND (v.published, v.article_id) <= (?, ?)`
const ORDER = 'ORDER BY v.published DESC, v.article_id DESC, sentence LIMIT ?'

/** Of a rare word: everything that matches, then sorted. */
const ALL_MATCHES = `${SELECTED} FROM sentence_index CROSS JOIN versions v ON v.key = sentence_index.rowid / ${SENTENCES_A_VERSION}
  WHERE sentence_index MATCH ? AND ${BEHIND} ${ORDER}`
/** Of a frequent word: article after article, until the page is full. */
const VERSION_BY_VERSION = `${SELECTED} FROM versions v INDEXED BY versions_by_published CROSS JOIN sentence_index
  WHERE v.current = 1 AND sentence_index MATCH ? AND ${OF_VERSION} AND ${BEHIND} ${ORDER}`

/** See `Store.search`: newest publication first, sentences of one article in text order. */
export function search(connection: Connection, q: WordQuery, { limit, cursor }: PageRequest): Page<SearchHit> {
  const list = fingerprint('search', { q })
  const [published, articleId, sentence] =
    cursor === undefined ? [Number.MAX_SAFE_INTEGER, '', 0] : decodeCursor(list, cursor, [INSTANT, TEXT, whole(0, SENTENCES_A_VERSION)])
  const match = matchExpression(q, 'text')
  if (match === undefined) return { items: [], next: null }
  const rows = connection.all<HitRow>(
    isFrequent(connection, 'sentences', match) ? VERSION_BY_VERSION : ALL_MATCHES,
    match,
    ...[published, articleId, -sentence],
    published,
    articleId,
    limit + 1,
  )
  const sources = new Map<number, SourceRow>()
  const read = (row: HitRow): SearchHit => {
    let source = sources.get(row.version_key)
    if (!source) sources.set(row.version_key, (source = readSource(connection, row.version_key)))
    const { start, end } = boundsAt(source.bounds, row.sentence)
    const text = source.text.slice(start, end)
    return {
      articleId: row.article_id,
      version: source.version,
      title: source.title,
      publisher: source.publisher,
      publishedAt: source.published_at,
      sentence: text,
      start,
      end,
      highlights: highlightsOf(text, q),
    }
  }
  return pageOf(list, rows, limit, read, (row) => [row.published, row.article_id, row.sentence])
}

function readSource(connection: Connection, versionKey: number): SourceRow {
  return connection.get<SourceRow>(
    `SELECT v.version, v.title, v.publisher, v.published_at, v.text, s.bounds FROM versions v CROSS JOIN sentences s ON s.version_key = v.key
     WHERE v.key = ?`,
    versionKey,
  )!
}
