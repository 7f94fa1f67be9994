import { unpackRow } from './bodies.js'

interface Kept {
  readonly row: Buffer
  readonly unpacked: Buffer
}

/** Bytes of the rows that are kept unpacked, in each thread that reads. */
const MOST_BYTES = 4 * 1024 * 1024

/**
 * The rows of bodies that were read last, unpacked: readers ask for the newest facts again and again. A row is taken for the one that is kept only
 * where its bytes are the same, so that a key that was deleted and given to another row does no harm.
 */
export class UnpackedRows {
  readonly #kept = new Map<number, Kept>()
  #bytes = 0

  constructor(private readonly mostBytes = MOST_BYTES) {}

  unpack(key: number, row: Buffer): Buffer {
    const before = this.#forget(key)
    const kept = before?.row.equals(row) ? before : { row, unpacked: unpackRow(row) }
    this.#kept.set(key, kept)
    this.#bytes += kept.unpacked.length
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.mostBytes) break
      this.#forget(oldest)
    }
    return kept.unpacked
  }

  #forget(key: number): Kept | undefined {
    const kept = this.#kept.get(key)
    if (kept) {
      this.#kept.delete(key)
      this.#bytes -= kept.unpacked.length
    }
    return kept
  }
}
