import type { Span } from '../../document/span.js'
import { phraseAfter, phraseBefore, spanOf, type Phrase } from './phrases.js'
import { subjectOf } from './tree.js'
import { subjectBefore } from './subject.js'
import { rateAt } from './surroundings.js'
import type { Draft, Reading } from './draft.js'

const TIME_NOUNS = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'night',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

/** Says of each figure what it counts or measures, and names the counted noun as its unit. What counts units of time is a duration, no figure. */
export function withCounted(drafts: readonly Draft[], dates: readonly Span[], doc: Reading): Draft[] {
  if (drafts.length === 0) return []
  const closed = tokensOf(doc, dates)
  const all: Draft[] = []
  for (const [i, draft] of drafts.entries()) all.push(restated(draft, all.at(-1), doc) ?? counted(draft, drafts[i + 1], closed, doc))
  return all.filter(({ bare, unit }) => !bare || !unit || !TIME_NOUNS.has(unit.name))
}

/** `7.5 million crowns ($1.1 million)`, `60%, or $30 billion`: the same thing in another unit. */
function restated(draft: Draft, before: Draft | undefined, doc: Reading): Draft | null {
  if (!before || before.sentence !== draft.sentence || draft.bare || draft.start - before.tail > 6) return null
  if (!/^(?:\s?\(|,?\sor\s)$/.test(doc.text.slice(before.tail, draft.start))) return null
  const change = draft.change ?? (before.change && before.change.to === null ? { ...before.change, by: draft.value } : null)
  return { ...draft, of: before.of, change }
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

function counted(draft: Draft, follower: Draft | undefined, closed: Uint8Array, doc: Reading): Draft {
  const { token, sentence } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  const first = token.at(draft.start)
  const next = token.at(draft.tail)
  const after = next < endToken ? following(draft, behindMeasure(draft, follower, next, doc), endToken, closed, doc) : null
  if (after) return countedAfter(draft, after, doc)
  if (draft.unit?.name === 'time') return draft
  const before =
    preceding(draft, doc, first, firstToken, closed) ?? subjectOf(doc, first, next) ?? subjectBefore(doc, first, firstToken, closed)
  return before ? { ...draft, of: spanOf(doc, before) } : draft
}

/** The noun behind the number is what is counted; a rate may stand behind it (`300 people a year`). */
function countedAfter(draft: Draft, after: Phrase, doc: Reading): Draft {
  const { grammar } = doc.layers
  const parts = draft.bare ? attribute(draft, after, doc) : null
  const of = parts?.of ?? spanOf(doc, after)
  const rate = draft.per === null ? rateAt(doc.text, of.end) : null
  const name = parts?.unit ?? nounOf(doc, after.head)
  const unit = draft.bare && grammar.upos(after.head) !== 'X' ? { name, dimension: null } : draft.unit
  return { ...draft, of, unit, per: rate ? rate.per : draft.per }
}

/** `a 12-page document`, `a three-cylinder engine`: a number that describes counts the first noun, of the last. */
function attribute(draft: Draft, { first, end, head }: Phrase, doc: Reading): { readonly unit: string; readonly of: Span } | null {
  const { grammar } = doc.layers
  if (draft.min === 1 || head === first || end !== head + 1 || grammar.xpos(head) !== 'NN' || grammar.xpos(first) !== 'NN') return null
  return { unit: nounOf(doc, first), of: spanOf(doc, { first: first + 1, end, head }) }
}

/** `eight million 250ml bottles`: the counted noun stands behind the measure that describes it. */
const behindMeasure = (draft: Draft, follower: Draft | undefined, next: number, doc: Reading): number =>
  draft.bare && follower && !follower.bare && doc.layers.token.at(follower.start) === next ? doc.layers.token.at(follower.tail) : next

/** `10,000 labourers`, `2,000 tonnes of wheat`, `$11 billion debt`, `12 of the ships`. */
function following(draft: Draft, next: number, end: number, closed: Uint8Array, doc: Reading): Phrase | null {
  const { token, grammar } = doc.layers
  const word = token.norm(next)
  if (word === 'of') return phraseAfter(doc, next + 1, end, closed)
  if (draft.kind === 'age' || draft.unit?.name === 'time')
    return token.joined(next - 1) || word === '-' ? null : attributive(doc, next, end, closed)
  if (word === 'in' && draft.kind === 'money') return inKind(doc, next + 1, end, closed)
  if (word === 'for' && draft.kind === 'money' && /^(?:an?|the|each|every)$/.test(token.norm(next + 1)))
    return phraseAfter(doc, next + 1, end, closed)
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
function preceding(draft: Draft, doc: Reading, first: number, from: number, closed: Uint8Array): Phrase | null {
  const { token, grammar } = doc.layers
  const link = token.norm(first - 1)
  if (first - 2 < from) return null
  if (link === 'of' || link === ':' || link === 'worth' || link === 'totalling' || link === 'totaling')
    return phraseBefore(doc, first - 1, from, closed)
  if (link === 'by' && draft.change && grammar.upos(first - 2) === 'NOUN') return phraseBefore(doc, first - 1, from, closed) // `cut staff by 300`
  if (link === ',' || link === '(') return phraseBefore(doc, first - 1, from, closed)
  if (draft.kind === 'measure' && grammar.upos(first - 1) === 'NOUN') return phraseBefore(doc, first, from, closed) // `a town 20 miles away`
  return null
}

/** The counted noun's lemma; `people` stays `people`. */
function nounOf(doc: Reading, head: number): string {
  const { token, grammar } = doc.layers
  const word = token.norm(head)
  if (word === 'people') return word
  const lemma = (grammar.lemma(head) || word).toLowerCase()
  return grammar.xpos(head) === 'NNPS' && lemma === word ? word.replace(/s$/, '') : lemma
}
