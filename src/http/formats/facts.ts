import type { FactQuery, Store, StoredFact } from '../../store/port.js'
import type { FactRecord } from '../../store/records.js'
import { textsOf } from '../article-answer.js'
import { mapSpans, offsetMap, sameOffsets } from '../../document/offsets.js'
import type { OffsetUnit } from '../schemas/common.js'
import { csvHeader, csvLine } from './csv.js'
import { annotationOf, LD_CONTEXT } from './json-ld.js'

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
export const EXPORT_FORMATS = ['ndjson', 'csv', 'jsonld'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** How facts are written one after the other. */
interface Writer {
  readonly before: string
  readonly between: string
  readonly after: string
  readonly write: (body: string, unit: OffsetUnit) => string
}

const WRITERS: Readonly<Record<ExportFormat, Writer>> = {
  ndjson: { before: '', between: '', after: '', write: (body, unit) => withMember(body, 'offsetUnit', unit) + '\n' },
  csv: { before: csvHeader(), between: '', after: '', write: (body) => csvLine(JSON.parse(body) as FactRecord) },
  jsonld: {
    before: `{"@context":${JSON.stringify(LD_CONTEXT)},"type":"AnnotationPage","items":[\n`,
    between: ',\n',
    after: '\n]}\n',
    write: (body) => JSON.stringify(annotationOf(JSON.parse(body) as FactRecord)),
  },
}

/** One page of facts, whole in itself. */
export function factLines(bodies: readonly string[], format: ExportFormat, unit: OffsetUnit): string {
  const { before, between, after, write } = WRITERS[format]
  return before + bodies.map((body) => write(body, unit)).join(between) + after
}

/**
 * All facts of a query, page by page by keyset: memory stays the same however many there are, and writes go on meanwhile. Offsets in JSON-LD
 * are to be asked for in code points.
 */
export async function* factStream(
  store: Store,
  query: FactQuery,
  options: { readonly format: ExportFormat; readonly unit: OffsetUnit; readonly cursor?: string },
): AsyncGenerator<string> {
  const { format, unit } = options
  const { before, between, after, write } = WRITERS[format]
  let cursor = options.cursor
  let begun = false
  do {
    const page = await store.facts(query, { limit: EXPORT_PAGE, patient: true, ...(cursor !== undefined && { cursor }) })
    const bodies = await bodiesInUnit(store, page.items, unit)
    if (bodies.length > 0) {
      yield (begun ? between : before) + bodies.map((body) => write(body, unit)).join(between)
      begun = true
    }
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  const rest = (begun ? '' : before) + after
  if (rest !== '') yield rest
}

/** A stream whose first piece is there: what goes wrong before it is still answered with a problem. */
export async function started(stream: AsyncGenerator<string>): Promise<AsyncGenerator<string>> {
  const first = await stream.next()
  return (async function* () {
    if (first.done) return
    yield first.value
    yield* stream
  })()
}
