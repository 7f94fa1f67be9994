import { phraseBefore, type Phrase } from './phrases.js'
import type { Reading } from './draft.js'

const RELATIVE = new Set(['who', 'which', 'that', 'whom'])
const PREPOSITIONS_OF_NOUNS = new Set(['of', 'between', 'in', 'for', 'from', 'to', 'on', 'at', 'with', 'by'])
/** Tokens looked back for the verb, and for the subject before it. */
const REACH = 40

/** The subject of the verb that governs token `at`, by the tags before it: what is said to be so long, to cost so much, to have fallen. */
export function subjectBefore(doc: Reading, at: number, from: number, closed: Uint8Array): Phrase | null {
  const verb = verbBefore(doc, at, from)
  if (verb < 0) return null
  const end = endOfSubject(doc, verb, from)
  if (end <= from) return null
  const { token, grammar } = doc.layers
  if (RELATIVE.has(token.norm(end - 1)) && /^W/.test(grammar.xpos(end - 1))) {
    const before = token.norm(end - 2) === ',' ? end - 2 : end - 1
    return withPrepositions(doc, before, from, closed, 0)
  }
  return withPrepositions(doc, end, from, closed, 3)
}

/** The finite verb to the left of `at`: not an infinitive after `to`, nor a participle that follows a noun without a comma. */
function verbBefore(doc: Reading, at: number, from: number): number {
  const { token, grammar } = doc.layers
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    const upos = grammar.upos(i)
    if (upos === 'AUX') return i
    if (upos === 'VERB' && grammar.xpos(i) !== 'VBG' && token.norm(i - 1) !== 'to') return i
    if (RELATIVE.has(token.norm(i)) && /^W[PD]/.test(grammar.xpos(i))) return i + 1
    if (token.norm(i) === ';') return -1
  }
  return -1
}

/** The token after the subject of the verb at `verb`: auxiliaries, adverbs and negation stand between. */
function endOfSubject(doc: Reading, verb: number, from: number): number {
  const { token, grammar } = doc.layers
  let i = verb
  while (i > from) {
    const upos = grammar.upos(i - 1)
    if (
      upos === 'AUX' ||
      upos === 'ADV' ||
      (upos === 'PART' && grammar.xpos(i - 1) !== 'POS') ||
      (upos === 'VERB' && grammar.upos(i) === 'PART')
    )
      i--
    else break
  }
  return token.norm(i - 1) === ',' ? beforeAside(doc, i - 1, from) : i
}

/** `Exports, which are down, fell`: the token after the noun to which an aside between commas belongs; the comma itself where there is none. */
function beforeAside(doc: Reading, comma: number, from: number): number {
  const { token } = doc.layers
  for (let i = comma - 1; i >= Math.max(from, comma - 20); i--) if (token.norm(i) === ',') return i
  return comma
}

/** A noun phrase and the ones it hangs on by prepositions: `trade between Russia and North Korea`. */
function withPrepositions(doc: Reading, end: number, from: number, closed: Uint8Array, steps: number): Phrase | null {
  const { token } = doc.layers
  let phrase = phraseBefore(doc, end, from, closed)
  for (let step = 0; phrase && step < steps; step++) {
    const before = phrase.first - 1
    const word = token.norm(before)
    if (before <= from) break
    const more = PREPOSITIONS_OF_NOUNS.has(word) || word === 'and' ? phraseBefore(doc, before, from, closed) : null
    if (!more) break
    phrase = { first: more.first, end: phrase.end, head: word === 'and' ? phrase.head : more.head }
  }
  return phrase
}
