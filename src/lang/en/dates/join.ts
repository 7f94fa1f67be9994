import type { Said } from '../../said.js'
import { PART, partOf } from './words.js'

/** Two neighbouring expressions that are one: what may stand between them, and what they say together. */
export interface Join {
  readonly id: string
  readonly gap: RegExp
  readonly when: (first: Said, second: Said) => boolean
  readonly join: (first: Said, second: Said) => Said
}

const hasDay = (said: Said): boolean =>
  said.type === 'DATE' &&
  (said.weekday !== undefined ||
    said.day !== undefined ||
    (said.step?.grain === 'day' && said.step.from === 'publication') ||
    said.holiday !== undefined)
/** A time of the clock that names no day. */
export const isClock = (said: Said): boolean =>
  said.type === 'TIME' && said.hour !== undefined && said.step === undefined && said.day === undefined && said.weekday === undefined
/** Whether an expression names a day, with or without a time of it. */
export const namesDay = (said: Said): boolean => hasDay({ ...said, type: 'DATE' })
/** The day that an expression names, without the time of it. */
export function dayOfSaid(said: Said): Said {
  const { type, year, month, day, weekday, holiday, step, toward } = said
  const fields = { year, month, day, weekday, holiday, step, toward }
  return { type, ...(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Omit<Said, 'type'>) }
}
const isPart = (said: Said): boolean => said.part !== undefined && said.type === 'TIME' && said.step?.from === 'text'
const isBareWeekday = (said: Said): boolean =>
  said.type === 'DATE' && said.weekday !== undefined && said.month === undefined && said.step === undefined && said.toward === undefined
const isYearStep = (said: Said): boolean =>
  said.type === 'DATE' && said.step?.grain === 'year' && said.month === undefined && said.alike === undefined
const hasYear = (said: Said): boolean => said.year !== undefined || said.step !== undefined
const ofYear = (said: Said): boolean =>
  said.type === 'DATE' &&
  !hasYear(said) &&
  (said.month !== undefined ||
    said.quarter !== undefined ||
    said.half !== undefined ||
    said.season !== undefined ||
    said.holiday !== undefined)
const bareYear = (said: Said): boolean =>
  said.type === 'DATE' &&
  said.year !== undefined &&
  said.month === undefined &&
  said.quarter === undefined &&
  said.half === undefined &&
  said.season === undefined &&
  said.alike === undefined

const both = (first: Said, second: Said): Said => ({
  ...first,
  ...second,
  type: first.type === 'TIME' || second.type === 'TIME' ? 'TIME' : 'DATE',
})

/** `the early hours of Friday`: the part of the first on the day of the second. */
const ofPart = ({ part, mod }: Said, day: Said): Said => ({ ...day, type: 'TIME', part: part!, ...(mod === undefined ? {} : { mod }) })

