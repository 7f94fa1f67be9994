import { FINITE, type Grammar } from '../../document/grammar.js'
import { canSpeak } from '../../lang/en/reporting.js'
import { isTransitive } from '../../lang/en/event-words.js'
import { subjectOf } from '../../text/tree.js'
import { isTime } from '../../lang/en/calendar.js'
import { isRelativePronoun } from '../../lang/en/pronouns.js'
import { controllerOf, type Parsed } from '../quotes/phrase.js'

/** Who does what to whom: heads of the phrases, -1 where unsaid. */
export interface Arguments {
  readonly agent: number
  readonly patient: number
  readonly passive: boolean
}

/** The dependent of a word by its relation; -1 where there is none. */
export const childBy = (grammar: Grammar, i: number, relation: string): number =>
  grammar.children(i).find((child) => grammar.relation(child) === relation) ?? -1

/** The lower-cased preposition before a phrase's head; '' where there is none. */
export const prepositionOf = ({ layers: { grammar, token } }: Parsed, head: number): string => token.norm(childBy(grammar, head, 'case'))

/** Whether somebody else does it: `was signed`, `be sent`, and the bare participle after a noun (`talks held`); never `had signed`. */
export function isPassive(grammar: Grammar, verb: number): boolean {
  const children = grammar.children(verb)
  const auxiliaries = children.filter((child) => /^aux/.test(grammar.relation(child)))
  if (auxiliaries.length > 0 && auxiliaries.every((child) => grammar.lemma(child) === 'have')) return false
  return (
    children.some((child) => /^(?:aux:pass|nsubj:pass|obl:agent)$/.test(grammar.relation(child))) ||
    (grammar.xpos(verb) === 'VBN' && grammar.relation(verb) === 'acl' && childBy(grammar, verb, 'obj') < 0)
  )
}

/** Whether a predicate has a tense of its own or from its auxiliary: `went`, `has gone`, `is ill`; not `going` or `to go`. */
export const isFinite = ({ layers: { grammar } }: Parsed, head: number): boolean =>
  FINITE.test(grammar.xpos(head)) ||
  grammar.children(head).some((child) => /^(?:aux|cop)/.test(grammar.relation(child)) && FINITE.test(grammar.xpos(child)))

/** Prepositions whose phrase is what the verb is about where it has no object: `met with`, `voted against`. */
const OBJECTLIKE = /^(?:with|against)$/

/** The agent and the patient of a verb; a passive's subject is what is acted on, its `by` phrase who acts. */
export function argumentsOf(doc: Parsed, verb: number): Arguments {
  const { grammar } = doc.layers
  const passive = isPassive(grammar, verb)
  const controller = controllerOf(grammar, verb)
  const found = controller >= 0 ? controller : besideApposition(doc, nearestSubject(grammar, subjectOf(grammar, verb)))
  const subject = lexical(doc, found, verb)
  if (passive) return { agent: agentOf(doc, verb), patient: subject, passive }
  // `Council member Ann Lee won a seat`: the tree may take the title for an object
  const own = grammar.children(verb).find((child) => grammar.relation(child) === 'obj' && !isTitle(doc, child, subject)) ?? -1
  // `said Tuesday`: or the day
  const object = own < 0 ? sharedObject(grammar, verb) : isTime(doc.layers.token.norm(own)) && grammar.upos(own) === 'PROPN' ? -1 : own
  const oblique = grammar
    .children(verb)
    .find((child) => /^obl$/.test(grammar.relation(child)) && OBJECTLIKE.test(prepositionOf(doc, child)))
  return { agent: subject, patient: object >= 0 ? object : (oblique ?? -1), passive }
}

/** Whether an object is the title right before the name of the subject. */
const isTitle = ({ layers: { grammar } }: Parsed, object: number, subject: number): boolean =>
  object < subject && grammar.upos(object) === 'NOUN' && grammar.upos(subject) === 'PROPN' && grammar.subtree(subject).first === object + 1

