import { Shape, type Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import type { SparseModel } from '../learn/model.js'
import { entriesOf, scoreSparse, type SparseTable } from '../learn/sparse-table.js'
import { best } from '../learn/best.js'
import { lexiconKey, TAG_ROOM, tagFeatures, type Looked } from './tag-features.js'
import { universalOf } from './tag-labels.js'
import type { Words } from './words.js'

/** The label before the first token of a sentence. */
export const START = 255

/** The share of a word's label, of 127, that is as good as always: it is not scored. */
export const SURE = 127

/** The class of a word that the lexicon does not have. */
export const UNKNOWN = mixed(1)

/** Stands for the class of the spelling in lower case of a word that is written so. */
const PLAIN = mixed(2)

/** Most tokens of a sentence. */
const ROOM = 512

/** Scratch columns for one sentence. */
export const looked = (): Looked => ({ classes: new Int32Array(ROOM), plain: new Int32Array(ROOM), sure: new Int16Array(ROOM) })

const entries = new Uint16Array(256)

/** Looks the tokens `[first, end)` up. */
export function lookUp(
  { classes, plain, sure }: Looked,
  table: SparseTable,
  token: Tokens,
  words: Words,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    const at = i - first
    const size = entriesOf(table, lexiconKey(token, words, i), entries)
    classes[at] = classOf(size)
    sure[at] = size === 1 && (entries[0]! & 0xff) === SURE + 128 ? entries[0]! >>> 8 : -1
    const shape = token.shape[i]
    if (shape === Shape.lower || shape === Shape.none) plain[at] = PLAIN
    else plain[at] = classOf(entriesOf(table, lexiconKey(token, words, i, Shape.lower), entries))
  }
}

/** Hash of the labels in the first `size` of `entries`. */
function classOf(size: number): number {
  let hash = size
  for (let e = 0; e < size; e++) hash += mixed((entries[e]! >>> 8) + 1)
  return mixed(hash + 1)
}

/** Gives the tokens `[first, end)` of one sentence their labels (numbers of `model.card.labels`), left to right. */
export function tagSentence(model: SparseModel, token: Tokens, words: Words, first: number, end: number, labels: Uint8Array): void {
  const { table, card } = model
  const count = card.labels.length
  const scores = cells(count)
  lookUp(found, table, token, words, first, end)
  let before = START
  let before2 = START
  for (let i = first; i < end; i++) {
    let label = found.sure[i - first]!
    if (label < 0) {
      const size = tagFeatures(features, token, words, i, first, end, before, before2, found)
      scores.fill(0)
      scoreSparse(table, features, size, scores)
      closeOff(scores, card.labels, known(table, token, words, i))
      label = best(scores, count)
    }
    before2 = before
    before = labels[i] = label
  }
}

/** Writes the labels that the lexicon has for a token to `entries` and returns their number; of a spelling that it lacks (`HER`) those of the one in lower case. */
const known = (table: SparseTable, token: Tokens, words: Words, i: number): number =>
  entriesOf(table, lexiconKey(token, words, i), entries) || entriesOf(table, lexiconKey(token, words, i, Shape.lower), entries)

/** Universal tags whose words are all known: a word that was never seen with one of them (`beat` as a preposition) does not get it. */
const CLOSED: ReadonlySet<string> = new Set(['ADP', 'AUX', 'CCONJ', 'DET', 'PART', 'PRON', 'SCONJ'])

/** Puts the labels of closed classes out of reach, but for those that the lexicon has in the first `size` of `entries`. */
function closeOff(scores: Int32Array, labels: readonly string[], size: number): void {
  if (closedFor !== labels) {
    closed = Uint8Array.from(labels, (label) => (CLOSED.has(universalOf(label)) ? 1 : 0))
    closedFor = labels
  }
  kept.length = 0
  for (let e = 0; e < size; e++) {
    const label = entries[e]! >>> 8
    if (closed[label]) kept.push(label, scores[label]!)
  }
  for (let l = 0; l < closed.length; l++) if (closed[l]) scores[l] = -0x40000000
  for (let k = 0; k < kept.length; k += 2) scores[kept[k]!] = kept[k + 1]!
}

let closedFor: readonly string[] = []
let closed = new Uint8Array(0)
const kept: number[] = []
const found = looked()
const features = new Int32Array(TAG_ROOM)
let room = new Int32Array(0)

/** Scratch room: one thread tags one token at a time. */
const cells = (size: number): Int32Array => (room.length === size ? room : (room = new Int32Array(size)))
