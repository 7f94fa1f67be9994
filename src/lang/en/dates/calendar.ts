import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import {
  END,
  HOLIDAY,
  HOLIDAY_STARTS,
  MONTH,
  MONTH_NAME,
  MONTH_STARTS,
  ORDINAL,
  ORDINAL_STARTS,
  WEEKDAY,
  WEEKDAY_NAME,
  WEEKDAY_STARTS,
  YEAR,
  YEAR_WORDS,
  fullYear,
  holidayRule,
  monthOf,
  ordinalOf,
  pattern,
  weekdayOfName,
  yearOfWords,
} from './words.js'

const DAY = `(?<day>[0-3]?\\d)`
const SHORT_YEAR = `['’](?<short>\\d\\d)`

/** What stands before `May` and `March` where they are months, and before abbreviations. */
const LEADS_MONTH =
  /\b(?:in|of|since|by|until|till|from|through|during|last|this|next|early|late|mid|before|after|to|and|for|or|around|between|every|each|past|coming|as of)[ -]$/i

/** `the March accession`: a month in full that says which of several. */
const describes = (month: string, before: string, after: string): boolean =>
  /^(?:March|May)$/.test(month) &&
  /\b(?:the|a|its|their|his|her|[’']s) $/.test(before) &&
  /^ (?!(?:of|on|for|to|against|by|in|at|was|is|has|and|or|through|along|began|into|past|from|with|that|went|be|have|not|also|as|will)\b)\p{Ll}{3}/u.test(
    after,
  )

/** What follows an abbreviated weekday where it is one: `Sun, April 24`. */
const BEFORE_DATE = /^,? ?(?:\d|\p{Lu}\p{Ll}{2,8}\.? \d)/u

/** What is named after a day of the year. */
const OF_NAME =
  /^ (?:Museum|Memorial|Commission|Foundation|Fund|Movement|Brigade|Street|Square|Avenue|Bridge|Stadium|University|Party|Coalition|Alliance)\b/

/** A day of the month that stands before its month. */
const AFTER_DAY = /\d(?:st|nd|rd|th)?(?: of)? $/

/** What follows `the 29th` where that is a day: no noun of which it is the 29th. */
const AFTER_NTH =
  /^(?:[,.;:)]|$| (?:and|but|the|a|an|his|her|its|their|he|she|it|they|we|when|while|as|that|with|in|at|by|for|of the month|to|until|of this month)\b)/

/** Before a holiday that other calendars count otherwise. */
const ELSEWHERE = /(?:Chinese|Lunar|Jewish|Orthodox|Persian|Islamic|Coptic|Vietnamese|Tibetan|Iranian|Julian) $/

/** Which of the weeks, days or weekdays of a month; from its end where negative. */
const NTH: Readonly<Record<string, number>> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  fifth: 5,
  last: -1,
  final: -1,
}

/** The second word of a Sunday paper's name. */
const PAPER = /^ (?:Times|Post|Mail|Telegraph|Express|Mirror|Herald|Star|Sun|Tribune|People|Independent)\b/

const optional = (year: string | undefined): { year?: number } => (year === undefined ? {} : { year: Number(year) })

