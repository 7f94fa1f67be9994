import { dateOf, dayOf, daysInMonth, easter, weekdayOf, type Day } from '../../document/calendar.js'
import type { Said } from '../../lang/said.js'
import { dayPeriod, halfPeriod, monthPeriod, quarterPeriod, seasonPeriod, weekendPeriod, type Period } from './interval.js'
import type { Direction } from './tense.js'

/** How many days of surprise the tense outweighs; found on TimeBank and AQUAINT, where verbs point the wrong way in one of eight. */
const TENSE_DAYS = 250
/** A month or longer is named without its year only when it is the next or the last one. */
const TENSE_DAYS_OF_MONTH = 340

/** Of the same date in several years, the one that tense and nearness favour. `distance` is in days, negative before the publication. */
function favoured(periods: readonly Period[], anchor: Day, direction: Direction): Period {
  let best = periods[0]!
  let least = Infinity
  for (const period of periods) {
    const distance = period.to <= anchor ? period.to - 1 - anchor : period.from > anchor ? period.from - anchor : 0
    const against = (direction === 'past' && distance > 0) || (direction === 'future' && distance < 0)
    const cost = Math.abs(distance) + (against ? (period.precision === 'day' ? TENSE_DAYS : TENSE_DAYS_OF_MONTH) : 0)
    if (cost < least) {
      least = cost
      best = period
    }
  }
  return best
}

/** Of periods in order, the one that `last`, `this` or `next` names. */
function pointed(periods: readonly Period[], anchor: Day, toward: Said['toward']): Period {
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

/** The weekday that is meant: by `last` and `next`, else by tense, else the last one. */
export function weekdayNear(weekday: number, anchor: Day, said: Said, direction: Direction): Period {
  const ahead = (weekday - weekdayOf(anchor) + 7) % 7
  const behind = (7 - ahead) % 7
  if (said.toward === 'past') return dayPeriod(anchor - (behind || 7))
  if (said.toward === 'future') return dayPeriod(anchor + (ahead || 7))
  if (said.toward === 'this' || direction === 'future') return dayPeriod(anchor + ahead)
  return dayPeriod(anchor - behind)
}

/** A date that names no year, in the year that is meant; null where it exists in no year near. */
export function withoutYear(said: Said, anchor: Day, direction: Direction): Period | null {
  const { year } = dateOf(anchor)
  const around = [year - 1, year, year + 1]
  const { month, day, quarter, half, season, holiday } = said
  if (month !== undefined && day !== undefined) {
    const candidates = (day === 29 && month === 2 ? Array.from({ length: 13 }, (_, i) => year - 8 + i) : around).flatMap(
      (y) => dayIn(y, month, day) ?? [],
    )
    const fitting = said.weekday === undefined ? candidates : candidates.filter(({ from }) => weekdayOf(from) === said.weekday)
    return candidates.length ? pick(fitting.length ? fitting : candidates, anchor, said, direction) : null
  }
  if (holiday !== undefined)
    return pick(
      around.map((y) => holidayIn(y, holiday)),
      anchor,
      said,
      direction,
    )
  if (month !== undefined) {
    if (said.toward === 'this') return monthPeriod(year, month)
    return pick(
      around.map((y) => monthPeriod(y, month)),
      anchor,
      said,
      direction,
    )
  }
  if (quarter !== undefined)
    return latestUnlessAhead(
      around.map((y) => quarterPeriod(y, quarter)),
      anchor,
      direction,
    )
  if (half !== undefined)
    return latestUnlessAhead(
      around.map((y) => halfPeriod(y, half)),
      anchor,
      direction,
    )
  if (season !== undefined) {
    const seasons = [year - 2, ...around].map((y) => seasonPeriod(y, season))
    if (said.toward === 'this' && season !== 'WI') return seasonPeriod(year, season)
    if (said.toward === 'this') return seasons.find(({ to }) => to > anchor)!
    return pick(seasons, anchor, said, direction)
  }
  if (said.weekend) {
    const week = weekendPeriod(anchor)
    const previous = weekendPeriod(anchor - 7)
    if (said.toward === 'future') return weekendPeriod(week.from > anchor ? anchor : anchor + 7)
    if (said.toward === 'this' || (said.toward === undefined && direction === 'future')) return week
    return said.toward === undefined && week.from <= anchor ? week : previous
  }
  return null
}

/** Days after its end within which a quarter's results are still `expected`. */
const REPORTED_WITHIN = 130

/** Quarters and halves are reported after they end: the last that began, unless the verb looks ahead. */
function latestUnlessAhead(periods: readonly Period[], anchor: Day, direction: Direction): Period {
  const latest = periods.findLast(({ from }) => from <= anchor) ?? periods[0]!
  const stale = latest.to <= anchor - REPORTED_WITHIN
  return direction === 'future' && stale ? (periods.find(({ to }) => to > anchor) ?? periods.at(-1)!) : latest
}
