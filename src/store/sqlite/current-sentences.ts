import type { UnpackedArticle } from '../codec.js'
import type { SentenceRow } from '../port.js'
import type { Connection } from './connection.js'
import { packWords, unpackWords } from './packed-words.js'

/** Row ids of `sentence_index`: room for four million sentences a version. */
export const SENTENCES_A_VERSION = 4_194_304

/** The rows of `sentence_index` that are of a version `v`. */
export const OF_VERSION = `sentence_index.rowid BETWEEN v.key * ${SENTENCES_A_VERSION} AND v.key * ${SENTENCES_A_VERSION} + ${SENTENCES_A_VERSION - 1}`

/** Indexes the sentences of a version, the title with the first. */
export function writeSentences(
  connection: Connection,
  versionKey: number,
  { text, sentences, meta }: UnpackedArticle,
  folded: (text: string) => string,
): void {
  const words = sentences.map(({ start, end }) => folded(text.slice(start, end)))
  const title = folded(meta.title ?? '')
  connection.run(
    'INSERT INTO sentences (version_key, bounds, words) VALUES (?, ?, ?)',
    versionKey,
    packBounds(sentences),
    packWords([title, ...words]),
  )
  words.forEach((line, i) => {
    connection.run('INSERT INTO sentence_index (rowid, text, title) VALUES (?, ?, ?)', rowOf(versionKey, i), line, i === 0 ? title : '')
  })
}

/** Takes exactly those rows out of the index again. */
export function eraseSentences(connection: Connection, versionKey: number): void {
  const packed = connection.value<Uint8Array>('SELECT words FROM sentences WHERE version_key = ?', versionKey)
  const [title = '', ...lines] = packed ? unpackWords<string[]>(packed) : []
  lines.forEach((line, i) => {
    connection.run(
      `INSERT INTO sentence_index (sentence_index, rowid, text, title) VALUES ('delete', ?, ?, ?)`,
      rowOf(versionKey, i),
      line,
      i === 0 ? title : '',
    )
  })
  connection.run('DELETE FROM sentences WHERE version_key = ?', versionKey)
}

const rowOf = (versionKey: number, sentence: number): number => versionKey * SENTENCES_A_VERSION + sentence

function packBounds(sentences: readonly SentenceRow[]): Uint8Array {
  const bytes = Buffer.alloc(sentences.length * 8)
  sentences.forEach(({ start, end }, i) => {
    bytes.writeUInt32LE(start, i * 8)
    bytes.writeUInt32LE(end, i * 8 + 4)
  })
  return bytes
}

/** All spans of such pairs. */
export function spansOf(bounds: Uint8Array): SentenceRow[] {
  return Array.from({ length: bounds.length / 8 }, (_, i) => boundsAt(bounds, i))
}

/** Bounds of one sentence of a version. */
export function boundsAt(bounds: Uint8Array, sentence: number): SentenceRow {
  const view = new DataView(bounds.buffer, bounds.byteOffset, bounds.byteLength)
  return { start: view.getUint32(sentence * 8, true), end: view.getUint32(sentence * 8 + 4, true) }
}
