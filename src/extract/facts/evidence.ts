import type { Document } from '../../document/document.js'
import { mentionsIn } from '../../document/entities.js'
import type { AttributionLink, DateMention, Fact, LayerName, Mention, Participant, Status } from '../../document/layers.js'
import { Enclosing } from '../../document/quotes.js'
import { firstEndingAfter, within, type Span } from '../../document/span.js'
import { dateInWords, oneLine } from './words.js'

/** What the facts stage reads. */
export type Read = Document<Exclude<LayerName, 'fact'>>

/** Where a claim's time was found: the mention, and the tokens between it and the trigger. */
const NEAR = 4

/** Answers about one article what every kind of fact asks: who says it, how surely, when, where. Built once for a text. */
export class Evidence {
  private readonly enclosing: Enclosing
  private readonly calendar: readonly DateMention[]

  constructor(readonly doc: Read) {
    this.enclosing = new Enclosing(doc.layers.quote)
    this.calendar = doc.layers.date.filter(
      (date) => (date.type === 'DATE' || date.type === 'TIME') && date.value !== null && date.from !== null,
    )
  }

  /** Innermost first. */
  chain(trigger: Span): readonly AttributionLink[] {
    return this.enclosing.chain(trigger)
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

  /** The calendar date that governs a trigger: one that follows at once, else the nearest in the sentence with fewest verbs between. */
  date(trigger: Span): DateMention | null {
    const { token, grammar } = this.doc.layers
    const sentence = this.sentence(trigger)
    let best: DateMention | null = null
    let least = Infinity
    for (let i = firstEndingAfter(this.calendar, sentence.start); i < this.calendar.length && this.calendar[i]!.start < sentence.end; i++) {
      const date = this.calendar[i]!
      const follows = date.start >= trigger.end
      const [from, to] = follows ? [token.at(trigger.end), token.at(date.start)] : [token.at(date.end), token.at(trigger.start)]
      let verbs = 0
      for (let t = from; t < to; t++) if (grammar.upos(t) === 'VERB') verbs++
      const cost = follows && to - from < NEAR ? to - from - 1000 : verbs * 100 + (to - from) + (follows ? 0 : 1)
      if (cost < least) [best, least] = [date, cost]
    }
    return best
  }

  time(date: DateMention | null): Fact['time'] {
    return date === null || date.value === null ? null : { value: date.value, from: date.from, to: date.to }
  }

  /** The place named after `in`, `at`, `near`… in the trigger's sentence, nearest first. */
  place(trigger: Span): Mention | null {
    const { entity, token } = this.doc.layers
    const at = token.at(trigger.start)
    let best: Mention | null = null
    let least = Infinity
    for (const mention of mentionsIn(entity, this.sentence(trigger))) {
      if (!/^(LOCATION|FACILITY)$/.test(entity.all[mention.entity]!.type) || mention.form !== 'name') continue
      const first = token.at(mention.start)
      const before = token.norm(first - 1) === 'the' ? first - 2 : first - 1
      if (!/^(in|at|near|on|outside|inside|across|around)$/.test(token.norm(before))) continue
      const distance = Math.abs(first - at)
      if (distance < least) [best, least] = [mention, distance]
    }
    return best
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

  name(entity: number): string {
    return this.doc.layers.entity.all[entity]!.name
  }

  text(span: Span): string {
    return oneLine(this.doc.slice(span))
  }

  /** `, according to X` for what somebody else says; '' for what the article itself says. */
  source(chain: readonly AttributionLink[]): string {
    return chain.length === 0 ? '' : `, according to ${chain.map(({ name }) => oneLine(name)).join(', via ')}`
  }

  when(date: DateMention | null): string {
    const words = date === null ? '' : dateInWords(date)
    return words && ` ${words}`
  }
}

/** The smallest span that covers all of the given ones. */
export const cover = (...spans: readonly (Span | null)[]): Span => {
  const known = spans.filter((span) => span !== null)
  return { start: Math.min(...known.map(({ start }) => start)), end: Math.max(...known.map(({ end }) => end)) }
}
