import { dateOf, dayOf, daysInMonth, easter, weekdayOf, type Day } from '../../document/calendar.js'
import type { Said } from '../../lang/said.js'
import { dayPeriod, halfPeriod, monthPeriod, quarterPeriod, seasonPeriod, weekendPeriod, type Period } from './interval.js'
import type { Direction } from './tense.js'

/** How many days of surprise the tense outweighs, of a day and of a month or longer; found on TimeBank and AQUAINT. */
const TENSE_DAYS = 250
const TENSE_DAYS_OF_MONTH = 340
/** The same where the tense is only hinted at. */
const HINTED_BEHIND = 280
const HINTED_AHEAD = 100
/** News tells rather of what was: days that a date to come weighs more where no verb says when. */
const UNTOLD = 60

/** What it costs that a period lies before the publication, or after it, where the verb points as it does. Days. */
function surprise(later: boolean, { precision }: Period, direction: Direction): number {
  if (direction === null) return later ? UNTOLD : 0
  if (later === (direction === 'future' || direction === 'ahead')) return 0
  if (direction === 'behind') return HINTED_BEHIND
  if (direction === 'ahead') return HINTED_AHEAD
  return precision === 'day' ? TENSE_DAYS : TENSE_DAYS_OF_MONTH
}

/** Of the same date in several years, the one that tense and nearness favour. `distance` is in days, negative before the publication. */
function favoured(periods: readonly Period[], anchor: Day, direction: Direction): Period {
  let best = periods[0]!
  let least = Infinity
  for (const period of periods) {
    const distance = period.to <= anchor ? period.to - 1 - anchor : period.from > anchor ? period.from - anchor : 0
    const cost = Math.abs(distance) + (distance === 0 ? 0 : surprise(distance > 0, period, direction))
    if (cost < least) {
      least = cost
      best = period
    }
  }
  return best
}

/** Of periods in order, the one that `last`, `this` or `next` names. */
export function pointed(periods: readonly Period[], anchor: Day, toward: Said['toward']): Period {
  if (toward === 'past') return periods.findLast(({ to }) => to <= anchor) ?? periods[0]!
  if (toward === 'future') return periods.find(({ from }) => from > anchor) ?? periods.at(-1)!
  return periods.find(({ to }) => to > anchor) ?? periods.at(-1)!
}

const pick = (periods: readonly Period[], anchor: Day, said: Said, direction: Direction): Period =>
  said.toward === undefined ? favoured(periods, anchor, direction) : pointed(periods, anchor, said.toward)

/** The day of a month; null where it does not exist in that year. */
export const dayIn = (year: number, month: number, day: number): Period | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayPeriod(dayOf(year, month, day)) : null

/** The day of a holiday: `12-25`, `11-4-4+1` (the day after the fourth Thursday of November), `easter-2`. */
export function holidayIn(year: number, rule: string): Period {
  const moving = /^easter([+-]\d+)$/.exec(rule)
  if (moving) return dayPeriod(easter(year) + Number(moving[1]))
  const fixed = /^(\d\d)-(\d\d)$/.exec(rule)
  if (fixed) return dayPeriod(dayOf(year, Number(fixed[1]), Number(fixed[2])))
  const [, month, weekday, nth, after] = /^(\d\d)-(\d)-(-?\d)(?:\+(\d))?$/.exec(rule)!
  const first = dayOf(year, Number(month), 1)
  const last = dayOf(year, Number(month) + 1, 1) - 1
  const day =
    Number(nth) > 0
      ? first + ((Number(weekday) - weekdayOf(first) + 7) % 7) + (Number(nth) - 1) * 7
      : last - ((weekdayOf(last) - Number(weekday) + 7) % 7) + (Number(nth) + 1) * 7
  return dayPeriod(day + Number(after ?? 0))
}

/** How many days ahead a weekday may lie without a verb that says so, and with one that looks ahead. Found on TimeBank and AQUAINT. */
const TOMORROW = 1
const NEAR_AHEAD = 3

