/**
 * Places for keys without probing (hash and displace: Belazzougui, Botelho and Dietzfelbinger 2009): the upper bits of a 32-bit key name
 * a cell of `shifts`, and the number there leads to the only slot of `2 ** bits` where the key can be.
 */
export interface Places {
  readonly bits: number
  readonly shifts: Uint16Array
}

/** Share of the slots that is filled at most. */
export const FILL = 0.94

/** Displacements that are tried. */
const TRIES = 65536

/** The lowest byte of the key of each slot: small enough for the near caches, it turns away nearly all keys that have no slot. */
export const emptyMarks = (bits: number): Uint8Array => new Uint8Array(new SharedArrayBuffer(1 << bits))

/** Cells to `2 ** bits` slots: one to four slots, on shared memory. */
export const emptyShifts = (bits: number): Uint16Array => new Uint16Array(new SharedArrayBuffer(2 << (bits - 2)))

/** The slot of a key; hot loops repeat it in place. */
export const slotOf = (key: number, { bits, shifts }: Places): number => slotUnder(key, shifts[key >>> (34 - bits)]!, bits)

const slotUnder = (key: number, shift: number, bits: number): number =>
  Math.imul(key ^ Math.imul(shift + 1, 0x2c1b3c6d), 0x297a2d39) >>> (32 - bits)

/** Finds a slot of its own for every key; the keys are distinct, and `FILL` of the slots at most. */
export function placesOf(keys: readonly number[], bits: number): Places {
  const shifts = emptyShifts(bits)
  const cells: number[][] = Array.from(shifts, () => [])
  for (const key of keys) cells[key >>> (34 - bits)]!.push(key)
  const order = cells.map((_, cell) => cell).sort((a, b) => cells[b]!.length - cells[a]!.length || a - b)
  const taken = new Uint8Array(2 ** bits)
  for (const cell of order) {
    const members = cells[cell]!
    if (members.length > 0) shifts[cell] = freeShift(members, bits, taken)
  }
  return { bits, shifts }
}

/** A displacement under which the members of a cell fall on free slots, each on its own; takes these slots. */
function freeShift(members: readonly number[], bits: number, taken: Uint8Array): number {
  for (let shift = 0; shift < TRIES; shift++) {
    const slots = members.map((key) => slotUnder(key, shift, bits))
    if (!slots.every((slot, i) => taken[slot] === 0 && slots.indexOf(slot) === i)) continue
    for (const slot of slots) taken[slot] = 1
    return shift
  }
  throw new RangeError(`no room is left: too many keys for 2^${bits} slots`)
}
