import { checksum } from './hash.js'
import { emptySparseTable, type SparseTable } from './sparse-table.js'
import { emptyNetwork, type Network } from './network.js'

/** What a model file says of itself. */
export interface Card {
  /** `tags`, `parse`, `names`. */
  readonly task: string
  /** Raised when the code that makes the features changes: an older file is refused. */
  readonly features: number
  readonly labels: readonly string[]
  /** SHA-256 of the training data, hexadecimal. */
  readonly data: string
  /** SHA-256 of the word lists that features are made with, hexadecimal. */
  readonly lists: string
  readonly scores: Readonly<Record<string, number>>
  readonly licence: string
}

/** A trained network. Plain data on shared memory, so it can be posted to a worker thread. */
export interface NetworkModel {
  readonly card: Card
  readonly network: Network
}

/** A trained model with rows of few weights among many labels. */
export interface SparseModel {
  readonly card: Card
  readonly table: SparseTable
}

/** A trained model of either kind. */
export type Model = NetworkModel | SparseModel

const MAGIC = 'ATTEST-M'
/** Formats of the body: a sparse table as it lies in memory, or a network. */
const SPARSE = 3
const NETWORK = 4
const PREFIX = 24

/**
 * The bytes of a model file: magic, format, lengths, checksum, the card as JSON, then the table: the number of its bits, its displacements,
 * its slots and the entries outside them, all little-endian.
 */
export function encodeSparse({ card, table }: SparseModel): Uint8Array {
  const { bits, shifts, slots, more } = table
  const parts = [Uint8Array.of(bits, 0, 0, 0), new Uint8Array(shifts.buffer), new Uint8Array(slots.buffer), new Uint8Array(more.buffer)]
  return packed(SPARSE, card, joined(parts))
}

/** The bytes of a file whose body is a network: its bits, words to a row and the bits of its direct table, then its columns in the order of `partsOf`. */
export const encodeNetwork = ({ card, network }: NetworkModel): Uint8Array =>
  packed(NETWORK, card, joined([Uint8Array.of(network.bits, network.hidden >> 2, network.direct.bits, 0), ...partsOf(network)]))

const partsOf = ({ shifts, checks, rows, bias, outputs, starts, direct, unit }: Network): Uint8Array[] =>
  [shifts, checks, rows, bias, outputs, starts, unit, direct.shifts, direct.slots].map((column) => new Uint8Array(column.buffer))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const body = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    body.set(part, at)
    at += part.length
  }
  return body
}

/** Reads the file of a network; throws an error that says in words what is wrong with it. */
export function decodeNetwork(bytes: Uint8Array, task: string, features: number): NetworkModel {
  const { card, body } = unpacked(bytes, task, features, NETWORK)
  const bits = body[0]!
  const hidden = 4 * body[1]!
  const directBits = body[2]!
  const labels = card.labels.length
  const direct = (2 << (directBits - 2)) + (16 << directBits)
  const room = 8 + (2 << (bits - 2)) + ((2 + hidden) << bits) + 4 * hidden + 8 * labels * (hidden + 1) + direct
  const fits = [bits, directBits].every((size) => size >= 8 && size <= 24)
  if (!fits || body.length !== room) throw new Error(`model ${task}: its network has ${body.length} bytes, not ${room}`)
  const network = emptyNetwork(bits, hidden, labels, directBits)
  let at = 4
  for (const part of partsOf(network)) {
    part.set(body.subarray(at, at + part.length))
    at += part.length
  }
  markSlots(network.direct)
  return { card, network }
}

/** Reads the file of a model with a sparse table; throws as `decodeNetwork` does. */
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
