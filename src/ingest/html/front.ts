import { publicationTime } from '../published.js'
import type { Line, Outline, Time } from './outline.js'

/** What stands visibly around an article's headline. */
export interface Front {
  /** Headings of the first level that are not beside the article, in page order. */
  readonly headlines: readonly { readonly text: string; readonly inArticle: boolean }[]
  /** Lines that are marked as the author's, or begin with `By`. */
  readonly bylines: readonly string[]
  /** Stamps of `<time>` that is marked as the time of publication; then those that stand at the headline. */
  readonly markedTimes: readonly string[]
  readonly times: readonly string[]
  /** Lines that state a date and little else. */
  readonly dates: readonly string[]
  /** The same for lines that say that they tell of a change. */
  readonly updates: readonly string[]
}

/** Lines before the headline, and paragraphs behind it, where a date or a name may stand. */
const BEFORE = 6
const PARAGRAPHS = 3
const MOST_LINES = 60
const MOST_TEXT = 160
const PARAGRAPH = 80

/** The lines around the headline: that of a page without one begins at its top. */
export function frontMatter({ lines, times, articles }: Outline): Front {
  const own = (line: Line) => !line.marks.has('aside')
  const first = lines.findIndex((line) => line.level === 1 && own(line))
  const from = Math.max(0, first - BEFORE)
  const to = endOfFront(lines, Math.max(0, first))
  const near = lines.slice(from, to).filter((line) => own(line) && line.level === 0 && line.text.length <= MOST_TEXT)
  const stated = near.filter((line) => isDateLine(line))
  const mine = times.filter(({ marks }) => !marks.has('aside'))
  return {
    headlines: (first === -1 ? lines.filter(({ level }) => level === 1) : lines.filter((line) => line.level === 1 && own(line)))
      .slice(0, 10)
      .map(({ text, marks }) => ({ text, inArticle: marks.has('article') })),
    bylines: bylinesOf(near),
    markedTimes: mine.filter((time) => time.marked && !isOfAnother(time, first, articles)).map(({ stamp }) => stamp),
    times: mine.filter(({ line }) => line >= from && line <= to && !isTold(lines[line])).map(({ stamp }) => stamp),
    dates: stated.filter(({ text }) => !UPDATED.test(text)).map(({ text }) => text),
    updates: stated.filter(({ text }) => UPDATED.test(text)).map(({ text }) => text),
  }
}

/** A sentence: a time in it is what the article tells of. */
const isTold = (line: Line | undefined): boolean =>
  line !== undefined && line.text.length >= PARAGRAPH / 2 && /\p{Ll}{3}[.!?…]["”’)]?$/u.test(line.text)

/** A paragraph of running text. */
const isProse = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.level === 0 &&
  line.text.length >= PARAGRAPH &&
  line.linked * 2 < line.text.length &&
  /[.!?…]["”’)]?$/.test(line.text)

/** Whether a time stands in an `<article>` behind the one with the headline: in the card of another story. */
function isOfAnother({ line }: Time, headline: number, articles: Outline['articles']): boolean {
  const own = articles.find(({ from, to }) => headline >= from && headline < to)
  return own !== undefined && line >= own.to && articles.some(({ from, to }) => line >= from && line < to)
}

/** Where the article is under way: behind its first paragraphs. */
function endOfFront(lines: readonly Line[], headline: number): number {
  let paragraphs = 0
  const last = Math.min(lines.length, headline + MOST_LINES)
  for (let i = headline; i < last; i++) {
    if (isProse(lines[i]) && !lines[i]!.marks.has('aside') && ++paragraphs === PARAGRAPHS) return i
  }
  return last
}

const UPDATED = /^(?:(?:last|latest) )?(?:updated?|modified|revised|changed|edited)\b/i
/** What may stand in a line beside its date: a label, a weekday, a clock, names of zones, signs, how long it takes to read. */
const AROUND_DATE =
  /\b(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|filed|released|date|added)|on|at|by|the|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[ap]\.?m\.?|[a-z]{2,4}t|gmt|utc|local time|eastern|pacific|central|\d{1,2} min(?:ute)?s?(?: read)?)\b/gi
const DATE =
  /\b(?:\d{1,2}(?:st|nd|rd|th)?[ -][a-z]{3,9}\.?,?[ -]\d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}([./])\d{1,2}\1\d{4})(?:T[\d:.]+Z?)?/i
/** Letters that may be left of a date line: initials, a place. */
const MOST_REST = 24

/** `Published 2:16 AM EST Nov 20, 2019`, `Dec 18, 2023 3 min read`; not `On April 24, 2019 the bridge fell`. */
function isDateLine({ text, marks }: Line): boolean {
  const date = DATE.exec(text)
  if (!date || publicationTime(text.slice(date.index)) === null) return false
  const rest = text
    .replace(DATE, ' ')
    .replace(AROUND_DATE, ' ')
    .replace(/[^\p{L}]+/gu, '')
  const named = /^(?:\p{Lu}[\p{L}.'’-]*[\s|,·•–—]*){1,5}$/u.test(text.slice(0, date.index)) // `Mia Holm 20 Nov 2019`
  const labelled = /^(?:(?:first |originally )?(?:published|posted|updated|last updated|date|filed|released)\b|by\b)/i.test(text)
  if (/\p{Ll}{3}[.!?]["”’)]?$/u.test(text)) return false
  return rest.length <= (labelled || named || marks.has('date') ? MOST_REST * 2 : MOST_REST / 3)
}

/** `By Mia Holm` in one line or in two, and what is marked as the author. */
function bylinesOf(near: readonly Line[]): string[] {
  const marked = near.filter(({ marks }) => marks.has('author')).map(({ text }) => text)
  const named = near.flatMap(({ text, marks }, i) => {
    if (/^(?:written |words |story )?by\b[\s:—–-]*$/i.test(text)) return near[i + 1] ? [near[i + 1]!.text] : []
    if (/^(?:written |words |story )?by:? \S/i.test(text)) return [text]
    const behindDate = isDateLine(near[i]!) && /(?:^|[\s|,·•–—])by:? (\S.*)$/i.exec(text)?.[1] // `Posted on 20 November 2019 by Mia Holm`
    if (behindDate && !DATE.test(behindDate)) return [behindDate]
    return marks.has('byline') ? [text] : []
  })
  return (marked.length > 0 ? marked : named).slice(0, 10)
}
