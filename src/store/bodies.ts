import { deflateRawSync, inflateRawSync } from 'node:zlib'

/**
 * Bytes of a row before it is packed, about: what is unpacked to read one fact. On 600 news articles rows of 4 kB take 9.1 kB an
 * article, of 8 kB 7.7, of 16 kB 6.7 (35 unpacked), and are unpacked in 22, 35 and 57 µs.
 */
const ROW = 8 * 1024
const LEVEL = 6
const BREAK = '\n'

/** Where a body stands: the index of its row, and bytes of the row once it is unpacked. */
export type BodyPlace = readonly [row: number, start: number, size: number]

/** The bodies of an extraction, several to a row: deflated rows one after the other, the size of each, the place of each body. */
export interface Bodies {
  readonly bytes: Uint8Array
  readonly sizes: readonly number[]
  readonly places: readonly BodyPlace[]
}

/** Packs bodies as they come, one a line (JSON has no line breaks of its own), as many to a row as begin within `ROW` bytes. */
export class BodyPacker {
  readonly #rows: Buffer[] = []
  readonly #places: BodyPlace[] = []
  #lines: string[] = []
  #start = 0

  add(body: string): void {
    const size = Buffer.byteLength(body)
    this.#places.push([this.#rows.length, this.#start, size])
    this.#lines.push(body)
    this.#start += size + 1
    if (this.#start >= ROW) this.#finishRow()
  }

  finish(): Bodies & { readonly bytes: Uint8Array<ArrayBuffer> } {
    if (this.#lines.length > 0) this.#finishRow()
    return { bytes: joined(this.#rows), sizes: this.#rows.map(({ length }) => length), places: this.#places }
  }

  #finishRow(): void {
    this.#rows.push(deflateRawSync(this.#lines.join(BREAK), { level: LEVEL }))
    this.#lines = []
    this.#start = 0
  }
}

/** The bodies packed. */
export function packBodies(bodies: Iterable<string>): Bodies {
  const packer = new BodyPacker()
  for (const body of bodies) packer.add(body)
  return packer.finish()
}

/** In memory of its own, which a thread can hand over. */
function joined(rows: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(rows.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const row of rows) {
    bytes.set(row, at)
    at += row.length
  }
  return bytes
}

/** The deflated rows. */
export function rowsOf({ bytes, sizes }: Bodies): Uint8Array[] {
  let at = 0
  return sizes.map((size) => bytes.subarray(at, (at += size)))
}

/** A row unpacked. */
export const unpackRow = (row: Uint8Array): Buffer => inflateRawSync(row)

/** The bodies of a row, in their order. */
export const bodiesOf = (row: Uint8Array): string[] => unpackRow(row).toString().split(BREAK)

const NO_ARTICLE = 'null}'

/** A stored body with the article, as JSON, that it is of. */
export const withArticle = (body: string, article: string): string => `${body.slice(0, -NO_ARTICLE.length)}${article}}`
