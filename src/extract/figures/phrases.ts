import type { Span } from '../../document/span.js'
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

/** The noun phrase that starts with token `from`, with its `of …` where it has one; null where no noun comes. Stops at what `closed` holds. */
export function phraseAfter(doc: Reading, from: number, end: number, closed: Uint8Array): Phrase | null {
  const base = basePhraseAfter(doc, from, end, closed)
  if (!base) return null
  const { token } = doc.layers
  if (token.norm(base.end) !== 'of' || base.end + 1 >= end) return base
  const more = basePhraseAfter(doc, base.end + 1, end, closed)
  return more ? { ...base, end: more.end } : base
}

function basePhraseAfter(doc: Reading, from: number, end: number, closed: Uint8Array): Phrase | null {
  const { token, grammar } = doc.layers
  let head = -1
  const last = Math.min(end, from + REACH)
  for (let i = from; i < last && !closed[i]; i++) {
    const upos = grammar.upos(i)
    if (head >= 0 && grammar.xpos(head) === 'NNS' && (upos === 'ADJ' || upos === 'PROPN' || upos === 'NUM')) break // `students | several times`
    if (upos === 'NOUN' || upos === 'PROPN') head = i
    else if (upos === 'ADJ' || upos === 'NUM' || (upos === 'SYM' && grammar.upos(i + 1) === 'NUM')) continue
    else if (upos === 'PART' && grammar.xpos(i) === 'POS') continue
    else if (OPENS.has(upos) && (i === from || (i === from + 1 && upos === 'DET'))) continue
    else if (upos === 'ADV' && head < 0 && isModifying(grammar.upos(i + 1))) continue
    else if (upos === 'VERB' && head < 0 && /^VB[GN]$/.test(grammar.xpos(i)) && isModifying(grammar.upos(i + 1))) continue
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

/** The noun phrase that ends before token `end`, without what hangs on its head by a preposition; looks no further back than `from`. */
export function phraseBefore(doc: Reading, end: number, from: number, closed: Uint8Array): Phrase | null {
  const { token, grammar } = doc.layers
  const head = end - 1
  if (head < from || closed[head]) return null
  const upos = grammar.upos(head)
  if (upos !== 'NOUN' && upos !== 'PROPN') return null
  let first = head
  for (let i = head - 1; i >= Math.max(from, head - REACH) && !closed[i]; i--) {
    const before = grammar.upos(i)
    const inside =
      before === 'NOUN' ||
      before === 'PROPN' ||
      before === 'ADJ' ||
      before === 'NUM' ||
      grammar.xpos(i) === 'POS' ||
      (before === 'PUNCT' && /^[-–'’]$/.test(token.norm(i)))
    if (inside) first = i
    else {
      if (before === 'DET' || grammar.xpos(i) === 'PRP$') first = i
      break
    }
  }
  return { first, end, head }
}

/** The span of a phrase, without an opening or closing mark that got in. */
export const spanOf = (doc: Reading, { first, end }: Phrase): Span => ({
  start: doc.layers.token.start[first]!,
  end: doc.layers.token.end[end - 1]!,
})
