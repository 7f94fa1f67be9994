import { addBias, addRows, type Network } from '../learn/network.js'
import { LINK_VALUES, linkFeature, LINKS, linksOf, numberFeature, NUMBERS, numbersOf, VALUES } from './parse-counts.js'
import type { ParseInput } from './parse-input.js'
import { ROLE_ROOM, ROLES, roleFeatures, rolesOf } from './parse-roles.js'
import { NOTHING, type ParseState } from './parse-state.js'

/** Words with a tag that are kept, as a power of two: most come again soon. */
const BITS = 10

/** Numbers are summed two by two; of an odd number the last stays alone. */
const PAIRS = (NUMBERS + 1) >> 1

/** Where the sums of links and of numbers begin, counted in sums. */
const LINK_SUMS = ROLES << BITS
const NUMBER_SUMS = LINK_SUMS + LINKS * LINK_VALUES

/** Most parts of a state. */
export const PARTS = ROLES + LINKS + PAIRS

/**
 * What a state brings to the hidden layer, in parts that come again. The part of a word in a role hangs on the word and its tag alone:
 * it is kept, in a place for each word and tag that the next one with the same place takes over. Parts of numbers and links are all made at
 * the start. What is not there costs nothing: parts of words and links are differences to `base`, which holds what their absence brings and what
 * hidden units start from.
 */
export class RoleSums {
  /** Cells of a sum. */
  private readonly cells: number
  /** Who has each place, and in which roles it is summed, a bit for each. */
  private readonly both = new Int32Array(1 << BITS)
  private readonly narrow = new Int32Array(1 << BITS)
  private readonly known = new Int32Array(1 << BITS)
  private readonly features = new Int32Array(ROLE_ROOM)
  private readonly roles = new Int32Array(ROLES)
  private readonly links = new Int32Array(LINKS)
  private readonly numbers = new Int32Array(NUMBERS + 1)
  /** What each role brings when nobody fills it. */
  private readonly absent: Int32Array
  readonly base: Int32Array
  /** All parts; `parts` says where. */
  readonly sums: Int32Array

  constructor(
    private readonly network: Network,
    private readonly input: ParseInput,
  ) {
    const cells = network.hidden >> 1
    this.cells = cells
    this.absent = new Int32Array(ROLES * cells)
    this.base = new Int32Array(cells)
    this.sums = new Int32Array((NUMBER_SUMS + PAIRS * VALUES * VALUES) * cells)
    addBias(network, this.base)
    for (let role = 0; role < ROLES; role++) {
      this.addRole(role, NOTHING, this.absent, role * cells)
      this.addRole(role, NOTHING, this.base, 0)
    }
    for (let child = 0; child < LINKS; child++) this.makeLinks(child)
    for (let pair = 0; pair < PAIRS; pair++) this.makeNumbers(pair)
  }

  /** Writes where in `sums` the parts of a state begin, and returns their number. */
  parts(out: Int32Array, state: ParseState): number {
    const { roles, links, numbers, cells } = this
    rolesOf(roles, state)
    linksOf(links, state)
    numbersOf(numbers, state)
    let size = 0
    for (let role = 0; role < ROLES; role++) if (roles[role] !== NOTHING) out[size++] = this.ofRole(role, roles[role]!)
    for (let child = 0; child < LINKS; child++)
      if (links[child] !== 0) out[size++] = (LINK_SUMS + child * LINK_VALUES + links[child]!) * cells
    for (let pair = 0; pair < PAIRS; pair++)
      out[size++] = (NUMBER_SUMS + (pair * VALUES + numbers[2 * pair]!) * VALUES + numbers[2 * pair + 1]!) * cells
    return size
  }

  /** Where the part of the word at place `at` in a role begins. */
  private ofRole(role: number, at: number): number {
    const { input, cells, sums, absent } = this
    const both = input.both[at]!
    const narrow = input.narrow[at]!
    const place = both >>> (32 - BITS)
    if (this.both[place] !== both || this.narrow[place] !== narrow) {
      this.both[place] = both
      this.narrow[place] = narrow
      this.known[place] = 0
    }
    const from = (place * ROLES + role) * cells
    if (((this.known[place]! >>> role) & 1) === 0) {
      this.known[place]! |= 1 << role
      for (let cell = 0; cell < cells; cell++) sums[from + cell] = -absent[role * cells + cell]!
      this.addRole(role, at, sums, from)
    }
    return from
  }

  private addRole(role: number, at: number, sums: Int32Array, from: number): void {
    addRows(this.network, this.features, roleFeatures(this.features, 0, this.input, role, at), sums, from)
  }

  private makeLinks(child: number): void {
    const { network, cells, sums, base } = this
    const none = new Int32Array(cells)
    addRows(network, Int32Array.of(linkFeature(child, 0)), 1, none)
    for (let cell = 0; cell < cells; cell++) base[cell]! += none[cell]!
    for (let value = 1; value < LINK_VALUES; value++) {
      const from = (LINK_SUMS + child * LINK_VALUES + value) * cells
      for (let cell = 0; cell < cells; cell++) sums[from + cell] = -none[cell]!
      addRows(network, Int32Array.of(linkFeature(child, value)), 1, sums, from)
    }
  }

  private makeNumbers(pair: number): void {
    for (let first = 0; first < VALUES; first++)
      for (let second = 0; second < VALUES; second++) {
        const features = Int32Array.of(numberFeature(2 * pair, first), numberFeature(2 * pair + 1, second))
        const from = (NUMBER_SUMS + (pair * VALUES + first) * VALUES + second) * this.cells
        addRows(this.network, features, 2 * pair + 1 < NUMBERS ? 2 : 1, this.sums, from)
      }
  }
}
