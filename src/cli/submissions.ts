import { brokenCharacter, readJson, repaired } from '../http/json-text.js'
import { submissionSchema } from '../http/schemas/submission.js'
import { submissionOf } from '../http/submission.js'
import { validated } from '../http/validate.js'
import type { Submission } from '../ingest/submission.js'
import { Failure } from './failure.js'
import { LONGEST_LINE, type Format, type Input } from './input.js'

const EXTENSIONS: Readonly<Record<string, Format>> = {
  txt: 'text',
  html: 'html',
  htm: 'html',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
}

/** The format that a file's name tells; undefined for names of other files. */
export const formatOf = (path: string): Format | undefined => EXTENSIONS[/\.([a-z]+)$/i.exec(path)?.[1]!.toLowerCase() ?? '']

/** The format of bytes without a name: JSON begins with a brace (several lines of it are NDJSON), HTML with a tag. */
export function sniff(bytes: Uint8Array): Format {
  const text = Buffer.from(bytes.subarray(0, 1 << 20)).toString()
  const start = text.trimStart()
  if (start.startsWith('<')) return 'html'
  if (!start.startsWith('{')) return 'text'
  return /^\s*\{.*\}\s*\n\s*\{/.test(text) ? 'ndjson' : 'json'
}

/** An article as the API takes it, from the bytes of a file or line. Raises `Problem` or `Failure` where they are none. */
export function submissionFrom({ bytes, format }: Pick<Input, 'bytes' | 'format'>, defaults: Submission = {}): Submission {
  if (!bytes) throw new Failure(`The line is longer than ${LONGEST_LINE} bytes.`)
  if (format === 'text') return { ...defaults, text: plainText(bytes) }
  if (format === 'html') return { ...defaults, html: repaired(Buffer.from(bytes).toString()) }
  return { ...defaults, ...submissionOf(validated(submissionSchema, readJson(bytes, ['html']), 'body')) }
}

function plainText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString()
  const broken = brokenCharacter(text)
  if (broken) throw new Failure(`The text ${broken.detail}.`)
  if (text === '') throw new Failure('The text is empty.')
  return text
}
