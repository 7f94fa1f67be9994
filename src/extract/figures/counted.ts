import type { Span } from '../../document/span.js'
import { phraseAfter, phraseBefore, spanOf, type Phrase } from './phrases.js'
import { subjectBefore } from './subject.js'
import type { Draft, Reading } from './draft.js'

/** Says of each figure what it counts or measures, and names the counted noun as its unit. */
export function withCounted(drafts: readonly Draft[], dates: readonly Span[], doc: Reading): Draft[] {
  if (drafts.length === 0) return []
  const closed = tokensOf(doc, dates)
  return drafts.map((draft) => counted(draft, closed, doc))
}

/** A mark for each token of a date: it is never what is counted. */
function tokensOf(doc: Reading, spans: readonly Span[]): Uint8Array {
  const { token } = doc.layers
  const marks = new Uint8Array(token.count + 1)
  for (const span of spans) {
    const { first, end } = token.range(span)
    marks.fill(1, first, end)
  }
  return marks
}

function counted(draft: Draft, closed: Uint8Array, doc: Reading): Draft {
  const { token, sentence, grammar } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  const first = token.at(draft.start)
  const next = token.at(draft.tail)
  const after = next < endToken ? following(draft, next, endToken, closed, doc) : null
  if (after) {
    const named = draft.bare || (draft.kind === 'ordinal' && draft.unit === null)
    return { ...draft, of: spanOf(doc, after), unit: named ? { name: nounOf(doc, after.head), dimension: null } : draft.unit }
  }
  const before = preceding(doc, first, firstToken, closed) ?? subjectBefore(doc, first, firstToken, closed)
  return before && grammar.upos(before.head) !== 'X' ? { ...draft, of: spanOf(doc, before) } : draft
}

/** `10,000 labourers`, `2,000 tonnes of wheat`, `$11 billion debt`, `12 of the ships`. */
function following(draft: Draft, next: number, end: number, closed: Uint8Array, doc: Reading): Phrase | null {
  const { token, grammar } = doc.layers
  const word = token.norm(next)
  if (word === 'of') return phraseAfter(doc, next + 1, end, closed)
  if (draft.kind === 'age' || draft.unit?.name === 'time')
    return token.joined(next - 1) || word === '-' ? null : attributive(doc, next, end, closed)
  if (word === 'in' && draft.kind === 'money') return inKind(doc, next + 1, end, closed)
  if (word === '-' && draft.bare) return phraseAfter(doc, next + 1, end, closed)
  if (grammar.upos(next) === 'DET' && draft.kind === 'ratio') return phraseAfter(doc, next, end, closed)
  return attributive(doc, next, end, closed)
}

/** A noun phrase right behind the figure, without an article of its own. */
function attributive(doc: Reading, next: number, end: number, closed: Uint8Array): Phrase | null {
  const upos = doc.layers.grammar.upos(next)
  return upos === 'DET' || upos === 'PRON' || upos === 'NUM' ? null : phraseAfter(doc, next, end, closed)
}

/** `$500m in foreign exchange`, not `$500m in Russia`, nor `in the fund`. */
function inKind(doc: Reading, from: number, end: number, closed: Uint8Array): Phrase | null {
  const upos = doc.layers.grammar.upos(from)
  const phrase = upos === 'DET' || upos === 'PROPN' || upos === 'PRON' ? null : phraseAfter(doc, from, end, closed)
  return phrase && doc.layers.grammar.upos(phrase.head) === 'NOUN' ? phrase : null
}

/** `a fine of $3 billion`, `speeds of up to 400 metres`, `Nick Hague, 44`: a noun to which the figure is joined. */
function preceding(doc: Reading, first: number, from: number, closed: Uint8Array): Phrase | null {
  const { token } = doc.layers
  const link = token.norm(first - 1)
  if (first - 2 < from) return null
  if (link === 'of' || link === ':' || link === 'worth' || link === 'totalling' || link === 'totaling')
    return phraseBefore(doc, first - 1, from, closed)
  if (link === ',' || link === '(') return phraseBefore(doc, first - 1, from, closed)
  return null
}

/** The counted noun's lemma; `people` stays `people`. */
function nounOf(doc: Reading, head: number): string {
  const { token, grammar } = doc.layers
  const word = token.norm(head)
  return word === 'people' ? word : (grammar.lemma(head) || word).toLowerCase()
}