/** Of two subjects of one clause the one beside its verb: the tree may hang a title on the verb (`Pope Francis visited`). */
function nearestSubject(grammar: Grammar, subject: number): number {
  const clause = subject < 0 ? -1 : grammar.head(subject)
  if (clause <= subject || !grammar.relation(subject).startsWith('nsubj')) return subject
  const isOne = (child: number): boolean => child < clause && grammar.relation(child) === grammar.relation(subject)
  const nearest = grammar.children(clause).findLast(isOne) ?? subject
  return nearest !== subject && grammar.upos(grammar.subtree(nearest).first - 1) === 'ADP' ? subject : nearest
}

/**
 * What a relative pronoun stands for: the noun of the tree, but for `which` the one right before it where the tree takes somebody (`Lee, head of
 * the union, which agreed`); -1 where it may be either of two (`support in a district which reaches`).
 */
function antecedent({ layers: { grammar, token } }: Parsed, relative: number, noun: number): number {
  // `an attack on villagers which killed two`
  if (token.norm(relative) === 'which' && grammar.relation(noun) === 'nmod' && canSpeak(grammar.lemma(noun))) return grammar.head(noun)
  if (measures(grammar, noun)) return grammar.head(noun)
  if (token.norm(relative) !== 'which') return noun
  let at = token.norm(relative - 1) === ',' ? relative - 2 : relative - 1
  if (grammar.upos(at) === 'ADP') return noun
  while (/^(?:flat|compound|punct)$/.test(grammar.relation(at)) && grammar.head(at) > noun) at = grammar.head(at)
  if (at === noun || !/^(?:NOUN|PROPN)$/.test(grammar.upos(at))) return noun
  return grammar.upos(noun) === 'PROPN' ? at : -1
}

/** `2,000 tonnes of wheat, which was shipped`: what was shipped is that much. */
const measures = (grammar: Grammar, noun: number): boolean =>
  grammar.relation(noun) === 'nmod' &&
  grammar.head(noun) === noun - 2 &&
  grammar.children(grammar.head(noun)).some((child) => grammar.relation(child) === 'nummod')

/** The name before two commas, where the tree takes what stands between them for the subject: `Ann Lee, the speaker of the House, made …`. */
function besideApposition({ layers: { grammar, token } }: Parsed, subject: number): number {
  if (subject < 0 || !grammar.relation(subject).startsWith('nsubj') || grammar.upos(subject) !== 'NOUN') return subject
  const { first, last } = grammar.subtree(subject)
  const from = token.norm(first) === ',' ? first : first - 1
  if (token.norm(from) !== ',' || (token.norm(last) !== ',' && token.norm(last + 1) !== ',') || grammar.upos(from - 1) !== 'PROPN')
    return subject
  let at = from - 1
  while (/^(?:flat|compound|punct)$/.test(grammar.relation(at)) && grammar.upos(grammar.head(at)) === 'PROPN') at = grammar.head(at)
  return at < subject && grammar.upos(grammar.subtree(at).first - 1) !== 'ADP' && !/^(?:obl|nmod|obj)/.test(grammar.relation(at))
    ? at
    : subject
}

/** Who does it in a passive; `by 2021` and `by Friday` say when. */
function agentOf({ layers: { grammar, token } }: Parsed, verb: number): number {
  const agent = childBy(grammar, verb, 'obl:agent')
  return agent >= 0 && (grammar.upos(agent) === 'NUM' || isTime(token.norm(agent))) ? -1 : agent
}

/** The object that a verb shares with the one joined to it: `signed and published the treaty`; -1 where there is none. */
export function sharedObject(grammar: Grammar, verb: number): number {
  if (!isTransitive(grammar.lemma(verb))) return -1
  const joined = grammar.children(verb).find((child) => grammar.relation(child) === 'conj' && child > verb && child <= verb + 3)
  return joined === undefined || grammar.upos(joined) !== 'VERB' ? -1 : childBy(grammar, joined, 'obj')
}

/** A relative pronoun stands for the noun its clause describes. */
function lexical(doc: Parsed, subject: number, verb: number): number {
  const { grammar, token } = doc.layers
  if (subject < 0 || !isRelativePronoun(token.norm(subject))) return subject
  for (let at = verb, steps = 0; at >= 0 && steps < 4; at = grammar.head(at), steps++)
    if (/^acl/.test(grammar.relation(at))) return antecedent(doc, subject, grammar.head(at))
  return subject
}
