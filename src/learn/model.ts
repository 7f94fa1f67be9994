import { checksum } from './hash.js'
import { allocate, type Weights } from './weights.js'

/** What a model file says of itself. */
export interface Card {
  /** `tags`, `parse`, `names`. */
  readonly task: string
  /** Raised when the code that makes the features changes: an older file is refused. */
  readonly features: number
  readonly labels: readonly string[]
  /** SHA-256 of the training data, hexadecimal. */
  readonly data: string
  readonly scores: Readonly<Record<string, number>>
  readonly licence: string
}

/** A trained model: its card and its weights. Plain data on shared memory, so it can be posted to a worker thread. */
export interface Model {
  readonly card: Card
  readonly weights: Weights
}

const MAGIC = 'ATTEST-M'
const FORMAT = 1
const PREFIX = 24

/**
 * The bytes of a model file: magic, format, lengths, checksum, the card as JSON, then for each feature, in order of id:
 * difference to the id before, number of entries (both as base-128), and the entries as label and weight, a byte each.
 */
export function encode({ card, weights }: Model): Uint8Array {
  if (weights.labels > 256) throw new RangeError(`a model file holds 256 labels at most, not ${weights.labels}`)
  const head = new TextEncoder().encode(JSON.stringify(card))
  const body = bodyOf(weights)
  const bytes = new Uint8Array(PREFIX + head.length + body.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i)
  view.setUint32(8, FORMAT, true)
  view.setUint32(12, head.length, true)
  view.setUint32(16, body.length, true)
  bytes.set(head, PREFIX)
  bytes.set(body, PREFIX + head.length)
  view.setUint32(20, checksum(bytes.subarray(PREFIX)), true)
  return bytes
}

/** Reads a model file; throws an error that says in words what is wrong with it. */
export function decode(bytes: Uint8Array, task: string, features: number): Model {
  const fail = (why: string): never => {
    throw new Error(`model ${task}: ${why}`)
  }
  if (bytes.length < PREFIX) fail('the file is too short to be a model')
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) fail('the file is not a model')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const format = view.getUint32(8, true)
  if (format !== FORMAT) fail(`the file has format ${format}, this program reads format ${FORMAT}`)
  const headLength = view.getUint32(12, true)
  const bodyLength = view.getUint32(16, true)
  if (bytes.length !== PREFIX + headLength + bodyLength) fail('the file is cut short or has something behind its end')
  if (view.getUint32(20, true) !== checksum(bytes.subarray(PREFIX))) fail('the file is damaged: its checksum does not match')
  const card = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + headLength))) as Card
  if (card.task !== task) fail(`the file is a model for ${card.task}`)
  if (card.features !== features)
    fail(`the file was trained for features ${card.features}, this program computes features ${features}: train again`)
  return { card, weights: weightsOf(bytes.subarray(PREFIX + headLength), card.labels.length) }
}

function bodyOf({ slots, entries }: Weights): Uint8Array {
  const rows: [key: number, start: number][] = []
  for (let s = 0; s < slots.length; s += 2) if (slots[s] !== 0) rows.push([slots[s]!, slots[s + 1]!])
  rows.sort((a, b) => a[0] - b[0])
  const out = new Uint8Array(10 + rows.length * 7 + entries.length * 2)
  let at = 0
  const number = (value: number): void => {
    for (; value > 127; value = Math.floor(value / 128)) out[at++] = (value % 128) | 128
    out[at++] = value
  }
  number(rows.length)
  number(entries.length - rows.length)
  let before = 0
  for (const [key, start] of rows) {
    number(key - before)
    before = key
    const count = entries[start]!
    number(count)
    for (let p = start + 1; p <= start + count; p++) {
      out[at++] = entries[p]! >>> 8
      out[at++] = entries[p]! & 0xff
    }
  }
  return out.subarray(0, at)
}

function weightsOf(body: Uint8Array, labels: number): Weights {
  let at = 0
  const number = (): number => {
    let value = 0
    let place = 1
    for (; body[at]! > 127; place *= 128) value += (body[at++]! - 128) * place
    return value + body[at++]! * place
  }
  const rows = number()
  const table = allocate(labels, rows, number())
  const { entries } = table
  let key = 0
  let p = 0
  for (let r = 0; r < rows; r++) {
    key += number()
    const count = number()
    table.put(key, p)
    entries[p++] = count
    for (let e = 0; e < count; e++, at += 2) entries[p++] = (body[at]! << 8) | body[at + 1]!
  }
  return { labels, mask: table.mask, slots: table.slots, entries }
}
