import type { Fact } from '../document/layers.js'
import type { Span } from '../document/span.js'
import { excerpt } from '../store/excerpt.js'
import type { FactRow } from '../store/port.js'
import type { FactRecord, Reference } from '../store/records.js'
import { citation, MOST_CITATIONS, sentenceOf, type Source } from '../store/citation.js'
import { figureRecord, linkRecord, type SharedIds, type Shown } from './encode-annotations.js'
import { factIds } from './fact-id.js'
import { instant } from './instants.js'

/** Facts as the API answers them, but for their article, one by one. `identity` is the one they are named after, stored or not. */
export function* factRecords(doc: Shown, source: Source, identity: string, ids: SharedIds): Generator<FactRecord> {
  const name = factIds(identity)
  for (const fact of doc.layers.fact) {
    const id = name(fact.kind, sentenceOf(source, fact.trigger).text, doc.slice(fact.trigger))
    yield factRecord(id, fact, doc, source, ids)
  }
}

/** The same facts with everything they can be found by. */
export function* factRows(doc: Shown, records: Iterable<FactRecord>): Generator<FactRow> {
  let next = 0
  for (const record of records) yield factRow(record, doc.layers.fact[next++]!.citations)
}

function factRecord(id: string, fact: Fact, doc: Shown, source: Source, ids: SharedIds): FactRecord {
  const { text, layers } = doc
  const reference = (part: Fact['subject']): Reference | null =>
    part && { entityId: part.entity === null ? null : ids[part.entity]!, text: part.text }
  return {
    id,
    kind: fact.kind,
    articleId: source.id,
    version: source.version,
    summary: fact.summary,
    subject: reference(fact.subject),
    predicate: fact.predicate,
    object: reference(fact.object),
    figure: fact.figure === null ? null : figureRecord(text, layers.figure[fact.figure]!),
    time: fact.time && { value: fact.time.value, from: fact.time.from, to: fact.time.to },
    place: reference(fact.place),
    entities: [...new Set(fact.entities.map((entity) => ids[entity] ?? layers.entity.all[entity]!.id))],
    status: fact.status,
    polarity: fact.polarity,
    statusCues: fact.statusCues.map((cue) => excerpt(text, cue)),
    attribution: fact.attribution.map((link) => linkRecord(text, link, layers.entity, ids)),
    confidence: fact.confidence,
    rule: fact.rule,
    citations: fact.citations.slice(0, MOST_CITATIONS).map((span) => citation(source, span)),
    citationCount: fact.citations.length,
    article: null,
  }
}

/** A fact of these places with everything it can be found by. */
function factRow(fact: FactRecord, places: readonly Span[]): FactRow {
  const { figure, time, citations } = fact
  return {
    id: fact.id,
    kind: fact.kind,
    status: fact.status,
    polarity: fact.polarity,
    predicate: fact.predicate,
    office: fact.kind === 'role' ? fact.predicate : null,
    summary: fact.summary,
    sentences: [...new Set(citations.map(({ sentence }) => sentence.text))].join('\n'),
    entityIds: fact.entities,
    sources: fact.attribution.map(({ role, entityId, name }) => ({ role, entityId, name })),
    placeId: fact.place?.entityId ?? null,
    confidence: fact.confidence,
    timeFrom: instant(time?.from ?? null),
    timeTo: instant(time?.to ?? null),
    value: figure?.value ?? null,
    min: figure?.min ?? null,
    max: figure?.max ?? null,
    unit: figure?.unit?.name ?? null,
    currency: figure?.currency ?? null,
    of: figure?.of?.text ?? null,
    citations: citations.map(({ start, end, quote }) => ({ start, end, quote })),
    places: places.length > citations.length ? places.flatMap(({ start, end }) => [start, end]) : [],
    body: JSON.stringify(fact),
  }
}
