import type { Event, Fact } from '../../document/layers.js'
import type { Evidence } from './evidence.js'
import { statusInWords } from './words.js'

/** One claim for each event: who does what to whom, when and where. */
export function eventFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.event.map((event) => eventFact(evidence, event))
}

function eventFact(evidence: Evidence, event: Event): Fact {
  const subject = evidence.reference(event.subject)
  const object = evidence.reference(event.object)
  const place = evidence.reference(event.place)
  const date = event.time === null ? evidence.date(event.trigger) : evidence.doc.layers.date[event.time]!
  const chain = evidence.chain(event.trigger)
  const certainty = evidence.status(event.trigger)
  const what = [subject?.text, event.predicate, object?.text].filter(Boolean).join(' ')
  return {
    kind: 'event',
    summary: `${what}${place ? ` in ${place.text}` : ''}${evidence.when(date)}${statusInWords(certainty.status, certainty.polarity)}${evidence.source(chain)}`,
    subject,
    predicate: event.predicate,
    object,
    figure: null,
    time: evidence.time(date),
    place,
    entities: evidence.entities(event.subject, event.object, ...event.participants, event.place),
    ...certainty,
    attribution: chain,
    confidence: subject === null ? 0.5 : date === null ? 0.65 : 0.75,
    rule: event.rule,
    trigger: event.trigger,
    citations: [{ start: event.start, end: event.end }],
  }
}
