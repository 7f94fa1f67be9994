import type { Stage } from '../document/document.js'
import type { AttributionLink, Fact, LayerName } from '../document/layers.js'
import { captionsOf } from './facts/captions.js'
import { Evidence, type Read } from './facts/evidence.js'
import { eventFacts } from './facts/event.js'
import { figureFacts } from './facts/figure.js'
import { quoteFacts } from './facts/quote.js'
import { roleFacts } from './facts/role.js'
import { isPronoun } from './facts/speaker.js'

/** Assembles the layers into facts with citations, in text order. The same statement twice is one fact with two citations. */
export const facts: Stage<Exclude<LayerName, 'fact'>, 'fact'> = {
  adds: 'fact',
  run: (doc) => {
    const evidence = new Evidence(doc)
    const measured = figureFacts(evidence)
    const quoted = quoteFacts(evidence)
    const happened = untold(once(eventFacts(evidence)), measured, quoted)
    const captions = captionsOf(doc)
    const all = [...measured, ...quoted, ...roleFacts(evidence), ...happened].filter(
      ({ kind, trigger, attribution }) =>
        !captions.holds(trigger) && (kind === 'quote' || !attribution.some((link) => isNobody(doc, link))),
    )
    return merged(all.sort((a, b) => a.trigger.start - b.trigger.start || a.trigger.end - b.trigger.end))
  },
}

/** A source who is only a pronoun, of nobody known, or whose words begin with a verb that the tree has mixed in: the reader cannot tell whose statement it is. */
function isNobody({ layers: { token, grammar } }: Read, { entity, name, start }: AttributionLink): boolean {
  const first = token.at(start)
  return (
    entity === null &&
    (isPronoun(name) || (/^(?:VERB|AUX)$/.test(grammar.upos(first)) && !/^(?:amod|compound)$/.test(grammar.relation(first))))
  )
}

/** Each statement once, with the citations of all its facts. */
function merged(facts: readonly Fact[]): Fact[] {
  const alike = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = statement(fact)
    const list = alike.get(key)
    if (list) list.push(fact)
    else alike.set(key, [fact])
  }
  return [...alike.values()].map((list) =>
    list.length === 1 ? list[0]! : { ...list[0]!, citations: list.flatMap(({ citations }) => citations) },
  )
}

/** Each clause once: a second event in the same words is a misread part of the first (`put on hold a ruling`). */
function once(happened: readonly Fact[]): Fact[] {
  const told = new Map<string, Fact>()
  for (const fact of happened)
    if (!told.has(`${fact.summary}\u001f${fact.citations[0]!.start}`)) told.set(`${fact.summary}\u001f${fact.citations[0]!.start}`, fact)
  return [...told.values()]
}

/** Events without those that a quotation tells (`Ann Lee denied it`) and the bare ones of a figure: `Prices rose by 3 %` is one fact. */
function untold(happened: readonly Fact[], measured: readonly Fact[], quoted: readonly Fact[]): Fact[] {
  const told = new Set(measured.map(({ summary }) => summary))
  const said = new Set(quoted.map(({ summary }) => summary))
  const named = ({ subject, object }: Fact) => subject?.entity != null || object?.entity != null
  return happened.filter(
    (fact) => !said.has(fact.summary) && (!told.has(fact.summary) || (named(fact) && (fact.time !== null || fact.place !== null))),
  )
}

/** What must be equal for two facts to be the same statement. */
const statement = ({ kind, subject, predicate, object, time, place, status, polarity, attribution, entities, rule }: Fact): string =>
  [
    kind,
    subject?.entity ?? subject?.text.toLowerCase(),
    predicate,
    object?.entity ?? (kind === 'quote' ? object?.text : object?.text.toLowerCase()),
    time?.value,
    place?.entity,
    status,
    polarity,
    ...(kind === 'event' ? [rule, ...entities] : []),
    ...attribution.map(({ name, role }) => `${role}:${name}`),
  ].join('\u001f')
