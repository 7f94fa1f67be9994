import { mapSpans, offsetMap, type OffsetMap, type OffsetUnit } from '../document/offsets.js'
import type { Annotations, Counts, EntityRecord, FactRecord, MentionRecord } from './records.js'

/** The layers of an answer that can be asked for by name. */
export const LAYERS = ['sentences', 'entities', 'dates', 'figures', 'quotes', 'facts'] as const
export type Layer = (typeof LAYERS)[number]

/** Which part of what was found is asked for; offsets in `unit`. */
export interface WindowRequest {
  readonly unit: OffsetUnit
  /** All where it is absent. */
  readonly layers?: readonly Layer[]
  /** Only what begins here or later. */
  readonly from?: number
  /** Only what begins before. */
  readonly to?: number
}

/** The whole answer, its text included. UTF-8 bytes. */
export const WINDOW_BYTES = 8 * 1024 * 1024
/** For the text and what else is said once, and beside a longer text for what was found. */
const SPARE = 64 * 1024
const LEAST = 1024 * 1024

/** One thing that was found, at the place where it begins; a mention belongs to an entity. */
interface Item {
  readonly at: number
  readonly layer: Layer | 'ignored'
  readonly record: object
  readonly entity?: EntityRecord
}

/** What is known of the text before its facts are read. */
export type Found = Omit<Annotations, 'facts'>

/**
 * What was found in a part of a text, as JSON: all layers in text order, until the answer is full. Where it is, `truncated` says where the
 * next part begins. Facts are read one by one, and only those that are listed are kept.
 */
export function annotationWindow(found: Found, facts: Iterable<FactRecord>, counts: Counts, request: WindowRequest): string {
  const { language, text, title, publishedAt, skipped, warnings } = found
  const map = offsetMap(text, request.unit)
  const head = JSON.stringify({ language, offsetUnit: request.unit, text, title, publishedAt }).slice(0, -1)
  const listed = new Listing(Math.max(LEAST, WINDOW_BYTES - SPARE - Buffer.byteLength(head)), map)
  const from = inUtf16(request.from ?? 0, text, map)
  const to = request.to === undefined ? Infinity : inUtf16(request.to, text, map)
  const asked = new Set<Item['layer']>([...(request.layers ?? LAYERS), 'ignored'])
  for (const item of inTextOrder(found, asked.has('facts') ? facts : [])) {
    if (item.at < from || !asked.has(item.layer)) continue
    if (item.at >= to || !listed.add(item)) break
  }
  const truncated = listed.truncation(counts, asked)
  return [head, ...listed.members(), JSON.stringify({ skipped, warnings, truncated }).slice(1)].join(',')
}

/** The first offset in UTF-16 units that does not lie before `offset`; behind the text, its end. */
function inUtf16(offset: number, text: string, map: OffsetMap | undefined): number {
  if (!map) return Math.min(offset, text.length)
  for (let at = offset; at < offset + 4; at++) {
    const found = map.back(at)
    if (found !== undefined) return found
  }
  return text.length
}

/** Everything found, by where it begins. A fact stands where its first citation begins, and never before an earlier fact. */
function* inTextOrder(found: Found, facts: Iterable<FactRecord>): Generator<Item> {
  const items: Item[] = (['sentences', 'dates', 'figures', 'quotes', 'ignored'] as const).flatMap((layer) =>
    found[layer].map((record) => ({ at: record.start, layer, record })),
  )
  for (const entity of found.entities) {
    for (const record of entity.mentions) items.push({ at: record.start, layer: 'entities', record, entity })
  }
  items.sort((a, b) => a.at - b.at)
  let next = 0
  let at = 0
  for (const record of facts) {
    at = Math.max(at, record.citations[0]?.start ?? 0)
    while (next < items.length && items[next]!.at <= at) yield items[next++]!
    yield { at, layer: 'facts', record }
  }
  while (next < items.length) yield items[next++]!
}

type Member = Exclude<Layer, 'entities'> | 'ignored'

/** The items of an answer as JSON, as many as fit; those that begin at one place are listed together or not at all. */
class Listing {
  readonly #lists: Record<Member, string[]> = { sentences: [], dates: [], figures: [], quotes: [], facts: [], ignored: [] }
  readonly #entities = new Map<EntityRecord, string[]>()
  /** Takes back the items of the place that is being listed, the last first. */
  #undo: (() => void)[] = []
  #bytes = 0
  #before = 0
  #at = -1
  #next: number | null = null

  constructor(
    private readonly most: number,
    private readonly map: OffsetMap | undefined,
  ) {}

  /** False where it does not fit: from its place on nothing is listed. */
  add(item: Item): boolean {
    if (item.at !== this.#at) {
      this.#undo = []
      this.#before = this.#bytes
      this.#at = item.at
    }
    const json = JSON.stringify(mapSpans(item.record, this.map))
    this.#bytes += Buffer.byteLength(json) + 1 + (item.entity && !this.#entities.has(item.entity) ? headerOf(item.entity).length * 3 : 0)
    if (this.#bytes > this.most) return this.#close()
    const list = this.#listOf(item)
    list.push(json)
    this.#undo.push(() => {
      list.pop()
      if (item.entity && list.length === 0) this.#entities.delete(item.entity)
    })
    return true
  }

  /** A place that fills an answer by itself is cut, so that a client who follows gets on. */
  #close(): false {
    const alone = this.#before === 0
    if (!alone) for (const undo of this.#undo.reverse()) undo()
    const next = alone ? this.#at + 1 : this.#at
    this.#next = this.map ? this.map.out(next) : next
    return false
  }

  #listOf({ layer, entity }: Item): string[] {
    if (!entity) return this.#lists[layer as Member]
    let mentions = this.#entities.get(entity)
    if (!mentions) this.#entities.set(entity, (mentions = []))
    return mentions
  }

  /** Null where all that was asked for is listed; else where to go on, and how much is listed of the whole text's. */
  truncation(counts: Counts, asked: ReadonlySet<string>): object | null {
    if (this.#next === null) return null
    const listedOf = (layer: Layer): number => (layer === 'entities' ? this.#entities.size : this.#lists[layer].length)
    const layers = LAYERS.filter((layer) => asked.has(layer)).map((layer) => [layer, { listed: listedOf(layer), total: counts[layer] }])
    return { next: this.#next, layers: Object.fromEntries(layers) as object }
  }

  /** Members of the answer, in its order. */
  members(): string[] {
    const { sentences, dates, figures, quotes, facts, ignored } = this.#lists
    const entities = [...this.#entities].map(([entity, mentions]) => `${headerOf(entity).slice(0, -1)},"mentions":[${mentions.join(',')}]}`)
    return Object.entries({ sentences, entities, dates, figures, quotes, facts, ignored }).map(
      ([name, items]) => `"${name}":[${items.join(',')}]`,
    )
  }
}

/** An entity without its mentions. */
const headerOf = (entity: EntityRecord): string =>
  JSON.stringify({ ...entity, mentions: undefined as readonly MentionRecord[] | undefined })
