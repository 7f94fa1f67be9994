import { Shape, TokenKind, Tokens } from '../document/tokens.js'

const QUOTE = 39
const CURLY = 0x2019

/** Lower case of an ASCII unit, a straight apostrophe for a curly one; -1 for every other unit above ASCII. */
const fold = (code: number): number => (code < 128 ? (code >= 65 && code <= 90 ? code + 32 : code) : code === CURLY ? QUOTE : -1)

/** Collects tokens as columns and gives each distinct lower-cased form one number, without a string for every token. */
export class TokenColumns {
  private count = 0
  private start: Uint32Array
  private end: Uint32Array
  private kind: Uint8Array
  private shape: Uint8Array
  private word: Uint32Array
  private readonly vocabulary: string[] = []
  private readonly hashes: number[] = []
  private slots = new Int32Array(1024).fill(-1)

  constructor(readonly text: string) {
    const guess = 64 + (text.length >>> 2)
    this.start = new Uint32Array(guess)
    this.end = new Uint32Array(guess)
    this.kind = new Uint8Array(guess)
    this.shape = new Uint8Array(guess)
    this.word = new Uint32Array(guess)
  }

  /** Adds the token `[start, end)`; tokens come in text order. */
  add(start: number, end: number, kind: TokenKind): void {
    if (this.count === this.start.length) this.grow()
    const i = this.count++
    this.start[i] = start
    this.end[i] = end
    this.kind[i] = kind
    this.shape[i] = kind === TokenKind.word ? shapeOf(this.text, start, end) : Shape.none
    this.word[i] = this.wordOf(start, end)
  }

  /** The start of token `i` and the end, for a look back while collecting. */
  get size(): number {
    return this.count
  }

  endOf(i: number): number {
    return this.end[i]!
  }

  startOf(i: number): number {
    return this.start[i]!
  }

  build(): Tokens {
    const { count } = this
    return new Tokens(
      this.text,
      count,
      this.start.slice(0, count),
      this.end.slice(0, count),
      this.kind.slice(0, count),
      this.shape.slice(0, count),
      this.word.slice(0, count),
      this.vocabulary,
    )
  }

  private wordOf(start: number, end: number): number {
    let h = 0x811c9dc5
    for (let i = start; i < end; i++) {
      const code = fold(this.text.charCodeAt(i))
      if (code < 0) return this.place(this.text.slice(start, end).toLowerCase().replaceAll('\u2019', "'"))
      h = Math.imul(h ^ code, 0x01000193)
    }
    const mask = this.slots.length - 1
    for (let slot = mixed(h) & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot]!
      if (at < 0) return this.enter(slot, h, this.text.slice(start, end).toLowerCase().replaceAll('\u2019', "'"))
      if (this.hashes[at] === h && this.same(this.vocabulary[at]!, start, end)) return at
    }
  }

  private place(norm: string): number {
    let h = 0x811c9dc5
    for (let i = 0; i < norm.length; i++) h = Math.imul(h ^ norm.charCodeAt(i), 0x01000193)
    const mask = this.slots.length - 1
    for (let slot = mixed(h) & mask; ; slot = (slot + 1) & mask) {
      const at = this.slots[slot]!
      if (at < 0) return this.enter(slot, h, norm)
      if (this.hashes[at] === h && this.vocabulary[at] === norm) return at
    }
  }

  private same(norm: string, start: number, end: number): boolean {
    if (norm.length !== end - start) return false
    for (let i = start; i < end; i++) if (fold(this.text.charCodeAt(i)) !== norm.charCodeAt(i - start)) return false
    return true
  }

  private enter(slot: number, hash: number, norm: string): number {
    const at = this.vocabulary.length
    this.vocabulary.push(norm)
    this.hashes.push(hash)
    this.slots[slot] = at
    if (at * 2 > this.slots.length) this.widen()
    return at
  }

  private widen(): void {
    const slots = new Int32Array(this.slots.length * 4).fill(-1)
    const mask = slots.length - 1
    for (let at = 0; at < this.hashes.length; at++) {
      let slot = mixed(this.hashes[at]!) & mask
      while (slots[slot]! >= 0) slot = (slot + 1) & mask
      slots[slot] = at
    }
    this.slots = slots
  }

  private grow(): void {
    const wider = <T extends Uint32Array | Uint8Array>(column: T, empty: (size: number) => T): T => {
      const copy = empty(column.length * 2)
      copy.set(column)
      return copy
    }
    this.start = wider(this.start, (size) => new Uint32Array(size))
    this.end = wider(this.end, (size) => new Uint32Array(size))
    this.kind = wider(this.kind, (size) => new Uint8Array(size))
    this.shape = wider(this.shape, (size) => new Uint8Array(size))
    this.word = wider(this.word, (size) => new Uint32Array(size))
  }
}

const mixed = (h: number): number => Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) >>> 8

/** How the letters of `text[start, end)` are written; the fast way is for ASCII. */
function shapeOf(text: string, start: number, end: number): Shape {
  let upper = 0
  let lower = 0
  let first = false
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 97 && code <= 122) lower++
    else if (code >= 65 && code <= 90) {
      upper++
      if (i === start) first = true
    } else if (code >= 128 && code !== CURLY) return shapeOfForm(text.slice(start, end))
  }
  if (upper === 0) return lower === 0 ? Shape.none : Shape.lower
  if (lower === 0) return end - start > 1 ? Shape.upper : Shape.capitalised
  return first && upper === 1 ? Shape.capitalised : Shape.mixed
}

function shapeOfForm(form: string): Shape {
  const lower = form.toLowerCase()
  if (form === lower) return Shape.lower
  if (form.length > 1 && form === form.toUpperCase()) return Shape.upper
  return form.slice(1) === lower.slice(1) ? Shape.capitalised : Shape.mixed
}
