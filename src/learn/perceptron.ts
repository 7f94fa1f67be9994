import type { Row } from './quantise.js'
import { doubled, RowNumbers } from './row-numbers.js'

/** Cells that count wishes for an update, as a power of two. */
const WISHES = 24

/**
 * An averaged perceptron in training. Features are 32-bit ids of `hash.ts`; a feature gets a row of `labels` weights
 * at its first update, so what never helped to correct an error costs nothing.
 */
export class Perceptron {
  private readonly rows: RowNumbers
  private weight: Int32Array
  /** Sum of update times update's time: average = weight - timed / time. */
  private timed: Float64Array
  private time = 1

  /** A feature gets its row at the `least`-th update that asks for it: rare ones are noise and would fill the memory. */
  constructor(
    readonly labels: number,
    least = 1,
  ) {
    this.rows = new RowNumbers(least, WISHES)
    this.weight = new Int32Array(labels * 1024)
    this.timed = new Float64Array(labels * 1024)
  }

  /** One decision was taken: what the average is taken over. */
  tick(): void {
    this.time++
  }

  /** Adds the weights of the features `[0, count)` to `scores[at …]`. */
  score(features: Int32Array, count: number, scores: Int32Array, at = 0): void {
    const { labels, weight, rows } = this
    for (let f = 0; f < count; f++) {
      const row = rows.of(features[f]!)
      if (row < 0) continue
      const from = row * labels
      for (let l = 0; l < labels; l++) scores[at + l]! += weight[from + l]!
    }
  }

  /** Moves the weights of the features `[0, count)` for one label by `amount`. */
  add(features: Int32Array, count: number, label: number, amount: number): void {
    for (let f = 0; f < count; f++) {
      const row = this.rows.see(features[f]!)
      if (row < 0) continue
      if ((row + 1) * this.labels > this.weight.length) this.lengthen()
      const at = row * this.labels + label
      this.weight[at]! += amount
      this.timed[at]! += amount * this.time
    }
  }

  /** The averaged weights, in order of key. */
  averagedRows(): Row[] {
    return this.rows.inOrder().map(({ key, row }) => {
      const from = row * this.labels
      const values = new Float64Array(this.labels)
      for (let l = 0; l < this.labels; l++) values[l] = this.weight[from + l]! - this.timed[from + l]! / this.time
      return { key, values }
    })
  }

  private lengthen(): void {
    this.weight = doubled(this.weight)
    this.timed = doubled(this.timed)
  }
}
