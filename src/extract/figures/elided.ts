import { phraseAfter, type Phrase } from './phrases.js'
import type { Marks } from './marks.js'
import type { Draft, Reading } from './draft.js'

/** What may stand before the number of a clause that leaves its noun out. */
const OPENS_CLAUSE = /^(?:,|;|and|but|while|whereas|with)$/
const NUMBER = /\d[\d,]*\.(?<decimals>\d+)/

/** `Of the 39 ships, 12 were empty`: the whole that opens the sentence. */
export function wholeOf(doc: Reading, first: number, from: number, marks: Marks): Phrase | null {
  const { token } = doc.layers
  if (token.norm(from) !== 'of' || token.norm(first - 1) !== ',') return null
  const whole = phraseAfter(doc, from + 1, first, marks)
  return whole && whole.end === first - 1 ? whole : null
}

/** `The club has 2,500 members: 2,000 voted for, 300 against`: the count before that a number without a noun is part of. */
export function wholeBefore(draft: Draft, all: readonly Draft[], doc: Reading): Draft | null {
  const { token, sentence, grammar } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  const first = token.at(draft.start)
  if (first > firstToken && !OPENS_CLAUSE.test(token.norm(first - 1))) return null
  const next = token.at(draft.tail)
  const alone = next >= endToken || /^(?:VERB|AUX|ADP|PUNCT)$/.test(grammar.upos(next))
  if (!alone) return null
  for (let i = all.length - 1; i >= 0 && draft.sentence - all[i]!.sentence <= 1; i--) {
    const whole = all[i]!
    if (whole.kind === 'count' && whole.of && whole.unit && whole.unit.name !== 'time' && whole.max >= draft.max) return whole
  }
  return null
}

/** `The highest is 84.75 cents, the lowest 74.07`: the unit of the measure before in the sentence that is written with as many decimals. */
export function unitBefore(draft: Draft, all: readonly Draft[], doc: Reading): Draft | null {
  const decimals = decimalsOf(draft, doc)
  if (decimals === 0) return null
  for (let i = all.length - 1; i >= 0 && all[i]!.sentence === draft.sentence; i--) {
    const { kind, value } = all[i]!
    if ((kind === 'money' || kind === 'measure') && value !== null && decimalsOf(all[i]!, doc) === decimals) return all[i]!
  }
  return null
}

/** How many decimals a figure is written with. */
const decimalsOf = ({ coreStart, end }: Draft, { text }: Reading): number =>
  NUMBER.exec(text.slice(coreStart, Math.min(end, coreStart + 32)))?.groups!.decimals!.length ?? 0
