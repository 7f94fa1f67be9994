import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { STOP } from './amounts.js'
import {
  NUMBER,
  PART,
  UNIT,
  UNIT_ONE_STARTS,
  WEEKDAY_NAME,
  WEEKDAY_STARTS,
  numberOf,
  partOf,
  pattern,
  units,
  weekdayOfName,
} from './words.js'

/** Times that repeat. */
export const sets: readonly Rule<Said>[] = [
  {
    id: 'en.set.adverb',
    starts: [
      'daily',
      'weekly',
      'monthly',
      'quarterly',
      'yearly',
      'annually',
      'hourly',
      'nightly',
      'annual',
      'biweekly',
      'bimonthly',
      'semiannually',
      'biannually',
      'fortnightly',
    ],
    pattern: pattern(`(?<word>daily|weekly|monthly|quarterly|yearly|annually|hourly|nightly|annual|fortnightly)${STOP}`, 'i'),
    produce: ({ word }, { text, doc, end }) => {
      if (/^ \p{Lu}\p{L}/u.test(doc.text.slice(end, end + 3))) return null // `Daily Mail`, `the daily Granma`
      if (
        /^(?:annual|quarterly)$/i.test(text) &&
        /^[ -]\p{L}/u.test(doc.text.slice(end, end + 2)) &&
        !/^ (?:and|by|from|to|since|in|at|on|for|but|as|until|until)\b/.test(doc.text.slice(end, end + 7))
      )
        return null // `the annual meeting`, `quarterly loss`: a kind, no time
      const value = {
        daily: 'P1D',
        weekly: 'P1W',
        monthly: 'P1M',
        quarterly: 'P1Q',
        yearly: 'P1Y',
        annually: 'P1Y',
        annual: 'P1Y',
        hourly: 'PT1H',
        nightly: 'XXXX-XX-XXTNI',
        fortnightly: 'P2W',
      }
      return { type: 'SET', fixed: value[word!.toLowerCase() as 'daily'] }
    },
    examples: [['It pays interest annually.', { fixed: 'P1Y' }]],
    never: ['The Daily Mail said', 'A biannual plant', 'the party daily Granma'],
  },
  {
    id: 'en.set.every-unit',
    starts: [
      'every',
      'each',
      'once',
      'twice',
      'per',
      'three',
      'four',
      'five',
      'six',
      '<number>',
      'several',
      'many',
      'a',
      'seven',
      'eight',
      'nine',
      'ten',
      'two',
    ],
    afterArticle: ['few'],
    pattern: pattern(
      `(?:(?:once|twice|(?:${NUMBER}|several|many|a few) times) (?:every|each|an?|per)|every|each)(?: (?:single|other|passing|trading|and every|of the past|of the last))? (?:(?<number>${NUMBER}) |(?<few>few) )?(?<unit>${UNIT})${STOP}`,
      'i',
    ),
    produce: ({ number, few, unit }, { text }) => {
      const word = units.get(unit!.toLowerCase())
      if (word === undefined || (/^each/i.test(text) && /of the/.test(text))) return null
      if (/^second$/i.test(unit!) && number === undefined) return null
      const count = few ? 'X' : String((number === undefined ? 1 : numberOf(number)) * word.times * (/ other /.test(text) ? 2 : 1))
      return { type: 'SET', fixed: `P${word.unit.length === 2 ? 'T' : ''}${count}${word.unit.at(-1)}` }
    },
    examples: [
      ['They train every day in Rome.', { text: 'every day', fixed: 'P1D' }],
      ['They meet twice a week.', { text: 'twice a week', fixed: 'P1W' }],
    ],
    never: ['Every second man', 'Each team'],
  },
  {
    id: 'en.set.weekdays',
    starts: WEEKDAY_STARTS.map((word) => `${word}s`),
    pattern: pattern(`(?<weekday>${WEEKDAY_NAME})s${STOP}`),
    produce: ({ weekday }) => ({ type: 'SET', fixed: `XXXX-WXX-${weekdayOfName(weekday!)}` }),
    examples: [['They pray on Fridays.', { text: 'Fridays', fixed: 'XXXX-WXX-5' }]],
    never: ['They prayed on Friday.', 'Suns and moons'],
  },
  {
    id: 'en.set.parts',
    starts: ['every', 'each', 'weekends', 'weekdays', 'mornings', 'afternoons', 'evenings', 'nights', 'most', 'weekday', 'weekend'],
    pattern: pattern(
      `(?:(?:every|each) (?:other )?(?<part>${PART}|weekend|weekday)|(?:most )?(?<many>weekends|weekdays)|(?:(?<days>weekday|weekend) )?(?<parts>${PART})s)${STOP}`,
      'i',
    ),
    produce: ({ part, many, days, parts }, { doc, start, text }) => {
      const word = (part ?? many ?? parts)!.toLowerCase().replace(/s$/, '')
      const bare = part === undefined && days === undefined && !/^most/i.test(text)
      if (bare && !/\b(?:on|in the|at|of|during|over) $/i.test(doc.text.slice(Math.max(0, start - 8), start))) return null
      if (word === 'weekend' || word === 'weekday') return { type: 'SET', fixed: word === 'weekend' ? 'XXXX-WXX-WE' : 'XXXX-WXX' }
      return { type: 'SET', fixed: `${days?.toLowerCase() === 'weekend' ? 'XXXX-WXX-WE' : 'XXXX-XX-XX'}T${partOf.get(word)!}` }
    },
    examples: [
      ['She runs every morning.', { text: 'every morning', fixed: 'XXXX-XX-XXTMO' }],
      ['It shuts on weekends.', { text: 'weekends', fixed: 'XXXX-WXX-WE' }],
    ],
    never: ['The morning after', 'Arabian Nights', 'Nights fell.'],
  },
  {
    id: 'en.set.rate',
    starts: ['a', 'an', 'per', '<number>'],
    afterArticle: UNIT_ONE_STARTS,
    pattern: pattern(
      `(?:an?|per) (?<unit>second|minute|hour|day|week|month|quarter|year|decade)${STOP}(?! (?:ago|and a half|earlier|later|before|after|or|of|old|when)\\b)(?![-])`,
      'i',
    ),
    produce: ({ unit }, { doc, start, end, text }) => {
      const before = doc.text.slice(Math.max(0, start - 28), start)
      const rate =
        /(?:[\d%½](?:m|mn|bn|tn|k)?|\b(?:million|billion|trillion|thousand|hundred|percent|cents|dollars|euros|yen|pounds|times|once|twice|barrels|tons|tonnes|shares?|people|cars|units|flights|per ?cent))(?: (?!after|before|for|in|than|about|only|just|nearly|within|over|with|lasted|took|of|from|to|at|and|or|the|was|were|is|are|that)[\p{L}-]{2,16}){0,1} $/iu.test(
          before,
        )
      const amount = /(?:[\d%](?:m|mn|bn|tn|k)?|\b(?:million|billion|trillion|percent|per cent|times|hours|minutes|days|weeks)) $/i.test(
        before,
      )
      if (!amount && /^ (?:in|from|for)\b/.test(doc.text.slice(end, end + 5))) return null
      if (!rate || (/^an? second/i.test(text) && (!/\d[^.]{0,20}$/.test(before) || /^ \p{Ll}/u.test(doc.text.slice(end, end + 2)))))
        return null // `a second time`
      if (/^per/i.test(text)) return null
      const word = units.get(unit!.toLowerCase())!
      return { type: 'SET', fixed: `P${word.unit.length === 2 ? 'T' : ''}${word.times}${word.unit.at(-1)}` }
    },
    examples: [['They built 15 a year there.', { text: 'a year', fixed: 'P1Y' }]],
    never: ['After a year he left.', 'It took a year.'],
  },
]
