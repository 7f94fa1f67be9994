import type { Row } from './quantise.js'

/**
 * An averaged perceptron in training. Features are 32-bit ids of `hash.ts`; a feature gets a row of `labels` weights
 * at its first update, so what never helped to correct an error costs nothing.
 */
export class Perceptron {
  private size = 1 << 16
  /** Pairs of key and row, side by side in memory. */
  private slots = new Uint32Array(this.size * 2)
  private rows = 0
  private weight: Int32Array
  /** Sum of update times update's time: average = weight - timed / time. */
  private timed: Float64Array
  private readonly wishes: Uint8Array
  private time = 1

  /** A feature gets its row at the `least`-th update that asks for it: rare ones are noise and would fill the memory. */
  constructor(
    readonly labels: number,
    private readonly least = 1,
  ) {
    this.weight = new Int32Array(labels * 1024)
    this.timed = new Float64Array(labels * 1024)
    this.wishes = new Uint8Array(least > 1 ? 1 << 24 : 0)
  }

  /** One decision was taken: what the average is taken over. */
  tick(): void {
    this.time++
  }

  /** Adds the weights of the features `[0, count)` to `scores[at …]`. */
  score(features: Int32Array, count: number, scores: Int32Array, at = 0): void {
    const { labels, weight } = this
    for (let f = 0; f < count; f++) {
      const row = this.rowOf(features[f]! >>> 0)
      if (row < 0) continue
      const from = row * labels
      for (let l = 0; l < labels; l++) scores[at + l]! += weight[from + l]!
    }
  }

  /** Moves the weights of the features `[0, count)` for one label by `amount`. */
  add(features: Int32Array, count: number, label: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.rowFor(features[f]! >>> 0)
      if (row < 0) continue
      const at = row * this.labels + label
      this.weight[at]! += amount
      this.timed[at]! += amount * this.time
    }
  }

  /** The averaged weights, in order of key. */
  averagedRows(): Row[] {
    const rows: Row[] = []
    for (let slot = 0; slot < this.size; slot++) {
      const key = this.slots[2 * slot]!
      if (key === 0) continue
      const from = this.slots[2 * slot + 1]! * this.labels
      const values = new Float64Array(this.labels)
      for (let l = 0; l < this.labels; l++) values[l] = this.weight[from + l]! - this.timed[from + l]! / this.time
      rows.push({ key, values })
    }
    return rows.sort((a, b) => a.key - b.key)
  }

  private rowOf(key: number): number {
    if (key === 0) return -1
    const mask = this.size - 1
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[2 * slot]!
      if (found === key) return this.slots[2 * slot + 1]!
      if (found === 0) return -1
    }
  }

  private rowFor(key: number): number {
    const row = this.rowOf(key)
    if (row >= 0 || key === 0) return row
    if (this.least > 1) {
      const wish = (key >>> 8) ^ (key & 0xff)
      if (this.wishes[wish]! < 255) this.wishes[wish]!++
      if (this.wishes[wish]! < this.least) return -1
    }
    if (this.rows * 2 >= this.size) this.widen()
    if ((this.rows + 1) * this.labels > this.weight.length) this.lengthen()
    this.place(key, this.rows)
    return this.rows++
  }

  private place(key: number, row: number): void {
    const mask = this.size - 1
    let slot = key & mask
    while (this.slots[2 * slot] !== 0) slot = (slot + 1) & mask
    this.slots[2 * slot] = key
    this.slots[2 * slot + 1] = row
  }

  private widen(): void {
    const { slots } = this
    this.size *= 2
    this.slots = new Uint32Array(this.size * 2)
    for (let at = 0; at < slots.length; at += 2) if (slots[at] !== 0) this.place(slots[at]!, slots[at + 1]!)
  }

  private lengthen(): void {
    const { weight, timed } = this
    this.weight = new Int32Array(weight.length * 2)
    this.weight.set(weight)
    this.timed = new Float64Array(timed.length * 2)
    this.timed.set(timed)
  }
}
