import { addMonths, dateOf, formatYear, weekdayOf, type Day } from '../../document/calendar.js'
import type { DateMention } from '../../document/layers.js'
import type { Amount, Fields, Said } from '../../lang/said.js'
import { dayIn, holidayIn, weekdayNear, withoutYear } from './choose.js'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfOf,
  halfPeriod,
  monthPeriod,
  nthWeek,
  periodAt,
  quarterPeriod,
  seasonPeriod,
  timeBounds,
  weekendPeriod,
  yearPeriod,
  type Period,
} from './interval.js'
import type { Narrative } from './narrative.js'
import type { Direction } from './tense.js'

export type Resolved = Pick<DateMention, 'type' | 'value' | 'mod' | 'from' | 'to' | 'precision' | 'anchor' | 'alternatives'> & {
  readonly reason?: 'no-anchor' | 'invalid'
  /** The day or period it fixes for what follows in the text. */
  readonly period?: Period
}

/** What surrounds an expression: the day of publication, the times named before, and how its verb points. */
export interface Surroundings {
  readonly published: Day | null
  readonly narrative: Narrative
  readonly direction: () => Direction
}

type Found = { readonly period: Period; readonly anchor: DateMention['anchor'] } | 'no-anchor' | 'invalid'

/** From what an expression says to what it means. */
export function resolve(said: Said, around: Surroundings): Resolved {
  if (said.fixed !== undefined) return plain(said, said.fixed)
  if (said.type === 'DURATION') return duration(said, around)
  if (said.step?.count === null) return plain(said, said.step.from === 'publication' ? 'PAST_REF' : null)
  if (said.step && (said.step.grain === 'hour' || said.step.grain === 'minute' || said.step.grain === 'second')) return clockStep(said)
  const found = place(said, around)
  if (typeof found === 'string') return { ...plain(said, null), reason: found }
  const period = narrowed(found.period, said)
  const bounds =
    said.hour !== undefined || said.part !== undefined
      ? timeBounds(period.from, said)
      : { from: bound(period.from), to: bound(period.to), precision: period.precision }
  return {
    type: said.type,
    value: period.value + clock(said),
    mod: said.mod ?? null,
    ...bounds,
    anchor: found.anchor,
    alternatives: said.otherwise ? alternative(said.otherwise) : [],
    ...(said.alike ? {} : { period: said.week === undefined ? found.period : period }),
  }
}

/** The half or week of a period that is meant. */
function narrowed(period: Period, { part2, week }: Said): Period {
  if (week !== undefined) return nthWeek(period, week)
  return part2 === undefined ? period : halfOf(period, part2)
}

