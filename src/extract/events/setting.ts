import type { Document } from '../../document/document.js'
import { mentionAt, mentionsIn } from '../../document/entities.js'
import type { Entity, Mention, Participant } from '../../document/layers.js'
import { within, type Span } from '../../document/span.js'
import { isMotion } from '../../lang/en/event-words.js'
import type { TokenRange } from '../../text/tree.js'
import { prepositionOf } from './arguments.js'

/** What the events stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote'>

/** Words before a place that put something there. */
const AT = /^(?:in|at|near|on|outside|inside|across|around|throughout)$/

/** The same after a verb of motion, which also leads to a place. */
const TOWARDS = /^(?:in|at|near|on|outside|inside|across|around|throughout|to|into|for)$/

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

/** Whether anybody or anything with a name stands in these words. */
export function isNamed({ layers: { token, entity } }: Article, { first, end }: TokenRange): boolean {
  const mentions = mentionsIn(entity, { start: token.start[first]!, end: token.end[end - 1]! })
  return mentions.length > 0
}

/** Where it happens: a place that hangs on one of the verbs of a chain, or by mistake of the tree on the object. */
export function placeOf(doc: Article, chain: readonly number[], object: number): Participant | null {
  const { grammar, entity, token } = doc.layers
  const verb = chain.at(-1)!
  for (const head of object < 0 ? [...chain].reverse() : [...chain, object].reverse()) {
    const moves = head !== object && isMotion(grammar.lemma(head))
    for (const child of grammar.children(head)) {
      if (!/^(?:obl|nmod)$/.test(grammar.relation(child)) || !(moves ? TOWARDS : AT).test(prepositionOf(doc, child))) continue
      const mention = mentionAt(entity, { start: token.start[child]!, end: token.end[child]! })
      if (mention && isPlace(entity.all[mention.entity]!)) return { start: mention.start, end: mention.end, entity: mention.entity }
    }
  }
  if (object < 0 || !isMotion(grammar.lemma(verb))) return null
  const mention = mentionAt(entity, { start: token.start[object]!, end: token.end[object]! })
  return mention && isPlace(entity.all[mention.entity]!) ? { start: mention.start, end: mention.end, entity: mention.entity } : null
}

const isPlace = ({ type }: Entity): boolean => type === 'LOCATION' || type === 'FACILITY'

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
