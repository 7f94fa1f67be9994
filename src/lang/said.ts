/** Units of time; TIMEX3 letters, with `T` before those of the clock. */
export type TimeUnit = 'TS' | 'TM' | 'TH' | 'D' | 'W' | 'M' | 'Q' | 'Y'
export type Grain = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'
export type Season = 'SP' | 'SU' | 'FA' | 'WI'
export type TimeMod =
  'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'MORE_THAN' | 'LESS_THAN' | 'EQUAL_OR_MORE' | 'EQUAL_OR_LESS'

/** A quantity of time; `count` null where the text says only that there are some. */
export interface Amount {
  readonly count: number | null
  readonly unit: TimeUnit
}

/** Calendar fields that a text names. */
export interface Fields {
  readonly century?: number
  /** 199 are the 1990s. */
  readonly decade?: number
  readonly year?: number
  readonly half?: number
  readonly quarter?: number
  readonly season?: Season
  readonly month?: number
  /** Which week, day, weekend or weekday (1 is Monday) of the period named, counted from its end where negative. */
  readonly nth?: { readonly count: number; readonly of: 'week' | 'day' | 'weekend' | number }
  /** The week or weekend in which the named day lies. */
  readonly around?: 'week' | 'weekend'
  readonly weekend?: true
  readonly day?: number
  readonly weekday?: number
  readonly holiday?: string
  /** Part of the day: a TIMEX3 code (`MO`, `TNI` without its T). */
  readonly part?: string
  readonly hour?: number
  readonly minute?: number
  readonly second?: number
  /** `Z`, `-05:00`; '' where a zone is named whose offset is not known. */
  readonly zone?: string
}

/** What a time expression says, before anything is inferred: the value that the rules of a language give a span. */
export interface Said extends Fields {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  readonly mod?: TimeMod
  /**
   * So many units away from what it is counted from: `last week` is {week, -1}. A null count is an unknown number. `text` is the time named
   * last, `story` the publication unless the text tells of another time.
   */
  readonly step?: { readonly grain: Grain; readonly count: number | null; readonly from: 'publication' | 'text' | 'story' }
  /** How the text itself points: `last Friday`, `next June`, `until Monday`. */
  readonly toward?: 'past' | 'future' | 'this' | 'same'
  /** Of a duration; a sum (`a year and a half`). */
  readonly amounts?: readonly Amount[]
  /** Where a duration lies: `the past three months`. */
  readonly stretch?: 'past' | 'future'
  /** A value that needs no calculation: `PRESENT_REF`, `P1D` of a set. */
  readonly fixed?: string
  /** Half of the expression that is meant: `the second half of April`. */
  readonly part2?: 1 | 2
  /** Other readings of the same words. */
  readonly otherwise?: Fields
  /** Days after the next such weekday: `a week from Friday`. */
  readonly later?: number
  /** The day (since 1970) after which its weekday, day or month is to be looked for: that of the first end of a span of time. */
  readonly after?: number
  /** It takes the grain of the time it is compared with: `a year earlier` after `the third quarter`. */
  readonly alike?: true
}