/** Dates with a month in words. */
export const monthDates: readonly Rule<Said>[] = [
  {
    id: 'en.date.month-day-year',
    starts: MONTH_STARTS,
    pattern: pattern(
      `(?<month>${MONTH})[ -](?:the )?(?:${DAY}(?:st|nd|rd|th)?|(?<ordinal>${ORDINAL}))(?:,? ${YEAR}|,? ${SHORT_YEAR}|, (?<words>${YEAR_WORDS}))${END}(?!-\\d)`,
    ),
    produce: ({ month, day, ordinal, year, short, words }) => ({
      type: 'DATE',
      month: monthOf(month!),
      day: day ? Number(day) : ordinalOf(ordinal!),
      year: year ? Number(year) : short ? fullYear(short) : yearOfWords(words!),
    }),
    examples: [
      ['They signed on April 24, 2019 in Rome.', { year: 2019, month: 4, day: 24 }],
      ['It closed on Sept. 3rd, 1998.', { year: 1998, month: 9, day: 3 }],
      ['March 12 2009 was a Thursday.', { text: 'March 12 2009', day: 12 }],
    ],
    never: ['In April 24,000 people came.', 'He may 24 times a day.'],
  },
  {
    id: 'en.date.month-day',
    starts: MONTH_STARTS,
    pattern: pattern(
      `(?<month>${MONTH})[ -](?:the )?(?:${DAY}(?:st|nd|rd|th)?|(?<ordinal>${ORDINAL}))${END}(?! (?:million|billion|trillion|per ?cent|people|points?)\\b)`,
    ),
    produce: ({ month, day, ordinal }, { doc, start, end }) => {
      const number = day ? Number(day) : ordinalOf(ordinal!)
      if (day === undefined && AFTER_DAY.test(doc.text.slice(Math.max(0, start - 8), start))) return null // `on 3 March the first ship`
      if (OF_NAME.test(doc.text.slice(end, end + 14))) return null // `the September 11 Museum`
      return number === 0 || number > 39 ? null : { type: 'DATE', month: monthOf(month!), day: number }
    },
    examples: [
      ['The talks start on April 25.', { month: 4, day: 25 }],
      ['By Feb. 1 it was over.', { text: 'Feb. 1', month: 2, day: 1 }],
      ['On March eighth they march.', { text: 'March eighth', day: 8 }],
    ],
    never: [
      'April 45 was never seen, they may 3.5 times',
      'In April 24,000 came.',
      'June 30 million',
      'They may the first',
      'He works for the April 6 Movement.',
    ],
  },
  {
    id: 'en.date.day-month',
    starts: [
      '<number>',
      'the',
      'first',
      'second',
      'third',
      'fourth',
      'fifth',
      'sixth',
      'seventh',
      'eighth',
      'ninth',
      'tenth',
      'twenty',
      'thirty',
    ],
    afterArticle: ORDINAL_STARTS,
    pattern: pattern(
      `(?:${DAY}(?:st|nd|rd|th)?|(?:[Tt]he )?(?<ordinal>${ORDINAL}))[ -](?:of )?(?<month>${MONTH})(?:,? ${YEAR}|,? ${SHORT_YEAR})?${END}`,
    ),
    produce: ({ month, day, ordinal, year, short }) => {
      const number = day ? Number(day) : ordinalOf(ordinal!)
      if (number === 0) return null
      return { type: 'DATE', month: monthOf(month!), day: number, ...optional(short ? String(fullYear(short)) : year) }
    },
    examples: [
      ['On 25 April 2019 they met.', { year: 2019, month: 4, day: 25 }],
      ['They meet on the 25th of April.', { text: 'the 25th of April', month: 4, day: 25 }],
      ['It ended 11 Nov 1918.', { text: '11 Nov 1918', year: 1918 }],
    ],
    never: ['Some 25 may leave.', 'The second may win.'],
  },
  {
    id: 'en.date.nth-day',
    starts: ['the'],
    afterArticle: ['<number>'],
    pattern: pattern(`the (?<day>[0-3]?\\d)(?:st|nd|rd|th)(?: (?:of the|of this) month)?${END}`),
    produce: ({ day }, { doc, start, end }) => {
      const number = Number(day)
      if (number < 1 || number > 31) return null
      const before = doc.text.slice(Math.max(0, start - 14), start)
      const after = doc.text.slice(end, end + 16)
      return /\b(?:[Oo]n|[Bb]y|[Uu]ntil|since|from|till|to|before|(?:morning|afternoon|evening|night) of) $/.test(before) &&
        AFTER_NTH.test(after)
        ? { type: 'DATE', day: number }
        : null
    },
    examples: [
      ['On the 29th they fought again.', { text: 'the 29th', day: 29 }],
      ['He left by the 3rd of the month.', { text: 'the 3rd of the month', day: 3 }],
    ],
    never: ['On the 29th floor', 'He came in on the 10th hole.', 'On the 45th, they sang.', 'The 3rd, he said'],
  },
  {
    id: 'en.date.month-year',
    starts: MONTH_STARTS,
    pattern: pattern(`(?<month>${MONTH})(?:,? |-| of | in )(?:${YEAR}|${SHORT_YEAR}|(?<words>${YEAR_WORDS}))${END}(?!s\\b)`),
    produce: ({ month, year, short, words }) => ({
      type: 'DATE',
      month: monthOf(month!),
      year: year ? Number(year) : short ? fullYear(short) : yearOfWords(words!),
    }),
    examples: [
      ['It was in April 2019 that they met.', { year: 2019, month: 4 }],
      ['In Aug. 1988 the war ended.', { text: 'Aug. 1988', month: 8 }],
    ],
    never: ['We may 2019 times.', 'March on, said 2,019 men.'],
  },
  {
    id: 'en.date.month',
    starts: MONTH_STARTS,
    pattern: pattern(`(?<month>${MONTH_NAME}|(?:Jan|Feb|Aug|Sept|Sep|Oct|Nov|Dec)\\.?)${END}(?!\\.? \\d)(?![’']?[ -]?\\d)`),
    produce: ({ month }, { text, doc, start, end }) => {
      const before = doc.text.slice(Math.max(0, start - 14), start)
      const verbOrName = /^(?:May|March|MAY|MARCH)$/.test(text) || (text.length < 5 && text !== 'June' && text !== 'July')
      if (verbOrName && !LEADS_MONTH.test(before) && !describes(text, before, doc.text.slice(end, end + 10))) return null
      if (/^(?:|.*[.!?”"] )$/s.test(before) && /^ (?:said|says|told|asked|added)\b/.test(doc.text.slice(end, end + 7))) return null // `April said`
      if (text === text.toUpperCase() && /\p{Lu}{2} $/u.test(before)) return null // a headline in capitals
      return { type: 'DATE', month: monthOf(month!) }
    },
    examples: [
      ['Sales fell in October.', { month: 10 }],
      ['They left in May.', { month: 5 }],
    ],
    never: ['You may go.', 'They march on.'],
  },
  {
    id: 'en.date.weekday',
    starts: WEEKDAY_STARTS,
    pattern: pattern(`(?<weekday>${WEEKDAY})${END}`),
    produce: ({ weekday }, { doc, start, end, text }) => {
      const before = doc.text.slice(Math.max(0, start - 6), start)
      if (!/day$/i.test(text) && !BEFORE_DATE.test(doc.text.slice(end, end + 14)) && !/\b(?:on|until|by|last|next) $/i.test(before))
        return null
      if (/\bthe $/i.test(before) && PAPER.test(doc.text.slice(end, end + 12))) return null
      return { type: 'DATE', weekday: weekdayOfName(weekday!) }
    },
    examples: [['They met on Thursday.', { weekday: 4 }]],
    never: ['The sun shone and they sat.', 'He reads the Sun daily.', 'Shares of Sun Microsystems fell.'],
  },
  {
    id: 'en.date.holiday',
    starts: HOLIDAY_STARTS,
    pattern: pattern(`(?<name>${HOLIDAY})(?: (?<span>week|weekend))?(?:,? ${YEAR})?${END}`),
    produce: ({ name, span, year }, { doc, start }) => {
      if (ELSEWHERE.test(doc.text.slice(Math.max(0, start - 11), start))) return null
      const said = { type: 'DATE', holiday: holidayRule.get(name!.toLowerCase().replaceAll('’', "'"))!, ...optional(year) } as const
      return span === undefined ? said : { ...said, around: span as 'week' }
    },
    examples: [
      ['Shops close on Christmas Day.', { holiday: '12-25' }],
      ['Easter week began quietly.', { text: 'Easter week', around: 'week' }],
    ],
    never: ['The labor day was long.', 'An easter egg', 'They sang at Chinese New Year.'],
  },
  {
    id: 'en.date.nine-eleven',
    starts: ['<number>'],
    pattern: pattern(`9/11(?![\\p{L}\\d/%]|[.,:]\\d)`),
    produce: (_, { doc, start, end }) =>
      /(?:[$£€\d,.]|\b(?:about|of|odds|by|only|scored) )$/.test(doc.text.slice(Math.max(0, start - 7), start)) ||
      /^ \p{Lu}/u.test(doc.text.slice(end, end + 2))
        ? null
        : { type: 'DATE', year: 2001, month: 9, day: 11 },
    examples: [['Since 9/11 the law is strict.', { text: '9/11', year: 2001 }]],
    never: ['The 9/11 Museum opened.', 'Odds of 9/11 were offered.'],
  },
  {
    id: 'en.date.nth-in-month',
    starts: ['the', ...Object.keys(NTH), '<number>'],
    afterArticle: [...Object.keys(NTH), '<number>'],
    pattern: pattern(
      `(?:[Tt]he )?(?<nth>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Ff]inal|1st|2nd|3rd|4th) (?:(?<weekday>${WEEKDAY_NAME})|(?<unit>week|day|weekend)) (?:of|in) (?<month>${MONTH})(?:,? (?:of )?${YEAR})?${END}(?!\\.? \\d{1,2}(?!\\d))`,
    ),
    produce: ({ nth, weekday, unit, month, year }) => {
      const count = NTH[nth!.toLowerCase()]!
      const said = { type: 'DATE', month: monthOf(month!), ...optional(year) } as const
      return { ...said, nth: { count, of: weekday === undefined ? (unit as 'week') : weekdayOfName(weekday) } }
    },
    examples: [
      ['They vote on the first Monday in May.', { text: 'the first Monday in May', month: 5, nth: { count: 1, of: 1 } }],
      ['It fell in the last week of March 2018.', { text: 'the last week of March 2018', nth: { count: -1, of: 'week' } }],
    ],
    never: ['The first man in May', 'The second day is long.'],
  },
]
