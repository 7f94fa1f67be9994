import { checksum } from './hash.js'
import { emptySparseTable, type SparseTable } from './sparse-table.js'
import { emptyTable, type Table } from './table.js'

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

/** A trained model whose rows lie in a table, for few labels and many questions. Plain data on shared memory, so it can be posted to a worker thread. */
export interface TableModel {
  readonly card: Card
  readonly table: Table
}

/** A trained model with rows of few weights among many labels. */
export interface SparseModel {
  readonly card: Card
  readonly table: SparseTable
}

/** A trained model of either kind. */
export type Model = TableModel | SparseModel

const MAGIC = 'ATTEST-M'
/** Formats of the body: a table as it lies in memory, dense or sparse. */
const TABLE = 2
const SPARSE = 3
const PREFIX = 24

/**
 * The bytes of a model file: magic, format, lengths, checksum, the card as JSON, then the table: the number of its bits, its displacements
 * and its slots, all little-endian.
 */
export function encodeTable({ card, table }: TableModel): Uint8Array {
  const { bits, shifts, slots } = table
  const body = new Uint8Array(4 + shifts.byteLength + slots.byteLength)
  body[0] = bits
  body.set(new Uint8Array(shifts.buffer), 4)
  body.set(new Uint8Array(slots.buffer), 4 + shifts.byteLength)
  return packed(TABLE, card, body)
}

/** The bytes of a file whose body is a sparse table: the same, then the entries outside the slots. */
export function encodeSparse({ card, table }: SparseModel): Uint8Array {
  const { bits, shifts, slots, more } = table
  const parts = [Uint8Array.of(bits, 0, 0, 0), new Uint8Array(shifts.buffer), new Uint8Array(slots.buffer), new Uint8Array(more.buffer)]
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return packed(SPARSE, card, body)
}

/** Reads the file of a model with a table; throws an error that says in words what is wrong with it. */
export function decodeTable(bytes: Uint8Array, task: string, features: number): TableModel {
  const { card, body } = unpacked(bytes, task, features, TABLE)
  const bits = body[0]!
  const room = 4 + (2 << (bits - 2)) + (16 << bits)
  if (bits < 8 || bits > 24 || body.length !== room) throw new Error(`model ${task}: its table has ${body.length} bytes, not ${room}`)
  const table = emptyTable(bits)
  new Uint8Array(table.shifts.buffer).set(body.subarray(4, 4 + table.shifts.byteLength))
  new Uint8Array(table.slots.buffer).set(body.subarray(4 + table.shifts.byteLength))
  markSlots(table)
  return { card, table }
}

/** Reads the file of a model with a sparse table; throws as `decodeTable` does. */
export function decodeSparse(bytes: Uint8Array, task: string, features: number): SparseModel {
  const { card, body } = unpacked(bytes, task, features, SPARSE)
  const bits = body[0]!
  const shiftsEnd = 4 + (2 << (bits - 2))
  const slotsEnd = shiftsEnd + (16 << bits)
  if (bits < 8 || bits > 24 || body.length < slotsEnd) throw new Error(`model ${task}: its table is cut short`)
  const table = emptySparseTable(bits, (body.length - slotsEnd) >> 1)
  new Uint8Array(table.shifts.buffer).set(body.subarray(4, shiftsEnd))
  new Uint8Array(table.slots.buffer).set(body.subarray(shiftsEnd, slotsEnd))
  new Uint8Array(table.more.buffer).set(body.subarray(slotsEnd))
  markSlots(table)
  return { card, table }
}

/** Sets the mark of each slot: the lowest byte of its key. */
function markSlots({ marks, slots }: { readonly marks: Uint8Array; readonly slots: Int32Array }): void {
  for (let slot = 0; slot < marks.length; slot++) marks[slot] = slots[4 * slot]! >>> 8
}

function packed(format: number, card: Card, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(card))
  const bytes = new Uint8Array(PREFIX + head.length + body.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < MAGIC.length; i++) bytes[i] = MAGIC.charCodeAt(i)
  view.setUint32(8, format, true)
  view.setUint32(12, head.length, true)
  view.setUint32(16, body.length, true)
  bytes.set(head, PREFIX)
  bytes.set(body, PREFIX + head.length)
  view.setUint32(20, checksum(bytes.subarray(PREFIX)), true)
  return bytes
}

function unpacked(bytes: Uint8Array, task: string, features: number, format: number): { card: Card; body: Uint8Array } {
  const fail = (why: string): never => {
    throw new Error(`model ${task}: ${why}`)
  }
  if (bytes.length < PREFIX) fail('the file is too short to be a model')
  for (let i = 0; i < MAGIC.length; i++) if (bytes[i] !== MAGIC.charCodeAt(i)) fail('the file is not a model')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const found = view.getUint32(8, true)
  if (found !== format) fail(`the file has format ${found}, this program reads format ${format}`)
  const headLength = view.getUint32(12, true)
  const bodyLength = view.getUint32(16, true)
  if (bytes.length !== PREFIX + headLength + bodyLength) fail('the file is cut short or has something behind its end')
  if (view.getUint32(20, true) !== checksum(bytes.subarray(PREFIX))) fail('the file is damaged: its checksum does not match')
  const card = JSON.parse(new TextDecoder().decode(bytes.subarray(PREFIX, PREFIX + headLength))) as Card
  if (card.task !== task) fail(`the file is a model for ${card.task}`)
  if (card.features !== features)
    fail(`the file was trained for features ${card.features}, this program computes features ${features}: train again`)
  return { card, body: bytes.subarray(PREFIX + headLength) }
}
