import type { Readable } from 'node:stream'

/** A line that is not blank, numbered from 1 among all lines; without bytes where it is longer than allowed. */
export interface Line {
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

const NEWLINE = 0x0a

/**
 * The lines of a stream of bytes, read only when the next one is asked for. A line over `limit` bytes is never held: it comes
 * without its bytes. What a broken connection left of its last line is no line.
 */
export async function* linesOf(stream: Readable, limit: number): AsyncGenerator<Line> {
  let number = 0
  let parts: Buffer[] = []
  let size = 0
  const finish = (): Line | undefined => {
    number++
    const bytes = size > limit ? undefined : Buffer.concat(parts)
    parts = []
    size = 0
    return bytes && isBlank(bytes) ? undefined : { number, bytes }
  }
  const keep = (piece: Buffer): void => {
    size += piece.length
    if (size > limit) parts = []
    else if (piece.length > 0) parts.push(piece)
  }
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
        keep(chunk.subarray(start, end))
        start = end + 1
        const line = finish()
        if (line) yield line
      }
      keep(chunk.subarray(start))
    }
  } catch (error) {
    if ((error as { code?: string }).code !== 'ECONNRESET') throw error
    return
  }
  const line = size > 0 ? finish() : undefined
  if (line) yield line
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d)
}
