import { doubled, RowNumbers } from './row-numbers.js'

/** Cells that count sightings, as a power of two. */
const SIGHTS = 22

/** How long gradients and their squares are remembered (Adam: Kingma and Ba 2015), and what keeps a step finite. */
export const KEEP = 0.9
export const KEEP_SQUARES = 0.999
const LEAST_SIZE = 1e-6

/**
 * Rows of weights in training, each found by a 32-bit key. Gradients are collected over some decisions; then the rows that have any take a
 * step by Adam, the others stay as they are.
 */
export class GrowingRows {
  private readonly rows: RowNumbers
  weight: Float32Array
  private gradient: Float32Array
  private mean: Float32Array
  private square: Float32Array
  /** Steps of each row, and the rows that wait for one. */
  private steps: Uint32Array
  private waits: Uint8Array
  private waiting: number[] = []

  /** A key gets its row at the `least`-th sighting: rare ones are noise and would fill the memory. `first` gives a new row its weights. */
  constructor(
    readonly width: number,
    least: number,
    private readonly first: () => number,
  ) {
    this.rows = new RowNumbers(least, SIGHTS)
    this.weight = new Float32Array(width * 1024)
    this.gradient = new Float32Array(width * 1024)
    this.mean = new Float32Array(width * 1024)
    this.square = new Float32Array(width * 1024)
    this.steps = new Uint32Array(1024)
    this.waits = new Uint8Array(1024)
  }

  /** The row of a key that is seen once more; -1 where it was seen too rarely. */
  see(key: number): number {
    const before = this.rows.count
    const row = this.rows.see(key)
    if (row === before) this.begin(row)
    return row
  }

  /** Adds `factor` times a gradient to what row `row` has collected. */
  collect(row: number, gradient: Float32Array, factor: number): void {
    const { width, gradient: sum } = this
    if (this.waits[row] === 0) {
      this.waits[row] = 1
      this.waiting.push(row)
    }
    const from = row * width
    for (let j = 0; j < width; j++) sum[from + j]! += factor * gradient[j]!
  }

  /** Moves the rows that have collected gradients. */
  step(rate: number): void {
    const { width, weight, gradient, mean, square } = this
    for (const row of this.waiting) {
      this.waits[row] = 0
      this.steps[row]!++
      for (let at = row * width; at < (row + 1) * width; at++) {
        const slope = gradient[at]!
        gradient[at] = 0
        mean[at]! += (1 - KEEP) * (slope - mean[at]!)
        square[at]! += (1 - KEEP_SQUARES) * (slope * slope - square[at]!)
        weight[at]! -= (rate * mean[at]!) / (Math.sqrt(square[at]!) + LEAST_SIZE)
      }
    }
    this.waiting = []
  }

  /** What a row weighs in all decisions: the squares of its weights, times its steps. */
  burdenOf(row: number): number {
    let sum = 0
    for (let at = row * this.width; at < (row + 1) * this.width; at++) sum += this.weight[at]! ** 2
    return sum * this.steps[row]!
  }

  /** Keys and their rows, in order of key. */
  inOrder(): ReturnType<RowNumbers['inOrder']> {
    return this.rows.inOrder()
  }

  /** Gives a key a row. */
  add(key: number): void {
    this.begin(this.rows.add(key))
  }

  private begin(row: number): void {
    if ((row + 1) * this.width > this.weight.length) this.lengthen()
    const from = row * this.width
    for (let j = 0; j < this.width; j++) this.weight[from + j] = this.first()
  }

  private lengthen(): void {
    this.weight = doubled(this.weight)
    this.gradient = doubled(this.gradient)
    this.mean = doubled(this.mean)
    this.square = doubled(this.square)
    this.steps = doubled(this.steps)
    this.waits = doubled(this.waits)
  }
}
