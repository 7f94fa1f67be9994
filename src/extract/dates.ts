import type { Day } from '../document/calendar.js'
import type { Document, Stage } from '../document/document.js'
import type { DateMention, Sentence } from '../document/layers.js'
import { overlap, type Span } from '../document/span.js'
import { ARTICLES } from '../lang/en/articles.js'
import { DATE_RULES } from '../lang/en/dates.js'
import { AHEAD, HAD_BEEN, LIMIT, THROUGH } from '../lang/en/dates/join.js'
import type { Said } from '../lang/said.js'
import { longest } from '../rules/longest.js'
import { match, ruleTable, type Work } from '../rules/match.js'
import { publicationDay } from './dates/anchor.js'
import { afterFirst, bareWeekday, boundOf, type End } from './dates/bounds.js'
import { compose, type Expression } from './dates/compose.js'
import type { Period } from './dates/interval.js'
import { Narrative } from './dates/narrative.js'
import { resolve } from './dates/resolve.js'
import { isHistory } from './dates/story.js'
import { directionOf, type Direction } from './dates/tense.js'
import { clockOffset } from './dates/zone.js'

type Doc = Document<'token' | 'sentence' | 'grammar' | 'entity'>

const table = ruleTable(DATE_RULES, ARTICLES)

/** Marks time expressions and resolves them against the publication time. */
export const dates: Stage<'token' | 'sentence' | 'grammar' | 'entity', 'date'> = { adds: 'date', run: (doc) => findDates(doc) }

/** The time expressions of a text, in text order; `work` counts rule attempts where a test asks for it. */
export function findDates(doc: Doc, work?: Work): DateMention[] {
  const atoms = longest(match<Said, 'token' | 'sentence'>(table, doc, work)).filter(outsideNames(doc))
  const expressions = insideText(doc, compose(doc, atoms))
  const published = publicationDay(doc.context)
  const narrative = new Narrative()
  const history = isHistory(expressions, published)
  const offset = (zone: string | undefined) => (day: Day, minutes: number) =>
    history && !zone ? '' : clockOffset(zone, doc.context, day, minutes)
  const { sentence } = doc.layers
  let s = 0
  let last: End | null = null
  return expressions.map((expression) => {
    while (s + 1 < sentence.length && sentence[s]!.end <= expression.start) s++
    const at = s
    const bound = boundOf(doc, expression, last)
    const said = bound === 'to' ? afterFirst(expression, last) : expression
    const towards = () => direction(doc, sentence[at]!, expression)
    const { period, ...resolved } = resolve(said, {
      published,
      narrative,
      direction: towards,
      told: history ? narrative.story() : null,
      sentence: at,
      offset,
    })
    if (period) {
      narrative.remember(period, said, at)
      const first = last?.period && isRange(doc.text.slice(last.end, expression.start), bound) ? last.period : null
      narrative.tell(spanning(first, period), said, opens(doc, sentence[at]!, expression))
    }
    const { start, end, rule } = expression
    last = { start, end, bound, period: period ?? null, weekday: period && bareWeekday(said) ? period.from : null }
    return { start, end, ...resolved, said: bound === null ? saidParts(expression) : [...saidParts(expression), bound], rule }
  })
}

/** Whether an expression is the second end of a span of time: `from May to June`, `(19 July 1870 – 10 May 1871)`. */
const isRange = (gap: string, bound: string | null): boolean => bound === 'to' || /^ ?[-–—] ?$/.test(gap)

/** A story that names both ends of a time tells of what lies between them. */
const spanning = (first: Period | null, second: Period): Period =>
  first && first.from < second.from ? { ...second, from: first.from } : second

/** Whether an expression stands at the beginning of its sentence, but for a word or two: `In late 1865, …`. */
const opens = (doc: Doc, { firstToken }: Sentence, { start }: Expression): boolean => doc.layers.token.at(start) - firstToken <= 2

/** What stands before the expression decides, then its verb. */
function direction(doc: Doc, sentence: Sentence, span: Span): Direction {
  const before = doc.text.slice(Math.max(0, span.start - 24), span.start)
  if (AHEAD.test(before)) return HAD_BEEN.test(doc.text.slice(span.end, span.end + 40)) ? 'past' : 'future'
  const verb = directionOf(doc, sentence, span)
  if ((verb === 'past' || verb === 'behind') && THROUGH.test(before)) return 'ahead'
  return verb ?? (LIMIT.test(before) ? 'future' : null)
}

const PARTS = [
  'century',
  'decade',
  'year',
  'half',
  'quarter',
  'season',
  'month',
  'nth',
  'around',
  'weekend',
  'day',
  'weekday',
  'holiday',
  'part',
  'hour',
  'minute',
  'second',
  'zone',
  'step',
  'toward',
  'amounts',
] as const

/** The parts that the text itself states. */
const saidParts = (said: Said): string[] => PARTS.filter((part) => said[part] !== undefined)

/** Keeps what lies in one stretch of text that is not ignored, and what does not overlap its predecessor. */
function insideText(doc: Doc, expressions: readonly Expression[]): Expression[] {
  const { ignored } = doc.context
  let next = 0
  let end = 0
  return expressions.filter((expression) => {
    if (expression.start < end) return false
    while (next < ignored.length && ignored[next]!.end <= expression.start) next++
    if (next < ignored.length && overlap(expression, ignored[next]!)) return false
    end = expression.end
    return true
  })
}

/** Names may hold a date (`September 11 Museum`, `April Jones`): then it is no time. */
function outsideNames(doc: Doc): (span: Span) => boolean {
  const { all, mentions } = doc.layers.entity
  let next = 0
  return (span) => {
    while (next < mentions.length && mentions[next]!.end <= span.start) next++
    const mention = mentions[next]
    if (!mention || mention.form !== 'name' || !overlap(mention, span)) return true
    const { type } = all[mention.entity]!
    if (endsWithTime(doc, type, mention, span)) return true
    if (type === 'PERSON') return !(mention.start <= span.start && span.end <= mention.end)
    const inside = mention.start <= span.start && span.end <= mention.end && mention.end - mention.start > span.end - span.start
    return !inside || type === 'EVENT' || type === 'NATIONALITY'
  }
}

const WEEKDAYS = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/
/** What no name holds before its last word, where that word is a time: `Newark Airport in December`, `Lind Co. Recently`. */
const NOT_NAME = /(?:\b(?:in|on|since|until|by)|\.) $/

/** `Clinton Saturday`, `The World Court Friday`, `the airport in December`: a time that a name took in behind it still tells when. */
function endsWithTime(doc: Doc, type: string, mention: Span, span: Span): boolean {
  if (span.end !== mention.end || span.start <= mention.start) return false
  if (type !== 'PERSON' && type !== 'ORGANIZATION' && type !== 'FACILITY' && type !== 'LOCATION') return false
  if (NOT_NAME.test(doc.text.slice(Math.max(mention.start, span.start - 7), span.start))) return true
  if (!WEEKDAYS.test(doc.slice(span))) return false
  const { token } = doc.layers
  return type === 'PERSON' || token.at(span.start) - token.at(mention.start) >= 2
}
