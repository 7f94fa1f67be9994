import { KeptSums } from '../learn/kept-sums.js'
import { addBias, addRows, type Network } from '../learn/network.js'
import { LINK_VALUES, linkFeature, LINKS, linksOf, numberFeature, NUMBERS, numbersOf, VALUES } from './parse-counts.js'
import { TAGS, type ParseInput } from './parse-input.js'
import { READ_ROLES, ROLE_ROOM, ROLES, roleFeatures, rolesOf, tagFeature } from './parse-roles.js'
import { NOTHING, ROOM, ROOT, type ParseState } from './parse-state.js'

/** Numbers are summed two by two; of an odd number the last stays alone. */
const PAIRS = (NUMBERS + 1) >> 1

/** Where the sums of tags in roles, of links and of numbers begin among those that stay, and how many there are. */
const TAG_SUMS = 0
const LINK_SUMS = (ROLES - READ_ROLES) * TAGS
const NUMBER_SUMS = LINK_SUMS + LINKS * LINK_VALUES
const FIXED = NUMBER_SUMS + PAIRS * VALUES * VALUES

/** Most parts of a state. */
export const PARTS = ROLES + LINKS + PAIRS

/**
 * What a state brings to the hidden layer, in parts that come again. The part of a word in a role hangs on the word and its tag alone, in some
 * roles on the tag alone: parts of words are kept while they are needed, parts of tags, numbers and links are all made at the start. What is not
 * there costs nothing: parts of words, tags and links are differences to `base`, which holds what their absence brings and what hidden units
 * start from.
 */
export class RoleSums {
  readonly base: Int32Array
  private readonly kept: KeptSums
  private readonly features = new Int32Array(ROLE_ROOM)
  private readonly roles = new Int32Array(ROLES)
  private readonly links = new Int32Array(LINKS)
  private readonly numbers = new Int32Array(NUMBERS + 1)
  /** What each role brings when nobody fills it. */
  private readonly absent: Int32Array
  /** For each place of the sentence that of its word and tag among those that are kept. */
  private readonly owner = new Int32Array(ROOM)

  constructor(
    private readonly network: Network,
    private readonly input: ParseInput,
  ) {
    const cells = network.hidden >> 1
    this.kept = new KeptSums(cells, READ_ROLES, FIXED)
    this.absent = new Int32Array(ROLES * cells)
    this.base = new Int32Array(cells)
    addBias(network, this.base)
    for (let role = 0; role < ROLES; role++) {
      addRows(network, this.features, roleFeatures(this.features, 0, this.input, role, NOTHING), this.absent, role * cells)
      for (let cell = 0; cell < cells; cell++) this.base[cell]! += this.absent[role * cells + cell]!
    }
    for (let role = READ_ROLES; role < ROLES; role++)
      for (let tag = 0; tag < TAGS; tag++) this.makeInstead(this.absent, role * cells, tagFeature(role, tag), this.tagAt(role, tag))
    for (let child = 0; child < LINKS; child++) this.makeLinks(child)
    for (let pair = 0; pair < PAIRS; pair++) this.makeNumbers(pair)
  }

  /** All parts; `parts` says where. */
  get sums(): Int32Array {
    return this.kept.sums
  }

  /** A sentence stands in the input, its places up to `end`. */
  open(end: number): void {
    const { kept, owner, input } = this
    kept.open()
    for (let at = ROOT; at < end; at++) owner[at] = kept.placeOf(input.both[at]!, input.narrow[at]!)
  }

  /** Writes where in `sums` the parts of a state begin, and returns their number. */
  parts(out: Int32Array, state: ParseState): number {
    const { roles, links, numbers, kept, input } = this
    rolesOf(roles, state)
    linksOf(links, state)
    numbersOf(numbers, state)
    let size = 0
    for (let role = 0; role < READ_ROLES; role++) if (roles[role] !== NOTHING) out[size++] = this.ofWord(role, roles[role]!)
    for (let role = READ_ROLES; role < ROLES; role++) if (roles[role] !== NOTHING) out[size++] = this.tagAt(role, input.tag[roles[role]!]!)
    for (let child = 0; child < LINKS; child++)
      if (links[child] !== 0) out[size++] = kept.fixedAt(LINK_SUMS + child * LINK_VALUES + links[child]!)
    for (let pair = 0; pair < PAIRS; pair++)
      out[size++] = kept.fixedAt(NUMBER_SUMS + (pair * VALUES + numbers[2 * pair]!) * VALUES + numbers[2 * pair + 1]!)
    return size
  }

  /** Where the part of the word at place `at` in a role begins. */
  private ofWord(role: number, at: number): number {
    const { kept, owner, absent, features } = this
    const place = owner[at]!
    const from = kept.at(place, role)
    if (kept.lacks(place, role)) {
      for (let cell = 0; cell < kept.cells; cell++) kept.sums[from + cell] = -absent[role * kept.cells + cell]!
      addRows(this.network, features, roleFeatures(features, 0, this.input, role, at), kept.sums, from)
    }
    return from
  }

  private tagAt(role: number, tag: number): number {
    return this.kept.fixedAt(TAG_SUMS + (role - READ_ROLES) * TAGS + tag)
  }

  private makeLinks(child: number): void {
    const { network, kept, base } = this
    const none = new Int32Array(kept.cells)
    addRows(network, Int32Array.of(linkFeature(child, 0)), 1, none)
    for (let cell = 0; cell < kept.cells; cell++) base[cell]! += none[cell]!
    for (let value = 1; value < LINK_VALUES; value++)
      this.makeInstead(none, 0, linkFeature(child, value), kept.fixedAt(LINK_SUMS + child * LINK_VALUES + value))
  }

  /** Makes the part of a feature where another one would be. */
  private makeInstead(other: Int32Array, at: number, feature: number, from: number): void {
    const { sums, cells } = this.kept
    for (let cell = 0; cell < cells; cell++) sums[from + cell] = -other[at + cell]!
    addRows(this.network, Int32Array.of(feature), 1, sums, from)
  }

  private makeNumbers(pair: number): void {
    const { network, kept } = this
    for (let first = 0; first < VALUES; first++)
      for (let second = 0; second < VALUES; second++) {
        const features = Int32Array.of(numberFeature(2 * pair, first), numberFeature(2 * pair + 1, second))
        const from = kept.fixedAt(NUMBER_SUMS + (pair * VALUES + first) * VALUES + second)
        addRows(network, features, 2 * pair + 1 < NUMBERS ? 2 : 1, kept.sums, from)
      }
  }
}
