import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AnalysedArticle, FactRow, PackedArticle, PackedRows, Rows } from './port.js'
import type { Annotations, FactRecord } from './records.js'

/** Annotations as they are stored: JSON without the text and the facts, which have rows of their own, deflated at the fastest level. */
export function encodeAnnotations(annotations: Annotations): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateRawSync(JSON.stringify({ ...annotations, text: undefined, facts: undefined }), { level: 1 }))
}

/** The annotations that `encodeAnnotations` stored, of an article with this text and these facts, each as JSON. */
export function decodeAnnotations(bytes: Uint8Array, text: string, facts: readonly string[]): Annotations {
  const { language, ignored, skipped, ...layers } = JSON.parse(inflateRawSync(bytes).toString()) as Omit<Annotations, 'text' | 'facts'>
  return { language, text, ...layers, facts: JSON.parse(`[${facts.join(',')}]`) as FactRecord[], ignored, skipped }
}

/** An analysed article, or all of it but its text, with its rows as bytes. */
export function packRows<Article extends Rows>({
  sentences,
  entities,
  facts,
  ...rest
}: Article): Omit<Article, keyof Rows> & PackedRows<ArrayBuffer> {
  const rows = { sentences, entities, facts: facts.map((fact) => ({ ...fact, body: undefined })) } satisfies RowsWithoutBodies
  const bodies = facts.map(({ body }) => body).join('\n') // JSON has no line breaks of its own
  return { ...rest, rows: encoder.encode(JSON.stringify(rows)), bodies: encoder.encode(bodies) }
}

/** The article as it was before `packRows`. */
export function unpackRows(article: AnalysedArticle | PackedArticle): AnalysedArticle {
  if (!('rows' in article)) return article
  const { rows, bodies, ...rest } = article
  const { sentences, entities, facts } = JSON.parse(decoder.decode(rows)) as RowsWithoutBodies
  const lines = decoder.decode(bodies).split('\n')
  return { ...rest, sentences, entities, facts: facts.map((row, i) => ({ ...row, body: lines[i]! })) }
}

/** Bodies are JSON already: they go beside the rows, not quoted once more inside of them. */
type RowsWithoutBodies = Omit<Rows, 'facts'> & { readonly facts: readonly (Omit<FactRow, 'body'> & { readonly body?: undefined })[] }

const encoder = new TextEncoder()
const decoder = new TextDecoder()
