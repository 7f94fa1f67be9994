import { chainBefore, type Phrase } from './phrases.js'
import { CONTROLS, SPREADS } from '../../lang/en/figures/measuring.js'
import { isVerb } from './verbs.js'
import type { Marks } from './marks.js'
import type { Reading } from './draft.js'

/** Verbs up from the figure that a subject is looked for: `is expected to try to sell`. */
const STEPS = 4
/** Tokens looked back for a verb. */
const REACH = 40

/** The subject of the verb at token `verb`, by what stands before it; null where it has none or it is a pronoun. */
export function subjectOf(doc: Reading, verb: number, from: number, marks: Marks, step = 0): Phrase | null {
  const { token, grammar } = doc.layers
  if (step > STEPS) return null
  const before = beforeGroup(doc, verb, from)
  const i = before - 1
  if (i < from) return null
  const word = token.norm(i)
  const again = (at: number): Phrase | null => {
    const other = verbBefore(doc, at, from)
    return other < 0 ? null : subjectOf(doc, other, from, marks, step + 1)
  }
  if (word === 'to' && before === verb) return controller(doc, verb, i, from, marks) ?? again(i)
  if (/^W[PD]/.test(grammar.xpos(i)) || isRelative(doc, i)) return nounBefore(doc, token.norm(i - 1) === ',' ? i - 1 : i, from, marks)
  if (word === ',') {
    if (before === verb && isParticiple(doc, verb)) return SPREADS.has(token.norm(verb)) ? nounBefore(doc, i, from, marks) : again(i)
    const aside = beforeAside(doc, i, from)
    return (aside < i ? nounBefore(doc, aside, from, marks) : null) ?? again(i)
  }
  if (grammar.upos(i) === 'CCONJ' || (grammar.upos(i) === 'ADP' && before === verb) || grammar.upos(i) === 'SCONJ') return again(i)
  return nounBefore(doc, before, from, marks)
}

/** The nearest verb before token `at`; -1 where none is. */
function verbBefore(doc: Reading, at: number, from: number): number {
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    if (isVerb(doc, i)) return i
    if (doc.layers.token.norm(i) === ';') return -1
  }
  return -1
}

/** The first token of the verb's group: auxiliaries, adverbs and negation stand before it (`has not yet fallen`). */
function beforeGroup(doc: Reading, verb: number, from: number): number {
  const { grammar } = doc.layers
  let i = verb
  while (i > from) {
    const upos = grammar.upos(i - 1)
    if (upos !== 'AUX' && upos !== 'ADV' && !(upos === 'PART' && grammar.xpos(i - 1) !== 'POS' && grammar.xpos(i - 1) !== 'TO')) break
    i--
  }
  return i
}

const isParticiple = (doc: Reading, verb: number): boolean => /^VB[GN]$/.test(doc.layers.grammar.xpos(verb))

const isRelative = (doc: Reading, i: number): boolean =>
  /^(?:that|which|whom)$/.test(doc.layers.token.norm(i)) && /^(?:NOUN|PROPN|PUNCT)$/.test(doc.layers.grammar.upos(i - 1))

/** `cause sea levels to rise`: the object of the verb before is the subject of an open complement. */
function controller(doc: Reading, verb: number, to: number, from: number, marks: Marks): Phrase | null {
  const { grammar } = doc.layers
  const noun = chainBefore(doc, to, from, marks)
  if (!noun) return null
  const complement = grammar.relation(verb) === 'xcomp' || grammar.relation(verb) === 'ccomp' || grammar.relation(verb) === 'advcl'
  if (!isVerb(doc, noun.first - 1)) return null
  return (complement && grammar.relation(noun.head) === 'obj') || CONTROLS.has(grammar.lemma(noun.first - 1)) ? noun : null
}

/** The token after the noun to which an aside between commas belongs (`Exports, which are down, fell`); the comma itself where there is none. */
function beforeAside(doc: Reading, comma: number, from: number): number {
  const { token } = doc.layers
  for (let i = comma - 1; i >= Math.max(from, comma - 20); i--) if (token.norm(i) === ',') return i
  return comma
}

/** The noun phrase before token `end`, past a date, an aside in brackets or a participle that describes it. */
function nounBefore(doc: Reading, end: number, from: number, marks: Marks, step = 0): Phrase | null {
  const { token, grammar } = doc.layers
  let at = end
  let clause = false
  for (let skipped = 0; skipped < 3 && at > from; skipped++) {
    const i = at - 1
    if (marks.isDate(i)) {
      at = i
      while (at > from && marks.isDate(at - 1)) at--
      if (at > from && grammar.upos(at - 1) === 'ADP') at--
    } else if (token.norm(i) === ')') {
      while (at > from && token.norm(at) !== '(') at--
    } else if (grammar.upos(i) === 'PRON' && grammar.upos(i - 1) === 'ADP') at -= 2
    else if (grammar.upos(i) === 'VERB' && /^VB[DGN]$/.test(grammar.xpos(i))) {
      at = i
      clause = true
    } else break
  }
  const noun = chainBefore(doc, at, from, marks)
  if (noun && clause && step < STEPS && isRelative(doc, noun.first - 1)) return nounBefore(doc, noun.first - 1, from, marks, step + 1) // `the dam that they built`
  return noun && step < STEPS ? (described(doc, noun, from, marks, step) ?? noun) : noun
}

/** `the man who bought the house`, `a plan to mend the line`, `men carrying guns`: the noun that a clause describes whose last noun is `noun`. */
function described(doc: Reading, noun: Phrase, from: number, marks: Marks, step: number): Phrase | null {
  const { token, grammar } = doc.layers
  const verb = grammar.upos(noun.first - 1) === 'ADP' ? noun.first - 2 : noun.first - 1
  if (verb <= from || !isVerb(doc, verb)) return null
  const start = beforeGroup(doc, verb, from)
  const i = start - 1
  if (/^W[PD]/.test(grammar.xpos(i)) || isRelative(doc, i))
    return nounBefore(doc, token.norm(i - 1) === ',' ? i - 1 : i, from, marks, step + 1)
  const infinitive = grammar.xpos(i) === 'TO' && start === verb
  if (!infinitive && !(isParticiple(doc, verb) && start === verb)) return null
  const described = nounBefore(doc, infinitive ? i : start, from, marks, step + 1)
  return described && !(infinitive && isVerb(doc, described.first - 1)) ? described : null
}
