import { FINITE, TENSED } from '../../document/grammar.js'
import type { Grammar } from '../../document/grammar.js'
import { firstEndingAfter } from '../../document/span.js'
import { ATTRIBUTING_VERBS } from '../../lang/en/reporting.js'
import type { Parsed } from './phrase.js'

/** So many tokens behind its verb what is said is looked through for the words of the article that go on. */
const REACH = 80

const LINK = /^[,–—-]$|^--$|^and$|^but$/
const CONTRAST = /^(and|but|while|whereas|although|though)$/
const BEFORE_VERB = /^(AUX|ADV|PART)$/

/**
 * Where the article's own words go on behind what the verb `cue` reports, between `start` and `end`: `…, adding that`, `… and vowed to
 * stay`, `…, but Park said`. `end` where they do not.
 */
export function resumption(doc: Parsed, cue: number, start: number, end: number): number {
  const limit = Math.min(nextReport(doc, cue, start, end), start + REACH)
  const isFronted = standsInFront(doc, cue)
  for (let i = start + 1; i < limit; i++) {
    const at = isFronted ? mainClauseAt(doc, start, i) : resumesAt(doc, cue, start, i)
    if (at > start) return at
  }
  return nextReport(doc, cue, start, end)
}

/** Where a clause of reporting begins that the tree hangs on the verb `cue` itself; `end` where none does. */
function nextReport({ layers: { grammar } }: Parsed, cue: number, start: number, end: number): number {
  for (const child of grammar.children(cue))
    if (child > start + 1 && child < end && NEXT.test(grammar.relation(child)) && ATTRIBUTING_VERBS.get(grammar.lemma(child))?.that)
      return Math.max(start, openingOf(grammar, child, start))
    else if (child > start + 1 && child < end && goesOn(grammar, cue, child)) return Math.max(start, grammar.subtree(child).first)
  return end
}

/** Where a clause of reporting begins: with its subject where the tree hangs what is said on it (`confirmed that …, Reuters reported`). */
function openingOf(grammar: Grammar, verb: number, start: number): number {
  const { first } = grammar.subtree(verb)
  const subject = grammar.children(verb).find((child) => child > start && child < verb && grammar.relation(child) === 'nsubj')
  return first > start || subject === undefined ? first : grammar.subtree(subject).first
}

/** Whether `and` joins another clause with its own subject to the verb that reports: `promised that …, and the mayor left`. */
function goesOn(grammar: Grammar, cue: number, child: number): boolean {
  if (grammar.relation(child) !== 'conj' || !TENSED.test(grammar.xpos(child))) return false
  const { first } = grammar.subtree(child)
  const and = grammar.upos(first) === 'PUNCT' ? first + 1 : first
  if (grammar.xpos(child) !== grammar.xpos(cue) && grammar.lemma(and) !== 'but') return false
  return (
    grammar.upos(and) === 'CCONJ' &&
    grammar.upos(and - 1) === 'PUNCT' &&
    grammar.children(child).some((one) => one < child && grammar.relation(one) === 'nsubj')
  )
}

const NEXT = /^(conj|advcl|parataxis)$/

/** The comma that ends the clause in front that the verb `verb` heads; -1 where it is none. */
export function frontEnd(doc: Parsed, verb: number, end: number): number {
  if (!standsInFront(doc, verb)) return -1
  for (let i = verb + 2; i < Math.min(end, verb + REACH); i++) {
    const comma = mainClauseAt(doc, verb, i)
    if (comma > verb) return comma
  }
  return -1
}

/** Whether a verb reports in a clause in front of the main one: `Asked whether …, Lund said`, `When Park noted that …, Lund said`. */
function standsInFront({ layers: { token, grammar, sentence } }: Parsed, cue: number): boolean {
  const { firstToken: first } = sentence[firstEndingAfter(sentence, token.start[cue]!)]!
  if (cue - first > FRONT) return false
  const from = /^(even|but|and|just|so)$/.test(token.norm(first)) ? first + 1 : first
  if (cue === from) return /^VB[GND]$/.test(grammar.xpos(cue))
  if (!SUBORDINATE.test(token.norm(from))) return false
  for (let i = from + 1; i < cue; i++) if (token.norm(i) === ',') return false
  return true
}

/** So far from the first word of its sentence a verb may stand in the clause in front. */
const FRONT = 14

const SUBORDINATE = /^(when|while|after|before|as|although|though|since|because|once|by|if|whereas)$/

/** The comma before the subject of the main clause whose verb `i` is; -1 where it is none. */
function mainClauseAt(doc: Parsed, start: number, i: number): number {
  const { token, grammar } = doc.layers
  if (!FINITE.test(grammar.xpos(i))) return -1
  for (let at = i - 1; at > start && at > i - 12; at--) {
    if (token.norm(at) === ',') return at < i - 1 ? at : -1
    if (!/^(NOUN|PROPN|PRON|DET|ADJ|NUM|ADP|PART|ADV|SYM)$/.test(grammar.upos(at))) return -1
  }
  return -1
}

/** The token before which the words of the article go on where the verb `i` is their next; -1 where it is none of theirs. */
function resumesAt(doc: Parsed, cue: number, start: number, i: number): number {
  const { token, grammar } = doc.layers
  if (grammar.upos(i) !== 'VERB') return -1
  const verb = ATTRIBUTING_VERBS.get(grammar.lemma(i))
  const first = firstOfVerb(doc, i)
  const before = token.norm(first - 1)
  if (grammar.xpos(i) === 'VBG')
    return verb !== undefined && (verb.that || verb.inf) && first === i && LINK.test(before) && before !== 'but' ? first - 1 : -1
  const tense = tenseOf(doc, i, first)
  if (!TENSED.test(tense) || tense !== grammar.xpos(cue)) return -1
  if (first - 1 > start && LINK.test(before) && grammar.relation(i) === 'conj') {
    const head = grammar.head(i)
    return head === cue || verb?.that === true || (head >= start && !TENSED.test(grammar.xpos(head))) ? first - 1 : -1
  }
  return verb?.that === true ? contrastBefore(doc, start, first) : -1
}

/** The tag of a verb's finite part; `has said` is as past as `said`. */
function tenseOf({ layers: { grammar } }: Parsed, i: number, first: number): string {
  if (grammar.xpos(i) !== 'VBN') return grammar.xpos(i)
  for (let at = first; at < i; at++) if (grammar.lemma(at) === 'have') return 'VBD'
  return 'VBN'
}

/** The first of the auxiliaries and adverbs before a verb. */
function firstOfVerb({ layers: { grammar } }: Parsed, i: number): number {
  let first = i
  while (i - first < 5 && BEFORE_VERB.test(grammar.upos(first - 1))) first--
  return first
}

/** The comma of `, but Park`, or the semicolon, before the verb at `first`; -1 where nothing of that kind stands there. */
function contrastBefore({ layers: { token, grammar } }: Parsed, start: number, first: number): number {
  for (let at = first - 1; at > start && at > first - 9; at--) {
    const norm = token.norm(at)
    if (norm === ';' || (CONTRAST.test(norm) && token.norm(at - 1) === ',')) return norm === ';' ? at : at - 1
    if (!/^(NOUN|PROPN|PRON|DET|ADJ|NUM|ADP|PART)$/.test(grammar.upos(at))) return -1
  }
  return -1
}
