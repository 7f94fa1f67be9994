import type { FactQuery, Store, StoredFact } from '../../store/port.js'
import type { FactRecord } from '../../store/records.js'
import { textsOf } from '../article-answer.js'
import { mapSpans, offsetMap, sameOffsets } from '../../document/offsets.js'
import type { OffsetUnit } from '../schemas/common.js'
import { csvHeader, csvLine } from './csv.js'

/** Rows a page of an export; few enough that no page blocks the loop for long. */
const EXPORT_PAGE = 200

/**
 * The bodies of stored facts with offsets in the unit asked for. Where units agree, which they do for nearly every article, the
 * stored text is the answer; else the fact is read and its offsets are counted in its article. Facts of an article that is
 * deleted meanwhile are left out.
 */
export async function bodiesInUnit(store: Store, facts: readonly StoredFact[], unit: OffsetUnit): Promise<readonly string[]> {
  const different = facts.filter((fact) => !sameOffsets(fact, unit))
  if (different.length === 0) return facts.map(({ body }) => body)
  const textOf = await textsOf(store, different)
  const maps = new Map<string, ReturnType<typeof offsetMap>>()
  return facts.flatMap((fact) => {
    if (sameOffsets(fact, unit)) return [fact.body]
    const text = textOf(fact)
    if (text === undefined) return []
    if (!maps.has(text)) maps.set(text, offsetMap(text, unit))
    const map = maps.get(text)
    return [map ? JSON.stringify(mapSpans(JSON.parse(fact.body) as FactRecord, map)) : fact.body]
  })
}

/** A body with one more member at its end. */
export const withMember = (body: string, name: string, value: string): string => `${body.slice(0, -1)},"${name}":"${value}"}`

/** Formats that go on as long as there are facts. */
export type StreamFormat = 'ndjson' | 'csv'

/** One page of facts in a format of lines. */
export function factLines(bodies: readonly string[], format: StreamFormat, unit: OffsetUnit): string {
  return bodies
    .map((body) => (format === 'ndjson' ? withMember(body, 'offsetUnit', unit) + '\n' : csvLine(JSON.parse(body) as FactRecord)))
    .join('')
}

/** What stands before the first line. */
export const linesHeader = (format: StreamFormat): string => (format === 'csv' ? csvHeader() : '')

/** All facts of a query, page by page by keyset: memory stays the same however many there are, and writes go on meanwhile. */
export async function* factStream(
  store: Store,
  query: FactQuery,
  options: { readonly format: StreamFormat; readonly unit: OffsetUnit; readonly cursor?: string },
): AsyncGenerator<string> {
  const { format, unit } = options
  let cursor = options.cursor
  let before = linesHeader(format)
  do {
    const page = await store.facts(query, { limit: EXPORT_PAGE, ...(cursor !== undefined && { cursor }) })
    const lines = before + factLines(await bodiesInUnit(store, page.items, unit), format, unit)
    if (lines !== '') yield lines
    before = ''
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
}
