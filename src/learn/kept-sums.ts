/**
 * Owners that are kept, as a power of two: five words in six come again while they are, and a sentence has no more than an eighth as many.
 * Twice as many would make a twelfth of the grammar's time less, and take 15 MB more in each thread.
 */
const BITS = 12

/** An owner lies in one of so many places side by side; the one whose owner has not been seen for longest is taken over. */
const WAYS = 4

/**
 * Sums of rows that come again: an owner (a word) has one for each of its roles, made when it is first asked for. An owner stays in its place
 * until another one needs it in a later sentence. Behind them lie sums that are made once and stay.
 */
export class KeptSums {
  /** All sums, each `cells` long. */
  readonly sums: Int32Array
  private readonly key = new Int32Array(1 << BITS)
  private readonly check = new Int32Array(1 << BITS)
  /** The sentence that a place was last used in, 0 for none; more than 32 bits hold are read in some weeks. */
  private readonly used = new Float64Array(1 << BITS)
  /** The roles in which an owner is summed up, a bit for each. */
  private readonly made = new Int32Array(1 << BITS)
  private sentence = 0

  /** Up to 32 roles. */
  constructor(
    readonly cells: number,
    private readonly roles: number,
    fixed: number,
  ) {
    this.sums = new Int32Array(((roles << BITS) + fixed) * cells)
  }

  /** Places there are for owners. */
  get places(): number {
    return this.key.length
  }

  /** A sentence begins: places of earlier ones may be taken over from here on. */
  open(): void {
    this.sentence++
  }

  /** The place of an owner, known by two numbers; `taken` tells whether it is new there. */
  placeOf(key: number, check: number): number {
    const { used } = this
    for (let first = key >>> (32 - BITS); ; first = (first + WAYS) & (used.length - 1)) {
      let oldest = first
      for (let way = 0; way < WAYS; way++) {
        const place = first ^ way
        if (this.key[place] === key && this.check[place] === check && used[place] !== 0) {
          used[place] = this.sentence
          this.taken = false
          return place
        }
        if (used[place]! < used[oldest]!) oldest = place
      }
      if (used[oldest] !== this.sentence) return this.take(oldest, key, check)
    }
  }

  /** Whether the owner that `placeOf` was last asked for took its place just then. */
  taken = false

  private take(place: number, key: number, check: number): number {
    this.key[place] = key
    this.check[place] = check
    this.used[place] = this.sentence
    this.made[place] = 0
    this.taken = true
    return place
  }

  /** Where the sum of an owner in a role begins. */
  at(place: number, role: number): number {
    return (place * this.roles + role) * this.cells
  }

  /** Whether an owner has no sum in a role yet; it must be made then. */
  lacks(place: number, role: number): boolean {
    const bit = 1 << role
    if ((this.made[place]! & bit) !== 0) return false
    this.made[place]! |= bit
    return true
  }

  /** Where the sum number `n` of those that stay begins. */
  fixedAt(n: number): number {
    return ((this.roles << BITS) + n) * this.cells
  }
}

/** Writes the sum of `base` and of `count` sums, which begin at `places`; eight cells at a time, so that they stay near the processor. */
export function sumUp(out: Int32Array, base: Int32Array, sums: Int32Array, places: Int32Array, count: number): void {
  for (let cell = 0; cell < out.length; cell += 8) {
    let a = base[cell]!
    let b = base[cell + 1]!
    let c = base[cell + 2]!
    let d = base[cell + 3]!
    let e = base[cell + 4]!
    let f = base[cell + 5]!
    let g = base[cell + 6]!
    let h = base[cell + 7]!
    for (let p = 0; p < count; p++) {
      const at = places[p]! + cell
      a = (a + sums[at]!) | 0
      b = (b + sums[at + 1]!) | 0
      c = (c + sums[at + 2]!) | 0
      d = (d + sums[at + 3]!) | 0
      e = (e + sums[at + 4]!) | 0
      f = (f + sums[at + 5]!) | 0
      g = (g + sums[at + 6]!) | 0
      h = (h + sums[at + 7]!) | 0
    }
    out[cell] = a
    out[cell + 1] = b
    out[cell + 2] = c
    out[cell + 3] = d
    out[cell + 4] = e
    out[cell + 5] = f
    out[cell + 6] = g
    out[cell + 7] = h
  }
}
