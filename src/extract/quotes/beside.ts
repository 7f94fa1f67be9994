import { TENSED, FINITE } from '../../document/grammar.js'
import { ATTRIBUTING_VERBS } from '../../lang/en/reporting.js'
import { firstEndingAfter } from '../../document/span.js'
import { isStatement, type Quoted } from './marks.js'
import { nounPhrase, spanOf, type Parsed } from './phrase.js'
import type { Report } from './reports.js'
import { phraseAfter, reporterOf } from './subject.js'

/** So many tokens after a quotation, or before it, its cue may stand. */
const REACH = 28

/** A name before a colon, or after a dash, has at most so many tokens: `Anna Lee, the minister: “…”`. */
const LONGEST_NAME = 12

const NOMINAL = /^(NOUN|PROPN|PRON)$/

/** The act of reporting right after or right before a quotation, whatever the tree or the sentences make of it. */
export function reportBeside(doc: Parsed, quotation: Quoted): Report | null {
  return cueAfter(doc, quotation) ?? cueBefore(doc, quotation) ?? nameBefore(doc, quotation)
}

/** `"…," said Ann Lee`, `"…?" Ms Lee, who heads the bank, asked.` */
function cueAfter(doc: Parsed, quotation: Quoted): Report | null {
  const { token, grammar } = doc.layers
  const open = token.at(quotation.outer.start)
  if (!quotation.closed || !startsClause(doc, open)) return null
  let first = token.at(quotation.outer.end)
  const last = token.norm(token.at(quotation.end - 1))
  const isOver = /^[.!?…]$/.test(last)
  if (/^[,–—-]$|^--$/.test(token.norm(first))) first++
  else if (last === '.') return null
  if (doc.text.slice(quotation.outer.end, token.start[first] ?? doc.text.length).includes('\n')) return null
  const end = Math.min(token.count, first + REACH)
  const spoken = /^[,!?]$/.test(last)
  for (let i = first; i < end; i++) {
    const norm = token.norm(i)
    if (norm === '(') i = closingBracket(doc, i, end)
    if (/^[.;:?!“"«„]$/.test(norm) || (i === first && /^(but|and|that)$/.test(norm))) return null
    // `“…!” beamed Ann Lee`: right behind a quotation that ends as speech does, any verb is one of saying
    const manner =
      spoken &&
      grammar.upos(i) === 'VERB' &&
      (i === first
        ? grammar.upos(i + 1) === 'PROPN'
        : /^(NNPS?|PRP)$/.test(grammar.xpos(i - 1)) && i - first < LONGEST_NAME && isStatement(doc, quotation))
    if (!(manner || isSpeech(doc, i)) || !isSaid(grammar.xpos(i))) continue
    const head = i === first ? phraseAfter(doc, i + 1, end) : reporterOf(doc, i, { first, end })
    // `"…?" He said: "…"`: what is said comes after
    if (head === null || (isOver && /^[:“"]$/.test(token.norm(i + 1)))) return null
    return head < i && head < first ? null : report(doc, quotation, i, head, 'beside-quotation')
  }
  return null
}

/** Tags of a verb that tells who said it: with a tense, or a participle that is one misread. */
const isSaid = (tag: string): boolean => FINITE.test(tag) || tag === 'VBN'

/** The bracket that closes the one at `open`; `open` where none does. */
function closingBracket({ layers: { token } }: Parsed, open: number, end: number): number {
  for (let i = open + 1; i < Math.min(end, open + LONGEST_NAME); i++) if (token.norm(i) === ')') return i
  return open
}

/** Whether a quotation stands for itself, not in the middle of the reporter's words. */
function startsClause(doc: Parsed, open: number): boolean {
  const { token, sentence } = doc.layers
  if (/^[,:;.?!)”"’—–-]?$|^--$|^''$|^that$/.test(token.norm(open - 1))) return true
  const around = sentence[firstEndingAfter(sentence, token.start[open]!)]
  return around?.firstToken === open
}

/** `Ms Lee said: "…"`, `Ms Lee told reporters, "…"`, `as Ms Lee put it, "…"`. */
function cueBefore(doc: Parsed, quotation: Quoted): Report | null {
  const { token, sentence, grammar } = doc.layers
  const open = token.at(quotation.outer.start)
  const opener = token.norm(open - 1)
  if (!/^[,:]$/.test(opener)) return isSpeech(doc, open - 1) ? verbBefore(doc, quotation, open - 1, 'beside-quotation') : null
  let main: number | null = null
  for (let i = open - 2; i >= Math.max(0, open - REACH); i--) {
    if (/^[.;?!”"]$/.test(token.norm(i))) break
    if (isSpeech(doc, i)) return verbBefore(doc, quotation, i, 'beside-quotation')
    if (grammar.upos(i) === 'VERB' && TENSED.test(grammar.xpos(i))) main = i
  }
  const around = sentence[firstEndingAfter(sentence, token.start[open - 1]!)]
  return opener === ':' && main !== null && around && main >= around.firstToken ? verbBefore(doc, quotation, main, 'colon-quotation') : null
}

function verbBefore(doc: Parsed, quotation: Quoted, verb: number, rule: string): Report | null {
  const { token, sentence } = doc.layers
  const around = sentence[firstEndingAfter(sentence, token.start[verb]!)]!
  const head = reporterOf(doc, verb, { first: around.firstToken, end: Math.min(around.endToken, token.at(quotation.outer.start)) })
  return head === null || token.start[head]! >= quotation.outer.start ? null : report(doc, quotation, verb, head, rule)
}

/** `Anna Lee: “…”`, `Lee, the minister: “…”` at the start of a line or sentence. */
function nameBefore(doc: Parsed, quotation: Quoted): Report | null {
  const { token, sentence, grammar } = doc.layers
  const colon = token.at(quotation.outer.start) - 1
  if (token.norm(colon) !== ':') return null
  const around = sentence[firstEndingAfter(sentence, token.start[colon]!)]
  if (!around || colon - around.firstToken > LONGEST_NAME || colon <= around.firstToken) return null
  const head = phraseAfter(doc, around.firstToken, colon)
  if (head === null || grammar.upos(head) !== 'PROPN' || !/^[,:]$/.test(token.norm(nounPhrase(doc, head).end))) return null
  return report(doc, quotation, colon, head, 'name-colon')
}

/** `“…” — Anna Lee`: who wrote it, below or behind what they wrote. */
export function nameBehind(doc: Parsed, quotation: Quoted): Report | null {
  const { token, grammar } = doc.layers
  const dash = token.at(quotation.outer.end)
  if (!/^[―—–-]$|^--$/.test(token.norm(dash))) return null
  const head = phraseAfter(doc, dash + 1, Math.min(token.count, dash + LONGEST_NAME))
  if (head === null || grammar.upos(head) !== 'PROPN') return null
  const next = token.norm(nounPhrase(doc, head).end)
  const ends = /^[,.("“]?$/.test(next) || doc.text.slice(token.end[head], token.start[head + 1] ?? doc.text.length).includes('\n')
  return ends ? report(doc, quotation, dash, head, 'name-behind') : null
}

function isSpeech({ layers: { grammar } }: Parsed, i: number): boolean {
  const verb = grammar.upos(i) === 'VERB' ? ATTRIBUTING_VERBS.get(grammar.lemma(i)) : undefined
  return verb !== undefined && (verb.that || verb.quote)
}

function report(doc: Parsed, { pieces }: Quoted, cue: number, head: number, rule: string): Report | null {
  if (!NOMINAL.test(doc.layers.grammar.upos(head))) return null
  return {
    cueToken: cue,
    cue: spanOf(doc, { first: cue, end: cue + 1 }),
    speaker: nounPhrase(doc, head),
    speakerHead: head,
    content: pieces,
    stance: false,
    rule,
  }
}