/** The weekday that is meant: by `last` and `next`, else by tense, else the last one, unless it is tomorrow. */
export function weekdayNear(weekday: number, anchor: Day, said: Said, direction: Direction): Period {
  const ahead = (weekday - weekdayOf(anchor) + 7) % 7
  const behind = (7 - ahead) % 7
  if (said.toward === 'past') return dayPeriod(anchor - (behind || 7))
  if (said.toward === 'future') return dayPeriod(anchor + (ahead || 7))
  if (said.toward === 'this' || direction === 'future') return dayPeriod(anchor + ahead)
  const reach = direction === 'past' || direction === 'behind' ? 0 : direction === 'ahead' ? NEAR_AHEAD : TOMORROW
  return dayPeriod(ahead <= reach ? anchor + ahead : anchor - behind)
}

/** The periods that a date without its year may mean, in given years and in order; none where it exists in none of them. */
export function candidates(said: Said, years: readonly number[]): Period[] {
  const { month, day, quarter, half, season, holiday } = said
  if (month !== undefined && day !== undefined) {
    const days = years.flatMap((year) => dayIn(year, month, day) ?? [])
    const fitting = said.weekday === undefined ? days : days.filter(({ from }) => weekdayOf(from) === said.weekday)
    return fitting.length ? fitting : days
  }
  if (holiday !== undefined) return years.map((year) => holidayIn(year, holiday))
  if (month !== undefined) return years.map((year) => monthPeriod(year, month))
  if (quarter !== undefined) return years.map((year) => quarterPeriod(year, quarter))
  if (half !== undefined) return years.map((year) => halfPeriod(year, half))
  return season === undefined ? [] : years.map((year) => seasonPeriod(year, season))
}

/** A date that names no year, in the year that is meant; null where it exists in no year near. */
export function withoutYear(said: Said, anchor: Day, direction: Direction): Period | null {
  if (said.weekend) return weekendNear(said, anchor, direction)
  const { year } = dateOf(anchor)
  const leap = said.month === 2 && said.day === 29
  const years = leap ? Array.from({ length: 13 }, (_, i) => year - 8 + i) : [year - 2, year - 1, year, year + 1]
  const periods = candidates(said, years)
  if (periods.length === 0) return null
  if (said.month === undefined && (said.quarter !== undefined || said.half !== undefined))
    return latestUnlessAhead(periods, anchor, direction)
  if (said.toward === 'this' && said.day === undefined) return ofThisYear(periods, anchor, said, direction)
  return pick(periods, anchor, said, direction)
}

/** `this summer` is that of the year; `this winter` the one that lasts or comes, or that was, as the verb says. */
function ofThisYear(periods: readonly Period[], anchor: Day, { season }: Said, direction: Direction): Period {
  const first = dayOf(dateOf(anchor).year, 1, 1)
  if (season !== 'WI') return periods.find(({ from }) => from >= first)!
  const next = periods.find(({ to }) => to > anchor)!
  return direction === 'past' && next.from > anchor ? pointed(periods, anchor, 'past') : next
}

/** The weekend that is meant: by `last` and `next`, else by tense, else that of this week. */
function weekendNear(said: Said, anchor: Day, direction: Direction): Period {
  const week = weekendPeriod(anchor)
  if (said.toward === 'future') return weekendPeriod(week.from > anchor ? anchor : anchor + 7)
  if (said.toward === 'this' || (said.toward === undefined && direction === 'future')) return week
  return said.toward === undefined && week.from <= anchor ? week : weekendPeriod(anchor - 7)
}

/** Days after its end within which a quarter's results are still `expected`. */
const REPORTED_WITHIN = 130

/** Quarters and halves are reported after they end: the last that began, unless the verb looks ahead. */
function latestUnlessAhead(periods: readonly Period[], anchor: Day, direction: Direction): Period {
  const latest = periods.findLast(({ from }) => from <= anchor) ?? periods[0]!
  const stale = latest.to <= anchor - REPORTED_WITHIN
  return direction === 'future' && stale ? (periods.find(({ to }) => to > anchor) ?? periods.at(-1)!) : latest
}
