import { random } from './hash.js'
import { GrowingRows, KEEP, KEEP_SQUARES } from './growing-rows.js'
import { checkOf, emptyNetwork, MOST, type Network } from './network.js'
import { FILL, placesOf, slotOf } from './places.js'
import { LIMIT, rounded, type Row } from './quantise.js'
import { tableOf } from './table.js'

/** Numbers that shape a training. */
export interface Shape {
  readonly hidden: number
  readonly labels: number
  /** Labels, the first ones, that features of the second kind speak for directly. */
  readonly direct: number
  /** Sightings of a feature before it gets its row. */
  readonly least: number
  /** Share of hidden units that is left out of each decision, of features, and of features of the second kind, so that none relies on another. */
  readonly dropout: number
  readonly featureDropout: number
  readonly directDropout: number
  readonly seed: number
}

/** Weights begin at random up to these, and hidden units a little above the threshold, so that none is dead and no two are alike. */
const ROW_LIMIT = 0.05
const OUTPUT_LIMIT = 0.18
const BIAS = 0.1

/** Slopes that move nothing, and what keeps labels that fit, however unlikely, from a share of 0. */
const NEGLIGIBLE = 1e-5
const LEAST_SHARE = 1e-12

/** Features of the second kind come in dozens, so each takes smaller steps. */
const DIRECT_RATE = 0.4

/**
 * A `Network` in training. A decision is `open` with its features, `score` of labels, `lean` on them, `close`; after some decisions
 * comes a `step`. Gradients are those of what the caller makes of the scores; the rate is the caller's too. Same calls, same weights.
 */
export class NetworkTraining {
  private readonly features: GrowingRows
  private readonly directs: GrowingRows
  /** A row of weights for each label, a row of what hidden units start from, a row of what labels start from. */
  private readonly outputs: GrowingRows
  private readonly bias: GrowingRows
  private readonly starts: GrowingRows
  private readonly rows = new Int32Array(MOST)
  private count = 0
  private readonly directRows = new Int32Array(MOST)
  private directCount = 0
  /** Hidden units after the threshold, and the slopes of the loss by hidden unit and by label. */
  private readonly value: Float32Array
  private readonly slope: Float32Array
  private readonly labelSlope: Float32Array
  private readonly directSlope: Float32Array
  private readonly next: () => number
  private steps = 0

  constructor(private readonly shape: Shape) {
    const { hidden, labels, direct, least, seed } = shape
    this.next = random(seed)
    const within = (limit: number) => (): number => (2 * this.next() - 1) * limit
    this.features = new GrowingRows(hidden, least, within(ROW_LIMIT))
    this.directs = new GrowingRows(direct, least, () => 0)
    this.outputs = new GrowingRows(hidden, 1, within(OUTPUT_LIMIT))
    this.bias = new GrowingRows(hidden, 1, () => BIAS)
    this.starts = new GrowingRows(labels, 1, () => 0)
    for (let l = 0; l < labels; l++) this.outputs.add(l)
    this.bias.add(0)
    this.starts.add(0)
    this.value = new Float32Array(hidden)
    this.slope = new Float32Array(hidden)
    this.labelSlope = new Float32Array(labels)
    this.directSlope = new Float32Array(direct)
  }

  /** The hidden layer of the features `[0, count)`, and the `combined` ones of the second kind. */
  open(features: Int32Array, count: number, combined: Int32Array, combinedCount: number): void {
    const { rows, directRows, value } = this
    const { hidden, dropout, featureDropout, directDropout } = this.shape
    this.directCount = 0
    for (let f = 0; f < combinedCount; f++) {
      const row = this.directs.see(combined[f]!)
      if (row >= 0 && this.next() >= directDropout) directRows[this.directCount++] = row
    }
    this.count = 0
    for (let f = 0; f < count; f++) {
      const row = this.features.see(features[f]!)
      if (row >= 0 && this.next() >= featureDropout) rows[this.count++] = row
    }
    const { weight } = this.features
    value.set(this.bias.weight.subarray(0, hidden))
    for (let r = 0; r < this.count; r++) {
      const from = rows[r]! * hidden
      for (let j = 0; j < hidden; j++) value[j]! += weight[from + j]! / (1 - featureDropout)
    }
    for (let j = 0; j < hidden; j++) value[j] = value[j]! > 0 && this.next() >= dropout ? value[j]! / (1 - dropout) : 0
    this.slope.fill(0)
    this.labelSlope.fill(0)
  }

  /** The scores of the labels `[from, to)`, in the cells of the same numbers. */
  score(from: number, to: number, scores: Float64Array): void {
    for (let l = from; l < to; l++) scores[l] = this.scoreOf(l)
    const { direct, directDropout } = this.shape
    const { weight } = this.directs
    for (let r = 0; r < this.directCount; r++) {
      const row = this.directRows[r]! * direct
      for (let l = from; l < to && l < direct; l++) scores[l]! += weight[row + l]! / (1 - directDropout)
    }
  }

  /** The score of a label that no feature speaks for directly. */
  scoreOf(label: number): number {
    const { value, outputs } = this
    const { hidden } = this.shape
    const from = label * hidden
    let sum = this.starts.weight[label]!
    for (let j = 0; j < hidden; j++) sum += value[j]! * outputs.weight[from + j]!
    return sum
  }

