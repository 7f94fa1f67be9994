import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Found } from './annotation-window.js'
import { BodyPacker, type Bodies, packBodies } from './bodies.js'
import type { AnalysedArticle, FactRow, PackedArticle, PackedRows, Rows } from './port.js'

/** Annotations as they are stored: JSON without the text and the facts, which have rows of their own, deflated (5.6 kB an article of 600; at the fastest level 6.5, and 0.2 ms less). */
export function encodeAnnotations(found: Found): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateRawSync(JSON.stringify({ ...found, text: undefined }), { level: 6 }))
}

/** The annotations that `encodeAnnotations` stored, of an article with this text. */
export function decodeAnnotations(bytes: Uint8Array, text: string): Found {
  // Annotations of 0.6.0 and before have no warnings.
  const { warnings = [], ...layers } = JSON.parse(inflateRawSync(bytes).toString()) as Omit<Found, 'text' | 'warnings'> & Partial<Found>
  return { ...layers, text, warnings }
}

/** An analysed article, or all of it but its text, with its rows as bytes. Facts may be made as they are asked for: no two of their bodies are held. */
export function packRows<Article extends Omit<Rows, 'facts'> & { readonly facts: Iterable<FactRow> }>({
  sentences,
  entities,
  facts,
  ...rest
}: Article): Omit<Article, keyof Rows> & PackedRows<ArrayBuffer> {
  const packer = new BodyPacker()
  const found: FoundFact[] = []
  for (const fact of facts) {
    packer.add(fact.body)
    found.push(withoutBody(fact))
  }
  const { bytes, ...places } = packer.finish()
  const rows: RowsWithoutBodies = { sentences, entities, facts: found, ...places }
  return { ...rest, rows: encoder.encode(JSON.stringify(rows)), bodies: bytes }
}

const withoutBody = (fact: FactRow): FoundFact => ({
  id: fact.id,
  kind: fact.kind,
  status: fact.status,
  polarity: fact.polarity,
  predicate: fact.predicate,
  office: fact.office,
  summary: fact.summary,
  sentences: fact.sentences,
  entityIds: fact.entityIds,
  sources: fact.sources,
  placeId: fact.placeId,
  confidence: fact.confidence,
  timeFrom: fact.timeFrom,
  timeTo: fact.timeTo,
  value: fact.value,
  min: fact.min,
  max: fact.max,
  unit: fact.unit,
  currency: fact.currency,
  of: fact.of,
  citations: fact.citations,
  places: fact.places,
})

/** A fact without its body. */
export type FoundFact = Omit<FactRow, 'body'>

/** An analysed article as it is written: bodies of facts stay packed. */
export type UnpackedArticle = Omit<AnalysedArticle, 'facts'> & { readonly facts: readonly FoundFact[]; readonly bodies: Bodies }

/** An article with its rows to be read, however it came. */
export function unpackRows(article: AnalysedArticle | PackedArticle): UnpackedArticle {
  if (!('rows' in article))
    return { ...article, facts: article.facts.map(withoutBody), bodies: packBodies(article.facts.map(({ body }) => body)) }
  const { rows, bodies: bytes, ...rest } = article
  const { places, sizes, ...found } = JSON.parse(decoder.decode(rows)) as RowsWithoutBodies
  return { ...rest, ...found, bodies: { bytes, places, sizes } }
}

/** Bodies are packed already: they go beside the rows. */
type RowsWithoutBodies = Omit<Rows, 'facts'> & { readonly facts: readonly FoundFact[] } & Omit<Bodies, 'bytes'>

const encoder = new TextEncoder()
const decoder = new TextDecoder()
