import type { Event } from '../../document/layers.js'
import { isEventNoun, isLight } from '../../lang/en/event-words.js'
import type { Grammar } from '../../document/grammar.js'
import { officeKind } from '../../lang/en/offices.js'
import { canSpeak } from '../../lang/en/reporting.js'
import { firstEndingAfter } from '../../document/span.js'
import { nounPhraseOf } from '../../text/tree.js'
import { isTime } from '../../lang/en/calendar.js'
import { spanOf } from '../quotes/phrase.js'
import { argumentsOf, childBy, type Arguments } from './arguments.js'
import { chainOf, clauseTokens, isPurpose } from './clause.js'
import { isNamed, othersIn, participant, placeAt, placeOf, type Article } from './setting.js'
import type { Times } from './times.js'
import { isGeneric, isMute, isOpen, isTold, isVague } from './told.js'

/** The event that a verb states: somebody named takes part, and what, when or where is said. Null where it states none. `cue`: it also reports. */
export function verbalEvent(doc: Article, verb: number, times: Times, cue: boolean): Event | null {
  const { grammar, token, date } = doc.layers
  if (!isTold(doc, verb)) return null
  const parts = argumentsOf(doc, verb)
  const happening = happeningOf(doc, verb, parts)
  const light = happening >= 0
  if (!light && isMute(doc, verb, parts)) return null
  if (!isKnown(doc, parts.agent, verb) || !isKnown(doc, parts.patient, verb)) return null
  if (isVague(doc, parts.agent) || isVague(doc, parts.patient) || obliques(doc, verb).some((head) => isVague(doc, head))) return null
  const chain = chainOf(doc, verb)
  if (!chain.every((one) => one === verb || isOpen(doc, one))) return null
  const dated = times.ofClause(verb)
  const ofNoun = [parts.agent, parts.patient]
    .filter((head) => head >= 0 && isEventNoun(grammar.lemma(head)))
    .flatMap((head) => times.of(head))
  const time = nearest(dated.length > 0 ? dated : ofNoun, (index) => Math.abs(token.at(date[index]!.start) - verb))
  const subject = parts.agent < 0 ? null : participant(doc, parts.agent)
  const partner = !light ? parts.patient : happening === parts.patient && !parts.passive ? partnerOf(doc, verb, happening) : -1
  const object = partner < 0 ? null : participant(doc, partner)
  const place =
    placeOf(
      doc,
      chain,
      [parts.patient, partner].filter((head) => head >= 0),
    ) ?? (light && partner >= 0 ? placeAt(doc, partner) : null)
  if (subject === null && object === null && !light) return null
  if (time === null && isGeneric(doc, chain, verb, parts, place !== null)) return null
  const named = [parts.agent, partner].some((head) => head >= 0 && isNamed(doc, nounPhraseOf(grammar, head)))
  const heads = [parts.agent, parts.patient].filter((head) => head >= 0)
  if (!named && !(time !== null && (place !== null || heads.some((head) => isEventNoun(grammar.lemma(head)) || isSomebody(doc, head)))))
    return null
  if (grammar.relation(verb) === 'acl' && time === null) return null
  if (grammar.relation(chain[0]!) === 'acl:relcl' && time === null && (parts.passive ? object : subject)?.entity == null) return null
  const told = object !== null || time !== null || place !== null || light || childBy(grammar, verb, 'obl') >= 0
  if (chain.length > 1 && isPurpose(doc, verb) && (object?.entity == null || chain.length > 2)) return null
  if (!told || (cue && object?.entity == null && time === null)) return null
  const trigger = light ? happening : verb
  const span = spanOf(doc, extent(doc, clauseTokens(doc, chain[0]!, chain.slice(1)), parts, verb))
  return {
    start: span.start,
    end: span.end,
    predicate: grammar.lemma(trigger),
    trigger: spanOf(doc, { first: trigger, end: trigger + 1 }),
    subject,
    object,
    participants: othersIn(doc, span, [subject, object, place]),
    time,
    place,
    rule: light ? 'en.event.light-verb' : parts.passive ? 'en.event.passive' : 'en.event.verb',
  }
}

