/**
 * Numbers of rows for 32-bit keys, counted up as keys come: rare keys get none, they are noise and would fill the memory. Keys and numbers lie
 * side by side in an open table that grows with them.
 */
export class RowNumbers {
  private size = 1 << 16
  /** Pairs of a key and its number plus one. */
  private slots = new Uint32Array(this.size * 2)
  private readonly sightings: Uint8Array
  count = 0

  /** A key gets its number when it is asked for the `least`-th time; `2 ** bits` cells count how often, some keys share one. */
  constructor(
    private readonly least: number,
    private readonly bits: number,
  ) {
    this.sightings = new Uint8Array(least > 1 ? 1 << bits : 0)
  }

  /** The number of a key; -1 where it has none. */
  of(key: number): number {
    const mask = this.size - 1
    const wanted = key >>> 0
    for (let slot = (wanted ^ (wanted >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const found = this.slots[2 * slot + 1]!
      if (found === 0) return -1
      if (this.slots[2 * slot] === wanted) return found - 1
    }
  }

  /** The number of a key that is seen once more; -1 where it was seen too rarely. */
  see(key: number): number {
    const number = this.of(key)
    if (number >= 0) return number
    if (this.least > 1) {
      const cell = (key >>> (32 - this.bits)) ^ (key & 0xff)
      if (this.sightings[cell]! < 255) this.sightings[cell]!++
      if (this.sightings[cell]! < this.least) return -1
    }
    return this.add(key)
  }

  /** Gives a key that has none its number. */
  add(key: number): number {
    if (this.count * 2 >= this.size) this.widen()
    this.place(key >>> 0, ++this.count)
    return this.count - 1
  }

  /** Keys and their numbers, in order of key. */
  inOrder(): { readonly key: number; readonly row: number }[] {
    const pairs: { key: number; row: number }[] = []
    for (let at = 0; at < this.slots.length; at += 2)
      if (this.slots[at + 1] !== 0) pairs.push({ key: this.slots[at]!, row: this.slots[at + 1]! - 1 })
    return pairs.sort((a, b) => a.key - b.key)
  }

  private place(key: number, numbered: number): void {
    const mask = this.size - 1
    let slot = (key ^ (key >>> 15)) & mask
    while (this.slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask
    this.slots[2 * slot] = key
    this.slots[2 * slot + 1] = numbered
  }

  private widen(): void {
    const { slots } = this
    this.size *= 2
    this.slots = new Uint32Array(this.size * 2)
    for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) this.place(slots[at]!, slots[at + 1]!)
  }
}

/** Numeric columns that can be made longer. */
type Cells = Float32Array | Float64Array | Int32Array | Uint32Array | Uint8Array

/** The same cells with as much room again, all 0. */
export function doubled<C extends Cells>(cells: C): C {
  const twice = new (cells.constructor as new (length: number) => C)(cells.length * 2)
  twice.set(cells)
  return twice
}
