import type { Document } from '../../document/document.js'
import { weekdayOf, type Day } from '../../document/calendar.js'
import type { Span } from '../../document/span.js'
import type { Said } from '../../lang/said.js'
import type { Period } from './interval.js'

type Doc = Document<'token' | 'sentence'>

/** Which end of a span of time a word before it makes of a date. */
const BOUNDS: Readonly<Record<string, string>> = {
  since: 'since',
  from: 'from',
  between: 'from',
  starting: 'from',
  beginning: 'from',
  until: 'until',
  till: 'until',
  through: 'until',
  by: 'by',
  before: 'before',
  after: 'after',
}
const ARTICLE = /^(?:the|a|an|on|in|of|at)$/
/** What may stand between the two ends of a span of time. */
const SECOND_END = /^(?: (?:to|until|till|through|and) (?:the )?(?:end of )?| ?[-–—] ?)$/

/** Between two weekdays, where no word before the first says that it is one. */
const RANGE = /^(?: (?:to|through) | ?[-–—] ?)$/

/** The date before, which may be the first end of the same span of time. */
export interface End extends Span {
  readonly bound: string | null
  readonly period: Period | null
  /** Its day where it names but a weekday; null otherwise. */
  readonly weekday: Day | null
}

/** Whether a text names a weekday and nothing that says which one. */
export const bareWeekday = (said: Said): boolean =>
  said.weekday !== undefined && said.month === undefined && said.step === undefined && said.toward === undefined

/**
 * The end of a span of time that a text makes of a date: `since`, `from` and `after` begin one, `until`, `to`, `by` and `before` end one.
 * `from 2012 to 2014` and `between Monday and Thursday` have two ends; null where a date is simply a date.
 */
export function boundOf(doc: Doc, span: Span & Said, before: End | null): string | null {
  if (before) {
    const gap = doc.text.slice(before.end, span.start)
    if (before.bound === 'from' ? SECOND_END.test(gap) : before.weekday !== null && bareWeekday(span) && RANGE.test(gap)) return 'to'
  }
  const { token } = doc.layers
  let at = token.at(span.start) - 1
  if (at >= 0 && ARTICLE.test(token.norm(at))) at--
  return at < 0 ? null : (BOUNDS[token.norm(at)] ?? null)
}

/**
 * The second end of a span of time comes after the first: `between Monday and Thursday` names the Thursday that follows, `from 19 September
 * until 28 January` the January that does.
 */
export function afterFirst(said: Said, first: End | null): Said {
  if (!first?.period || said.year !== undefined || said.step !== undefined) return said
  if (bareWeekday(said))
    return first.weekday !== null && weekdayOf(first.weekday) !== said.weekday ? { ...said, after: first.weekday } : said
  return said.month === undefined || first.period.precision === 'year' ? said : { ...said, after: first.period.from }
}
