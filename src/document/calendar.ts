/** A day of the proleptic Gregorian calendar, as the number of days since 1970-01-01. */
export type Day = number

/** Months count from 1, days of a month from 1. */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

export const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** How many days a month (1 to 12) has. */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0))

export const isDate = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)

/** The day of a date; days and months outside their range count on (Howard Hinnant, days_from_civil). */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 1
  const m = ((months % 12) + 12) % 12
  const y = Math.floor(months / 12) - (m < 2 ? 1 : 0)
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5)
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468 + day - 1
}

/** The date of a day (Howard Hinnant, civil_from_days). */
export function dateOf(at: Day): CivilDate {
  const z = at + 719468
  const era = Math.floor(z / 146097)
  const doe = z - era * 146097
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36524) - Math.floor(doe / 146096)) / 365)
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return { year: yoe + era * 400 + (month <= 2 ? 1 : 0), month, day: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

/** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
export const weekdayOf = (at: Day): number => ((((at + 3) % 7) + 7) % 7) + 1

/** The Monday of an ISO 8601 week. */
export function weekStart(year: number, week: number): Day {
  const fourth = dayOf(year, 1, 4)
  return fourth - weekdayOf(fourth) + 1 + (week - 1) * 7
}

/** The ISO 8601 week in which a day lies; its year may differ from the day's. */
export function weekOf(at: Day): { readonly year: number; readonly week: number } {
  const { year } = dateOf(at - weekdayOf(at) + 4)
  return { year, week: Math.floor((at - weekStart(year, 1)) / 7) + 1 }
}

/** The same day of the month some months later; the last day where that month is shorter. */
export function addMonths(at: Day, months: number): Day {
  const { year, month, day } = dateOf(at)
  const first = dateOf(dayOf(year, month + months, 1))
  return dayOf(first.year, first.month, Math.min(day, daysInMonth(first.year, first.month)))
}

/** Easter Sunday of a year (the anonymous Gregorian computus). */
export function easter(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  return dayOf(year, month, ((h + l - 7 * m + 114) % 31) + 1)
}

const pad = (n: number, size: number): string => String(n).padStart(size, '0')

/** `2019-04-25`. */
export function formatDay(at: Day): string {
  const { year, month, day } = dateOf(at)
  return `${formatYear(year)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** `0476`, `2019`. */
export const formatYear = (year: number): string => (year < 0 ? `-${pad(-year, 4)}` : pad(year, 4))
export const twoDigits = (n: number): string => pad(n, 2)
