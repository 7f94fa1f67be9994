import {
  addMonths,
  dateOf,
  dayOf,
  formatDay,
  formatYear,
  twoDigits,
  weekOf,
  weekStart,
  weekdayOf,
  type Day,
} from '../../document/calendar.js'
import type { DateMention } from '../../document/layers.js'
import type { Said, Season } from '../../lang/said.js'

export type Precision = NonNullable<DateMention['precision']>

/** A stretch of whole days `[from, to)`, and the TIMEX3 value that names it. */
export interface Period {
  readonly value: string
  readonly from: Day
  readonly to: Day
  readonly precision: Precision
}

const SEASON_START: Readonly<Record<Season, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 }

/** The first day of a season; winter begins in December of its year. */
export const seasonStart = (year: number, season: Season): Day => dayOf(year, SEASON_START[season], 1)

const between = (value: string, from: Day, months: number, precision: Precision): Period => ({
  value,
  from,
  to: addMonths(from, months),
  precision,
})

export const dayPeriod = (at: Day): Period => ({ value: formatDay(at), from: at, to: at + 1, precision: 'day' })

export function weekPeriod(at: Day): Period {
  const { year, week } = weekOf(at)
  const from = weekStart(year, week)
  return { value: `${formatYear(year)}-W${twoDigits(week)}`, from, to: from + 7, precision: 'week' }
}

/** The nth week, day, weekend or weekday (1 is Monday) of a period, counted from its end where negative. */
export function nthOf({ from, to }: Period, of: 'week' | 'day' | 'weekend' | number, nth: number): Period {
  if (of === 'week') return weekPeriod(nth < 0 ? to - 7 : from + 3 + (nth - 1) * 7)
  if (of === 'day') return dayPeriod(nth < 0 ? to - 1 : from + nth - 1)
  const weekday = of === 'weekend' ? 6 : of
  const first = from + ((weekday - weekdayOf(from) + 7) % 7)
  const last = to - 1 - ((weekdayOf(to - 1) - weekday + 7) % 7)
  const day = nth < 0 ? last : first + (nth - 1) * 7
  return of === 'weekend' ? weekendPeriod(day) : dayPeriod(day)
}

/** The weekend of a holiday: that of its own week, or the one before a Monday to Wednesday. */
export const weekendAround = (at: Day): Period => weekendPeriod(weekdayOf(at) <= 3 ? at - 7 : at)

/** Saturday and Sunday of the week in which a day lies. */
export function weekendPeriod(at: Day): Period {
  const week = weekPeriod(at)
  return { value: `${week.value}-WE`, from: week.from + 5, to: week.to, precision: 'day' }
}

export const monthPeriod = (year: number, month: number): Period =>
  between(`${formatYear(year)}-${twoDigits(month)}`, dayOf(year, month, 1), 1, 'month')
export const quarterPeriod = (year: number, quarter: number): Period =>
  between(`${formatYear(year)}-Q${quarter}`, dayOf(year, quarter * 3 - 2, 1), 3, 'quarter')
export const halfPeriod = (year: number, half: number): Period =>
  between(`${formatYear(year)}-H${half}`, dayOf(year, half * 6 - 5, 1), 6, 'half')
export const seasonPeriod = (year: number, season: Season): Period =>
  between(`${formatYear(year)}-${season}`, seasonStart(year, season), 3, 'season')
export const yearPeriod = (year: number): Period => between(formatYear(year), dayOf(year, 1, 1), 12, 'year')
export const decadePeriod = (decade: number): Period => between(String(decade).padStart(3, '0'), dayOf(decade * 10, 1, 1), 120, 'decade')
/** The nth century: its TIMEX3 value is the first two digits of its years. */
export const centuryPeriod = (nth: number): Period => between(twoDigits(nth - 1), dayOf((nth - 1) * 100, 1, 1), 1200, 'century')

/** The period of a grain in which a day lies. */
export function periodAt(at: Day, grain: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'): Period {
  const { year, month } = dateOf(at)
  switch (grain) {
    case 'day':
      return dayPeriod(at)
    case 'week':
      return weekPeriod(at)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.ceil(month / 3))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(Math.floor(year / 10))
    case 'century':
      return centuryPeriod(Math.floor(year / 100) + 1)
  }
}

/** One half of a period: `the second half of April` is its 16th to its 30th day. */
export function halfOf(period: Period, which: 1 | 2): Period {
  const middle = period.from + Math.floor((period.to - period.from) / 2)
  if (period.precision === 'year') return halfPeriod(dateOf(period.from).year, which)
  return which === 1 ? { ...period, to: middle } : { ...period, from: middle }
}

/** Hours of the parts of the day; above 24, of the next day. */
const PART_HOURS: Readonly<Record<string, readonly [from: number, to: number]>> = {
  MO: [5, 12],
  AF: [12, 18],
  EV: [18, 22],
  NI: [20, 30],
  MI: [11, 13],
}

/** `early on Friday morning` and `the early hours of Friday` begin at midnight. */
const EARLY = [0, 9] as const

/** The bounds of a time of a day: `2019-04-25T15:45`, with the offset that `offset` gives the clock of a day (minutes after its midnight). */
export function timeBounds(
  day: Day,
  { hour, minute, part, mod }: Said,
  offset: (day: Day, minutes: number) => string,
): { from: string; to: string; precision: Precision } {
  const at = (minutes: number): string => {
    const later = Math.floor(minutes / 1440)
    const rest = minutes - later * 1440
    return `${formatDay(day + later)}T${twoDigits(Math.floor(rest / 60))}:${twoDigits(rest % 60)}${offset(day + later, rest)}`
  }
  if (hour !== undefined) {
    const first = hour * 60 + (minute ?? 0)
    return { from: at(first), to: at(first + 1), precision: 'minute' }
  }
  const [from, to] = part === 'MO' && mod === 'START' ? EARLY : (PART_HOURS[part ?? ''] ?? [0, 24])
  return { from: at(from * 60), to: at(to * 60), precision: 'part-of-day' }
}
