import type { Rule } from '../../../rules/rule.js'
import type { Grain, Said } from '../../said.js'
import { COUNT, COUNT_SECONDS, COUNT_STARTS, GRAIN, STOP, amountOf } from './amounts.js'
import { UNIT, UNIT_MANY_STARTS, WEEKDAY_NAME, WEEKDAY_STARTS, pattern, units, weekdayOfName } from './words.js'

/** Times counted from another time. */
export const relative: readonly Rule<Said>[] = [
  {
    id: 'en.relative.ago',
    starts: [...COUNT_STARTS, ...UNIT_MANY_STARTS],
    afterArticle: COUNT_SECONDS,
    pattern: pattern(
      `(?:${COUNT}(?: (?:more|full|short|long))? )?(?<unit>${UNIT})(?: and a (?<half>half))?(?<so> or so| or more)? (?:ago|(?<back>back)(?=[.,;]))${STOP}`,
      'i',
    ),
    produce: (groups) => {
      const { count, unit } = amountOf(groups.number || groups.pair || groups.an ? groups : { ...groups, some: 'some' })
      const whole = /^(?:decade|centur)/i.test(groups.unit!) && count !== null && count % 100 === 0 ? 'year' : GRAIN[unit]
      const year = unit === 'Y' && groups.an !== undefined && !/^(?:decade|century)$/i.test(groups.unit!)
      return {
        type: 'DATE',
        step: { grain: whole, count: count === null ? null : -count - (groups.half ? 0.5 : 0), from: 'publication' },
        ...(groups.so || groups.pair ? { mod: 'APPROX' } : {}),
        ...(year ? { alike: true } : {}),
      }
    },
    examples: [
      ['They met two weeks ago in Rome.', { text: 'two weeks ago', step: { grain: 'week', count: -2, from: 'publication' } }],
      ['It was a year ago.', { text: 'a year ago', alike: true }],
    ],
    never: ['Long ago and far away', 'Two men ago'],
  },
  {
    id: 'en.relative.from-day',
    starts: COUNT_STARTS,
    afterArticle: COUNT_SECONDS,
    pattern: pattern(`${COUNT} (?<unit>days?|weeks?) from (?<weekday>${WEEKDAY_NAME}|[Tt]oday|[Tt]omorrow)${STOP}`),
    produce: (groups) => {
      const { count, unit } = amountOf(groups)
      const days = count === null ? null : unit === 'W' ? count * 7 : count
      const weekday = weekdayOfName(groups.weekday!)
      if (weekday !== 0) return days === null ? null : { type: 'DATE', weekday, later: days }
      const more = /^tomorrow$/i.test(groups.weekday!) ? 1 : 0
      return { type: 'DATE', step: { grain: 'day', count: days === null ? null : days + more, from: 'publication' } }
    },
    examples: [['He goes a week from Friday.', { text: 'a week from Friday', weekday: 5, later: 7 }]],
    never: ['A man from Friday Harbor', 'A week from hell'],
  },
  {
    id: 'en.relative.from-now',
    starts: COUNT_STARTS,
    pattern: pattern(`${COUNT} (?<unit>${UNIT}) (?:from now|hence|from today)${STOP}`, 'i'),
    produce: (groups) => {
      const { count, unit } = amountOf(groups)
      return { type: 'DATE', step: { grain: GRAIN[unit], count, from: 'publication' } }
    },
    afterArticle: COUNT_SECONDS,
    examples: [['It ends two weeks from now.', { text: 'two weeks from now', step: { grain: 'week', count: 2, from: 'publication' } }]],
    never: ['Two men from now', 'from now on'],
  },
  {
    id: 'en.relative.earlier',
    starts: COUNT_STARTS,
    afterArticle: COUNT_SECONDS,
    pattern: pattern(
      `${COUNT} (?<unit>${UNIT}) (?<way>earlier|later|before|previously|afterwards|after|previous)${STOP}(?! than\\b)(?<!(?:before|after)(?= (?:the|an?|his|her|its|their|he|she|it|they|this|that|\\d|\\p{Ll}+ing)\\b))`,
      'i',
    ),
    produce: (groups, { doc, end, text }) => {
      if (/(?:before|after)$/i.test(text) && /^ [\p{Lu}\d]/u.test(doc.text.slice(end, end + 2))) return null
      const { count, unit } = amountOf(groups)
      const back = /^(?:earlier|before|prev)/i.test(groups.way!)
      const year = groups.an !== undefined && unit === 'Y'
      return {
        type: 'DATE',
        step: { grain: GRAIN[unit], count: count === null ? null : back ? -count : count, from: 'text' },
        ...(year ? { alike: true } : {}),
        ...(count === null && !back ? { toward: 'future' } : {}),
      }
    },
    examples: [
      ['Two days later it ended.', { text: 'Two days later', step: { grain: 'day', count: 2, from: 'text' } }],
      ['Profit was lower a year earlier.', { text: 'a year earlier', alike: true }],
    ],
    never: ['Two days after the vote', 'Three years before he died'],
  },
  {
    id: 'en.relative.half',
    starts: ['half', 'a'],
    afterArticle: ['half'],
    pattern: pattern(`(?:half an? |a half[ -])(?<unit>year|decade|century|day) (?<way>ago|earlier|later|before)${STOP}`, 'i'),
    produce: ({ unit, way }) => {
      const grain = ({ year: 'month', decade: 'year', century: 'year', day: 'hour' } as const)[unit!.toLowerCase() as 'year']
      const count = { year: 6, decade: 5, century: 50, day: 12 }[unit!.toLowerCase() as 'year']
      return {
        type: 'DATE',
        step: { grain, count: /^later$/i.test(way!) ? count : -count, from: /^ago$/i.test(way!) ? 'publication' : 'text' },
      }
    },
    examples: [
      ['It was built half a century ago.', { text: 'half a century ago', step: { grain: 'year', count: -50, from: 'publication' } }],
    ],
    never: ['Half a century of work', 'A half later'],
  },
  {
    id: 'en.relative.some-later',
    starts: UNIT_MANY_STARTS,
    pattern: pattern(`(?<unit>minutes|hours|days|weeks|months|years|decades|centuries) (?<way>later|earlier)${STOP}(?! than\\b)`, 'i'),
    produce: ({ unit, way }, { doc, start }) => {
      if (
        /[\p{L}\d%-] ?$/u.test(doc.text.slice(Math.max(0, start - 2), start)) &&
        !/\b(?:only|just|until|and|but|then|or) $/.test(doc.text.slice(Math.max(0, start - 6), start))
      )
        return null
      const later = /^later$/i.test(way!)
      return {
        type: 'DATE',
        step: { grain: GRAIN[units.get(unit!.toLowerCase())!.unit], count: null, from: 'text' },
        ...(later ? { toward: 'future' } : {}),
      }
    },
    examples: [['Years later he came back.', { text: 'Years later', toward: 'future' }]],
    never: ['Three years later than planned', 'His years later in life'],
  },
  {
    id: 'en.relative.unit-before',
    starts: ['the'],
    afterArticle: ['day', 'week', 'month', 'year', ...WEEKDAY_STARTS],
    pattern: pattern(
      `the (?:(?<unit>day|week|month|year)|(?<weekday>${WEEKDAY_NAME})) (?<way>before|after|previous)(?= ?(?:[,.;:)”"]|$))`,
      'i',
    ),
    produce: ({ unit, weekday, way }) => {
      const after = /^after$/i.test(way!)
      const step = { grain: (unit ?? 'day').toLowerCase() as Grain, count: after ? 1 : -1, from: 'text' } as const
      return weekday === undefined
        ? { type: 'DATE', step }
        : { type: 'DATE', step, weekday: weekdayOfName(weekday), toward: after ? 'future' : 'past' }
    },
    examples: [['He had left the day before.', { text: 'the day before', step: { grain: 'day', count: -1, from: 'text' } }]],
    never: ['The day before the vote', 'The year after he died'],
  },
  {
    id: 'en.relative.year-earlier',
    starts: ['the', 'year', 'year-earlier', 'year-ago'],
    afterArticle: ['year', 'comparable'],
    pattern: pattern(
      `(?:the )?(?:comparable )?year-(?:earlier|ago)(?: (?:(?<quarter>first|second|third|fourth) )?(?<unit>quarter|period|month|week|nine months|six months))?${STOP}`,
      'i',
    ),
    produce: ({ unit }, { text }) => {
      const ordinal = /(first|second|third|fourth) quarter/i.exec(text)?.[1]?.toLowerCase()
      if (ordinal !== undefined)
        return {
          type: 'DATE',
          quarter: ['first', 'second', 'third', 'fourth'].indexOf(ordinal) + 1,
          step: { grain: 'year', count: -1, from: 'publication' },
        }
      if (unit === undefined && /^the /i.test(text)) return null // `the year-ago results`: the article is the noun's
      if (/months$/i.test(text)) return { type: 'DURATION', amounts: [{ count: /nine/i.test(text) ? 9 : 6, unit: 'M' }] }
      return { type: 'DATE', step: { grain: 'year', count: -1, from: 'text' }, alike: true }
    },
    examples: [['It lost money in the year-ago quarter.', { text: 'the year-ago quarter', alike: true }]],
    never: ['The year ago was', 'A year end'],
  },
  {
    id: 'en.relative.period',
    starts: ['the', 'latest'],
    afterArticle: ['latest', 'most', 'same', 'comparable', 'corresponding', '<number>'],
    pattern: pattern(
      `the (?:(?<latest>latest|most recent)|(?<same>same|comparable|corresponding)) (?:fiscal )?(?<unit>period|quarter|month|week|year)(?<ago>(?: of)? (?:a year (?:ago|earlier|before)|last year|the previous year|the year before))?${STOP}|the (?<year>(?:19|20)\\d\\d) (?:period|quarter)${STOP}`,
      'i',
    ),
    produce: ({ latest, unit, ago, year }) => {
      if (year !== undefined) return { type: 'DATE', year: Number(year), alike: true }
      if (latest !== undefined)
        return {
          type: 'DATE',
          step: {
            grain: unit!.toLowerCase() === 'period' ? 'quarter' : (unit!.toLowerCase() as Grain),
            count: unit!.toLowerCase() === 'year' ? -1 : 0,
            from: 'text',
          },
        }
      return { type: 'DATE', step: { grain: 'year', count: ago === undefined ? 0 : -1, from: 'text' }, alike: true }
    },
    examples: [['Sales in the latest quarter rose.', { text: 'the latest quarter', step: { grain: 'quarter', count: 0, from: 'text' } }]],
    never: ['The same man', 'The latest trend'],
  },
]
