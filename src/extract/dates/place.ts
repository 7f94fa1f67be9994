import { addMonths, dateOf, formatDay, weekdayOf, type Day } from '../../document/calendar.js'
import type { DateMention } from '../../document/layers.js'
import type { Said } from '../../lang/said.js'
import { candidates, dayIn, holidayIn, pointed, weekdayNear, withoutYear } from './choose.js'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  periodAt,
  quarterPeriod,
  seasonPeriod,
  weekendPeriod,
  yearPeriod,
  type Period,
} from './interval.js'
import type { Narrative } from './narrative.js'
import { dayNear, inStory } from './story.js'
import type { Direction } from './tense.js'

/** What surrounds an expression: the day of publication, the times named before, and how its verb points. */
export interface Surroundings {
  readonly published: Day | null
  readonly narrative: Narrative
  readonly direction: () => Direction
  /** The time of which a history tells here; null in news, whose dates without a year belong to the publication. */
  readonly told: Period | null
  /** Index of its sentence. */
  readonly sentence: number
  /** The offset from UTC that a clock shows on a day, where a zone is named with it or the article has one. */
  readonly offset: (zone: string | undefined) => (day: Day, minutes: number) => string
}

/** What a time was counted from, with its value; null where it needs nothing. */
export interface Anchor {
  readonly kind: DateMention['anchor']
  readonly basis: string | null
}

export type Found = { readonly period: Period; readonly anchor: Anchor } | 'no-anchor' | 'invalid'

const NONE: Anchor = { kind: 'none', basis: null }
const inText = ({ value }: Period): Anchor => ({ kind: 'text', basis: value })
const publication = (published: Day): Anchor => ({ kind: 'publication', basis: formatDay(published) })

/** The calendar period that an expression means. */
export function place(said: Said, around: Surroundings): Found {
  if (said.alike) return compared(said, around)
  if (said.step) return stepped(said, around)
  if (said.year !== undefined) return named(said, said.year, NONE)
  if (said.decade !== undefined) return { period: decadePeriod(said.decade), anchor: NONE }
  if (said.century !== undefined) return { period: centuryPeriod(said.century), anchor: NONE }
  if (said.month !== undefined && said.day !== undefined && !dayIn(2000, said.month, said.day)) return 'invalid'
  if (said.weekday === undefined && said.month === undefined && said.day === undefined && said.hour !== undefined) return dayAround(around)
  if (said.after !== undefined) return afterDay(said, said.after)
  if (around.told) {
    const period = inStory(said, around.told)
    if (period) return { period, anchor: inText(around.told) }
  }
  return around.published === null ? 'no-anchor' : aroundPublication(said, around.published, around.direction)
}

/** The second end of a span of time: the first such day or month that does not lie before the first end. */
function afterDay(said: Said, after: Day): Found {
  const anchor = inText(dayPeriod(after))
  if (said.month === undefined) return { period: weekdayNear(said.weekday!, after, { type: 'DATE', toward: 'future' }, null), anchor }
  const { year } = dateOf(after)
  const period = candidates(said, [year, year + 1]).find(({ from, to }) => from >= after || (from <= after && to > after))
  return period ? { period, anchor } : 'invalid'
}

/** A date that names too little, as the reader of that day understands it. */
function aroundPublication(said: Said, published: Day, direction: () => Direction): Found {
  const anchor = publication(published)
  if (said.later !== undefined)
    return { period: dayPeriod(weekdayNear(said.weekday!, published, said, 'future').from + said.later), anchor }
  if (said.weekday !== undefined && said.month === undefined)
    return { period: weekdayNear(said.weekday, published, said, direction()), anchor }
  const period =
    said.day !== undefined && said.month === undefined
      ? dayNear(said.day, dayPeriod(published))
      : withoutYear(said, published, said.toward === undefined || said.toward === 'this' ? direction() : null)
  return period ? { period, anchor } : 'invalid'
}

/** How many sentences a time of the clock looks back for its day. */
const CLOCK_REACH = 3

/** A time of the clock alone belongs to the day just named, else to the day of publication; in a history to the day told of. */
function dayAround({ narrative, published, told, sentence }: Surroundings): Found {
  const day = told ? narrative.nearest('day') : narrative.dayNamed(sentence, CLOCK_REACH)
  if (day) return { period: dayPeriod(day.from), anchor: inText(day) }
  return published === null ? 'no-anchor' : { period: dayPeriod(published), anchor: publication(published) }
}

/** Everything else is known: the year with what the text names inside it. */
function named(said: Said, year: number, anchor: Anchor): Found {
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
  const reference = referenceOf(step.from, grain, step.count === 0, around)
  const base = reference?.from ?? around.published
  if (base === null) return 'no-anchor'
  const anchor = reference ? inText(reference) : publication(base)
  if (said.toward !== undefined && said.weekday === undefined) return towards(said, reference ?? dayPeriod(base), anchor)
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

/** `the following spring`, `the previous March`, `that June`: from the time that the text named last. */
function towards(said: Said, reference: Period, anchor: Anchor): Found {
  const { year } = dateOf(reference.from)
  const periods = candidates(said, [year - 2, year - 1, year, year + 1, year + 2])
  const period =
    said.toward === 'this' ? periods[2] : pointed(periods, said.toward === 'past' ? reference.from : reference.to - 1, said.toward)
  return period ? { period, anchor } : 'invalid'
}

function move(base: Day, grain: 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century', count: number): Day {
  if (grain === 'day') return base + Math.round(count)
  if (grain === 'week') return base + Math.round(count * 7)
  return addMonths(base, Math.round(count * { month: 1, quarter: 3, year: 12, decade: 120, century: 1200 }[grain]))
}

/** What a step is counted from: the publication where null. `the month` of a story is that of the story. */
function referenceOf(
  from: 'publication' | 'text' | 'story',
  grain: string,
  same: boolean,
  { narrative, told }: Surroundings,
): Period | null {
  if (from === 'text') return referenceFor(grain, same, narrative)
  return from === 'story' ? told : null
}

/** What `the following day` and `that year` can be counted from. */
function referenceFor(grain: string, same: boolean, narrative: Narrative): Period | null {
  // `later in the day` is no day of `last week`
  if (grain === 'day' && same) return narrative.nearest('day')
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
      anchor: reference ? inText(reference) : NONE,
    }
  }
  if (reference) {
    const at = addMonths(reference.from, back * 12)
    return { period: periodAt(at, reference.precision as 'quarter' | 'year' | 'month'), anchor: inText(reference) }
  }
  if (published === null) return 'no-anchor'
  return { period: yearPeriod(dateOf(published).year + back), anchor: publication(published) }
}
