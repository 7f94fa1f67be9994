import { mixed } from '../learn/hash.js'
import { LONGEST } from './sentences.js'

/** Places in the columns of a state: nothing, the root, then the tokens of the sentence from `FIRST`. */
export const NOTHING = 0
export const ROOT = 1
export const FIRST = 2

/** Room for a sentence: its tokens and the two places before them. */
export const ROOM = LONGEST + FIRST

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/**
 * A sentence half parsed, arc-hybrid: the first word of the buffer is shifted on the stack, or the top of the stack is hung on the first
 * word of the buffer (LEFT) or on the word below it (RIGHT). Every word but NOTHING and ROOT gets one head.
 */
export class ParseState {
  readonly stack = new Int32Array(ROOM)
  top = 0
  /** First place of the buffer and the place behind its last. */
  next = FIRST
  end = FIRST
  readonly head = new Int32Array(ROOM)
  readonly relation = new Uint8Array(ROOM)
  /** The relation as a hash, 0 for a word that has no head yet. */
  readonly link = new Int32Array(ROOM)
  /** Outermost and second outermost child on both sides, NOTHING where there is none. */
  readonly left = new Int32Array(ROOM)
  readonly left2 = new Int32Array(ROOM)
  readonly right = new Int32Array(ROOM)
  readonly right2 = new Int32Array(ROOM)
  readonly lefts = new Uint8Array(ROOM)
  readonly rights = new Uint8Array(ROOM)

  reset(count: number): void {
    this.end = FIRST + count
    this.next = FIRST
    this.stack[0] = ROOT
    this.top = 1
    this.head.fill(0, 0, this.end)
    this.relation.fill(0, 0, this.end)
    this.link.fill(0, 0, this.end)
    this.left.fill(0, 0, this.end)
    this.left2.fill(0, 0, this.end)
    this.right.fill(0, 0, this.end)
    this.right2.fill(0, 0, this.end)
    this.lefts.fill(0, 0, this.end)
    this.rights.fill(0, 0, this.end)
  }

  get done(): boolean {
    return this.next === this.end && this.top === 1
  }

  /** One word is left, which hangs on the root: only there can it. */
  get rests(): boolean {
    return this.next === this.end && this.top === 2
  }

  may(move: number): boolean {
    if (move === SHIFT) return this.next < this.end
    if (move === LEFT) return this.top > 1 && this.next < this.end
    return this.top > 2 || this.rests
  }

  do(move: number, relation: number): void {
    if (move === SHIFT) this.stack[this.top++] = this.next++
    else {
      const child = this.stack[--this.top]!
      const head = move === LEFT ? this.next : this.stack[this.top - 1]!
      this.head[child] = head
      this.relation[child] = relation
      this.link[child] = mixed(relation + 1)
      this.hang(child, head)
    }
  }

  private hang(child: number, head: number): void {
    if (child < head) {
      if (this.left[head] === NOTHING || child < this.left[head]!) {
        this.left2[head] = this.left[head]!
        this.left[head] = child
      } else this.left2[head] = child
      if (this.lefts[head]! < 255) this.lefts[head]!++
    } else {
      this.right2[head] = this.right[head]!
      this.right[head] = child
      if (this.rights[head]! < 255) this.rights[head]!++
    }
  }
}
