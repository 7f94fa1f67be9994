import type { Event } from '../../document/layers.js'
import { nounPhrase, spanOf, type TokenRange } from '../quotes/phrase.js'
import { dateIn, othersIn, placeIn, type Article } from './setting.js'

/** The event that a noun names, where the phrase itself says when or where: `the Hanoi summit in February`. */
export function nominalEvent(doc: Article, noun: number, { first, end }: TokenRange): Event | null {
  const { grammar } = doc.layers
  const phrase = nounPhrase(doc, noun)
  const range = { first: Math.max(phrase.first, first), end: Math.min(phrase.end, end) }
  const span = spanOf(doc, range)
  const trigger = spanOf(doc, { first: noun, end: noun + 1 })
  const time = dateIn(doc, span, trigger)
  const place = placeIn(doc, span)
  if (time === null && place === null) return null
  const others = othersIn(doc, span, [place])
  if (others.length === 0 && time === null) return null
  return {
    ...span,
    predicate: grammar.lemma(noun),
    trigger,
    subject: others[0] ?? null,
    object: null,
    participants: others.slice(1),
    time,
    place,
    rule: 'en.event.noun',
  }
}
