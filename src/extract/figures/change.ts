import type { Change } from '../../document/layers.js'
import { directionOf, movesAs, type Direction } from '../../lang/en/figures/changes.js'
import { scaleBy, type Draft, type Reading } from './draft.js'

/** Words between a word of change and its figure: `fell by a further`, `rose as much as`. */
const BETWEEN = new Set([
  'by',
  'of',
  'a',
  'an',
  'another',
  'further',
  'additional',
  'only',
  'just',
  'even',
  'some',
  'extra',
  'total',
  'net',
  'record',
  'whopping',
  'in',
  'value',
])
const NOUN_AFTER =
  /^(?:drop|fall|decline|decrease|reduction|cut|slump|plunge|dip|slide|rise|increase|gain|jump|surge|growth|hike|climb|rebound|higher|lower|up|down)$/

/** The nearest word of change in the `reach` tokens before token `at` of a sentence. */
export function changeBefore(
  doc: Reading,
  sentence: number,
  at: number,
  reach: number,
): { readonly at: number; readonly direction: Direction } | null {
  const { token, sentence: sentences } = doc.layers
  const first = Math.max(sentences[sentence]!.firstToken, at - reach)
  for (let i = at - 1; i >= first; i--) {
    const direction = directionOf(token.norm(i))
    if (direction) return { at: i, direction }
  }
  return null
}

/** Says which figures change something, and how: `up 5%`, `fell by 300`, `from $60m to $34m`. */
export function withChanges(drafts: readonly Draft[], doc: Reading): Draft[] {
  const { token } = doc.layers
  const all: Draft[] = []
  for (const [i, written] of drafts.entries()) {
    const before = token.at(written.start) - 1
    const previous = all.at(-1)?.sentence === written.sentence ? all.at(-1)! : null
    const origin = previous && isOrigin(previous, before, doc) ? previous : null
    const draft = origin ? measuredAs(origin, written, doc) : written
    if (origin) all[all.length - 1] = measuredAs(draft, origin, doc)
    const change = canChange(draft)
      ? (changeTo(draft, origin && all.at(-1)!, drafts[i + 1], before, doc) ??
        levelOf(draft, previous, before, doc) ??
        changeBy(draft, before, doc))
      : null
    all.push(change ? { ...draft, change } : draft)
  }
  return all
}

const canChange = ({ change, kind }: Draft): boolean => !change && kind !== 'age' && kind !== 'ordinal' && kind !== 'ratio'

/** `from A to B`: whether `previous` is the A of the figure behind token `before`. */
const isOrigin = (previous: Draft, before: number, doc: Reading): boolean =>
  doc.layers.token.norm(before) === 'to' && opensWithFrom(previous, doc) && before - doc.layers.token.at(previous.tail) <= 4

/** A number that counts nothing of its own has the unit and scale of the other end: `from 24.2 to 33-35 billion euros`, `from 21 mpg to 23`. */
function measuredAs(other: Draft, draft: Draft, doc: Reading): Draft {
  if (!draft.bare || other.bare || isCounting(doc.layers.grammar.upos(doc.layers.token.at(draft.tail)))) return draft
  const scaled = draft.scale === 1 && other.scale > 1 && draft.mantissa < 1000 ? scaleBy(draft, other.scale) : draft
  return { ...scaled, kind: other.kind, unit: other.unit, currency: other.currency, per: draft.per ?? other.per, bare: false }
}

/** `rose 18 cents to $2.40`: the second of two figures of one kind is what the change led to. */
function levelOf(draft: Draft, previous: Draft | null, before: number, doc: Reading): Change | null {
  const by = previous?.change
  if (!previous || !by || by.by === null || previous.kind !== draft.kind || draft.kind === 'percent' || draft.value === null) return null
  const { token } = doc.layers
  return token.norm(before) === 'to' && token.at(previous.tail) === before
    ? { direction: by.direction, from: null, to: draft.value, by: sameUnit(previous, draft) ? by.by : null }
    : null
}

/** `(rose) to B from A`, `from A to B`: the figure after `to` carries the change. */
function changeTo(draft: Draft, origin: Draft | null, next: Draft | undefined, before: number, doc: Reading): Change | null {
  const { token } = doc.layers
  if (token.norm(before) !== 'to') return null
  const later = next?.sentence === draft.sentence && opensWithFrom(next, doc) && next.start - draft.end < 40 ? next : null
  const from = [origin, later].find((other) => other && sameUnit(other, draft)) ?? null
  const word = changeBefore(doc, draft.sentence, origin ? token.at(origin.start) : before, origin ? 14 : 3)
  if (from === null) return word && word.at === before - 1 ? { direction: word.direction, from: null, to: draft.value, by: null } : null
  if (from.value === null || draft.min === from.value) return null
  return { direction: word?.direction ?? (draft.min < from.value ? 'down' : 'up'), from: from.value, to: draft.value, by: null }
}

/** `fell by 300`, `rose 5%`, `a 19% drop`, `12% higher`. */
function changeBy(draft: Draft, before: number, doc: Reading): Change | null {
  const { token, sentence, grammar } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  let i = before
  let by = false
  for (let steps = 0; i >= firstToken && steps < 5; steps++, i--) {
    const word = token.norm(i)
    if (word === 'by') by = true
    if (!BETWEEN.has(word) && !(word.endsWith('ly') && word.length > 4)) break
  }
  const particle = (token.norm(i) === 'up' || token.norm(i) === 'down') && grammar.upos(i - 1) === 'VERB' && !movesAs(token.norm(i - 1))
  const direction = i >= firstToken && !particle ? directionOf(token.norm(i)) : null
  const after = token.at(draft.tail)
  if (direction && (by || !draft.bare || !isCounting(grammar.upos(after)))) return { direction, from: null, to: null, by: draft.value }
  const noun = after < endToken && NOUN_AFTER.test(token.norm(after)) && !draft.bare ? directionOf(token.norm(after)) : null
  return noun ? { direction: noun, from: null, to: null, by: draft.value } : null
}

const isCounting = (upos: string): boolean => upos === 'NOUN' || upos === 'ADJ' || upos === 'PROPN'

const sameUnit = (a: Draft, b: Draft): boolean =>
  a.kind === b.kind && a.currency === b.currency && (a.unit?.name ?? '') === (b.unit?.name ?? '')

const opensWithFrom = (draft: Draft, doc: Reading): boolean => doc.layers.token.norm(doc.layers.token.at(draft.start) - 1) === 'from'
