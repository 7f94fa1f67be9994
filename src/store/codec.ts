import { deflateRawSync, inflateRawSync } from 'node:zlib'
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
