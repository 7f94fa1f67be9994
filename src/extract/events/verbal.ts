import type { Event } from '../../document/layers.js'
import { isEventNoun, isLight } from '../../lang/en/event-words.js'
import { nounPhrase, spanOf, subjectOf, type TokenRange } from '../quotes/phrase.js'
import { clauseTokens } from './clause.js'
import { dateIn, othersIn, participant, placeIn, type Article } from './setting.js'

/** The event that a verb states: it needs somebody named who acts or is acted on, or a time. */
export function verbalEvent(doc: Article, verb: number, sentence: TokenRange): Event | null {
  const { grammar } = doc.layers
  const subjectHead = subjectOf(doc, verb)
  const passive = grammar.children(verb).find((child) => grammar.relation(child) === 'nsubj:pass')
  const objectHead = passive ?? grammar.children(verb).find((child) => child > verb && grammar.relation(child) === 'obj')
  const light = objectHead !== undefined && passive === undefined && isLight(grammar.lemma(verb)) && isEventNoun(grammar.lemma(objectHead))
  const trigger = spanOf(doc, light ? { first: objectHead, end: objectHead + 1 } : { first: verb, end: verb + 1 })
  const clause = clauseTokens(doc, verb, sentence)
  const span = spanOf(doc, clause)
  const subject = subjectHead === null ? null : participant(doc, subjectHead, nounPhrase(doc, subjectHead))
  const object = objectHead === undefined || light ? null : participant(doc, objectHead, nounPhrase(doc, objectHead))
  const time = dateIn(doc, span, trigger)
  if ((subject === null && passive === undefined) || (subject?.entity ?? object?.entity ?? time) === null) return null
  if (subject === null && object === null) return null
  const place = placeIn(doc, span)
  return {
    ...span,
    predicate: light ? grammar.lemma(objectHead) : grammar.lemma(verb),
    trigger,
    subject,
    object,
    participants: othersIn(doc, span, [subject, object, place]),
    time,
    place,
    rule: light ? 'en.event.light-verb' : 'en.event.verb',
  }
}