const bound = (at: Day): string => {
  const { year, month, day } = dateOf(at)
  return `${formatYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const plain = (said: Said, value: string | null): Resolved => ({
  type: said.type,
  value,
  mod: said.mod ?? null,
  from: null,
  to: null,
  precision: null,
  anchor: 'none',
  alternatives: [],
  ...(value === null ? { reason: 'no-anchor' } : {}),
})

function alternative({ year, month, day }: Fields): string[] {
  const period = dayIn(year!, month!, day!)
  return period ? [period.value] : []
}

/** What follows the day in a TIMEX3 value: `T15:45`, `TNI`. */
function clock({ hour, minute, part, zone }: Said): string {
  if (hour !== undefined) return `T${String(hour).padStart(2, '0')}:${String(minute ?? 0).padStart(2, '0')}${zone === 'Z' ? 'Z' : ''}`
  return part === undefined ? '' : `T${part}`
}

const LETTER = (unit: Amount['unit']): string => unit.at(-1)!

/** `P2Y6M`, `PT48H`, `PXW`. */
export function amountValue(amounts: readonly Amount[]): string {
  const write = (amount: Amount): string => `${amount.count ?? 'X'}${LETTER(amount.unit)}`
  const days = amounts.flatMap((amount): Amount[] => {
    if (amount.unit === 'Y' && amount.count !== null && amount.count % 1 === 0.5)
      return [...(amount.count > 1 ? [{ count: Math.floor(amount.count), unit: 'Y' as const }] : []), { count: 6, unit: 'M' as const }]
    if (amount.unit === 'TH' && amount.count !== null && amount.count % 1 === 0.5)
      return [...(amount.count > 1 ? [{ count: Math.floor(amount.count), unit: 'TH' as const }] : []), { count: 30, unit: 'TM' as const }]
    return [amount]
  })
  const calendar = days
    .filter(({ unit }) => unit.length === 1)
    .map(write)
    .join('')
  const time = days
    .filter(({ unit }) => unit.length === 2)
    .map(write)
    .join('')
  return `P${calendar}${time ? `T${time}` : ''}`
}

function shift(at: Day, unit: Amount['unit'], count: number): Day {
  if (unit === 'D') return at + Math.round(count)
  if (unit === 'W') return at + Math.round(count * 7)
  if (unit === 'TH' || unit === 'TM' || unit === 'TS') return at
  return addMonths(at, Math.round(count * { M: 1, Q: 3, Y: 12 }[unit]))
}

/** A length, and where `the past three months` lies: up to the day of publication, or from it on. */
function duration(said: Said, { published }: Surroundings): Resolved {
  const amounts = said.amounts!
  const resolved = { ...plain(said, amountValue(amounts)) }
  const [amount] = amounts
  if (
    said.stretch === undefined ||
    published === null ||
    amounts.length !== 1 ||
    !amount ||
    amount.count === null ||
    amount.unit.length === 2
  )
    return resolved
  const other = shift(published, amount.unit, said.stretch === 'past' ? -amount.count : amount.count)
  const [from, to] = said.stretch === 'past' ? [other, published] : [published, other]
  return from < to ? { ...resolved, from: bound(from), to: bound(to), anchor: 'publication' } : resolved
}

/** `two hours earlier`: without a clock to count from only the length is known. */
function clockStep(said: Said): Resolved {
  const { grain, count } = said.step!
  const unit = ({ hour: 'TH', minute: 'TM', second: 'TS' } as const)[grain as 'hour']
  return { ...plain(said, amountValue([{ count: Math.abs(count!), unit }])), type: 'DURATION' }
}

/** The calendar period that an expression means. */
function place(said: Said, around: Surroundings): Found {
  if (said.alike) return compared(said, around)
  if (said.step) return stepped(said, around)
  if (said.year !== undefined) return named(said, said.year, 'none')
  if (said.decade !== undefined) return { period: decadePeriod(said.decade), anchor: 'none' }
  if (said.century !== undefined) return { period: centuryPeriod(said.century), anchor: 'none' }
  if (said.month !== undefined && said.day !== undefined && !dayIn(2000, said.month, said.day)) return 'invalid'
  const { published } = around
  if (said.weekday === undefined && said.month === undefined && said.hour !== undefined) return dayAround(around)
  if (said.after !== undefined)
    return { period: weekdayNear(said.weekday!, said.after, { type: 'DATE', toward: 'future' }, null), anchor: 'text' }
  if (published === null) return 'no-anchor'
  if (said.weekday !== undefined && said.month === undefined) {
    return { period: weekdayNear(said.weekday, published, said, around.direction()), anchor: 'publication' }
  }
  const period = withoutYear(said, published, said.toward === undefined ? around.direction() : null)
  return period ? { period, anchor: 'publication' } : 'invalid'
}

/** A time of the clock alone belongs to the day last named, else to the day of publication. */
function dayAround({ narrative, published }: Surroundings): Found {
  const day = narrative.nearest('day')
  if (day) return { period: dayPeriod(day.from), anchor: 'text' }
  return published === null ? 'no-anchor' : { period: dayPeriod(published), anchor: 'publication' }
}

/** Everything else is known: the year with what the text names inside it. */
function named(said: Said, year: number, anchor: DateMention['anchor']): Found {
  const { month, day, quarter, half, season, holiday } = said
  if (month !== undefined && day !== undefined) {
    const period = dayIn(year, month, day)
    return period ? { period, anchor } : 'invalid'
  }
  if (month !== undefined && (month < 1 || month > 12)) return 'invalid'
  if (month !== undefined) return { period: monthPeriod(year, month), anchor }
  if (quarter !== undefined) return { period: quarterPeriod(year, quarter), anchor }
  if (half !== undefined) return { period: halfPeriod(year, half), anchor }
  if (season !== undefined) return { period: seasonPeriod(year, season), anchor }
  if (holiday !== undefined) return { period: holidayIn(year, holiday), anchor }
  return { period: yearPeriod(year), anchor }
}

/** So many days, weeks, months or years from the publication, or from the time the text speaks of. */
function stepped(said: Said, around: Surroundings): Found {
  const step = said.step!
  const grain = step.grain as 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
  const reference = step.from === 'text' ? referenceFor(grain, around.narrative) : null
  const base = reference?.from ?? around.published
  if (base === null) return 'no-anchor'
  const anchor = reference ? 'text' : 'publication'
  const at = move(base, grain, step.count!)
  if (said.weekday !== undefined && grain === 'day') {
    return { period: weekdayNear(said.weekday, base, said, null), anchor }
  }
  if (said.weekday !== undefined) return { period: dayPeriod(at - weekdayOf(at) + said.weekday), anchor }
  if (said.weekend) return { period: weekendPeriod(at), anchor }
  if (grain === 'year') return named(said, dateOf(at).year, anchor)
  if (said.month !== undefined) return named(said, dateOf(at).year, anchor)
  return { period: periodAt(at, grain), anchor }
}

function move(base: Day, grain: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century', count: number): Day {
  if (grain === 'day') return base + Math.round(count)
  if (grain === 'week') return base + Math.round(count * 7)
  return addMonths(base, Math.round(count * { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[grain]))
}

/** What `the following day` and `that year` can be counted from. */
function referenceFor(grain: string, narrative: Narrative): Period | null {
  if (grain === 'day' || grain === 'week') return narrative.nearest('day', 'week')
  if (grain === 'month') return narrative.nearest('month', 'day', 'week')
  if (grain === 'quarter') return narrative.nearest('quarter')
  return narrative.nearest('year', 'month', 'day', 'quarter', 'season', 'half', 'week')
}

/** `a year earlier` is the same quarter, month or year of the year before. */
function compared(said: Said, { narrative, published }: Surroundings): Found {
  const back = said.step?.count ?? 0
  const reference = said.step?.from === 'publication' ? narrative.nearest('quarter') : narrative.nearest('quarter', 'year', 'month')
  if (said.year !== undefined) {
    return {
      period:
        reference?.precision === 'quarter' ? quarterPeriod(said.year, Math.ceil(dateOf(reference.from).month / 3)) : yearPeriod(said.year),
      anchor: reference ? 'text' : 'none',
    }
  }
  if (reference) {
    const at = addMonths(reference.from, back * 12)
    return { period: periodAt(at, reference.precision as 'quarter' | 'year' | 'month'), anchor: 'text' }
  }
  if (published === null) return 'no-anchor'
  return { period: yearPeriod(dateOf(published).year + back), anchor: 'publication' }
}
