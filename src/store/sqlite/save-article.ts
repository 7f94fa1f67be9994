import { type UnpackedArticle, unpackRows } from '../codec.js'
import { foldingOnce } from '../fold.js'
import type { AnalysedArticle, PackedArticle, SaveEffects, SaveOutcome } from '../port.js'
import { holds } from '../precondition.js'
import { compareFacts, currentFacts, logChange } from './changes.js'
import type { Connection } from './connection.js'
import { eraseEntities, writeEntities } from './current-entities.js'
import { eraseFacts, writeFacts } from './current-facts.js'
import { eraseSentences, writeSentences } from './current-sentences.js'
import { instantOf } from './instants.js'
import { finishJob } from './jobs.js'
import { recordAnswer } from './idempotency.js'
import { addPublisher, takePublisher } from './publishers.js'
import { readArticle } from './read-articles.js'

interface IdentityRow {
  readonly newest: number
  readonly deleted_at: string | null
}

/** What a fact shows of its article. */
const SHOWN = ['title', 'publisher', 'url', 'publishedAt'] as const

type PreviousRow = { readonly key: number; readonly tags: string } & { readonly [Name in (typeof SHOWN)[number]]: string | null }

/** See `Store.saveAnalysis`: everything is decided inside the transaction. */
export function saveAnalysis(connection: Connection, packed: AnalysedArticle | PackedArticle, effects: SaveEffects): SaveOutcome {
  const article = unpackRows(packed)
  assertCitations(article)
  return connection.atomically(() => {
    const identity = connection.get<IdentityRow>('SELECT newest, deleted_at FROM articles WHERE id = ?', article.id)
    if (identity?.deleted_at != null && !effects.restore) return { outcome: 'deleted' }
    if (effects.condition && !holds(effects.condition, readArticle(connection, article.id))) return { outcome: 'stale' }
    const same = connection.value<number>(
      `SELECT version FROM versions WHERE article_id = ? AND content_hash = ? ${effects.revision ? 'AND current = 1' : ''} ORDER BY version DESC LIMIT 1`,
      article.id,
      article.contentHash,
    )
    if (same === undefined && article.version !== (identity?.newest ?? 0) + 1) return { outcome: 'raced' }
    if (same === undefined) writeVersion(connection, article, effects.at, identity)
    const version = same ?? article.version
    const outcome = same === undefined ? 'created' : 'unchanged'
    recordAnswer(connection, effects, outcome === 'created' ? 201 : 200, article.id, version)
    if (effects.jobId !== undefined) finishJob(connection, effects.jobId, article.id, version, effects.at)
    return { outcome, article: readArticle(connection, article.id, version)! }
  })
}

/** See `Store.saveReextraction`. */
export function saveReextraction(
  connection: Connection,
  packed: AnalysedArticle | PackedArticle,
  at: string,
): { changed: number } | undefined {
  const article = unpackRows(packed)
  assertCitations(article)
  return connection.atomically(() => {
    const row = connection.get<{ key: number; tags: string }>(
      'SELECT key, tags FROM versions WHERE article_id = ? AND version = ? AND current = 1',
      article.id,
      article.version,
    )
    if (!row) return undefined
    const facts = compareFacts(currentFacts(connection, row.key), article)
    eraseCurrent(connection, row.key, JSON.parse(row.tags) as string[])
    connection.run('UPDATE extractions SET superseded_at = ? WHERE version_key = ? AND superseded_at IS NULL', at, row.key)
    connection.run('UPDATE versions SET ignored = ? WHERE key = ?', JSON.stringify(article.ignored), row.key)
    writeExtraction(connection, row.key, article, at)
    logChange(connection, { type: 'article.reextracted', articleId: article.id, version: article.version, at }, facts)
    return { changed: facts.removed.length + facts.changed.length + facts.added.length }
  })
}

