import { hashOf } from '../../learn/hash.js'

/** A number for each of many words. Hashes stand for the words: a map of strings takes ten times the room. */
export class WordNumbers {
  private readonly keys: Int32Array
  private readonly numbers: Int32Array
  private readonly shift: number

  /** Room for `2 ** bits` words; half of it may be filled. */
  constructor(bits: number) {
    this.keys = new Int32Array(1 << bits)
    this.numbers = new Int32Array(1 << bits)
    this.shift = 32 - bits
  }

  /** Gives words a number; 0 is that of words without one. */
  set(words: readonly string[], number: number): void {
    for (const word of words) {
      const hash = hashOf(word)
      const slot = this.slotOf(hash)
      this.keys[slot] = hash
      this.numbers[slot] = number
    }
  }

  /** The number of a word by its `hashOf`, 0 for an unknown one. */
  of(hash: number): number {
    return this.numbers[this.slotOf(hash)]!
  }

  private slotOf(hash: number): number {
    const { keys, numbers } = this
    let slot = Math.imul(hash, 0x2c1b3c6d) >>> this.shift
    while (numbers[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (keys.length - 1)
    return slot
  }
}
