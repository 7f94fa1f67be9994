import type { Tokens } from '../../document/tokens.js'
import { scaleBy, type Draft, type Reading } from './draft.js'
import { changeBefore } from './change.js'

const DASH = /^(?:[-–—−]\s?|\s[-–—−]\s)$/
const TO =
  /^-?\s(?:to|till|up to|through)\s(?:about\s|around\s|roughly\s|nearly\s|as (?:many|much) as\s|more than\s|over\s)?$|^-?\s(?:to|or)-$/
/** `five or six` joins neighbours, `five or 500` does not. */
const NEIGHBOURS = 5

/** Joins the two ends of a range into one figure: `$3 billion to $5 billion`, `between 10 and 15`, `30–40 per cent`. */
export function joinRanges(drafts: readonly Draft[], doc: Reading): Draft[] {
  const joined: Draft[] = []
  for (const draft of drafts) {
    const last = joined.at(-1)
    const range = last && last.sentence === draft.sentence ? join(last, draft, doc) : null
    if (range) joined.splice(-1, 1, ...range)
    else joined.push(draft)
  }
  return joined
}

/** One range, two figures of a change that share unit and scale, or null where the two have nothing to do with each other. */
function join(a: Draft, b: Draft, doc: Reading): Draft[] | null {
  const gap = doc.text.slice(a.tail, b.start)
  if (gap.length > 24 || (a.modifier === 'between' && a.value !== null) || !(compatible(a, b) || b.bare)) return null
  const { token } = doc.layers
  const before = token.at(a.start) - 1
  const inside = /\bbetween\s/i.test(doc.text.slice(a.start, a.end))
  const between = inside || token.norm(before) === 'between'
  const dash = DASH.test(gap)
  if (dash && a.bare && b.bare && !isRange(a, b)) return null
  if (/^\sto\s/.test(gap) && isChange(a, b, before, doc)) return [...share(a, b, true)]
  if (!compatible(a, b)) return null
  const opens = dash || TO.test(gap) || (between && /^\s(?:and|to)\s/.test(gap)) || (/^\sor\s$/.test(gap) && areNeighbours(a, b))
  if (!opens || a.value === null || b.value === null) return null
  const [low, high] = share(a, b, false)
  return [rangeOf(low, high, between && !inside ? token.start[before]! : a.start)]
}

function rangeOf(a: Draft, b: Draft, start: number): Draft {
  const kept = b.bare && !a.bare ? a : b
  return {
    ...kept,
    rule: kept.rule,
    start,
    end: b.end,
    coreStart: start,
    tail: b.tail,
    value: null,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
    bare: a.bare && b.bare,
    modifier: 'between',
  }
}

const compatible = (a: Draft, b: Draft): boolean =>
  a.kind !== 'ordinal' &&
  b.kind !== 'ordinal' &&
  a.kind !== 'ratio' &&
  b.kind !== 'ratio' &&
  a.change === null &&
  (a.bare ||
    sharesUnit(a, b) ||
    (a.kind === b.kind && a.unit?.name === b.unit?.name && a.currency === b.currency) ||
    (a.kind === 'age' && b.kind === 'age'))

/** The two ends with the unit and scale that only one of them states: `3 to 5 million`, `208 pounds to 193`. */
function share(a: Draft, b: Draft, falling: boolean): [Draft, Draft] {
  const scaled = a.scale === 1 && b.scale > 1 && a.mantissa < 1000 && (falling || a.mantissa < b.mantissa) ? scaleBy(a, b.scale) : a
  const units = (to: Draft, from: Draft): Draft =>
    to.bare && !from.bare ? { ...to, kind: from.kind, unit: from.unit, currency: from.currency, per: to.per ?? from.per, bare: false } : to
  return [units(scaled, b), units(b, a)]
}

/** Two bare numbers around a dash: a range rises and is no pair of years, and no score (`2-1`, `30-28`). */
const isRange = (a: Draft, b: Draft): boolean => a.min < b.min && !(a.min >= 1900 && a.min < 2100 && a.scale === 1)

const areNeighbours = (a: Draft, b: Draft): boolean =>
  a.bare && a.scale === b.scale && b.mantissa > a.mantissa && b.mantissa - a.mantissa <= NEIGHBOURS

/** `fell from 24 to 20`: `from`, and a word of change before it or a fall. */
function isChange(a: Draft, b: Draft, before: number, doc: Reading): boolean {
  const token: Tokens = doc.layers.token
  const from = [before, before - 1, before - 2].find((i) => token.norm(i) === 'from')
  if (token.norm(before) === 'by' || token.norm(before) === 'the') return false // `down from the $89 to $93 billion`
  if (from === undefined && !compatible(a, b)) return false
  if (from === undefined && isStep(a, b) && changeBefore(doc, a.sentence, before + 1, 1) !== null) return true
  const word = changeBefore(doc, a.sentence, from ?? before + 1, from === undefined ? 2 : 12)
  return (
    (from !== undefined && (b.mantissa * b.scale < a.mantissa * a.scale || word !== null)) ||
    (word !== null && token.norm(before) !== 'to' && b.min < a.min)
  )
}

/** `rose 5 cents to 40 cents`: the first is by how much, the second how far; it is many times the first. */
const isStep = (a: Draft, b: Draft): boolean =>
  !a.bare && !b.bare && a.kind !== 'percent' && a.scale === b.scale && b.mantissa >= 3 * a.mantissa

/** A second end without a unit shares the first's only behind a currency sign or an age: `$3–5 million`, `aged 18 to 24`. */
const sharesUnit = (a: Draft, b: Draft): boolean =>
  b.bare && (a.kind === 'age' || (a.rule === 'en.figure.money.symbol' && (b.scale > 1 || a.scale === 1) && b.mantissa > a.mantissa))
