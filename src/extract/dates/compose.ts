import type { Document } from '../../document/document.js'
import type { Span } from '../../document/span.js'
import {
  FIRST_DAY,
  JOINS,
  MODIFIERS,
  NEXT_DAY,
  NEXT_YEAR,
  NIGHT_AFTER,
  OF_NIGHT,
  OR_SO,
  PART_AFTER,
  BEFORE_DAY,
  RANGE,
  asSet,
  dayOfSaid,
  isClock,
  namesDay,
  partAfter,
} from '../../lang/en/dates/join.js'
import type { Said } from '../../lang/said.js'
import type { Match } from '../../rules/rule.js'

type Doc = Document<'token' | 'sentence'>
export type Expression = Match<Said>

/** Longest word that may stand before an expression and belong to it. UTF-16 units. */
const WINDOW = 40
/** Longest gap between two expressions that are one. */
const GAP = 8

/** Puts neighbouring expressions together, then takes in the words around them that belong to them. */
export function compose(doc: Doc, atoms: readonly Expression[]): Expression[] {
  const joined: Expression[] = []
  for (const atom of atoms) {
    let current = withPart(doc, atom)
    for (;;) {
      const before = joined.at(-1)
      const merged = before ? joinTwo(doc, before, current) : null
      if (!merged) break
      joined.pop()
      current = merged
    }
    const first = joined.at(-1)
    const earlier = firstDay(doc, current, first?.end ?? 0)
    const night = earlier && first ? nightOf(doc, first, earlier, current) : null
    if (night) joined[joined.length - 1] = night
    else joined.push(...(earlier ? [earlier, current] : [current]))
  }
  return modified(doc, sequels(doc, inherit(doc, withDay(doc, joined))))
}

function joinTwo(doc: Doc, first: Expression, second: Expression): Expression | null {
  if (second.start - first.end > GAP || second.start < first.end) return null
  const gap = doc.text.slice(first.end, second.start)
  for (const { id, gap: between, when, join } of JOINS) {
    if (between.test(gap) && when(first, second))
      return {
        ...join(first, second),
        start: first.start,
        end: second.end,
        rule: `${first.rule}+${id}+${second.rule.replace(/^en\./, '')}`,
      }
  }
  return null
}

const ofDay = (said: Said): boolean =>
  said.type === 'DATE' && (said.weekday !== undefined || said.day !== undefined || said.holiday !== undefined)

/** `Friday morning`; `Tuesday nights` is every one of them. */
function withPart(doc: Doc, atom: Expression): Expression {
  if (!ofDay(atom)) return atom
  const m = PART_AFTER.exec(doc.text.slice(atom.end, atom.end + 24))
  if (!m) {
    const plural = /^s(?![\p{L}\d])/u.test(doc.text.slice(atom.end, atom.end + 2)) ? asSet(atom) : null
    return plural ? { ...plural, start: atom.start, end: atom.end + 1, rule: `${atom.rule}+plural` } : atom
  }
  const said = { ...atom, type: 'TIME' as const, part: partAfter(m.groups!.part!), end: atom.end + m[0].length }
  const set = m.groups!.many ? asSet(said) : null
  return set ? { ...set, start: atom.start, end: said.end, rule: `${atom.rule}+parts` } : said
}

/** A clock takes the day behind it: `at 10:35 a.m. (0735 GMT) Friday`, `from 9 a.m. to 5 p.m. on Friday`. */
function withDay(doc: Doc, list: readonly Expression[]): Expression[] {
  const found = [...list]
  for (let i = found.length - 2; i >= 0; i--) {
    const [clock, next] = [found[i]!, found[i + 1]!]
    if (!isClock(clock) || isClock(next) || next.start - clock.end > GAP || !namesDay(next)) continue
    if (!BEFORE_DAY.test(doc.text.slice(clock.end, next.start))) continue
    const { start, end, rule, hour, minute, zone } = clock
    found[i] = {
      ...dayOfSaid(next),
      type: 'TIME',
      hour: hour!,
      minute: minute ?? 0,
      ...(zone === undefined ? {} : { zone }),
      start,
      end,
      rule,
    }
  }
  return found
}

/** The first end of a range takes the year that its second end names: `Feb 28-Mar 1, 2019`. */
function inherit(doc: Doc, list: readonly Expression[]): Expression[] {
  return list.map((first, i) => {
    const second = list[i + 1]
    if (!second || first.year !== undefined || second.year === undefined || first.month === undefined || second.month === undefined)
      return first
    if (first.step || first.type !== 'DATE' || second.start - first.end > GAP || !RANGE.test(doc.text.slice(first.end, second.start)))
      return first
    return { ...first, year: first.month > second.month ? second.year - 1 : second.year }
  })
}

