import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AnalysedArticle, PackedArticle, Rows } from './port.js'
import type { Annotations } from './records.js'

/** Annotations as they are stored: JSON without the text (it stands with its article), deflated at the fastest level. */
export function encodeAnnotations(annotations: Annotations): Uint8Array<ArrayBuffer> {
  return new Uint8Array(deflateRawSync(JSON.stringify({ ...annotations, text: undefined }), { level: 1 }))
}

/** The annotations that `encodeAnnotations` stored, of an article with this text. */
export function decodeAnnotations(bytes: Uint8Array, text: string): Annotations {
  const { language, ...rest } = JSON.parse(inflateRawSync(bytes).toString()) as Omit<Annotations, 'text'>
  return { language, text, ...rest }
}

/** An analysed article, or all of it but its text, with its rows as bytes. */
export function packRows<Article extends Rows>({
  sentences,
  entities,
  facts,
  ...rest
}: Article): Omit<Article, keyof Rows> & { readonly rows: Uint8Array<ArrayBuffer> } {
  return { ...rest, rows: new TextEncoder().encode(JSON.stringify({ sentences, entities, facts } satisfies Rows)) }
}

/** The article as it was before `packRows`. */
export function unpackRows(article: AnalysedArticle | PackedArticle): AnalysedArticle {
  if (!('rows' in article)) return article
  const { rows, ...rest } = article
  return { ...rest, ...(JSON.parse(new TextDecoder().decode(rows)) as Rows) }
}
