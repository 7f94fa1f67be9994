import type { Span } from '../../document/span.js'
import { isVerb } from './verbs.js'
import type { Marks } from './marks.js'
import type { Reading } from './draft.js'

/** A noun phrase: tokens `[first, end)` and the token of its head noun. */
export interface Phrase {
  readonly first: number
  readonly end: number
  readonly head: number
}

/** The most tokens looked at for one phrase. */
const REACH = 24
const JOINS_NOUNS = new Set(['and', 'or', '&'])
const OPENS = new Set(['DET', 'PRON'])
const HYPHEN = /^[-–'’]$/

/** The noun phrase that starts with token `from`, with its `of …` where it has one; null where no noun comes. Stops at dates. */
export function phraseAfter(doc: Reading, from: number, end: number, marks: Marks): Phrase | null {
  const base = basePhraseAfter(doc, from, end, marks)
  if (!base) return null
  const { token } = doc.layers
  if (token.norm(base.end) !== 'of' || base.end + 1 >= end) return base
  const more = basePhraseAfter(doc, base.end + 1, end, marks)
  return more ? { ...base, end: more.end } : base
}

function basePhraseAfter(doc: Reading, from: number, end: number, marks: Marks): Phrase | null {
  const { token, grammar } = doc.layers
  let head = -1
  const last = Math.min(end, from + REACH)
  for (let i = from; i < last && !marks.isDate(i); i++) {
    const upos = grammar.upos(i)
    if (head >= 0 && grammar.xpos(head) === 'NNS' && (upos === 'ADJ' || upos === 'PROPN' || upos === 'NUM')) break // `students | several times`
    if (marks.isFigure(i) && (upos === 'NOUN' || upos === 'PROPN' || upos === 'NUM')) continue // `the 278kg tuna`
    if (upos === 'NOUN' || upos === 'PROPN') head = i
    else if (upos === 'ADJ' || upos === 'NUM' || (upos === 'SYM' && grammar.upos(i + 1) === 'NUM')) continue
    else if (upos === 'PART' && grammar.xpos(i) === 'POS') continue
    else if (OPENS.has(upos) && (i === from || (i === from + 1 && upos === 'DET'))) continue
    else if (upos === 'ADV' && head < 0 && isModifying(grammar.upos(i + 1))) continue
    else if (upos === 'VERB' && head < 0 && /^VB[GN]$/.test(grammar.xpos(i)) && isModifying(grammar.upos(i + 1))) continue
    else if (i > from && token.norm(i - 1) === '-' && token.joined(i - 1))
      continue // `gas-only options`
    else if (JOINS_NOUNS.has(token.norm(i)) && head < 0 && i > from && isModifying(grammar.upos(i + 1))) continue
    else if (
      upos === 'PUNCT' &&
      /^[-–'’"“”]$/.test(token.norm(i)) &&
      i + 1 < last &&
      (token.joined(i) || (i > from && token.joined(i - 1)))
    )
      continue
    else break
  }
  return head < 0 ? null : { first: from, end: head + 1, head }
}

const isModifying = (upos: string): boolean => upos === 'NOUN' || upos === 'ADJ' || upos === 'PROPN' || upos === 'VERB' || upos === 'NUM'

/** Whether token `i` may end a noun phrase: a noun, a name with its number (`Stoxx 600`), a name's adjective, `the lowest`. */
function endsPhrase(doc: Reading, i: number): boolean {
  if (isNoun(doc, i)) return true
  const { grammar } = doc.layers
  const upos = grammar.upos(i)
  if (grammar.xpos(i) === 'VBZ') return isVerb(doc, i + 1) || grammar.upos(i - 1) === 'VERB' // `costs fell`, `expect exports to`, where the noun was taken for a verb
  if (upos === 'ADJ' && grammar.upos(i + 1) === 'ADP' && grammar.relation(i) === 'amod') return true // `Unemployment among`, likewise
  if (grammar.xpos(i) === 'JJS') return grammar.upos(i - 1) === 'DET' // `the lowest`
  return (
    (upos === 'NUM' || (upos === 'ADJ' && isCapital(doc, i))) &&
    isCapital(doc, i - 1) &&
    (isNoun(doc, i - 1) || grammar.upos(i - 1) === 'ADJ')
  )
}

/** Whether token `i` is a noun or a word of a name, which may be an adjective by itself (`Dow Jones Industrial`). */
const isNoun = (doc: Reading, i: number): boolean => {
  const { grammar } = doc.layers
  const upos = grammar.upos(i)
  return upos === 'NOUN' || upos === 'PROPN' || grammar.xpos(i).startsWith('NN')
}

const isCapital = (doc: Reading, i: number): boolean => {
  const code = doc.text.charCodeAt(doc.layers.token.start[i]!)
  return code >= 65 && code <= 90
}

/** The noun phrase that ends before token `end`, without what hangs on its head by a preposition; looks no further back than `from`. */
export function phraseBefore(doc: Reading, end: number, from: number, marks: Marks): Phrase | null {
  const { token, grammar } = doc.layers
  const head = end - 1
  if (head < from || marks.isDate(head) || marks.isFigure(head) || !(endsPhrase(doc, head) || marks.isPerson(head))) return null
  let first = head
  for (let i = head - 1; i >= Math.max(from, head - REACH) && !marks.isDate(i); i--) {
    const upos = grammar.upos(i)
    if (upos === 'NOUN' && isVerb(doc, i)) break
    const inside =
      upos === 'NOUN' ||
      upos === 'PROPN' ||
      upos === 'ADJ' ||
      upos === 'NUM' ||
      upos === 'SYM' ||
      (marks.isPerson(head) && i > head - 5 && token.norm(i) !== ',' && upos !== 'DET' && upos !== 'VERB' && upos !== 'AUX') ||
      grammar.xpos(i) === 'POS' ||
      (upos === 'PUNCT' && HYPHEN.test(token.norm(i)))
    if (inside) {
      if (marks.isFigure(i) && !marks.isFigure(i + 1) && token.norm(i + 1) !== '-' && grammar.upos(first) === 'PROPN') break // `18 sen | Bonia`
      first = i
    } else {
      if (upos === 'DET' || grammar.xpos(i) === 'PRP$') first = i
      break
    }
  }
  while (first < head && grammar.upos(first) === 'PUNCT') first++
  return { first, end, head }
}

/** Prepositions that tie a noun to the one before it. */
const TIES = new Set([
  'of',
  'between',
  'in',
  'for',
  'from',
  'to',
  'on',
  'at',
  'with',
  'by',
  'across',
  'among',
  'against',
  'over',
  'under',
  'around',
  'within',
  'per',
  'behind',
  'towards',
  'into',
  'onto',
  'along',
  'near',
  'off',
  'through',
  'throughout',
  'above',
  'below',
  'beyond',
  'beside',
  'inside',
  'outside',
  'via',
  'without',
  'about',
])
/** The most phrases that one chain joins. */
const LINKS = 5

/** A noun phrase with what hangs on it by prepositions: `trade between Russia and North Korea`. `last` is its last simple phrase. */
export interface Chain extends Phrase {
  readonly last: Phrase
}

/** The chain of noun phrases that ends before token `end`; null where no noun stands there. */
export function chainBefore(doc: Reading, end: number, from: number, marks: Marks): Chain | null {
  const { token } = doc.layers
  const last = phraseBefore(doc, end, from, marks)
  if (!last) return null
  let chain: Chain = { ...last, last }
  for (let link = 0; link < LINKS; link++) {
    const at = chain.first - 1
    if (at <= from) break
    const word = token.norm(at)
    const joins = word === 'and' || word === 'or' || word === '&'
    if (!joins && !TIES.has(word)) break
    const more = phraseBefore(doc, at, from, marks)
    if (more) chain = { ...chain, first: more.first, head: joins && !tiedBefore(doc, more.first) ? chain.head : more.head }
    else {
      const noun = joins ? null : describedBefore(doc, at, from, marks)
      if (!noun) break
      chain = { ...noun, last: noun }
    }
  }
  return chain
}

/** `between A and B`: a preposition before the first of two joined nouns. */
const tiedBefore = (doc: Reading, first: number): boolean => TIES.has(doc.layers.token.norm(first - 1))

/** The noun that a participle before token `end` describes: `the charge stored (in the capacitor)`. */
export function describedBefore(doc: Reading, end: number, from: number, marks: Marks): Phrase | null {
  const { grammar } = doc.layers
  let i = end - 1
  if (grammar.upos(i) === 'ADV') i--
  return i > from && grammar.upos(i) === 'VERB' && /^VB[DNG]$/.test(grammar.xpos(i)) ? phraseBefore(doc, i, from, marks) : null
}

/** The span of a phrase. */
export const spanOf = (doc: Reading, { first, end }: Phrase): Span => ({
  start: doc.layers.token.start[first]!,
  end: doc.layers.token.end[end - 1]!,
})
