import { mentionOf } from '../../document/entities.js'
import type { Event } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { isEventNoun, isLight } from '../../lang/en/event-words.js'
import { nounPhraseOf } from '../../text/tree.js'
import { isTime } from '../../lang/en/calendar.js'
import { spanOf } from '../quotes/phrase.js'
import { childBy } from './arguments.js'
import { othersIn, placeIn, type Article } from './setting.js'
import { isAction, type Times } from './times.js'

/** Verbs that only say that it happens: their own event tells of it. */
const HAPPENS = /^(?:take|be|happen|occur|begin|start|end|hold|follow)$/

/** The event that a noun names, where the phrase says when, or between whom: `the Hanoi summit in February`. */
export function nominalEvent(doc: Article, noun: number, times: Times): Event | null {
  const { grammar } = doc.layers
  const relation = grammar.relation(noun)
  const governor = grammar.head(noun)
  if (/^(?:compound|flat|root|nmod:poss)/.test(relation) || childBy(grammar, noun, 'cop') >= 0) return null
  if (/^(?:nsubj|nsubj:pass)$/.test(relation) && HAPPENS.test(grammar.lemma(governor))) return null
  if (relation === 'obj' && isLight(grammar.lemma(governor))) return null
  if (relation === 'nmod' && isEventNoun(grammar.lemma(governor))) return null
  if (!saysWho(doc, noun) || VAGUE.test(grammar.lemma(noun))) return null
  if (grammar.xpos(noun) === 'NNS' && grammar.children(noun).some((child) => /^an?$/.test(doc.layers.token.norm(child)))) return null
  const phrase = nounPhraseOf(grammar, noun)
  const span = withWholeName(doc, spanOf(doc, phrase), phrase.first)
  const inside = times.of(noun).filter((index) => {
    const date = doc.layers.date[index]!
    return span.start <= date.start && date.end <= span.end && !isAnothers(doc, noun, doc.layers.token.at(date.start))
  })
  const place = placeIn(doc, span)
  const others = othersIn(doc, span, [place])
  const time = inside[0] ?? null
  if (others.length + (place ? 1 : 0) === 0 || grammar.upos(phrase.first) === 'ADP') return null
  // `2008's campaign`: the year only says which
  if (time !== null && doc.layers.date[time]!.end <= doc.layers.token.start[noun]! && !saysBetween(doc, noun)) return null
  if (time === null && (relation.startsWith('nsubj') || place === null || others.length < 2)) return null
  return {
    ...span,
    predicate: grammar.lemma(noun),
    trigger: spanOf(doc, { first: noun, end: noun + 1 }),
    subject: others[0] ?? null,
    object: others[1] ?? null,
    participants: others.slice(2),
    time,
    place,
    rule: 'en.event.noun',
  }
}

/** A phrase with all of the name it begins in: the tree may hang `Angela` of `Angela Merkel's visit` elsewhere. */
function withWholeName({ layers: { entity, token } }: Article, span: Span, first: number): Span {
  const mention = mentionOf(entity, token, first)
  return mention?.form === 'name' && mention.start < span.start ? { start: mention.start, end: span.end } : span
}

/** Nouns that name a stretch of what happens, not one event. */
const VAGUE = /^(?:campaign|race|election|career|era|season|war|trial|administration)$/

/** Whether another event stands nearer to a date: `sanctions over the annexation in 2014`. */
function isAnothers({ layers: { grammar } }: Article, noun: number, date: number): boolean {
  for (let i = noun + 1; i < date; i++)
    if (grammar.upos(i) === 'NOUN' && (isEventNoun(grammar.lemma(i)) || isAction(grammar.lemma(i)))) return true
  return false
}

const saysBetween = ({ layers: { grammar, token } }: Article, noun: number): boolean =>
  grammar.children(noun).some((child) => grammar.children(child).some((one) => token.norm(one) === 'between'))

/** Whether a noun says whose it is or between whom: `Kim's visit`, `talks between`, `the launch by`. */
const saysWho = ({ layers: { grammar, token } }: Article, noun: number): boolean =>
  grammar
    .children(noun)
    .some(
      (child) =>
        (grammar.relation(child) === 'nmod:poss' && !isTime(token.norm(child)) && grammar.upos(child) !== 'NUM') ||
        grammar.children(child).some((one) => /^(?:between|by|of)$/.test(token.norm(one))),
    )
