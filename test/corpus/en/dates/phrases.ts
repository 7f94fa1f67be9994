/** Phrases inside whole sentences; `[[…]]` marks the expression whose offsets and value are asserted. */
export interface DatePhrases {
  readonly publishedAt: string | null
  /** TIMEX3 value → sentences that say it. `null` where nothing can be resolved. */
  readonly value: string | null
  readonly type?: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly mod?: string
  readonly from?: string
  readonly to?: string
  readonly reason?: string
  readonly sentences: readonly string[]
}

/** Days of publication: a day in the middle of the year, and those on which the calendar turns. */
export const SPRING = '2019-04-24' // a Wednesday
export const NEW_YEAR = '2020-01-01' // a Wednesday
export const YEAR_END = '2018-12-31' // a Monday
export const LEAP = '2020-02-29' // a Saturday
export const MONTH_END = '2019-05-31' // a Friday
export const CLOCKS = '2019-03-31' // a Sunday: clocks go forward in Europe
