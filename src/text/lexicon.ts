import { Shape, type Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import { entriesOf, type SparseTable } from '../learn/sparse-table.js'
import type { Words } from './words.js'

/**
 * What a label in the lexicon means for its word, as its weight: one that it can have, among others; one of the few that it can have, for
 * training saw it often; one that such a word can have, but seldom does; the only one, which is not scored.
 */
export const POSSIBLE = 1
export const ONLY = 2
export const SELDOM = 3
export const SURE = 127

/** The class of a word that the lexicon does not have. */
export const UNKNOWN = mixed(1)

/** Stands for the class of the spelling in lower case of a word that is written so. */
const PLAIN = mixed(2)

/** The key of a word in one spelling, under which the lexicon keeps the labels that training saw it with. */
export const lexiconKey = (token: Tokens, words: Words, i: number, shape: Shape = token.shape[i]! as Shape): number =>
  mixed(words.whole[token.word[i]!]! ^ Math.imul(shape + 1, 0x9e3779b1))

/** What the lexicon says of one token; the labels of a word that it has only in lower case (`HER`) are those of that spelling. */
export class Entry {
  /** Hash of the labels of its spelling, and of those of the spelling in lower case. */
  own = UNKNOWN
  plain = UNKNOWN
  /** Its only label, -1 where it has several or is unknown. */
  sure = -1
  /** Its labels; those from `count` on are left from others. */
  readonly labels = new Uint8Array(256)
  count = 0
  /** Whether it can have no others. */
  closed = false

  read(table: SparseTable, token: Tokens, words: Words, i: number): void {
    const key = lexiconKey(token, words, i)
    this.count = entriesOf(table, key, cells)
    this.own = classOf(this.count)
    this.sure = this.count === 1 && meaningOf(cells[0]!) === SURE ? labelOf(cells[0]!) : -1
    this.closed = false
    for (let e = 0; e < this.count; e++) if (meaningOf(cells[e]!) > POSSIBLE) this.closed = true
    this.keep()
    const shape = token.shape[i]
    if (shape === Shape.lower || shape === Shape.none) {
      this.plain = PLAIN
      return
    }
    const size = entriesOf(table, lexiconKey(token, words, i, Shape.lower), cells)
    this.plain = classOf(size)
    if (this.count > 0) return
    this.count = size
    this.keep()
  }

  private keep(): void {
    for (let e = 0; e < this.count; e++) this.labels[e] = labelOf(cells[e]!)
  }
}

const cells = new Uint16Array(256)
const labelOf = (cell: number): number => cell >>> 8
const meaningOf = (cell: number): number => (cell & 0xff) - 128

/** Hash of the labels in the first `size` of `cells`, without those that are seldom. */
function classOf(size: number): number {
  let hash = 0
  for (let e = 0; e < size; e++) if (meaningOf(cells[e]!) !== SELDOM) hash += mixed(labelOf(cells[e]!) + 1) + 1
  return mixed(hash + 1)
}
