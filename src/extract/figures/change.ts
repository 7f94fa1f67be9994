import type { Change } from '../../document/layers.js'
import { directionOf, movesAs, type Direction } from '../../lang/en/figures/changes.js'
import type { Draft, Reading } from './draft.js'

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
  return drafts.map((draft, i) => {
    if (draft.change || draft.kind === 'age' || draft.kind === 'ordinal' || draft.kind === 'ratio') return draft
    const before = token.at(draft.start) - 1
    const previous = drafts[i - 1]?.sentence === draft.sentence ? drafts[i - 1]! : null
    const change = changeTo(draft, previous, drafts[i + 1], before, doc) ?? changeBy(draft, before, doc)
    return change ? { ...draft, change } : draft
  })
}

/** `(rose) to B from A`, `from A to B`: the figure after `to` carries the change. */
function changeTo(draft: Draft, previous: Draft | null, next: Draft | undefined, before: number, doc: Reading): Change | null {
  const { token } = doc.layers
  if (token.norm(before) !== 'to') return null
  const origin = previous && opensWithFrom(previous, doc) && before - token.at(previous.tail) <= 4 ? previous : null
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