/** The second day of `April 24 and 25` and the second year of `1950-53`. */
function sequels(doc: Doc, list: readonly Expression[]): Expression[] {
  const found: Expression[] = []
  for (let i = 0; i < list.length; i++) {
    const first = list[i]!
    const after = doc.text.slice(first.end, first.end + 24)
    const limit = list[i + 1]?.start ?? Infinity
    const said =
      first.type === 'DATE' && first.rule === 'en.date.month-day'
        ? nextDay(first, after)
        : first.rule === 'en.date.year'
          ? nextYear(first, after)
          : null
    const taken = list[i + 1]
    const yearInside = said !== null && said.year !== undefined && taken?.rule === 'en.date.year' && taken.end === said.span.end
    if (!said || (said.span.end > limit && !yearInside)) {
      found.push(first)
      continue
    }
    found.push(said.year === undefined ? first : { ...first, year: said.year }, { ...said.value, ...said.span, rule: `${first.rule}+next` })
    if (yearInside) i++
  }
  return found
}

/** The first day of `25-28 April`, which takes month and year of the second. */
function firstDay(doc: Doc, second: Expression, floor: number): Expression | null {
  if (second.rule !== 'en.date.day-month') return null
  const window = doc.text.slice(Math.max(floor, second.start - 20), second.start)
  const m = FIRST_DAY.exec(window)
  if (!m) return null
  const digits = m.groups!.day ?? m.groups!.led!
  const day = Number(digits)
  if (day < 1 || day >= second.day!) return null
  const start = second.start - m[0].length + m[0].indexOf(digits)
  return { ...second, day, start, end: start + digits.length, rule: `${second.rule}+first` }
}

/** `the night of 4–5 May` is one night, that of the 4th. */
function nightOf(doc: Doc, part: Expression, first: Expression, second: Expression): Expression | null {
  if (part.part !== 'NI' || part.step?.from !== 'text' || !OF_NIGHT.test(doc.text.slice(part.end, first.start))) return null
  return { ...first, type: 'TIME', part: 'NI', start: part.start, end: second.end, rule: `${part.rule}+${first.rule}` }
}

interface Sequel {
  readonly value: Said
  readonly span: Span
  readonly year?: number
}

function nextDay(first: Expression, after: string): Sequel | null {
  const m = NEXT_DAY.exec(after)
  if (!m || Number(m.groups!.day) < 1 || Number(m.groups!.day) > 31) return null
  const start = first.end + m[0].indexOf(m.groups!.day!, m[0].search(/\d/))
  const year = m.groups!.year === undefined ? undefined : Number(m.groups!.year)
  return {
    value: { type: 'DATE', month: first.month!, day: Number(m.groups!.day), ...(year === undefined ? {} : { year }) },
    span: { start, end: first.end + m[0].length },
    ...(year === undefined ? {} : { year }),
  }
}

function nextYear(first: Expression, after: string): Sequel | null {
  const m = NEXT_YEAR.exec(after)
  if (!m) return null
  const year = Math.floor(first.year! / 100) * 100 + Number(m.groups!.year)
  if (year <= first.year!) return null
  return { value: { type: 'DATE', year }, span: { start: first.end + 1, end: first.end + m[0].length } }
}

function modified(doc: Doc, list: readonly Expression[]): Expression[] {
  let floor = 0
  return list.map((atom) => {
    const extended = before(doc, after(doc, atom), floor)
    floor = extended.end
    return extended
  })
}

function after(doc: Doc, atom: Expression): Expression {
  if (atom.part === 'NI' && atom.day !== undefined) {
    const second = NIGHT_AFTER.exec(doc.text.slice(atom.end, atom.end + 16))
    if (!second) return atom
    const year = second.groups!.year === undefined ? {} : { year: Number(second.groups!.year) }
    return { ...atom, ...year, end: atom.end + second[0].length }
  }
  if (atom.type !== 'DURATION' && atom.step?.count !== 1) return atom
  const m = OR_SO.exec(doc.text.slice(atom.end, atom.end + 14))
  if (!m) return atom
  const mod = ({ more: 'EQUAL_OR_MORE', less: 'EQUAL_OR_LESS' } as const)[m[1] as 'more'] ?? 'APPROX'
  return { ...atom, end: atom.end + m[0].length, mod }
}

/** Takes in the words before an expression, at most two of them (`about the end of`), never what another expression holds. */
function before(doc: Doc, atom: Expression, floor: number): Expression {
  let current = atom
  for (let round = 0; round < 2; round++) {
    const window = doc.text.slice(Math.max(floor, current.start - WINDOW), current.start)
    const next = modifierOf(current, window)
    if (!next) return current
    current = next
  }
  return current
}

function modifierOf(atom: Expression, window: string): Expression | null {
  for (const { id, before: pattern, apply } of MODIFIERS) {
    const m = pattern.exec(window)
    const said = m && apply(atom, m)
    if (said) return { ...said, start: atom.start - (window.length - m.index), end: atom.end, rule: `${atom.rule}+${id}` }
  }
  return null
}
