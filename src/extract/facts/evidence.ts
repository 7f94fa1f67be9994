import { isUnnamed } from '../../lang/en/pronouns.js'
import type { Document } from '../../document/document.js'
import { mentionOf, mentionsIn } from '../../document/entities.js'
import type { AttributionLink, Fact, LayerName, Participant, Quote, Status } from '../../document/layers.js'
import { Enclosing, statements } from '../../document/quotes.js'
import { firstEndingAfter, within, type Span } from '../../document/span.js'
import { MOST_LINKS } from '../bounds.js'
import { placeOf } from '../events/setting.js'
import { isCalendar, Times } from '../events/times.js'
import type { Told } from './statement.js'
import { governing, isRange, type Governing } from './time.js'
import { Wording } from './wording.js'
import { sources } from './sources.js'
import { oneLine } from './words.js'

/** What the facts stage reads. */
export type Read = Document<Exclude<LayerName, 'fact'>>

/** Characters between the two ends of a range of time: `from Monday to Thursday`. */
const RANGE = 24

/** Answers about one article what every kind of fact asks: who says it, how surely, when, where. Built once for a text. */
export class Evidence {
  private readonly enclosing: Enclosing
  readonly times: Times
  /** What verbs' clauses say, once asked: an event and its figures share it. */
  readonly told = new Map<number, Told>()
  /** Calendar dates by their first token. */
  private readonly startsAt = new Map<number, number>()
  readonly wording: Wording

  constructor(readonly doc: Read) {
    this.enclosing = new Enclosing(statements(doc.layers.quote))
    this.times = new Times(doc)
    doc.layers.date.forEach((date, index) => {
      if (isCalendar(date)) this.startsAt.set(doc.layers.token.at(date.start), index)
    })
    this.wording = new Wording(doc)
  }

  /** Who says what stands there, innermost first; `direct`: only in words between quotation marks. */
  chain(trigger: Span, direct = false): readonly AttributionLink[] {
    return this.enclosing.chain(trigger, direct).slice(0, MOST_LINKS)
  }

  /** The innermost of what somebody is told to say that holds a span; null where nothing does. */
  quoteOf(span: Span): Quote | null {
    return this.enclosing.of(span)[0] ?? null
  }

  /** Who says a word between quotation marks; null where nobody known does. */
  speakerOf(word: number): number | null {
    const { token } = this.doc.layers
    return this.enclosing.of({ start: token.start[word]!, end: token.end[word]! }).find(({ direct }) => direct)?.speaker?.entity ?? null
  }

  /** The token after the words between quotation marks that hold a word; past the text where none do. */
  endOfWords(word: number): number {
    const { token } = this.doc.layers
    const span = { start: token.start[word]!, end: token.end[word]! }
    const quote = this.enclosing.of(span).find(({ direct }) => direct)
    if (quote === undefined) return token.count
    const piece = quote.segments.find((segment) => within(span, segment)) ?? quote
    return token.range(piece).end
  }

  status(trigger: Span): Pick<Fact, 'status' | 'polarity' | 'statusCues'> {
    const { status } = this.doc.layers
    const at: Status | undefined = status[firstEndingAfter(status, trigger.start)]
    if (!at || at.start > trigger.start) return { status: 'asserted', polarity: 'affirmed', statusCues: [] }
    return { status: at.status, polarity: at.polarity, statusCues: at.cues }
  }

  /** The sentence that holds the first character of a span. */
  sentence(span: Span): Span {
    const { sentence } = this.doc.layers
    return sentence[Math.min(firstEndingAfter(sentence, span.start), sentence.length - 1)]!
  }

  /** The time that governs the word of a claim: the date that follows its phrase at once, else by its phrase and clause. */
  timeOf(word: number, end = -1): Governing | null {
    const { token } = this.doc.layers
    const next =
      end < 0
        ? undefined
        : (this.startsAt.get(end) ?? (this.doc.layers.grammar.upos(end) === 'ADP' ? this.startsAt.get(end + 1) : undefined))
    const known = next === undefined ? this.times.ofWord(word) : [next]
    const indexes = this.saidWith({ start: token.start[word]!, end: token.end[word]! }, known)
    return indexes.length === 0 ? null : this.governing(nearestFirst(this.doc, indexes, word))
  }

  /** The dates that stand in the same quotation: when something was said is not when it happened. */
  saidWith(trigger: Span, indexes: readonly number[]): readonly number[] {
    const quote = indexes.length === 0 ? undefined : this.enclosing.of(trigger)[0]
    if (quote === undefined || this.doc.text.startsWith('to ', quote.start)) return indexes
    return indexes.filter((index) => within(this.doc.layers.date[index]!, quote))
  }

