import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { END, WEEKDAY, WEEKDAY_STARTS, YEAR, fullYear, pattern, weekdayOfName } from './words.js'

/** Dates in figures. */
export const numericDates: readonly Rule<Said>[] = [
  {
    id: 'en.date.iso',
    starts: ['<number>'],
    pattern: pattern(
      `${YEAR}-(?<month>[01]\\d)-(?<day>[0-3]\\d)(?:[T ](?<hour>[0-2]\\d):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?<zone>Z|[+-][01]\\d:?[0-5]\\d)?)?${END}`,
    ),
    produce: ({ year, month, day, hour, minute, zone }) => ({
      type: hour === undefined ? 'DATE' : 'TIME',
      year: Number(year),
      month: Number(month),
      day: Number(day),
      ...(hour === undefined ? {} : { hour: Number(hour), minute: Number(minute) }),
      ...(zone === undefined ? {} : { zone }),
    }),
    examples: [['Posted 2019-04-25 by staff.', { year: 2019, month: 4, day: 25 }]],
    never: ['Call 2019-04-253 now.', 'Version 2019-4'],
  },
  {
    id: 'en.date.slashes',
    starts: ['<number>'],
    pattern: pattern(
      `(?<first>[0-3]?\\d)(?<mark>[/.-])(?<second>[0-3]?\\d)\\k<mark>(?<year>(?:1[0-9]|20|21)\\d\\d|\\d\\d)(?![\\p{L}\\d/]|[.,:-]\\d)`,
    ),
    produce: ({ first, second, year, mark }, { doc }) => {
      const [a, b] = [Number(first), Number(second)]
      if (year!.length === 2 && mark !== '/') return null
      const said = { type: 'DATE', year: year!.length === 2 ? fullYear(year!) : Number(year) } as const
      if (a > 12 || mark === '.') return { ...said, day: a, month: b }
      if (b > 12) return { ...said, day: b, month: a }
      const monthFirst = doc.context.country === 'US' || doc.context.country === 'PH'
      const [month, day] = monthFirst ? [a, b] : [b, a]
      if (doc.context.country !== null || a === b) return { ...said, month, day }
      return { ...said, month, day, otherwise: { year: said.year, month: day, day: month } }
    },
    examples: [
      ['Seen on 24/04/2019 in Moscow.', { year: 2019, month: 4, day: 24 }],
      ['Seen on 04/24/2019 in Boston.', { year: 2019, month: 4, day: 24 }],
    ],
    never: ['Take 1/2 of it.', 'A 24/7/365 service', 'Version 10.2.33 of it'],
  },
  {
    id: 'en.date.weekday-slash',
    starts: WEEKDAY_STARTS,
    pattern: pattern(`(?<weekday>${WEEKDAY}),? (?<first>[0-3]?\\d)/(?<second>[0-3]?\\d)(?![\\p{L}\\d/]|[.,:-]\\d)`),
    produce: ({ weekday, first, second }, { doc }) => {
      const [a, b] = [Number(first), Number(second)]
      const monthFirst = b > 12 || (a <= 12 && doc.context.country === 'US')
      return { type: 'DATE', weekday: weekdayOfName(weekday!), ...(monthFirst ? { month: a, day: b } : { month: b, day: a }) }
    },
    examples: [['The summit is on Thursday 25/04 in the east.', { weekday: 4, month: 4, day: 25 }]],
    never: ['Odds of 25/04 were offered.'],
  },
]
