import type { Span } from '../../document/span.js'
import { citation } from '../citation.js'
import type { Page, PageRequest } from '../port.js'
import type { Citation, FactRecord } from '../records.js'
import type { Connection } from './connection.js'
import { spansOf } from './current-sentences.js'
import { decodeCursor, fingerprint, whole } from './cursor.js'
import { fact } from './fact-pages.js'
import { pageOf } from './page.js'

interface PlacesRow {
  readonly places: Uint8Array
  readonly text: string
  readonly bounds: Uint8Array
}

const PLACES = `SELECT p.places, v.text, s.bounds FROM facts f CROSS JOIN versions v ON v.key = f.version_key
  CROSS JOIN extractions e ON e.version_key = v.key AND e.superseded_at IS NULL
  CROSS JOIN sentences s ON s.version_key = v.key
  CROSS JOIN fact_places p ON p.extraction_key = e.key AND p.id = f.id WHERE f.id = ?`

/** See `Store.citations`: those that are not kept with the fact are made from the text. */
export function citations(connection: Connection, factId: string, { limit, cursor }: PageRequest): Page<Citation> | undefined {
  const found = fact(connection, factId)
  if (!found) return undefined
  const { articleId: id, version } = found
  const list = fingerprint('citations', { factId, version })
  const from = cursor === undefined ? 0 : decodeCursor(list, cursor, [whole(1)])[0]
  const row = connection.get<PlacesRow>(PLACES, factId)
  const numbered = <Item>(items: readonly Item[]): [Item, number][] =>
    items.slice(from, from + limit + 1).map((item, i) => [item, from + i + 1])
  if (!row) {
    const kept = (JSON.parse(found.body) as FactRecord).citations
    return pageOf(
      list,
      numbered(kept),
      limit,
      ([citation]) => citation,
      ([, next]) => [next],
    )
  }
  const source = { id, version, text: row.text, sentences: spansOf(row.bounds) }
  return pageOf(
    list,
    numbered<Span>(spansOf(row.places)),
    limit,
    ([span]) => citation(source, span),
    ([, next]) => [next],
  )
}
