import type { Document } from '../../document/document.js'
import type { Grammar } from '../../document/grammar.js'
import type { Span } from '../../document/span.js'
import { MODAL, PLANNED } from '../../lang/en/dates/verbs.js'
import type { Direction } from './tense.js'

type Doc = Document<'token' | 'sentence' | 'grammar'>

/** How many heads are asked from the time up to the verb that says when: `to the opening of talks on Friday`. */
const STEPS = 6
const VERB = /^VB/
const MAY: ReadonlySet<string> = new Set(['may', 'might', 'must'])
const PERFECT: ReadonlySet<string> = new Set(["'ve", '’ve', 'had', 'has', 'have'])
const PAST_BE: ReadonlySet<string> = new Set(['was', 'were', 'been'])
const PRESENT_BE: ReadonlySet<string> = new Set(['is', 'are', 'am', "'s", "'re", "'m", '’s', '’re', '’m', 'be'])

/**
 * Whether the clause of a time lies before or after the publication, as its verb and the auxiliaries of that verb say; undefined where the
 * tree shows no verb that tells.
 */
export function clauseDirection(doc: Doc, span: Span): Direction | undefined {
  const { token, grammar } = doc.layers
  const first = token.at(span.start)
  const last = token.at(span.end - 1)
  if (followsPast(doc, first)) return 'past'
  let below = governed(grammar, first, last)
  let through = false
  if (names(doc, below, last)) return null
  for (let step = 0; step < STEPS && below >= 0; step++) {
    const at = step === 0 ? (verbBefore(doc, first, grammar.head(below)) ?? grammar.head(below)) : grammar.head(below)
    if (at < 0) return undefined
    const direction = verbDirection(doc, at, below, step === 0)
    if (direction !== undefined) return direction === 'past' && through ? 'behind' : direction
    through ||= !VERB.test(grammar.xpos(at))
    below = at
  }
  return undefined
}

/** So many tokens before a time its own verb is looked for. */
const REACH = 8

/**
 * The verb before a time that the tree hangs on a later verb with a subject of its own (`planned a march on Friday, the union said`); null
 * where it hangs on what stands before, or nothing stands before it.
 */
function verbBefore({ layers: { grammar } }: Doc, first: number, head: number): number | null {
  if (head <= first || !grammar.children(head).some((child) => child > first && grammar.relation(child).startsWith('nsubj'))) return null
  for (let i = first - 1; i >= 0 && i > first - REACH && grammar.upos(i) !== 'PUNCT'; i--) if (VERB.test(grammar.xpos(i))) return i
  return null
}

/** The word of an expression by which it hangs on the rest of its sentence; -1 where it hangs on nothing. */
function governed(grammar: Grammar, first: number, last: number): number {
  for (let i = first; i <= last; i++) {
    const head = grammar.head(i)
    if (head >= 0 && (head < first || head > last)) return i
  }
  return -1
}

/** `the June agreement`, `November sales`: the time is that of the noun, whatever the verb says. */
const names = ({ layers: { grammar } }: Doc, i: number, last: number): boolean =>
  i >= 0 && grammar.relation(i) === 'compound' && grammar.head(i) > last && /^NNS?$/.test(grammar.xpos(grammar.head(i)))

/** What a word and its auxiliaries say of `below`, a word that hangs on it; undefined where it leaves the time to the word above it. */
function verbDirection(doc: Doc, i: number, below: number, direct: boolean): Direction | undefined {
  const { token, grammar } = doc.layers
  const tag = grammar.xpos(i)
  const has = auxiliaries(doc, i)
  const perfect = has(PERFECT)
  if (has(MODAL)) return perfect ? undefined : 'future'
  if (PLANNED.has(token.norm(i)) && plans(grammar, i, below, direct, perfect)) return has(PAST_BE) || tag === 'VB' ? 'ahead' : 'future'
  if (has(MAY)) return perfect ? 'past' : 'future'
  if (perfect) return 'past'
  if (tag === 'VBD') return 'past'
  if (has(TO)) return grammar.relation(i) === 'acl' && !ranked(doc, grammar.head(i)) ? 'ahead' : undefined
  if (tag === 'VBN') return has(PRESENT_BE) ? undefined : 'past'
  if (tag === 'VBG') return has(PAST_BE) ? 'past' : has(PRESENT_BE) ? 'future' : undefined
  if (tag === 'VBZ' || tag === 'VBP') {
    if (/^says?$/.test(token.norm(i))) return 'past'
    return infinitive(doc, below) ? 'future' : direct ? 'ahead' : undefined
  }
  if (tag === 'VB') return has(DID) ? 'past' : undefined
  return has(PAST_BE) ? 'past' : undefined
}

/** `the first countries to join`: who is ranked by what was done has done it. */
function ranked({ layers: { token, grammar } }: Doc, noun: number): boolean {
  return RANKS.has(token.norm(noun)) || grammar.children(noun).some((child) => RANKS.has(token.norm(child)))
}

const TO: ReadonlySet<string> = new Set(['to'])
const RANKS: ReadonlySet<string> = new Set(['first', 'second', 'third', 'last', 'only', 'latest', 'next'])
const DID: ReadonlySet<string> = new Set(['did'])

/** Auxiliaries, the copula, and the `to` of an infinitive. */
const HELPS = /^(?:aux|cop|mark)/

/** Whether a word's auxiliaries or its copula are among some words. */
function auxiliaries({ layers: { token, grammar } }: Doc, i: number): (words: ReadonlySet<string>) => boolean {
  const norms: string[] = []
  for (const child of grammar.children(i)) if (HELPS.test(grammar.relation(child))) norms.push(token.norm(child))
  return (words) => norms.some((norm) => words.has(norm))
}

const infinitive = ({ layers: { token, grammar } }: Doc, i: number): boolean =>
  grammar.xpos(i) === 'VB' && grammar.children(i).some((child) => token.norm(child) === 'to')

/** `agreed in June to buy` was in June; `agreed to buy in June`, `planned a march on Friday` and `is due on Friday` are to come. */
function plans(grammar: Grammar, i: number, below: number, direct: boolean, perfect: boolean): boolean {
  const tag = grammar.xpos(i)
  if (tag === 'NN' || tag === 'NNS') return grammar.xpos(below) === 'VB' // `the plan to march on Friday`, but `announced the plan Friday`
  if (!direct || !(tag === 'VBD' || (tag === 'VBN' && (perfect || hasSubjectAlone(grammar, i))))) return true
  return grammar.children(i).some((child) => child < below && grammar.relation(child) === 'obj')
}

/** A participle with a subject and no auxiliary is a past tense that was read as one. */
function hasSubjectAlone(grammar: Grammar, i: number): boolean {
  const relations = grammar.children(i).map((child) => grammar.relation(child))
  return relations.includes('nsubj') && !relations.some((relation) => relation.startsWith('aux'))
}

const BETWEEN: ReadonlySet<string> = new Set(['on', 'in', 'late', 'early', 'here'])

/** `said on Monday that it will …`: a past tense right before a time has it, whatever comes after. */
function followsPast({ layers: { token, grammar } }: Doc, first: number): boolean {
  let at = first - 1
  while (at >= 0 && at > first - 3 && BETWEEN.has(token.norm(at))) at--
  return at >= 0 && grammar.xpos(at) === 'VBD' && !PLANNED.has(token.norm(at))
}
