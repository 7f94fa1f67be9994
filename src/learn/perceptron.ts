import { quantised, type Row } from './quantise.js'
import type { Weights } from './weights.js'

/**
 * An averaged perceptron in training. Features are 32-bit ids of `hash.ts`; a feature gets a row of `labels` weights
 * at its first update, so what never helped to correct an error costs nothing.
 */
export class Perceptron {
  private size = 1 << 16
  private slotKey = new Uint32Array(this.size)
  private slotRow = new Int32Array(this.size)
  private rows = 0
  private weight: Int32Array
  private total: Float64Array
  private stamp: Int32Array
  private updates: Int32Array
  private time = 1

  constructor(readonly labels: number) {
    this.weight = new Int32Array(labels * 1024)
    this.total = new Float64Array(labels * 1024)
    this.stamp = new Int32Array(labels * 1024)
    this.updates = new Int32Array(1024)
  }

  /** One decision was taken: what the average is taken over. */
  tick(): void {
    this.time++
  }

  /** Adds the weights of the features `[0, count)` to `scores[at …]`. */
  score(features: Uint32Array, count: number, scores: Int32Array, at = 0): void {
    const { labels, weight } = this
    for (let f = 0; f < count; f++) {
      const row = this.rowOf(features[f]!)
      if (row < 0) continue
      const from = row * labels
      for (let l = 0; l < labels; l++) scores[at + l]! += weight[from + l]!
    }
  }

  /** Moves the weights of the features `[0, count)` for one label by `amount`. */
  add(features: Uint32Array, count: number, label: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.rowFor(features[f]!)
      const at = row * this.labels + label
      this.total[at]! += (this.time - this.stamp[at]!) * this.weight[at]!
      this.stamp[at] = this.time
      this.weight[at]! += amount
      this.updates[row]!++
    }
  }

  /** The averaged weights, ready for use; features updated fewer than `least` times are left out. */
  averaged(least = 1): Weights {
    const rows: Row[] = []
    for (let slot = 0; slot < this.size; slot++) {
      const key = this.slotKey[slot]!
      if (key === 0) continue
      const row = this.slotRow[slot]!
      if (this.updates[row]! < least) continue
      const values = new Float64Array(this.labels)
      for (let l = 0; l < this.labels; l++) {
        const at = row * this.labels + l
        values[l] = (this.total[at]! + (this.time - this.stamp[at]!) * this.weight[at]!) / this.time
      }
      rows.push({ key, values })
    }
    return quantised(
      rows.sort((a, b) => a.key - b.key),
      this.labels,
    )
  }

  private rowOf(key: number): number {
    const mask = this.size - 1
    for (let slot = key & mask; ; slot = (slot + 1) & mask) {
      const found = this.slotKey[slot]!
      if (found === key) return this.slotRow[slot]!
      if (found === 0) return -1
    }
  }

  private rowFor(key: number): number {
    const row = this.rowOf(key)
    if (row >= 0) return row
    if (this.rows * 2 >= this.size) this.widen()
    if (this.rows === this.updates.length) this.lengthen()
    this.place(key, this.rows)
    return this.rows++
  }

  private place(key: number, row: number): void {
    const mask = this.size - 1
    let slot = key & mask
    while (this.slotKey[slot] !== 0) slot = (slot + 1) & mask
    this.slotKey[slot] = key
    this.slotRow[slot] = row
  }

  private widen(): void {
    const { slotKey, slotRow } = this
    this.size *= 2
    this.slotKey = new Uint32Array(this.size)
    this.slotRow = new Int32Array(this.size)
    for (let slot = 0; slot < slotKey.length; slot++) if (slotKey[slot] !== 0) this.place(slotKey[slot]!, slotRow[slot]!)
  }

  private lengthen(): void {
    const { weight, total, stamp, updates } = this
    this.weight = new Int32Array(weight.length * 2)
    this.weight.set(weight)
    this.total = new Float64Array(total.length * 2)
    this.total.set(total)
    this.stamp = new Int32Array(stamp.length * 2)
    this.stamp.set(stamp)
    this.updates = new Int32Array(updates.length * 2)
    this.updates.set(updates)
  }
}
