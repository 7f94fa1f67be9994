/** Slots of the count of sightings, as a power of two. */
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
  private size = 1 << 16
  /** Pairs of key and row, side by side in memory. */
  private slots = new Uint32Array(this.size * 2)
  private readonly seen: Uint8Array
  count = 0
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
    private readonly least: number,
    private readonly first: () => number,
  ) {
    this.weight = new Float32Array(width * 1024)
    this.gradient = new Float32Array(width * 1024)
    this.mean = new Float32Array(width * 1024)
    this.square = new Float32Array(width * 1024)
    this.steps = new Uint32Array(1024)
    this.waits = new Uint8Array(1024)
    this.seen = new Uint8Array(1 << SIGHTS)
  }

  /** The row of a key that is seen once more; -1 where it was seen too rarely. */
  see(key: number): number {
    const row = this.rowOf(key)
    if (row >= 0) return row
    const sight = (key >>> (32 - SIGHTS)) ^ (key & 0xff)
    if (this.seen[sight]! < 255) this.seen[sight]!++
    if (this.seen[sight]! < this.least) return -1
    return this.add(key)
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

  /** Calls for each key and its row, in order of key. */
  each(use: (key: number, row: number) => void): void {
    const pairs: [key: number, row: number][] = []
    for (let slot = 0; slot < this.size; slot++) {
      const row = this.slots[2 * slot + 1]! - 1
      if (row >= 0) pairs.push([this.slots[2 * slot]!, row])
    }
    pairs.sort((a, b) => a[0] - b[0])
    for (const [key, row] of pairs) use(key, row)
  }

  /** Gives a key a row. */
  add(key: number): number {
    if (this.count * 2 >= this.size) this.widen()
    if ((this.count + 1) * this.width > this.weight.length) this.lengthen()
    this.place(key >>> 0, this.count)
    const from = this.count * this.width
    for (let j = 0; j < this.width; j++) this.weight[from + j] = this.first()
    return this.count++
  }

  private rowOf(key: number): number {
    const mask = this.size - 1
    const wanted = key >>> 0
    for (let slot = (wanted ^ (wanted >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[2 * slot + 1]!
      if (found === 0) return -1
      if (this.slots[2 * slot] === wanted) return found - 1
    }
  }

  private place(key: number, row: number): void {
    const mask = this.size - 1
    let slot = (key ^ (key >>> 15)) & mask
    while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    this.slots[2 * slot] = key
    this.slots[2 * slot + 1] = row + 1
  }

  private widen(): void {
    const { slots } = this
    this.size *= 2
    this.slots = new Uint32Array(this.size * 2)
    for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) this.place(slots[at]!, slots[at + 1]! - 1)
  }

  private lengthen(): void {
    this.weight = doubled(this.weight)
    this.gradient = doubled(this.gradient)
    this.mean = doubled(this.mean)
    this.square = doubled(this.square)
    const steps = this.steps
    this.steps = new Uint32Array(steps.length * 2)
    this.steps.set(steps)
    const waits = this.waits
    this.waits = new Uint8Array(waits.length * 2)
    this.waits.set(waits)
  }
}

function doubled(cells: Float32Array): Float32Array {
  const twice = new Float32Array(cells.length * 2)
  twice.set(cells)
  return twice
}
