import type { Certainty, DateMention, Polarity } from '../../document/layers.js'
import { MONTHS } from '../../lang/en/calendar.js'

const monthName = (number: string | undefined): string => MONTHS[Number(number) - 1]?.name ?? ''
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' }

/** A resolved date in words that need no anchor: `on 25 April 2019`, `in early 2019`; '' where the value has no calendar place. */
export function dateInWords({ value, mod }: Pick<DateMention, 'value' | 'mod'>): string {
  const part = mod === 'START' ? 'early ' : mod === 'MID' ? 'mid-' : mod === 'END' ? 'late ' : ''
  const m = /^(\d{4})(?:-(?:(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d|\w\w))?)?|Q(\d)|H(\d)|W(\d\d)|(SP|SU|FA|WI)))?$/.exec(value ?? '')
  if (!m) return /^\d{3}$/.test(value ?? '') ? `in the ${part}${value}0s` : ''
  const [, year, month, day, time, quarter, half, week, season] = m
  if (day) return `on ${Number(day)} ${monthName(month)} ${year}${time?.includes(':') ? ` at ${time}` : ''}`
  if (month) return `in ${part}${monthName(month)} ${year}`
  if (quarter) return `in ${part}the ${['first', 'second', 'third', 'fourth'][Number(quarter) - 1]} quarter of ${year}`
  if (half) return `in the ${half === '1' ? 'first' : 'second'} half of ${year}`
  if (week) return `in week ${Number(week)} of ${year}`
  if (season) return `in ${part}${SEASONS[season]} ${year}`
  return `in ${part}${year}`
}

const CERTAINTY: Readonly<Record<Certainty, string>> = {
  asserted: '',
  reported: 'reportedly',
  planned: 'planned',
  expected: 'expected',
  possible: 'possible',
  unlikely: 'unlikely',
  conditional: 'on a condition',
  questioned: 'in question',
}

/** Certainty and polarity as a reader would be told, `(planned, denied)`; '' for what is plainly affirmed. */
export function statusInWords(status: Certainty, polarity: Polarity): string {
  const words = [
    CERTAINTY[status],
    polarity === 'negated' ? 'negated' : polarity === 'unknown' ? 'neither confirmed nor denied' : '',
  ].filter(Boolean)
  return words.length ? ` (${words.join(', ')})` : ''
}

/** Text on one line: white space folded, so that a summary stays a sentence. */
export const oneLine = (text: string): string => folded(text).trim()

/** White space folded; most texts have none to fold. */
const folded = (text: string): string => (/[^\S ]| {2}/.test(text) ? text.replace(/\s+/g, ' ') : text)

/** At most `longest` characters, cut at a word. */
export function shorten(text: string, longest: number): string {
  const line = folded(text).trimEnd()
  if (line.length <= longest) return line
  const cut = line.lastIndexOf(' ', longest - 1)
  return `${line.slice(0, cut > longest / 2 ? cut : longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** Words before `, according to …` end without the full stop that stands inside their closing mark: `“not so.”`. */
export const unstopped = (words: string): string => words.replace(/(?<=[^.])[.,]([”"’]?)$/, '$1')

/** Characters of a summary, and of the statement in it. */
const SUMMARY = 238

/** A statement with its certainty and source; the statement gives way where all would be too long. */
export const inSummary = (statement: string, status: string, source: string): string => {
  const told = shorten(source, 90)
  return `${shorten(statement, SUMMARY - status.length - told.length)}${status}${told}`
}
