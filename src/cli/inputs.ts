import { createReadStream, statSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { linesOf } from '../http/lines.js'
import { Failure } from './failure.js'
import { LONGEST_LINE, type Format, type Input } from './input.js'
import { formatOf, sniff } from './submissions.js'

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
  let before = 0
  for (const file of files) {
    const kind = format ?? formatOf(file) ?? sniff(await readFile(file))
    if (kind === 'ndjson') {
      const stream = createReadStream(file)
      yield* lines(stream, file, () => before + stream.bytesRead)
      before += stream.bytesRead
    } else {
      const bytes = await readFile(file)
      yield { label: file, format: kind, bytes, reached: (before += bytes.length) }
    }
  }
}

/** The articles of a stream without a name. */
export async function* inputsFrom(stream: Readable, format?: Format): AsyncGenerator<Input> {
  if (format === 'ndjson') {
    yield* lines(stream, 'line', () => 0)
    return
  }
  const bytes = await buffer(stream)
  const kind = format ?? sniff(bytes)
  if (kind === 'ndjson') yield* lines(Readable.from([bytes]), 'line', () => bytes.length)
  else yield { label: 'stdin', format: kind, bytes, reached: bytes.length }
}

async function* lines(stream: Readable, name: string, reached: () => number): AsyncGenerator<Input> {
  for await (const { number, bytes } of linesOf(stream, LONGEST_LINE)) {
    yield { label: `${name}:${number}`, format: 'json', bytes, reached: reached() }
  }
}