  /** The other dates that hang on the same word. */
  others(index: number, word: number): readonly number[] {
    return this.times.ofClause(this.doc.layers.grammar.clause(word)).filter((other) => other > index)
  }

  /** What the first of these dates says, with the second as its other end where they make a range. */
  governing(indexes: readonly number[]): Governing | null {
    const { date, token } = this.doc.layers
    const [first, ...rest] = indexes
    if (first === undefined) return null
    const at = date[first]!
    const earlier = rest.find((index) => index < first && at.start - date[index]!.end < RANGE && isRange(token, date[index]!, at))
    if (earlier !== undefined) return governing(token, date[earlier]!, at)
    const later = rest.find((index) => index > first && date[index]!.start - at.end < RANGE)
    return governing(token, at, later === undefined ? undefined : date[later])
  }

  /** Whether the words of a time are among the tokens told. */
  saysTime(tokens: ReadonlySet<number>, { date }: Governing): boolean {
    return tokens.has(this.doc.layers.token.at(date.start))
  }

  /** The tokens of a span. */
  tokensOf(span: Span): ReadonlySet<number> {
    const { first, end } = this.doc.layers.token.range(span)
    return new Set(Array.from({ length: end - first }, (_, k) => first + k))
  }

  /** From the first to the last of some tokens; null for none. */
  spanOf(tokens: ReadonlySet<number>): Span | null {
    const { token } = this.doc.layers
    let [first, last] = [Infinity, -1]
    for (const i of tokens) [first, last] = [Math.min(first, i), Math.max(last, i)]
    return last < 0 ? null : { start: token.start[first]!, end: token.end[last]! }
  }

  /** The place that a word's clause puts it in, or that hangs on the word itself. */
  place(word: number): Participant | null {
    const { grammar } = this.doc.layers
    const clause = grammar.clause(word)
    const noun = grammar.head(word)
    const objects = [word, noun].filter((i) => i >= 0 && i !== clause)
    return placeOf(this.doc, [clause], objects)
  }

  /** Indexes of all entities named inside the spans, in order of first mention. */
  entities(...spans: readonly (Span | null)[]): number[] {
    const found = new Set<number>()
    for (const span of spans)
      if (span) for (const mention of mentionsIn(this.doc.layers.entity, span)) if (within(mention, span)) found.add(mention.entity)
    return [...found].sort((a, b) => a - b)
  }

  /** A participant as subject or object of a fact: its entity's name, else its own words. */
  reference(participant: Participant | null): { entity: number | null; text: string } | null {
    if (participant === null) return null
    return { entity: participant.entity, text: participant.entity === null ? this.text(participant) : this.name(participant.entity) }
  }

  /** The entity that a phrase is about, where one mention makes up its end (its head). */
  headEntity(span: Span): number | null {
    const last = mentionsIn(this.doc.layers.entity, span).findLast((mention) => within(mention, span))
    return last && last.end === span.end ? last.entity : null
  }

  /** Whether a token is part of the name of a person. */
  isPerson(i: number): boolean {
    const { token, entity } = this.doc.layers
    const mention = i < token.count ? mentionOf(entity, token, i) : null
    return mention !== null && entity.all[mention.entity]!.type === 'PERSON'
  }

  name(entity: number): string {
    return this.doc.layers.entity.all[entity]!.name
  }

  text(span: Span): string {
    return oneLine(this.doc.slice(span))
  }

  /** `, according to X` for what somebody else says, unless the words told name him; '' for what the article itself says. */
  source(chain: readonly AttributionLink[], told: ReadonlySet<number> = new Set()): string {
    const others = chain.filter(({ name, start }) => !told.has(this.doc.layers.token.at(start)) && !isUnnamed(name.toLowerCase()))
    return others.length === 0 ? '' : `, according to ${sources(others).join(', via ')}`
  }
}

/** The smallest span that covers all of the given ones. */
export const cover = (...spans: readonly (Span | null)[]): Span => {
  const known = spans.filter((span) => span !== null)
  return { start: Math.min(...known.map(({ start }) => start)), end: Math.max(...known.map(({ end }) => end)) }
}

/** Dates right after the word first, then the others by distance. */
function nearestFirst({ layers: { date, token } }: Read, indexes: readonly number[], word: number): readonly number[] {
  if (indexes.length < 2) return indexes
  const far = (index: number): number => {
    const distance = token.at(date[index]!.start) - word
    return distance < 0 ? -distance * 2 : distance
  }
  const best = indexes.reduce((a, b) => (far(b) < far(a) ? b : a))
  return [best, ...indexes.filter((index) => index !== best)]
}
