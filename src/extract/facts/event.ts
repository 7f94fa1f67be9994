import type { Event, Fact } from '../../document/layers.js'
import { confidenceOf, type Form } from './confidence.js'
import { Evidence, type Read } from './evidence.js'
import { statementOf, toldOf, type Statement } from './statement.js'
import type { Fault } from './statement/fault.js'
import { inSummary, statusInWords } from './words.js'

/** One claim for each event that can be told without the text before it: who does what to whom, when and where. What is in question is none, nor what may be somewhere, some time. */
export function eventFacts(evidence: Evidence): Fact[] {
  return evidence.doc.layers.event.flatMap((event) => {
    const statement = event.rule === 'en.event.noun' ? nominal(evidence, event) : statementOf(evidence, verbOf(evidence, event))
    if (statement === null || statement.words.length < 8) return []
    const fact = eventFact(evidence, event, statement)
    return fact.status === 'questioned' || (fact.status === 'possible' && !isPlaced(fact)) ? [] : [fact]
  })
}

/** An event whose clause cannot be told alone, and what keeps it from that. */
export interface Untold {
  readonly event: Event
  readonly fault: Pick<Fault<never>, 'id' | 'means'>
}

/** The events of a text that cannot be told alone, for whoever asks why no fact tells them. */
export function untoldEvents(doc: Read): Untold[] {
  const evidence = new Evidence(doc)
  return doc.layers.event.flatMap((event) => {
    if (event.rule === 'en.event.noun') return []
    const told = toldOf(evidence, verbOf(evidence, event))
    return 'words' in told ? [] : [{ event, fault: told }]
  })
}

/** Whether a fact says to whom, when or where. */
const isPlaced = ({ object, time, place }: Fact): boolean => object?.entity != null || time !== null || place !== null

/** The verb of an event: its trigger, or for a light verb's noun the verb above it. */
function verbOf({ doc }: Evidence, { rule, trigger }: Event): number {
  const at = doc.layers.token.at(trigger.start)
  return rule === 'en.event.light-verb' ? doc.layers.grammar.head(at) : at
}

function eventFact(evidence: Evidence, event: Event, statement: Statement): Fact {
  const { doc } = evidence
  const dated = event.time === null ? [] : [event.time, ...evidence.others(event.time, doc.layers.token.at(event.trigger.start))]
  const governing = evidence.governing(evidence.saidWith(event.trigger, dated))
  const chain = evidence.chain(event.trigger)
  const certainty = event.rule === 'en.event.noun' && isPresupposed(evidence, event) ? PLAIN : evidence.status(event.trigger)
  const untold = evidence.wording.tells(statement.tokens, certainty.statusCues) ? '' : statusInWords(certainty.status, certainty.polarity)
  const when = governing && !evidence.saysTime(statement.tokens, governing) ? ` ${governing.words}` : ''
  const place = evidence.reference(event.place)
  return {
    kind: 'event',
    summary: inSummary(`${statement.words}${when}`, untold, evidence.source(chain, statement.tokens)),
    subject: evidence.reference(event.subject),
    predicate: event.predicate,
    object: evidence.reference(event.object),
    figure: null,
    time: governing?.time ?? null,
    place,
    entities: evidence.entities(event.subject, event.object, ...event.participants, event.place),
    ...certainty,
    attribution: chain,
    confidence: confidenceOf(formOf(event, certainty)),
    rule: event.rule,
    trigger: event.trigger,
    citations: [{ start: event.start, end: event.end }],
  }
}

const PLAIN = { status: 'asserted', polarity: 'affirmed', statusCues: [] } as const

/** A definite event with a year or day of its own is taken as having been: `the Hanoi summit in February 2019`. */
function isPresupposed({ doc }: Evidence, event: Event): boolean {
  const { token, date, grammar } = doc.layers
  const { publishedAt } = doc.context
  const from = event.time === null ? null : date[event.time]!.from
  return (
    from !== null &&
    publishedAt !== null &&
    from < publishedAt.slice(0, from.length) &&
    (/^(?:the|his|her|its|their)$/.test(token.norm(token.at(event.start))) ||
      grammar.children(token.at(event.trigger.start)).some((child) => grammar.relation(child) === 'nmod:poss'))
  )
}

/** The words of a noun's own phrase. */
function nominal(evidence: Evidence, event: Event): Statement | null {
  const { grammar, token } = evidence.doc.layers
  const { first, end } = token.range(event)
  const tokens = Array.from({ length: end - first }, (_, k) => first + k)
  if (tokens.some((i) => grammar.upos(i) === 'VERB' || grammar.upos(i) === 'SCONJ' || /^W|^[();:]/.test(grammar.xpos(i)))) return null
  if (tokens.some((i) => token.norm(i) === ',' && evidence.isPerson(i + 1))) return null
  return { words: evidence.wording.of(tokens).replace(/[,;:]+$/, ''), tokens: new Set(tokens) }
}

/** What an event's confidence is known by: how it is said, and whether it only may be. */
const formOf = ({ rule }: Event, { status }: Pick<Fact, 'status'>): Form =>
  status === 'possible' ? 'event.possible' : (FORMS[rule] ?? 'event.verb')

const FORMS: Readonly<Record<string, Form>> = {
  'en.event.noun': 'event.noun',
  'en.event.light-verb': 'event.light-verb',
  'en.event.passive': 'event.passive',
}
