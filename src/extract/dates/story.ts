import { dateOf, dayOf, daysInMonth, weekdayOf, type Day } from '../../document/calendar.js'
import type { Said } from '../../lang/said.js'
import { candidates, dayIn, pointed } from './choose.js'
import { dayPeriod, type Period } from './interval.js'

/** A history dates what it tells this many years from its publication. */
const YEARS_AWAY = 2
/** What it must have told, where a year counts one and a day, month or season of a year two; found on own histories and TimeBank's news. */
const TOLD = 4
/** So many times for each word that points from the publication (`yesterday`, `Monday`, `last year`). */
const TOLD_FOR_POINTING = 8

/**
 * Whether an article is a history: it dates what it tells with years, far from its publication, and hardly points from there. Without a
 * publication there is nothing else that a date could be counted from.
 */
export function isHistory(expressions: readonly Said[], published: Day | null): boolean {
  if (published === null) return true
  const now = dateOf(published).year
  let told = 0
  let pointing = 0
  for (const said of expressions) {
    if (said.year === undefined) pointing += points(said) ? 1 : 0
    else if (Math.abs(said.year - now) < YEARS_AWAY) pointing++
    else told += said.month === undefined && said.season === undefined ? 1 : 2
  }
  return told >= TOLD && told >= pointing * TOLD_FOR_POINTING
}

/** What is counted from the publication; `now` and `today` may also stand in a history, of its own day. */
const points = ({ type, step, toward, weekday, month, fixed }: Said): boolean =>
  type !== 'SET' &&
  fixed === undefined &&
  (step?.from === 'publication' || (step === undefined && toward !== undefined) || (weekday !== undefined && month === undefined))

/** Days that a step into the next or back into the last year weighs more: writers name the year when it changes. Chosen on own stories. */
const NEXT_YEAR = 120
const LAST_YEAR = 240

/** A date without a year, in a text that tells of a time: the nearest one, rather in the same year and rather after it than before. */
export function inStory(said: Said, told: Period): Period | null {
  if (said.weekday !== undefined && said.month === undefined) return weekdayAfter(said.weekday, told)
  if (said.day !== undefined && said.month === undefined) return dayNear(said.day, told)
  const { year } = dateOf(told.from)
  const periods = candidates(said, [year - 1, year, year + 1])
  if (periods.length === 0) return null
  if (said.toward === 'past') return pointed(periods, told.from, 'past')
  if (said.toward === 'future') return pointed(periods, Math.max(told.from, told.to - 1), 'future')
  let best = periods[0]!
  let least = Infinity
  for (const period of periods) {
    const other = dateOf(period.from).year - year
    const cost = gap(period, told) + (other > 0 ? NEXT_YEAR : other < 0 ? LAST_YEAR : 0)
    if (cost < least) {
      least = cost
      best = period
    }
  }
  return best
}

const gap = (a: Period, b: Period): number => (a.to <= b.from ? b.from - a.to : a.from >= b.to ? a.from - b.to : 0)

/** `On Friday` in a story: the next one from the day told of; a longer time has too many. */
const weekdayAfter = (weekday: number, told: Period): Period | null =>
  told.to - told.from > 7 ? null : dayPeriod(told.from + ((weekday - weekdayOf(told.from) + 7) % 7))

/** `On the 29th`: of the month told of, or of the next one where that day is well over. */
export function dayNear(day: number, told: Period): Period | null {
  if (told.to - told.from > 31) return null
  const at = dateOf(told.from)
  const over = told.precision === 'day' && at.day - day > 15
  const next = dateOf(dayOf(at.year, at.month, 1) + daysInMonth(at.year, at.month))
  return over ? dayIn(next.year, next.month, day) : dayIn(at.year, at.month, day)
}
