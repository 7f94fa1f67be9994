import { createReadStream, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Failure } from './failure.js'
import { formatOf, sniff, type Format } from './submissions.js'

/** One article on its way in: its bytes, where they come from, and how much of all input they are. */
export interface Input {
  /** `news.ndjson:12`. */
  readonly label: string
  readonly format: Format
  readonly bytes: Uint8Array
  /** Bytes of input up to and with this article. */
  readonly reached: number
}

const NEWLINE = 0x0a

/** The files that a path names: itself, or all articles of a folder and its folders, by name. Raises `Failure`. */
export async function filesOf(path: string): Promise<string[]> {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) throw new Failure(`${path} is neither a file nor a folder.`)
  if (!stat.isDirectory()) return [path]
  const names = await readdir(path, { recursive: true })
  const files = names.filter((name) => formatOf(name) && statSync(join(path, name)).isFile())
  if (files.length === 0) throw new Failure(`${path} holds no .txt, .html, .json or .ndjson file.`)
  return files.sort().map((name) => join(path, name))
}

export const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

/** The articles of files, one after the other; of NDJSON each line, read as a stream. */
export async function* inputsOf(files: readonly string[], format?: Format): AsyncGenerator<Input> {
  let reached = 0
  for (const file of files) {
    const kind = format ?? formatOf(file) ?? sniff(await readFile(file))
    if (kind === 'ndjson') {
      for await (const input of lines(createReadStream(file), file, reached)) yield { ...input, reached: (reached = input.reached) }
    } else {
      const bytes = await readFile(file)
      yield { label: file, format: kind, bytes, reached: (reached += bytes.length) }
    }
  }
}

/** The articles of a stream without a name. */
export async function* inputsFrom(stream: Readable, format?: Format): AsyncGenerator<Input> {
  if (format === 'ndjson') {
    yield* lines(stream, 'line', 0)
    return
  }
  const bytes = await buffer(stream)
  const kind = format ?? sniff(bytes)
  if (kind !== 'ndjson') yield { label: 'stdin', format: kind, bytes, reached: bytes.length }
  else yield* lines([bytes], 'line', 0)
}

async function* lines(chunks: AsyncIterable<Buffer> | Iterable<Buffer>, name: string, before: number): AsyncGenerator<Input> {
  let parts: Buffer[] = []
  let number = 0
  let reached = before
  const take = (): Input | undefined => {
    const bytes = Buffer.concat(parts)
    parts = []
    number++
    reached += bytes.length
    return bytes.every((byte) => byte <= 0x20) ? undefined : { label: `${name}:${number}`, format: 'json', bytes, reached }
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, at + 1))
      from = at + 1
      const input = take()
      if (input) yield input
    }
    if (from < chunk.length) parts.push(chunk.subarray(from))
  }
  const last = parts.length > 0 ? take() : undefined
  if (last) yield last
}