/** The noun that a light verb means (`hold talks`, `the talks took place`); -1 where the verb is meant itself. */
function happeningOf({ layers: { grammar, token } }: Article, verb: number, { agent, patient, passive }: Arguments): number {
  const lemma = grammar.lemma(verb)
  const noun = patient >= 0 && (passive ? lemma === 'hold' : patient > verb && isLight(lemma)) ? patient : -1
  if (noun >= 0 && isEventNoun(grammar.lemma(noun))) return noun
  const happens = /^(?:happen|occur)$/.test(lemma) || (lemma === 'take' && patient >= 0 && token.norm(patient) === 'place')
  return happens && agent >= 0 && isEventNoun(grammar.lemma(agent)) ? agent : -1
}

/** What prepositions add to a verb, times left out. */
const obliques = ({ layers: { grammar, date, token } }: Article, verb: number): number[] =>
  grammar
    .children(verb)
    .filter(
      (child) =>
        child > verb &&
        grammar.relation(child) === 'obl' &&
        (date[firstEndingAfter(date, token.start[child]!)]?.start ?? Infinity) > token.start[child]!,
    )

/** `the workers` of `all of the workers`; -1 where a word says of nobody. */
const ofWhom = (grammar: Grammar, head: number): number =>
  grammar.children(head).find((child) => grammar.relation(child) === 'nmod' && child > head && grammar.upos(child) === 'NOUN') ?? -1

/** Whether a noun names people or a body: `the workers`, `most of the villagers`. */
function isSomebody({ layers: { grammar } }: Article, head: number): boolean {
  const of = /^(?:PRON|DET|NUM)$/.test(grammar.upos(head)) ? ofWhom(grammar, head) : -1
  const lemma = grammar.lemma(of < 0 ? head : of)
  return grammar.upos(of < 0 ? head : of) === 'NOUN' && (canSpeak(lemma) || officeKind(lemma) !== undefined)
}

/** Whether a participant can be told without the text before: no pronoun that stands for nobody known. */
function isKnown(doc: Article, head: number, verb: number): boolean {
  const { grammar } = doc.layers
  if (head < 0) return true
  if (!/^(?:PRON|DET)$/.test(grammar.upos(head)) || ofWhom(grammar, head) >= 0) return head !== verb
  return participant(doc, head).entity !== null
}

/** `with Mr Trump` in `hold talks with Mr Trump`, whether it hangs on the verb or its noun. */
function partnerOf({ layers: { grammar, token } }: Article, verb: number, noun: number): number {
  for (const head of [noun, verb])
    for (const child of grammar.children(head))
      if (
        child > verb &&
        /^(?:nmod|obl)$/.test(grammar.relation(child)) &&
        /^(?:with|to|against|on)$/.test(token.norm(childBy(grammar, child, 'case'))) &&
        grammar.upos(child) === 'PROPN' &&
        !isTime(token.norm(child))
      )
        return child
  return -1
}

/** From the first to the last word of the statement, with a subject that stands further up. */
function extent(doc: Article, tokens: readonly number[], { agent, patient }: Arguments, verb: number): { first: number; end: number } {
  const { grammar } = doc.layers
  let first = Math.min(tokens[0]!, verb)
  for (const head of [agent, patient]) if (head >= 0 && head < verb) first = Math.min(first, nounPhraseOf(grammar, head).first)
  return { first, end: Math.max(tokens.at(-1)!, verb) + 1 }
}

/** The candidate that is least far; null where there is none. */
function nearest(candidates: readonly number[], distance: (candidate: number) => number): number | null {
  let best: number | null = null
  for (const candidate of candidates) if (best === null || distance(candidate) < distance(best)) best = candidate
  return best
}
