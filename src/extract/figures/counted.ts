import type { Span } from '../../document/span.js'
import { NUMBERS } from '../../lang/en/figures/measuring.js'
import { lemmaOf } from '../../lang/en/lemmas.js'
import { phraseBefore, spanOf, type Phrase } from './phrases.js'
import { Marks } from './marks.js'
import { unitBefore, wholeBefore, wholeOf } from './elided.js'
import { measuredBefore } from './measured.js'
import { behindFollower, following, isStrong, withoutVerb, withPlural } from './following.js'
import { subjectInTree } from './tree.js'
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

/** A plural by its look, where the tag says otherwise: not `gas`, `series`, `virus`, `physics`. */
const PLURAL = /.{4}(?:[^suic]|[^e]i|[^i]c)s$/

/** Says of each figure what it counts or measures, and names the counted noun as its unit. What counts units of time is a duration, no figure. */
export function withCounted(drafts: readonly Draft[], dates: readonly Span[], doc: Reading): Draft[] {
  if (drafts.length === 0) return []
  const marks = new Marks(doc.layers.token, dates, drafts)
  const all: Draft[] = []
  for (const [i, draft] of drafts.entries()) {
    const before = all.at(-1)
    const again = before ? restated(draft, before, doc) : null
    if (again && before!.per === null && again.per !== null) all[all.length - 1] = { ...before!, per: again.per } // `9bn crowns ($400m) a year`
    all.push(again ?? counted(draft, all, drafts[i + 1], marks, doc))
  }
  return all.filter(({ bare, unit }) => !bare || !unit || !TIME_NOUNS.has(unit.name))
}

