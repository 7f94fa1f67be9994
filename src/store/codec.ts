import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AnalysedArticle, FactRow, PackedArticle, PackedRows, Rows } from './port.js'
import type { Annotations, FactRecord } from './records.js'

/** Annotations as they are stored: JSON without the text and the facts, which have rows of their own, deflated at the fastest level. */
export function encodeAnnotations(annotations: Annotations): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateRawSync(JSON.stringify({ ...annotations, text: undefined, facts: undefined }), { level: 1 }))
}

/** The annotations that `encodeAnnotations` stored, of an article with this text and these facts, each as JSON. */
export function decodeAnnotations(bytes: Uint8Array, text: string, facts: readonly string[]): Annotations {
  // Annotations of 0.6.0 and before have no warnings.
  const { language, ignored, skipped, warnings = [], ...layers } = JSON.parse(inflateRawSync(bytes).toString()) as Stored
  return { language, text, ...layers, facts: JSON.parse(`[${facts.join(',')}]`) as FactRecord[], ignored, skipped, warnings }
}

type Stored = Omit<Annotations, 'text' | 'facts' | 'warnings'> & Partial<Pick<Annotations, 'warnings'>>

/** An analysed article, or all of it but its text, with its rows as bytes. */
export function packRows<Article extends Rows>({
  sentences,
  entities,
  facts,
  ...rest
}: Article): Omit<Article, keyof Rows> & PackedRows<ArrayBuffer> {
  const rows: RowsWithoutBodies = { sentences, entities, facts: facts.map(withoutBody) }
  return { ...rest, rows: encoder.encode(JSON.stringify(rows)), bodies: encoder.encode(linesOf(facts)) }
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
  timeFrom: fact.timeFrom,
  timeTo: fact.timeTo,
  value: fact.value,
  min: fact.min,
  max: fact.max,
  unit: fact.unit,
  currency: fact.currency,
  of: fact.of,
  citations: fact.citations,
})

/** A fact without its body. */
export type FoundFact = Omit<FactRow, 'body'>

/** An analysed article as it is written: bodies of facts stay bytes, one a line. */
export type UnpackedArticle = Omit<AnalysedArticle, 'facts'> & { readonly facts: readonly FoundFact[]; readonly bodies: Uint8Array }

/** An article with its rows to be read, however it came. */
export function unpackRows(article: AnalysedArticle | PackedArticle): UnpackedArticle {
  if (!('rows' in article)) return { ...article, facts: article.facts.map(withoutBody), bodies: encoder.encode(linesOf(article.facts)) }
  const { rows, ...rest } = article
  return { ...rest, ...(JSON.parse(decoder.decode(rows)) as RowsWithoutBodies) }
}

/** Bodies are JSON already: they go beside the rows, not quoted once more inside of them. JSON has no line breaks of its own. */
const linesOf = (facts: readonly FactRow[]): string => facts.map(({ body }) => body).join('\n')

type RowsWithoutBodies = Omit<Rows, 'facts'> & { readonly facts: readonly FoundFact[] }

const encoder = new TextEncoder()
const decoder = new TextDecoder()
