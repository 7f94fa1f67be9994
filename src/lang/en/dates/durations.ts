import type { Rule } from '../../../rules/rule.js'
import type { Amount, Said } from '../../said.js'
import { COUNT, COUNT_SECONDS, COUNT_STARTS, NOT_AGE, STOP, amountOf, approx, vagueValue } from './amounts.js'
import { NUMBER, NUMBER_STARTS, UNIT, UNIT_MANY, UNIT_MANY_STARTS, UNIT_ONE, pattern, units } from './words.js'

/** Lengths of time. */
export const durations: readonly Rule<Said>[] = [
  {
    id: 'en.duration.count-unit',
    starts: COUNT_STARTS,
    afterArticle: COUNT_SECONDS,
    pattern: pattern(
      `${COUNT}(?: (?:more|additional|full|straight|consecutive|whole|long|trading|business|working|successive|solid|calendar|extra|previous|preceding|prior|following))? (?<unit>${UNIT})(?: and (?:a (?<half>half)|(?<plus>${NUMBER}) (?<smaller>${UNIT})))?${STOP}${NOT_AGE}(?![-’'](?!s?[ .,;]))`,
      'i',
    ),
    produce: (groups, { doc, start, end, text }) => {
      const { an, unit, half, plus, smaller, number } = groups
      const single = /^(?:second|minute|day|month|year|hour|week|quarter|decade|century)$/i.test(unit!)
      if (
        number !== undefined &&
        single &&
        !/^(?:1|one|(?:\d+ )?(?:a|one) half|half)$/i.test(number) &&
        !/^(?:year|month|day|hour|week|minute|second)$/i.test(unit!)
      )
        return null
      if (/^\d+ \p{Lu}\p{Ll}/u.test(text)) return null // `60 Minutes`, the programme
      if (/^(?:three|3|an?|one) quarters?$/i.test(text) && /^ of\b/.test(doc.text.slice(end, end + 3))) return null
      if (/^quarter$/i.test(unit!) && (an !== undefined || /^one$/i.test(number ?? ''))) return null // a fourth part
      if (
        /^a minute$/i.test(text) &&
        /^ (?:amount|quantity|number|fraction|portion|detail|part|share)\b/.test(doc.text.slice(end, end + 10))
      )
        return null
      if (/^seconds?$/i.test(unit!) && an !== undefined) {
        if (!/^ (?:later|before|after|ago)\b/.test(doc.text.slice(end, end + 8))) return null // `a second time`
      }
      if (an !== undefined && /^an? days?$/i.test(text) && /^ (?:of|when|that|for)\b/.test(doc.text.slice(end, end + 6))) return null
      if (number !== undefined && /^\d{4}$/.test(number) && /^(?:day|year|month|quarter)s?$/i.test(unit!) && single) return null
      if (/[$£€\d.,-]$/.test(doc.text.slice(Math.max(0, start - 1), start))) return null
      if (number !== undefined && /\bthe $/i.test(doc.text.slice(Math.max(0, start - 4), start)) && /^one$/i.test(number)) return null
      const amounts = [amountOf(groups)]
      const word = units.get(unit!.toLowerCase())!
      if (half !== undefined) {
        if (word.unit === 'Y' && word.times === 1) amounts.push({ count: 6, unit: 'M' })
        else if (word.unit === 'TH') amounts.push({ count: 30, unit: 'TM' })
        else if (word.unit === 'TM') amounts.push({ count: 30, unit: 'TS' })
        else amounts[0] = { ...amounts[0]!, count: (amounts[0]!.count ?? 0) + word.times / 2 }
      }
      if (plus !== undefined) amounts.push(amountOf({ number: plus, unit: smaller }))
      return { type: 'DURATION', amounts, ...vagueValue(groups), ...approx(groups) }
    },
    examples: [
      ['It took two years to build.', { text: 'two years', amounts: [{ count: 2, unit: 'Y' }] }],
      ['She wrote more than in the 20 previous years.', { text: '20 previous years', amounts: [{ count: 20, unit: 'Y' }] }],
      ['He waited several weeks.', { text: 'several weeks', amounts: [{ count: null, unit: 'W' }] }],
      [
        'It lasted a year and a half.',
        {
          amounts: [
            { count: 1, unit: 'Y' },
            { count: 6, unit: 'M' },
          ],
        },
      ],
      ['It took 12 to 18 months.', { text: '12 to 18 months', mod: 'APPROX' }],
    ],
    never: ['A 12-year-old boy', 'He is 40 years old.', 'A second time', 'A quarter of them'],
  },
  {
    id: 'en.duration.half-unit',
    starts: ['half', 'a'],
    afterArticle: ['half'],
    pattern: pattern(`(?:a half|half an?|half) (?<unit>hour|day|year|century|decade)${STOP}`, 'i'),
    produce: ({ unit }) => ({
      type: 'DURATION',
      amounts: [
        {
          hour: { count: 30, unit: 'TM' },
          day: { count: 12, unit: 'TH' },
          year: { count: 6, unit: 'M' },
          century: { count: 50, unit: 'Y' },
          decade: { count: 5, unit: 'Y' },
        }[unit!.toLowerCase()] as Amount,
      ],
    }),
    examples: [['He spoke for half an hour.', { text: 'half an hour', amounts: [{ count: 30, unit: 'TM' }] }]],
    never: ['Half a million', 'The half-day'],
  },
  {
    id: 'en.duration.hyphen',
    starts: NUMBER_STARTS.filter((word) => word !== 'half').concat(
      'several',
      'single',
      'multi',
      'half',
      'month',
      'year',
      'week',
      'day',
      'hour',
      'decade',
    ),
    pattern: pattern(
      `(?:(?<number>${NUMBER})(?:[ -](?:and[ -]a[ -]half|plus))?|(?<some>several|multi)|(?<single>single)|(?<bare>(?=(?:day|week|month|year|hour|decade|century)-long)))-?(?<!\\d )(?<unit>${UNIT_ONE})(?:-long\\b)?${STOP}${NOT_AGE}(?!-(?:end|ago|earlier|on|over|to)\\b)`,
      'i',
    ),
    produce: (groups, { text, doc, end }) => {
      if (
        groups.bare === undefined &&
        !/-/.test(
          text.replace(
            /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)\b/i,
            '',
          ),
        )
      )
        return null
      if (/^quarters?$/i.test(groups.unit!) && groups.number !== undefined && !/^(?:two|three|four|five|six|eight)$/i.test(groups.number))
        return null
      if (/^second$/i.test(groups.unit!) && !/^ /.test(doc.text.slice(end, end + 1))) return null
      return { type: 'DURATION', amounts: [amountOf(groups)], ...vagueValue(groups) }
    },
    examples: [
      ['He made a seven-day visit.', { text: 'seven-day', amounts: [{ count: 7, unit: 'D' }] }],
      ['The 30-year bond fell.', { text: '30-year', amounts: [{ count: 30, unit: 'Y' }] }],
    ],
    never: ['A 12-year-old boy', 'A year-end sale', 'a one-second-hand car'],
  },
  {
    id: 'en.duration.units-long',
    starts: UNIT_MANY_STARTS.flatMap((word) => [word, `${word}-long`]),
    pattern: pattern(`(?<unit>hours|days|weeks|months|years|decades|centuries)-long${STOP}`, 'i'),
    produce: ({ unit }) => ({
      type: 'DURATION',
      amounts: [{ count: null, unit: units.get(unit!.toLowerCase())!.unit }],
      ...vagueValue({ some: 'some', unit }),
    }),
    examples: [['A decades-long dispute ended.', { text: 'decades-long', fixed: 'PXDE' }]],
    never: ['The days long gone', 'a year-long wait'],
  },
  {
    id: 'en.duration.the-units',
    starts: ['the'],
    afterArticle: UNIT_MANY_STARTS,
    pattern: pattern(`the (?<unit>weeks|months|years|decades|centuries)${STOP}(?! (?:of|to|since|when|that|before|after|ahead)\\b)`, 'i'),
    produce: ({ unit }, { doc, start }) =>
      /\b(?:over|through|throughout|down) $/i.test(doc.text.slice(Math.max(0, start - 11), start))
        ? {
            type: 'DURATION',
            amounts: [{ count: null, unit: units.get(unit!.toLowerCase())!.unit }],
            ...vagueValue({ some: 'some', unit }),
            stretch: 'past',
          }
        : null,
    examples: [['Over the years it grew.', { text: 'the years', amounts: [{ count: null, unit: 'Y' }] }]],
    never: ['The years passed.', 'He counted the months.'],
  },
  {
    id: 'en.duration.number-singular',
    starts: NUMBER_STARTS,
    pattern: pattern(
      `(?<number>${NUMBER}) (?<unit>year|month|week|day|hour|minute)${STOP}(?= (?!of\\b|ago\\b|later\\b)\\p{Ll}{3,})${NOT_AGE}`,
      'i',
    ),
    produce: (groups) => ({ type: 'DURATION', amounts: [amountOf(groups)] }),
    examples: [['Stocks hit a five year low.', { text: 'five year', amounts: [{ count: 5, unit: 'Y' }] }]],
    never: ['A five year old child', 'On page five days pass.'],
  },
  {
    id: 'en.duration.stretch',
    starts: ['the', 'past', 'last', 'next', 'coming', 'recent', 'first', 'previous', 'these', 'latest'],
    afterArticle: ['past', 'last', 'next', 'coming', 'first', 'final', 'previous', 'following', 'preceding', 'latest', 'recent', 'prior'],
    pattern: pattern(
      `(?:the )?(?<which>past|last|next|coming|first|final|previous|following|preceding|latest|recent|prior)(?: (?:full|whole))? (?:(?<number>${NUMBER})(?: (?:to|or) (?<upper>${NUMBER}))?|(?<pair>couple(?: of)?)|(?<some>several|few|many))(?: (?:full|trading|consecutive|straight|calendar))? (?<unit>${UNIT})${STOP}`,
      'i',
    ),
    produce: (groups, { doc, start, text }) => {
      const which = groups.which!.toLowerCase()
      if (
        !/^the /i.test(text) &&
        !/^(?:past|last|next)$/i.test(which) &&
        !/\b(?:in|for|over|during|its|his|her|their|our|within|of) $/i.test(doc.text.slice(Math.max(0, start - 8), start))
      )
        return null
      const stretch = which === 'next' || which === 'coming' ? 'future' : /^(?:past|last|previous|recent)$/.test(which) ? 'past' : undefined
      return {
        type: 'DURATION',
        amounts: [amountOf(groups)],
        ...vagueValue(groups),
        ...(groups.upper ? { mod: 'APPROX' } : approx(groups)),
        ...(stretch ? { stretch } : {}),
      }
    },
    examples: [
      ['Over the past 12 months it grew.', { text: 'the past 12 months', amounts: [{ count: 12, unit: 'M' }], stretch: 'past' }],
      ['In the next few days it ends.', { text: 'the next few days', amounts: [{ count: null, unit: 'D' }], stretch: 'future' }],
      ['In the first nine months it rose.', { text: 'the first nine months', amounts: [{ count: 9, unit: 'M' }] }],
    ],
    never: ['The first two men', 'The next one'],
  },
  {
    id: 'en.duration.recent-units',
    starts: ['recent', 'coming', 'past', 'the', 'more'],
    afterArticle: ['recent', 'coming', 'past', ...UNIT_MANY_STARTS],
    pattern: pattern(
      `(?:the )?(?<which>recent|coming|past) (?<unit>${UNIT_MANY})(?: and ${UNIT_MANY})?${STOP}|the (?<ahead>${UNIT_MANY}) ahead${STOP}`,
      'i',
    ),
    produce: ({ which, unit, ahead }) => ({
      type: 'DURATION',
      amounts: [{ count: null, unit: units.get((unit ?? ahead)!.toLowerCase())!.unit }],
      stretch: which && /^(?:recent|past)$/i.test(which) ? 'past' : 'future',
    }),
    examples: [['It has grown in recent years.', { text: 'recent years', amounts: [{ count: null, unit: 'Y' }], stretch: 'past' }]],
    never: ['Recent yearlings', 'the coming storm'],
  },
  {
    id: 'en.duration.first-units',
    starts: ['the'],
    afterArticle: ['first', 'early', 'final', 'last', 'opening'],
    pattern: pattern(`the (?:first|final|last|opening|early(?! hours)) (?<unit>seconds|minutes|hours|days|weeks|months|years)${STOP}`, 'i'),
    produce: ({ unit }) => ({ type: 'DURATION', amounts: [{ count: null, unit: units.get(unit!.toLowerCase())!.unit }] }),
    examples: [['He was there in the first hours of the war.', { text: 'the first hours', amounts: [{ count: null, unit: 'TH' }] }]],
    never: ['The first yearlings', 'His early years'],
  },
  {
    id: 'en.duration.the-count',
    starts: ['the', 'these', 'those', 'its'],
    afterArticle: NUMBER_STARTS,
    pattern: pattern(`the (?<number>${NUMBER}) (?<unit>${UNIT_MANY})${STOP}`, 'i'),
    produce: (groups) => ({ type: 'DURATION', amounts: [amountOf(groups)] }),
    examples: [['For the nine months it lost money.', { text: 'the nine months', amounts: [{ count: 9, unit: 'M' }] }]],
    never: ['The nine men', 'the months'],
  },
  {
    id: 'en.duration.bare-units',
    starts: UNIT_MANY_STARTS,
    pattern: pattern(`(?<unit>${UNIT_MANY})${STOP}${NOT_AGE}(?![’'-])`, 'i'),
    produce: ({ unit }, { doc, start, end, text }) => {
      const before = doc.text.slice(Math.max(0, start - 14), start)
      const after = doc.text.slice(end, end + 10)
      const word = unit!.toLowerCase()
      if (/^\p{Lu}/u.test(text) && !/^$|[.!?"“]\s+$/u.test(before)) return null
      if (word === 'seconds' || word === 'quarters') return null
      const led =
        /\b(?:for|in|within|after|over|took|take|takes|taking|lasted|last|spent|spend|spending|during|just|only|many|of|by|through) $/i.test(
          before,
        ) || /^ (?:ago|later|before|after|earlier|of)\b/.test(after)
      if (!led || /\b(?:one|some|most|part|number|series|all|hundreds|thousands|dozens) of $/i.test(before)) return null
      const fixed = word === 'decades' ? 'PXDE' : word === 'centuries' ? 'PXCE' : undefined
      if (word === 'days' && /^ of\b/.test(after) && !/\b(?:for|after|in) $/.test(before)) return null
      return { type: 'DURATION', amounts: [{ count: null, unit: units.get(word)!.unit }], ...(fixed ? { fixed } : {}) }
    },
    examples: [['They waited for weeks.', { text: 'weeks', amounts: [{ count: null, unit: 'W' }] }]],
    never: ['The minutes were read.', 'Seconds please'],
  },
]
