import { type Bodies, bodiesOf, rowsOf, withArticle } from '../bodies.js'
import { factArticle } from '../citation.js'
import type { StoredFact } from '../port.js'
import { UnpackedRows } from '../unpacked-rows.js'
import type { Connection } from './connection.js'

/** Where the body of a fact stands: a row of `fact_bodies`, and bytes of it once it is unpacked. */
export interface BodyPlace {
  readonly row: number
  readonly start: number
  readonly size: number
}

/** Writes packed bodies; the place of each. */
export function writeBodies(connection: Connection, extractionKey: number, bodies: Bodies): BodyPlace[] {
  const keys = rowsOf(bodies).map((row) =>
    connection.insert('INSERT INTO fact_bodies (extraction_key, lines) VALUES (?, ?)', extractionKey, row),
  )
  return bodies.places.map(([row, start, size]) => ({ row: keys[row]!, start, size }))
}

/** The bodies of an extraction as they were written, in their order; one row at a time is unpacked. */
export function* readBodies(connection: Connection, extractionKey: number): Generator<string> {
  const rows = connection.all<{ lines: Uint8Array }>('SELECT lines FROM fact_bodies WHERE extraction_key = ? ORDER BY key', extractionKey)
  for (const { lines } of rows) yield* bodiesOf(lines)
}

interface VersionRow {
  readonly article_id: string
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly published_at: string | null
  readonly astral: number
  readonly ascii: number
}

/** A version as JSON stands in each of its facts, and what its offsets count. */
interface FactVersion {
  readonly article: string
  readonly places: Omit<StoredFact, 'id' | 'body'>
}

/** The article of a version as it stands in each of its facts. */
export function readFactVersion(connection: Connection, versionKey: number): FactVersion {
  const row = connection.get<VersionRow>(
    'SELECT article_id, version, title, publisher, url, published_at, astral, ascii FROM versions WHERE key = ?',
    versionKey,
  )!
  const { article_id: articleId, version, title, publisher, url, published_at: publishedAt } = row
  return {
    article: JSON.stringify(factArticle(articleId, version, { title, publisher, url, publishedAt })),
    places: { articleId, version, astral: row.astral === 1, ascii: row.ascii === 1 },
  }
}

/** Columns of `facts` that say where a body stands. */
export interface PlacedBody {
  readonly body: number
  readonly body_start: number
  readonly body_size: number
}

const unpacked = new UnpackedRows()

/** Reads bodies as they are stored; a row of them is read once. */
export function bodyReader(connection: Connection): (place: PlacedBody) => string {
  const rows = new Map<number, Buffer>()
  return ({ body, body_start: start, body_size: size }) => {
    let row = rows.get(body)
    if (!row) rows.set(body, (row = unpacked.unpack(body, connection.value<Buffer>('SELECT lines FROM fact_bodies WHERE key = ?', body)!)))
    return row.toString('utf8', start, start + size)
  }
}

interface FactRow extends PlacedBody {
  readonly id: string
  readonly version_key: number
}

/** Reads facts by key as they are answered. What several of them share, a row of bodies or the article, is read once. */
export function factReader(connection: Connection): (key: number) => StoredFact {
  const read = bodyReader(connection)
  const versions = new Map<number, FactVersion>()
  const versionOf = (key: number): FactVersion => {
    let version = versions.get(key)
    if (!version) versions.set(key, (version = readFactVersion(connection, key)))
    return version
  }
  return (key) => {
    const fact = connection.get<FactRow>('SELECT id, version_key, body, body_start, body_size FROM facts WHERE key = ?', key)!
    const { article, places } = versionOf(fact.version_key)
    return { id: fact.id, ...places, body: withArticle(read(fact), article) }
  }
}