/** In the order in which they are tried. */
export const JOINS: readonly Join[] = [
  {
    id: 'weekday-date',
    gap: /^,? (?:the )?$/,
    when: (a, b) => a.weekday !== undefined && a.month === undefined && a.type !== 'SET' && b.day !== undefined && b.weekday === undefined,
    join: both,
  },
  {
    id: 'weekday-week',
    gap: /^,? (?:of )?$/,
    when: (a, b) => a.weekday !== undefined && a.month === undefined && !a.toward && b.step?.grain === 'week' && b.type === 'DATE',
    join: both,
  },
  {
    id: 'week-weekday',
    gap: /^ (?:on )?$/,
    when: (a, b) =>
      a.step?.grain === 'week' && a.step.from === 'publication' && a.weekday === undefined && a.type === 'DATE' && isBareWeekday(b),
    join: ({ step }, { weekday }) => ({ type: 'DATE', step: step!, weekday: weekday! }),
  },
  { id: 'clock-day', gap: /^(?:,? | on )$/, when: (a, b) => isClock(a) && hasDay(b), join: (a, b) => ({ ...both(b, a), type: 'TIME' }) },
  { id: 'day-clock', gap: /^(?:,? (?:at )?|, ?|T)$/, when: (a, b) => hasDay(a) && isClock(b), join: both },
  {
    id: 'part-of-day',
    gap: /^ (?:of|on) $/,
    when: (a, b) => isPart(a) && (hasDay(b) || (a.part === b.part && b.step?.from !== 'text')),
    join: ofPart,
  },
  {
    id: 'part-day',
    gap: /^ $/,
    when: (a, b) => isPart(a) && hasDay(b),
    join: ofPart,
  },
  { id: 'of-year-step', gap: /^,? (?:of )?$/, when: (a, b) => ofYear(a) && !a.toward && isYearStep(b), join: both },
  { id: 'of-year', gap: /^ (?:of|in) $/, when: (a, b) => ofYear(a) && !a.toward && a.month === undefined && bareYear(b), join: both },
  { id: 'year-possessive', gap: /^['’]s $/, when: (a, b) => isYearStep(a) && ofYear(b), join: (a, b) => both(b, a) },
]

/** Words before an expression that belong to it, and what they change. */
export interface Modifier {
  readonly id: string
  /** Matches the end of the text before the expression. */
  readonly before: RegExp
  readonly apply: (said: Said, matched: RegExpExecArray) => Said | null
}

const isPeriod = (said: Said): boolean =>
  said.type === 'DATE' && said.fixed === undefined && said.hour === undefined && said.mod === undefined
const longer = (said: Said): boolean => isPeriod(said) && !hasDay(said)
const isAmount = (said: Said): boolean =>
  (said.type === 'DURATION' && said.stretch === undefined) ||
  (said.step?.count !== undefined && said.step.count !== null && Math.abs(said.step.count) >= 1 && said.type === 'DATE')
/** A day, month or year of the calendar, not counted from any other. */
const dated = (said: Said): boolean => said.step === undefined && (said.year !== undefined || said.month !== undefined)
const COMPARED: Readonly<Record<string, Said['mod']>> = {
  about: 'APPROX',
  around: 'APPROX',
  approximately: 'APPROX',
  roughly: 'APPROX',
  some: 'APPROX',
  'close to': 'APPROX',
  nearly: 'LESS_THAN',
  almost: 'LESS_THAN',
  'just under': 'LESS_THAN',
  under: 'LESS_THAN',
  'less than': 'LESS_THAN',
  'fewer than': 'LESS_THAN',
  'more than': 'MORE_THAN',
  over: 'MORE_THAN',
  'just over': 'MORE_THAN',
  'at least': 'EQUAL_OR_MORE',
  'no less than': 'EQUAL_OR_MORE',
  'at most': 'EQUAL_OR_LESS',
  'up to': 'EQUAL_OR_LESS',
  'no more than': 'EQUAL_OR_LESS',
  'not more than': 'EQUAL_OR_LESS',
}

const pad = (n: number): string => String(n).padStart(2, '0')
/** The TIMEX3 value of a weekday, month, season or holiday that comes back: `XXXX-WXX-5`, `XXXX-07`. */
function repeated(said: Said): string | null {
  const part = said.part === undefined ? '' : `T${said.part}`
  if (said.weekday !== undefined && said.month === undefined) return `XXXX-WXX-${said.weekday}${part}`
  if (said.month !== undefined) return said.day === undefined ? `XXXX-${pad(said.month)}` : `XXXX-${pad(said.month)}-${pad(said.day)}`
  if (said.season !== undefined) return `XXXX-${said.season}`
  if (said.quarter !== undefined) return `XXXX-Q${said.quarter}`
  if (said.weekend) return 'XXXX-WXX-WE'
  if (said.part !== undefined) return `XXXX-XX-XX${part}`
  return said.holiday === undefined ? null : said.holiday.length === 5 ? `XXXX-${said.holiday}` : 'XXXX-XX-XX'
}
export function asSet(said: Said): Said | null {
  const fixed =
    said.year === undefined && said.toward === undefined && (said.step === undefined || said.part !== undefined) ? repeated(said) : null
  return fixed === null ? null : { type: 'SET', fixed }
}

export const MODIFIERS: readonly Modifier[] = [
  {
    id: 'around',
    before: /\b(?:around|circa|c\.) $/i,
    apply: (said) =>
      said.type === 'DATE' && said.fixed === undefined && said.mod === undefined && dated(said) ? { ...said, mod: 'APPROX' } : null,
  },
  { id: 'every', before: /\b(?:every|each)(?: other)? $/i, apply: asSet },
  {
    id: 'half',
    before: /\b(?:the )?(first|second|latter|last) half of (?:the )?$/i,
    apply: (said, [, which]) => {
      if (!longer(said)) return null
      const part2 = which!.toLowerCase() === 'first' ? 1 : 2
      return { ...said, part2, mod: part2 === 1 ? 'START' : 'END' }
    },
  },
  {
    id: 'week-of',
    before: /\b(?:the )?week (?:of|beginning|starting|ending) (?:on )?$/i,
    apply: (said) => (said.type === 'DATE' && said.day !== undefined && said.mod === undefined ? { ...said, around: 'week' } : null),
  },
  {
    id: 'nth',
    before: /\b(?:the )?(first|second|third|fourth|last|final) (week|day|weekend) of (?:the )?$/i,
    apply: (said, [, nth, of]) => {
      if (!longer(said) || said.nth !== undefined || (of !== 'day' && said.month === undefined && said.step?.grain !== 'month')) return null
      const count = { first: 1, second: 2, third: 3, fourth: 4, last: -1, final: -1 }[nth!.toLowerCase() as 'first']
      return { ...said, nth: { count, of: of!.toLowerCase() as 'week' } }
    },
  },
  {
    id: 'start',
    before:
      /\b(?:the )?(?:very )?(?:beginning|start|onset|opening|early (?:part|days|months|weeks|years)|first (?:days|weeks|months)) of (?:the )?$/i,
    apply: (said) => (isPeriod(said) ? { ...said, mod: 'START' } : null),
  },
  {
    id: 'middle',
    before: /\b(?:the )?middle (?:part )?of (?:the )?$/i,
    apply: (said) => (isPeriod(said) ? { ...said, mod: 'MID' } : null),
  },
  {
    id: 'end',
    before: /\b(?:the )?(?:very )?(?:end|close|latter part|last (?:days|weeks|months)|tail end|final (?:days|weeks|months)) of (?:the )?$/i,
    apply: (said) => (isPeriod(said) ? { ...said, mod: 'END' } : null),
  },
  {
    id: 'early',
    before: /(?:\bthe )?\bearly(?: in| on)?(?:[ -])(?:the )?$/i,
    apply: (said) => (isPeriod(said) || said.part !== undefined ? { ...said, mod: 'START' } : null),
  },
  {
    id: 'mid',
    before: /(?:\bthe )?\bmid(?:-to-late)?[ -]$/i,
    apply: (said) => (isPeriod(said) || said.part !== undefined || said.hour !== undefined ? { ...said, mod: 'MID' } : null),
  },
  {
    id: 'late',
    before: /(?:\bthe )?\blate(?: in| on)?(?:[ -])(?:the )?$/i,
    apply: (said) => (isPeriod(said) || said.part !== undefined ? { ...said, mod: 'END' } : null),
  },
  {
    id: 'earlier',
    before: /\b(earlier|later)(?: in)? $/i,
    apply: (said, [, which]) =>
      said.step !== undefined && said.type !== 'DURATION' ? { ...said, mod: /^e/i.test(which!) ? 'START' : 'END' } : null,
  },
  {
    id: 'post',
    before: /\b(post|pre)-$/i,
    apply: (said, [, which]) => (longer(said) ? { ...said, mod: /^post/i.test(which!) ? 'AFTER' : 'BEFORE' } : null),
  },
  {
    id: 'last',
    before: /\b(last|next|this)(?: coming| past)? $/i,
    apply: (said, [, which]) =>
      said.type === 'DATE' && said.year === undefined && said.toward === undefined && (said.holiday !== undefined || said.day !== undefined)
        ? { ...said, toward: ({ last: 'past', next: 'future', this: 'this' } as const)[which!.toLowerCase() as 'last'] }
        : null,
  },
  {
    id: 'month-of',
    before: /\b(?:the )?month of $/i,
    apply: (said) => (said.type === 'DATE' && said.month !== undefined && said.day === undefined ? said : null),
  },
  { id: 'sometime', before: /\bsometime $/i, apply: (said) => (isPeriod(said) ? said : null) },
  {
    id: 'compared',
    before:
      /\b(about|around|approximately|roughly|some|close to|nearly|almost|just under|just over|under|less than|fewer than|more than|(?<=\b(?:for|in|after|of|well|lasted|last|by) )over|at least|at most|up to|no more than|not more than|no less than) $/i,
    apply: (said, [, which]) => {
      const word = which!.toLowerCase()
      if (!isAmount(said) && !(said.type === 'TIME' && said.hour !== undefined && (word === 'around' || word === 'about'))) return null
      return { ...said, mod: COMPARED[word]! }
    },
  },
]

/** A part of the day after a day: `Friday morning`, `Tuesday nights` (every one of them). */
export const PART_AFTER = new RegExp(`^ (?<part>${PART})(?<many>s)?(?![\\p{L}\\d]| (?:watch|shift|club|live|news))`, 'iu')
export const partAfter = (word: string): string => partOf.get(word.toLowerCase())!
/** `or so`, `or more` after an amount. */
export const OR_SO = /^ or (so|more|less|two|days|weeks|months|years)\b(?! than| (?:two|three))/
/** A second day of the same month: `April 24 and 25`, `Feb 28-29`. */
export const NEXT_DAY =
  /^(?: and | or | to | through | & |, and | ?[-–] ?)(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?<year>(?:1\d|20)\d\d))?(?![\p{L}\d%:/]|[.,]\d|[-–]\d| \p{L}+ ?\d?(?:million|people))/u
/** A first day before a day and its month: `25-28 April`, `from 25 to 28 April`. */
export const FIRST_DAY =
  /(?:(?<![\d.,/$£€%-])(?<![\d.,/$£€%-]\d?)(?<day>[0-3]?\d)(?:st|nd|rd|th)? ?[-–] ?|\b(?:on|from|between|of|the|for|dates) (?<led>[0-3]?\d)(?:st|nd|rd|th)? (?:to|and|&|or|until|through) (?:the )?)$/i
/** Between a clock and what tells its day: another clock in brackets, or the second end of a range. */
export const BEFORE_DAY = /^(?:\)? (?:on )?|,? \(|[-–]| to | and | until )$/
/** The second day of one night: `the night of March 4–5`. */
export const NIGHT_AFTER = /^ ?[-–/] ?[0-3]?\d(?:st|nd|rd|th)?(?:,? (?<year>(?:1\d|20)\d\d))?(?![\p{L}\d%:]|[.,]\d)/u
/** The word between a night and its two days: `the night of 4–5 May`. */
export const OF_NIGHT = /^ of(?: the)? $/
/** A second year in two digits: `1950-53`. */
export const NEXT_YEAR = /^[-–/](?<year>\d\d)(?![\p{L}\d%]|[.,:/-]\d)/u
/** Between the two ends of a range. */
export const RANGE = /^(?: ?[-–] ?| to | and | through | until | till )$/
/** A loan `through January` may well run on, whatever its verb says. */
export const THROUGH = /\bthrough $/i
/** A limit lies ahead unless its verb says otherwise. */
export const LIMIT = /\bby $/i
/** `Until Thursday, they had not …`: what had been is over. */
export const HAD_BEEN = /^,? (?:\p{L}{1,20} ){1,3}had\b/u
/** Words that put what follows after the publication whatever the tense. */
export const AHEAD =
  /\b(?:starting|beginning|effective|due|payable|scheduled for|set for|slated for|planned for|expected (?:in|on|by)|coming|upcoming|until|till|as (?:soon|early|late) as)(?: on| in| from| the)? $/i