/** `7.5 million crowns ($1.1 million)`, `60%, or $30 billion`: the same thing in another unit, within the same bound. */
function restated(draft: Draft, before: Draft, doc: Reading): Draft | null {
  if (before.sentence !== draft.sentence || draft.bare || draft.start - before.tail > 6) return null
  if (!/^(?:\s?\(|,?\sor\s)$/.test(doc.text.slice(before.tail, draft.start))) return null
  const change = draft.change ?? (before.change && before.change.to === null ? { ...before.change, by: draft.value } : null)
  const modifier = draft.modifier === 'exact' && before.modifier !== 'between' ? before.modifier : draft.modifier
  return { ...draft, of: before.of, change, modifier }
}

function counted(draft: Draft, all: readonly Draft[], follower: Draft | undefined, marks: Marks, doc: Reading): Draft {
  const { token, sentence } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  const first = token.at(draft.start)
  const next = token.at(draft.tail)
  const behind = next < endToken ? following(draft, behindFollower(draft, follower, next, doc), endToken, marks, doc) : null
  const after = behind && draft.bare && draft.max > 1 ? withPlural(doc, withoutVerb(doc, behind), endToken, marks) : behind
  if (after) return countedAfter(draft, after, doc)
  if (draft.unit?.name === 'time' || isSomebody(draft, first, doc) || isComparison(draft, first, marks, doc)) return draft
  const whole = draft.bare ? wholeOf(doc, first, firstToken, marks) : null
  if (whole) return { ...draft, of: spanOf(doc, whole), unit: { name: nounOf(doc, whole.head, true), dimension: null } }
  const joined = isJoined(draft, all.at(-1), first, doc) ? all.at(-1)! : null
  if (joined) return { ...draft, of: joined.of, unit: draft.unit ?? joined.unit }
  const elided = draft.bare ? wholeBefore(draft, all, doc) : null
  if (elided) return { ...draft, of: elided.of, unit: elided.unit }
  const before =
    apposed(draft, doc, first, firstToken, marks) ?? measuredBefore(doc, first, firstToken, marks) ?? subjectInTree(doc, first, next, marks)
  const like = draft.bare ? unitBefore(draft, all, doc) : null
  if (like) draft = { ...draft, kind: like.kind, unit: like.unit, currency: like.currency, bare: false }
  if (!before) return draft
  const again = draft.bare && Number.isInteger(draft.max) ? all.findLast((one) => isCountIn(one, before, doc)) : undefined
  if (again) return { ...draft, of: again.of, unit: again.unit } // `300 people died, up from 250`
  const noun = draft.bare ? numbered(before, first, doc) : -1
  return { ...draft, of: spanOf(doc, before), unit: noun < 0 ? draft.unit : { name: nounOf(doc, noun, true), dimension: null } }
}

/** The noun behind the number is what is counted; a rate may stand behind it (`300 people a year`). */
function countedAfter(draft: Draft, after: Phrase, doc: Reading): Draft {
  const { grammar, token } = doc.layers
  if (isStrong(token.at(draft.tail), doc)) return { ...draft, of: spanOf(doc, after) }
  const parts = draft.bare ? attribute(draft, after, doc) : null
  const of = parts?.of ?? spanOf(doc, after)
  const rate = draft.per === null ? rateAt(doc.text, of.end) : null
  const name = parts?.unit ?? nounOf(doc, after.head, draft.max > 1)
  const unit = draft.bare && grammar.upos(after.head) !== 'X' ? { name, dimension: null } : draft.unit
  return { ...draft, of, unit, per: rate ? rate.per : draft.per }
}

/** `a 12-page document`, `six-party talks`, `a three cylinder engine`: a number that describes counts the first noun, of the last. */
function attribute(draft: Draft, { first, end, head }: Phrase, doc: Reading): { readonly unit: string; readonly of: Span } | null {
  const { grammar } = doc.layers
  if (head === first || end !== head + 1 || grammar.xpos(first) !== 'NN') return null
  if (doc.text[draft.end] !== '-' && (draft.min === 1 || grammar.xpos(head) !== 'NN')) return null
  return { unit: nounOf(doc, first, false), of: spanOf(doc, { first: first + 1, end, head }) }
}

/** `5.4 inches, 6.1 inches and 6.7 inches`, `a fine of $5 for one and $7 for the other`: figures in a row measure the same thing. So does `52 votes to 48`. */
function isJoined(draft: Draft, previous: Draft | undefined, first: number, doc: Reading): boolean {
  if (!previous || previous.sentence !== draft.sentence || previous.kind !== draft.kind) return false
  if (draft.kind !== 'money' && draft.unit && previous.unit?.name !== draft.unit.name) return false
  const { token, grammar } = doc.layers
  const from = token.at(previous.tail)
  if (first - from > 6 || !/^(?:,|and|or|to|against)$/.test(token.norm(first - 1))) return false
  if (previous.of && previous.of.start > previous.start && token.norm(from) !== 'of' && !draft.bare) return false
  for (let i = from; i < first; i++) if (grammar.upos(i) === 'VERB' || grammar.upos(i) === 'AUX') return false
  return true
}

/** `a 15-year-old fled`: the age is that of no noun, it stands for one. */
const isSomebody = ({ rule }: Draft, first: number, doc: Reading): boolean =>
  rule === 'en.figure.age.old' && doc.layers.grammar.upos(first - 1) === 'DET'

/** Whether a count stands in a phrase, as `300 people` does. */
const isCountIn = (count: Draft, { first, end }: Phrase, { layers: { token } }: Reading): boolean =>
  count.kind === 'count' && count.unit !== null && count.start >= token.start[first]! && count.end <= token.end[end - 1]!

/** The noun that a number counts from afar (`the crew numbered 30`, `the number of refugees rose to 30`); -1 where it counts none. */
function numbered({ head, end }: Phrase, first: number, doc: Reading): number {
  const { token } = doc.layers
  if (token.norm(head) === 'number' && token.norm(head + 1) === 'of') return end - 1
  return NUMBERS.has(token.norm(first - 1)) ? head : -1
}

/** `two hours, twice as long as planned`: what is compared is the date or figure before. */
const isComparison = ({ kind }: Draft, first: number, marks: Marks, doc: Reading): boolean =>
  kind === 'ratio' && doc.layers.token.norm(first - 1) === ',' && (marks.isDate(first - 2) || marks.isFigure(first - 2))

/** `Nick Hague, 44, said`: a noun that the figure stands beside between commas. */
function apposed(draft: Draft, doc: Reading, first: number, from: number, marks: Marks): Phrase | null {
  const { token } = doc.layers
  if (token.norm(first - 1) !== ',' || first - 2 < from) return null
  const closes = /^(?:[,.;)]|)$/.test(token.norm(token.at(draft.tail)))
  return closes ? phraseBefore(doc, first - 1, from, marks) : null
}

/** The counted noun's lemma; `people` stays `people`. A noun that `many` counts is a plural, whatever its tag. */
function nounOf(doc: Reading, head: number, many: boolean): string {
  const { token, grammar } = doc.layers
  const word = token.norm(head)
  if (word === 'people') return word
  const lemma = (grammar.lemma(head) || word).toLowerCase()
  return many && lemma === word && PLURAL.test(word) ? lemmaOf(word, 'NNS', word) : lemma
}
