import type { Tokens } from '../document/tokens.js'
import { best } from '../learn/best.js'
import { KeptSums, sumUp } from '../learn/kept-sums.js'
import type { NetworkModel, SparseModel } from '../learn/model.js'
import { activate, active, addBias, addRows, scoreLabels, scoreOf } from '../learn/network.js'
import { Entry, lexiconKey } from './lexicon.js'
import { LONGEST } from './sentences.js'
import { isOpen } from './tag-labels.js'
import { edgeFeature, enter, formOf, historyFeatures, OFFSET, ROLE_ROOM, roleFeatures, ROLES, tagInput } from './tag-roles.js'
import type { Words } from './words.js'

/** How many places beside a sentence roles can fall on, on each side. */
const MARGIN = Math.max(...OFFSET)

/** The place of what is outside the sentence. */
const EDGE = -1

/** Most labels from the lexicon that a word is tried with. */
const TRIED_ROOM = 16

/** Gives tokens their labels, with scratch room of its own and with what it has summed up for the words of earlier sentences. */
export class Tagger {
  readonly labels: readonly string[]
  /** Labels of open classes; they come first. */
  private readonly open: number
  private readonly kept: KeptSums
  private readonly input
  private readonly base: Int32Array
  private readonly sums: Int32Array
  private readonly active
  private readonly scores: Float64Array
  private readonly features = new Int32Array(ROLE_ROOM)
  private readonly parts = new Int32Array(ROLES + 1)
  /** For each token of the sentence the place of its word. */
  private readonly place = new Int32Array(LONGEST + 2 * MARGIN).fill(EDGE)
  /** For each place the only label of the word, -1 where it has several; whether those of open classes are all tried, and which others. */
  private readonly sure: Int16Array
  private readonly anyOpen: Uint8Array
  private readonly tried: Uint8Array
  private readonly triedCount: Uint8Array
  private readonly entry = new Entry()

  constructor(
    private readonly model: NetworkModel,
    private readonly lexicon: SparseModel,
  ) {
    const { network } = model
    const { labels } = model.card
    this.labels = labels
    this.open = labels.filter(isOpen).length
    const cells = network.hidden >> 1
    this.kept = new KeptSums(cells, ROLES, ROLES + (labels.length + 1) ** 2)
    this.input = tagInput(this.kept.places)
    this.base = new Int32Array(cells)
    this.sums = new Int32Array(cells)
    this.active = active(network.hidden)
    this.scores = new Float64Array(labels.length)
    this.sure = new Int16Array(this.kept.places)
    this.anyOpen = new Uint8Array(this.kept.places)
    this.tried = new Uint8Array(this.kept.places * TRIED_ROOM)
    this.triedCount = new Uint8Array(this.kept.places)
    addBias(network, this.base)
    this.makeFixed()
  }

  /** Writes the labels (indexes into `labels`) of the tokens `[first, end)` of one sentence, left to right. */
  tag(token: Tokens, words: Words, first: number, end: number, out: Uint8Array): void {
    const start = this.labels.length
    this.findPlaces(token, words, first, end)
    let before = start
    let before2 = start
    for (let i = first; i < end; i++) {
      const at = i - first + MARGIN
      const sure = this.sure[this.place[at]!]!
      const label = sure < 0 ? this.labelOf(at, before, before2) : sure
      before2 = before
      before = out[i] = label
    }
  }

  private findPlaces(token: Tokens, words: Words, first: number, end: number): void {
    const { kept, place } = this
    kept.open()
    for (let i = first, at = MARGIN; i < end; i++, at++) {
      const found = kept.placeOf(lexiconKey(token, words, i), words.narrow[token.word[i]!]! * 64 + formOf(token, i))
      if (kept.taken) this.settle(found, token, words, i)
      place[at] = found
    }
    place.fill(EDGE, end - first + MARGIN, end - first + 2 * MARGIN)
  }

  /** A word takes a place: what is known of it is written there. */
  private settle(at: number, token: Tokens, words: Words, i: number): void {
    const { entry } = this
    entry.read(this.lexicon.table, token, words, i)
    enter(this.input, at, token, words, i, entry)
    this.sure[at] = entry.sure
    this.anyOpen[at] = entry.closed ? 0 : 1
    let count = 0
    for (let e = 0; e < entry.count && count < TRIED_ROOM; e++)
      if (entry.closed || entry.labels[e]! >= this.open) this.tried[at * TRIED_ROOM + count++] = entry.labels[e]!
    this.triedCount[at] = count
  }

  /** The best label of the token at a place of the sentence: one of an open class, or one that the lexicon has for it. */
  private labelOf(at: number, before: number, before2: number): number {
    const { kept, parts, active } = this
    for (let role = 0; role < ROLES; role++) parts[role] = this.partOf(role, this.place[at + OFFSET[role]!]!)
    parts[ROLES] = this.historyAt(before, before2)
    sumUp(this.sums, this.base, kept.sums, parts, ROLES + 1)
    activate(this.model.network, this.sums, active)
    return this.bestLabel(this.place[at]!)
  }

  private bestLabel(place: number): number {
    const { scores, active, open } = this
    const { network } = this.model
    let label = 0
    let high = -Infinity
    if (this.anyOpen[place]) {
      scoreLabels(network, active, 0, open, scores)
      label = best(scores, open)
      high = scores[label]!
    }
    const from = place * TRIED_ROOM
    for (let t = from; t < from + this.triedCount[place]!; t++) {
      const score = scoreOf(network, active, this.tried[t]!)
      if (score <= high) continue
      high = score
      label = this.tried[t]!
    }
    return label
  }

  /** Where the sum of the word at a place in a role begins. */
  private partOf(role: number, place: number): number {
    const { kept, features } = this
    if (place === EDGE) return kept.fixedAt(role)
    const from = kept.at(place, role)
    if (kept.lacks(place, role)) {
      kept.sums.fill(0, from, from + kept.cells)
      addRows(this.model.network, features, roleFeatures(features, 0, this.input, role, place), kept.sums, from)
    }
    return from
  }

  /** Where the sum of the labels before begins. */
  private historyAt(before: number, before2: number): number {
    return this.kept.fixedAt(ROLES + before * (this.labels.length + 1) + before2)
  }

  private makeFixed(): void {
    const { kept, features, labels } = this
    const { network } = this.model
    for (let role = 0; role < ROLES; role++) {
      features[0] = edgeFeature(role)
      addRows(network, features, 1, kept.sums, kept.fixedAt(role))
    }
    for (let before = 0; before <= labels.length; before++)
      for (let before2 = 0; before2 <= labels.length; before2++)
        addRows(network, features, historyFeatures(features, 0, before, before2), kept.sums, this.historyAt(before, before2))
  }
}
