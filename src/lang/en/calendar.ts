import { readTsv } from './tsv.js'

/** A month or a weekday as it is written: its number from 1, its name and its abbreviations. */
export interface CalendarName {
  readonly number: number
  readonly name: string
  readonly short: readonly string[]
}

const named = (list: 'months' | 'weekdays'): readonly CalendarName[] =>
  readTsv(list).map(([number, name, short]) => ({ number: Number(number), name: name!, short: short ? short.split(',') : [] }))

export const MONTHS = named('months')
/** Monday is 1, as ISO 8601 counts. */
export const WEEKDAYS = named('weekdays')

const inFull = (names: readonly CalendarName[]): ReadonlySet<string> => new Set(names.map(({ name }) => name.toLowerCase()))
const MONTH_NAMES = inFull(MONTHS)
const WEEKDAY_NAMES = inFull(WEEKDAYS)

/** Whether a word in lower case is a month in full. */
export const isMonth = (norm: string): boolean => MONTH_NAMES.has(norm)

/** Whether a word in lower case is a weekday in full. */
export const isWeekday = (norm: string): boolean => WEEKDAY_NAMES.has(norm)

const TIMES: ReadonlySet<string> = new Set(
  'today yesterday tomorrow tonight week month year morning afternoon evening night day'.split(' '),
)

/** Whether a word names a time: `said Monday`, `observed this week`. */
export const isTime = (norm: string): boolean => isWeekday(norm) || TIMES.has(norm)

/** What makes a name of a weekday: `Black Friday`; in `the Senate Monday` the day says when. */
const FEASTS: ReadonlySet<string> = new Set(
  `black cyber good bloody super giving ruby happy palm easter whit ash shrove fat sheffield casual meet freaky any red blue man taco
  throwback`.split(/\s+/),
)

/** Whether a weekday behind this word is part of a name. */
export const namesWeekday = (norm: string): boolean => FEASTS.has(norm)
