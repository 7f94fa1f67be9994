import type { Document } from '../../document/document.js'
import { mentionsIn } from '../../document/entities.js'
import type { Mention, Participant } from '../../document/layers.js'
import { firstEndingAfter, within, type Span } from '../../document/span.js'
import type { TokenRange } from '../quotes/phrase.js'

/** What the events stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote'>

/** Words before a place that put something there. */
const AT = /^(in|at|near|on|outside|inside|across|around|to|into|from|towards?|through)$/

/** The phrase whose head is this token as a participant: its own mention where the head is named, else the words. */
export function participant(doc: Article, head: number, phrase: TokenRange): Participant {
  const { token, entity } = doc.layers
  const span = { start: token.start[phrase.first]!, end: token.end[phrase.end - 1]! }
  const headSpan = { start: token.start[head]!, end: token.end[head]! }
  const inside = mentionsIn(entity, span).filter((mention) => within(mention, span))
  const own =
    inside.find((mention) => within(headSpan, mention)) ?? inside.findLast((mention) => isPerson(doc, mention) && mention.end === span.end)
  return own ? { start: own.start, end: own.end, entity: own.entity } : { ...span, entity: null }
}

const isPerson = (doc: Article, mention: Mention): boolean => doc.layers.entity.all[mention.entity]!.type === 'PERSON'

/** Index of the calendar date inside the span, the one nearest to the trigger; null where there is none. */
export function dateIn(doc: Article, span: Span, trigger: Span): number | null {
  const { date } = doc.layers
  let best: number | null = null
  let least = Infinity
  for (let i = firstEndingAfter(date, span.start); i < date.length && date[i]!.end <= span.end; i++) {
    if (date[i]!.start < span.start || date[i]!.from === null || !/^(DATE|TIME)$/.test(date[i]!.type)) continue
    const distance = Math.min(Math.abs(date[i]!.start - trigger.end), Math.abs(trigger.start - date[i]!.end))
    if (distance < least) [best, least] = [i, distance]
  }
  return best
}

/** The place inside the span that a preposition puts the event in. */
export function placeIn(doc: Article, span: Span): Participant | null {
  const { token, entity } = doc.layers
  for (const mention of mentionsIn(entity, span)) {
    if (!within(mention, span) || mention.form !== 'name' || !/^(LOCATION|FACILITY)$/.test(entity.all[mention.entity]!.type)) continue
    const first = token.at(mention.start)
    const before = /^(the|a|an)$/.test(token.norm(first - 1)) ? first - 2 : first - 1
    if (AT.test(token.norm(before))) return { start: mention.start, end: mention.end, entity: mention.entity }
  }
  return null
}

/** Named people, organisations and countries inside the span, but not those given. */
export function othersIn(doc: Article, span: Span, except: readonly (Participant | null)[]): Participant[] {
  return mentionsIn(doc.layers.entity, span)
    .filter(
      (mention) =>
        within(mention, span) &&
        mention.form !== 'pronoun' &&
        /^(PERSON|ORGANIZATION|LOCATION)$/.test(doc.layers.entity.all[mention.entity]!.type),
    )
    .filter((mention) => except.every((known) => known === null || mention.end <= known.start || known.end <= mention.start))
    .map(({ start, end, entity }) => ({ start, end, entity }))
}