function writeVersion(connection: Connection, article: UnpackedArticle, at: string, identity: IdentityRow | undefined): void {
  const { id, version, meta, text } = article
  const previous = connection.get<PreviousRow>(
    'SELECT key, tags, title, publisher, url, published_at AS publishedAt FROM versions WHERE article_id = ? AND current = 1',
    id,
  )
  const shown = previous !== undefined && SHOWN.some((name) => previous[name] !== meta[name])
  const facts = compareFacts(previous ? currentFacts(connection, previous.key) : new Map(), article, shown)
  if (previous) {
    eraseCurrent(connection, previous.key, JSON.parse(previous.tags) as string[])
    connection.run('UPDATE versions SET current = 0 WHERE key = ?', previous.key)
  }
  if (identity) connection.run('UPDATE articles SET newest = ?, deleted_at = NULL WHERE id = ?', version, id)
  else connection.run('INSERT INTO articles (id, newest) VALUES (?, ?)', id, version)
  const key = connection.insert(
    `INSERT INTO versions (article_id, version, current, content_hash, published, created_at, published_at, publisher, title, url, author,
       timezone, language, external_id, tags, ignored, warnings, astral, ascii, text, page)
     VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
    version,
    article.contentHash,
    instantOf(meta.publishedAt),
    at,
    meta.publishedAt,
    meta.publisher,
    meta.title,
    meta.url,
    meta.author,
    meta.timezone,
    meta.language,
    meta.externalId,
    JSON.stringify(meta.tags),
    JSON.stringify(article.ignored),
    JSON.stringify(article.warnings),
    /[\ud800-\udfff]/.test(text) ? 1 : 0,

    /^[\x00-\x7f]*$/.test(text) ? 1 : 0,
    text,
    article.page,
  )
  writeExtraction(connection, key, article, at)
  logChange(connection, { type: previous ? 'article.superseded' : 'article.added', articleId: id, version, at }, facts)
}

function writeExtraction(connection: Connection, versionKey: number, article: UnpackedArticle, at: string): void {
  const extractionKey = connection.insert(
    'INSERT INTO extractions (version_key, extractor_version, recorded_at, counts, skipped, annotations) VALUES (?, ?, ?, ?, ?, ?)',
    versionKey,
    article.extractorVersion,
    at,
    JSON.stringify(article.counts),
    JSON.stringify(article.skipped),
    article.annotations,
  )
  const published = instantOf(article.meta.publishedAt)
  for (const tag of new Set(article.meta.tags)) {
    connection.run(
      'INSERT INTO article_tags (tag, published, article_id, version_key) VALUES (?, ?, ?, ?)',
      tag,
      published,
      article.id,
      versionKey,
    )
  }
  addPublisher(connection, article.meta.publisher)
  const folded = foldingOnce()
  writeSentences(connection, versionKey, article, folded)
  const parties = writeEntities(connection, versionKey, article)
  writeFacts(connection, { versionKey, extractionKey, article, parties, folded })
}

/** Takes what the version yields out of everything that is searched and counted now. */
export function eraseCurrent(connection: Connection, versionKey: number, tags: readonly string[]): void {
  takePublisher(connection, connection.value<string | null>('SELECT publisher FROM versions WHERE key = ?', versionKey) ?? null)
  eraseFacts(connection, versionKey, tags)
  eraseEntities(connection, versionKey)
  eraseSentences(connection, versionKey)
  connection.run(
    `DELETE FROM article_tags WHERE (tag, published, article_id) IN
       (SELECT j.value, v.published, v.article_id FROM versions v, json_each(v.tags) j WHERE v.key = ?)`,
    versionKey,
  )
}

/** Every citation is the text's own characters, every other place lies in it; raises before anything is written. */
function assertCitations({ id, text, facts }: UnpackedArticle): void {
  for (const fact of facts) {
    if (fact.citations.length === 0) throw new Error(`The fact ${fact.id} of ${id} has no citation.`)
    for (const { start, end, quote } of fact.citations) {
      if (text.slice(start, end) !== quote || quote === '') {
        throw new Error(
          `The fact ${fact.id} of ${id} cites [${start}, ${end}) as ${JSON.stringify(quote)}, which the text does not say there.`,
        )
      }
    }
    const outside = fact.places.findIndex((at, i) => at > text.length || (i % 2 === 1 && at <= fact.places[i - 1]!))
    if (outside >= 0)
      throw new Error(`A place of the fact ${fact.id} of ${id} ends at ${fact.places[outside]}, which the text does not reach.`)
  }
}
