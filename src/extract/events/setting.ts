import type { Document } from '../../document/document.js'
import { mentionOf, mentionsIn } from '../../document/entities.js'
import type { Entity, Mention, Participant } from '../../document/layers.js'
import { TENSED, type Grammar } from '../../document/grammar.js'
import { firstEndingAfter, within, type Span } from '../../document/span.js'
import { isMotion } from '../../lang/en/event-words.js'
import { nounPhraseOf, type TokenRange } from '../../text/tree.js'
import { MOST_PARTICIPANTS } from '../bounds.js'
import { withMark } from '../figures/mark.js'
import { prepositionOf } from './arguments.js'

/** What the events stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote'>

/** Words before a place that put something there. */
const AT = /^(?:in|at|near|on|outside|inside|across|around|throughout)$/

/** The same after a verb of motion, which also leads to a place. */
const TOWARDS = /^(?:in|at|near|on|outside|inside|across|around|throughout|to|into|for)$/

/** Prepositions whose phrase says when, where or how it is done, though the tree hangs it on the object. */
const LOOSE = /^(?:in|on|at|near|during|since|until|by|after|before|with|to|from|along|outside|inside|across|around|throughout)$/

/** The phrase whose head is this token as a participant: its own mention where the head is named, else the words. */
export function participant(doc: Article, head: number): Participant {
  const { token, entity, grammar } = doc.layers
  const phrase = phraseOf(doc, head)
  const heads = [head, ...grammar.children(head).filter((child) => names(doc, child))]
  if (isPlaceName(doc, head)) heads.reverse()
  for (const i of heads) {
    const mention = mentionOf(entity, token, i)
    if (mention && mention.form !== 'nominal' && covers(doc, mention, head, i))
      return { start: mention.start, end: mention.end, entity: mention.entity }
  }
  const end = beforeTime(doc, head, endOf(doc, head, phrase))
  return { start: token.start[withMark(doc, phrase.first)]!, end: token.end[Math.max(head, end - 1)]!, entity: null }
}

/** `Ohio Gov. Peter Lund`: a place that the tree takes for the head gives way to the person behind it. */
function isPlaceName({ layers: { entity, token } }: Article, head: number): boolean {
  const mention = mentionOf(entity, token, head)
  return mention !== null && entity.all[mention.entity]!.type === 'LOCATION'
}

/** The noun phrase of a head, without a clause that the tree hangs on it though its verb has a tense: `A bomb killed four`. */
export function phraseOf({ layers: { grammar } }: Article, head: number): TokenRange {
  const phrase = nounPhraseOf(grammar, head)
  const clause = grammar.children(head).find((child) => child > head && child < phrase.end && isClause(grammar, child))
  return clause === undefined ? phrase : { first: phrase.first, end: Math.max(head + 1, grammar.subtree(clause).first) }
}

const isClause = (grammar: Grammar, i: number): boolean =>
  grammar.relation(i) === 'acl' &&
  (TENSED.test(grammar.xpos(i)) ||
    (grammar.xpos(i) === 'VBN' && grammar.children(i).some((child) => child > i && grammar.relation(child) === 'obj')))

/** Whether a word below the head names it: the rest of a name (`Mr Modi`), or one beside it without a comma (`leader Erna Solberg`). */
function names({ layers: { grammar } }: Article, child: number): boolean {
  const relation = grammar.relation(child)
  return relation === 'flat' || (relation === 'appos' && grammar.upos(grammar.subtree(child).first - 1) !== 'PUNCT')
}

/** A mention names a phrase when it reaches its head, or the name that stands for it; `Russia` in `Russia ministry` does not. */
const covers = ({ layers: { token } }: Article, mention: Mention, head: number, at: number): boolean =>
  at !== head || (mention.start <= token.start[head]! && token.end[head]! <= mention.end)

/** Where a phrase ends before a date that closes it with no preposition: `the Department of Homeland Security Tuesday`. */
function beforeTime({ layers: { token, date, grammar } }: Article, head: number, end: number): number {
  const last = end - 1
  const at = date[firstEndingAfter(date, token.start[last]!)]
  if (at === undefined || at.start > token.start[last]! || at.end > token.end[last]!) return end
  const first = token.at(at.start)
  return first > head && /unmarked$|^flat$/.test(grammar.relation(last)) && grammar.upos(first - 1) !== 'ADP' ? first : end
}

/**
 * Where an object's own words end: before what says when or where; those of `by …` only before what says when (`by a fire in May`). A
 * subject stands before its verb and keeps all.
 */
function endOf(doc: Article, head: number, { end }: TokenRange): number {
  const { grammar, token } = doc.layers
  const relation = grammar.relation(head)
  if (!/^(?:obj|obl|obl:agent)$/.test(relation)) return end
  const loose = grammar
    .children(head)
    .find(
      (child) =>
        child > head &&
        child < end &&
        grammar.children(child).some((one) => grammar.relation(one) === 'case' && LOOSE.test(token.norm(one))) &&
        (relation !== 'obl:agent' || isDate(doc, child)),
    )
  return loose === undefined ? end : Math.min(end, grammar.subtree(loose).first)
}

/** Whether a word belongs to a date. */
function isDate({ layers: { date, token } }: Article, i: number): boolean {
  const at = date[firstEndingAfter(date, token.start[i]!)]
  return at !== undefined && at.start <= token.start[i]!
}

/** Whether anybody or anything with a name stands in these words. */
export function isNamed({ layers: { token, entity } }: Article, { first, end }: TokenRange): boolean {
  const mentions = mentionsIn(entity, { start: token.start[first]!, end: token.end[end - 1]! })
  return mentions.length > 0
}

/** Where it happens: a place that hangs on one of the verbs of a chain, or by mistake of the tree on what they act on. */
export function placeOf(doc: Article, chain: readonly number[], objects: readonly number[]): Participant | null {
  const { grammar } = doc.layers
  for (const head of [...objects, ...chain].reverse()) {
    const moves = isMotion(grammar.lemma(head)) && !objects.includes(head)
    for (const child of grammar.children(head)) {
      if (!/^(?:obl|nmod)$/.test(grammar.relation(child)) || !(moves ? TOWARDS : AT).test(prepositionOf(doc, child))) continue
      const place = placeAt(doc, child)
      if (place) return place
    }
  }
  const goal = isMotion(grammar.lemma(chain.at(-1)!)) ? objects[0] : undefined
  return goal === undefined ? null : placeAt(doc, goal)
}

/** The place that a word names; null where it names none. */
export function placeAt({ layers: { entity, token } }: Article, word: number): Participant | null {
  const mention = mentionOf(entity, token, word)
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

/** Named people, organisations and countries inside the span, but not those given: the first of them. */
export function othersIn(doc: Article, span: Span, except: readonly (Participant | null)[]): Participant[] {
  return mentionsIn(doc.layers.entity, span)
    .filter(
      (mention) =>
        within(mention, span) &&
        mention.form !== 'pronoun' &&
        /^(PERSON|ORGANIZATION|LOCATION)$/.test(doc.layers.entity.all[mention.entity]!.type),
    )
    .filter((mention) => except.every((known) => known === null || mention.end <= known.start || known.end <= mention.start))
    .slice(0, MOST_PARTICIPANTS)
    .map(({ start, end, entity }) => ({ start, end, entity }))
}