  /** `slope` is how much the loss grows with the score of the label. */
  lean(label: number, slope: number): void {
    const { value, outputs } = this
    const { hidden } = this.shape
    const from = label * hidden
    for (let j = 0; j < hidden; j++) this.slope[j]! += slope * outputs.weight[from + j]!
    outputs.collect(label, value, slope)
    this.labelSlope[label]! += slope
  }

  /** Raises those of some labels that fit and lowers the others: the log loss of the softmax over their `scores`, which stand in the cells of their numbers. */
  teach(labels: readonly number[], scores: Float64Array, fits: readonly number[]): void {
    let high = -Infinity
    for (const label of labels) high = Math.max(high, scores[label]!)
    let all = 0
    for (const label of labels) all += Math.exp(scores[label]! - high)
    let good = LEAST_SHARE
    for (const label of fits) good += Math.exp(scores[label]! - high)
    for (const label of labels) {
      const size = Math.exp(scores[label]! - high)
      const slope = size / all - (fits.includes(label) ? size / good : 0)
      if (Math.abs(slope) > NEGLIGIBLE) this.lean(label, slope)
    }
  }

  /** Lets the features collect what the labels leant on. */
  close(): void {
    const { value, slope, labelSlope, directSlope, rows } = this
    const { hidden, direct, dropout, featureDropout, directDropout } = this.shape
    directSlope.set(labelSlope.subarray(0, direct))
    for (let r = 0; r < this.directCount; r++) this.directs.collect(this.directRows[r]!, directSlope, 1 / (1 - directDropout))
    for (let j = 0; j < hidden; j++) slope[j] = value[j]! > 0 ? slope[j]! / (1 - dropout) : 0
    for (let r = 0; r < this.count; r++) this.features.collect(rows[r]!, slope, 1 / (1 - featureDropout))
    this.bias.collect(0, slope, 1)
    this.starts.collect(0, labelSlope, 1)
  }

  /** Moves all weights that were leant on since the last step. */
  step(rate: number): void {
    this.steps++
    // Adam's first steps are corrected for what it cannot remember yet
    const size = (rate * Math.sqrt(1 - KEEP_SQUARES ** this.steps)) / (1 - KEEP ** this.steps)
    for (const rows of [this.features, this.outputs, this.bias, this.starts]) rows.step(size)
    this.directs.step(size * DIRECT_RATE)
  }

  /** The network, its rows rounded to a byte: those that weigh most, as many as `2 ** bits` and `2 ** directBits` slots hold. */
  network(bits: number, directBits: number): Network {
    const { hidden, labels } = this.shape
    const { weight } = this.features
    const kept = heaviest(this.features, bits).map(({ key, row }) => ({ key, from: row * hidden }))
    const combined = this.combinedRows(directBits)
    const unit = LIMIT / combined.reduce((most, { values }) => values.reduce((a, b) => Math.max(a, Math.abs(b)), most), 1e-6)
    const network = { ...emptyNetwork(bits, hidden, labels, 8), direct: tableOf(combined, directBits, unit) }
    network.unit[0] = 1 / unit
    const places = placesOf(
      kept.map(({ key }) => key),
      bits,
    )
    network.shifts.set(places.shifts)
    const largest = largestWeight(weight, kept, hidden)
    const scale = LIMIT / largest
    const bytes = new Uint8Array(network.rows.buffer).fill(128)
    for (const { key, from } of kept) {
      const slot = slotOf(key, network)
      network.checks[slot] = checkOf(key)
      for (let j = 0; j < hidden; j++) bytes[slot * hidden + j] = rounded(weight[from + j]!, scale) + 128
    }
    for (let j = 0; j < hidden; j++) network.bias[j] = this.bias.weight[j]! * scale
    for (let p = 0; p < network.outputs.length; p++) network.outputs[p] = this.outputs.weight[p]! / scale
    network.starts.set(this.starts.weight.subarray(0, labels))
    return network
  }

  private combinedRows(bits: number): Row[] {
    const { weight, width } = this.directs
    return heaviest(this.directs, bits).map(({ key, row }) => ({
      key,
      values: Float64Array.from(weight.subarray(row * width, (row + 1) * width)),
    }))
  }
}

/** The rows that weigh most in all decisions, as many as `2 ** bits` slots hold; of equals the smaller key. */
function heaviest(rows: GrowingRows, bits: number): { readonly key: number; readonly row: number }[] {
  return rows
    .inOrder()
    .map(({ key, row }) => ({ key, row, burden: rows.burdenOf(row) }))
    .sort((a, b) => b.burden - a.burden || a.key - b.key)
    .slice(0, Math.floor(FILL * 2 ** bits))
}

/** The largest weight of some rows: the rows of tags and counts, few and in every sum, have them, so none is cut off. */
function largestWeight(weight: Float32Array, rows: readonly { readonly from: number }[], hidden: number): number {
  let largest = 0
  for (const { from } of rows) for (let j = 0; j < hidden; j++) largest = Math.max(largest, Math.abs(weight[from + j]!))
  return largest || 1
}
