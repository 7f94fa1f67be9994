import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { END, ORDINAL, SEASON, YEAR_WORDS, ordinalOf, pattern, seasonOf, yearOfWords } from './words.js'

const YEAR = `(?<year>1[0-9]\\d\\d|20\\d\\d|21\\d\\d)`
const TENS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties'
const tens = (word: string): number => TENS.split('|').indexOf(word.toLowerCase()) + 2
const QUARTER_WORD = 'first|second|third|fourth|final|last|1st|2nd|3rd|4th'
const quarterOf = (word: string): number =>
  ({ first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 })[word.toLowerCase()] ?? Number.parseInt(word, 10)
const optional = (year: string | undefined): { year?: number } => (year === undefined ? {} : { year: Number(year) })
/** Words before a bare four-digit number that make it a year. */
const BEFORE_YEAR =
  /(?:^|[\s("“‘'—–-])(?:in|since|throughout|within|by|until|till|from|through|before|after|during|of|for|to|and|between|circa|late|early|mid|fiscal|year|or|than|around|about|post|pre|back|as of|the|a|an|his|her|its|their|our|this|next|last|was|is|[(,–—-]) ?$/i
/** Words after a bare number that make it a quantity or part of a name. */
const AFTER_COUNT =
  /^(?:,\d|\.\d|[ -](?:people|men|women|children|troops|soldiers|dead|tonnes?|tons?|miles?|km|kilomet(?:er|re)s?|met(?:er|re)s?|feet|foot|acres?|hectares?|square|pounds?|kilos?|kg|dollars?|euros?|points?|jobs?|workers?|employees|votes?|seats?|shares?|homes?|houses?|years?|days?|hours?|minutes?|times?|percent|per cent|words?|pages?|rpm|watts?|GMT|UTC|hrs?|local time|block|index)\b| ?[%°])/i
const BEFORE_COUNT =
  /(?:[$£€¥#№+]|\d[,.]|\b\d{3,4} |No\.? |nearly |some |exactly |over |more than |at least |roughly |approximately |up to )$/i

/** What may follow a year of long ago, which a count of things does not let follow. */
const CLOSES_YEAR = /^(?:[.,;:)]|$| (?:and|was|were|had|the|when|he|she|it|they|as|but|that|which|under|by|ended|began)\b)/

/** What follows a season that is none of a year: `the fall of the wall`, but `the autumn of that year`. */
const NOT_OF_YEAR = /^ (?:of(?! (?:that|this|last|next|the (?:same|following|previous|next)) )|from|in)\b/i

/** A noun after `year-end`, which then tells its kind. */
const KIND = /^ (?!(?:and|or|to|by|as|at|in|for|from|with|but|the|if|was|is|will|that|it|when|after|because|on|a|an|of)\b)\p{Ll}{3}/u

/** `FY2019` and `FY19` are one word each. */
const FISCAL_YEARS = Array.from({ length: 60 }, (_, i) => [`fy${1990 + i}`, `fy${String(i).padStart(2, '0')}`]).flat()

/** Years and longer. */
export const years: readonly Rule<Said>[] = [
  {
    id: 'en.date.year',
    starts: ['<number>'],
    pattern: pattern(`${YEAR}(?![\\p{L}\\d%°]|[.,:/]\\d|-(?!${YEAR.replace('<year>', '<until>')}(?![\\d-]))\\d{3,}(?!\\d))`),
    produce: ({ year }, { doc, start, end }) => {
      const before = doc.text.slice(Math.max(0, start - 16), start)
      const after = doc.text.slice(end, end + 16)
      if (AFTER_COUNT.test(after) || BEFORE_COUNT.test(before) || /[\p{L}\d]$/u.test(before)) return null
      if (/\d[-–]$/.test(before) && /^[-–]\d/.test(after)) return null // a telephone number
      const number = Number(year)
      if (number >= 1800 && number <= 2060) {
        if (BEFORE_YEAR.test(before) || !/\p{Lu}\p{L}+ $/u.test(before)) return { type: 'DATE', year: number }
        return null // `Boeing 2019`, `Russell 2000`
      }
      const led = /\b(?:in|since|from|until|before|after|between|year|around|circa|early|late|mid|throughout|during) $|\bmid-$/i.test(
        before,
      )
      const closed = CLOSES_YEAR.test(after) || (number % 100 !== 0 && /^ \p{Ll}+ed\b/u.test(after)) // `the rising of 1798 failed`
      const named = closed && /(?:\b(?:of|by|to|and|the)|[(–-]) ?$/i.test(before)
      return (led && !/^ \p{Ll}+s\b/u.test(after)) || named ? { type: 'DATE', year: number } : null
    },
    examples: [
      ['It was founded in 1948 by decree.', { year: 1948 }],
      ['The 1996 campaign failed.', { year: 1996 }],
      ['The rebellion of 1798 was short.', { year: 1798 }],
    ],
    never: [
      'Some 2,000 tonnes of it.',
      'About 1500 people came.',
      'A total of 1500 people came.',
      'By 1500 votes he won.',
      'The Russell 2000 fell.',
      'It cost $2000 then.',
    ],
  },
  {
    id: 'en.date.era',
    starts: ['<number>', 'ad', 'a.d', 'a.d.'],
    pattern: pattern(
      `(?:(?<before>\\d{1,4}) ?(?:BCE|BC|B\\.C\\.(?:E\\.)?)|(?<after>\\d{1,4}) ?(?:CE|AD|A\\.D\\.)|(?:AD|A\\.D\\.) ?(?<anno>\\d{1,4}))${END}`,
    ),
    produce: ({ before, after, anno }) =>
      before === undefined ? { type: 'DATE', year: Number(after ?? anno) } : { type: 'DATE', fixed: `BC${before.padStart(4, '0')}` },
    examples: [
      ['In 55 BC he landed in Kent.', { text: '55 BC', fixed: 'BC0055' }],
      ['In AD 43 the conquest began.', { text: 'AD 43', year: 43 }],
      ['It fell in 476 A.D. at last.', { text: '476 A.D.', year: 476 }],
    ],
    never: ['Vancouver BC', 'He has 55 CDs.', 'Ad 43 was pulled.'],
  },
  {
    id: 'en.date.year-words',
    starts: ['eighteen', 'nineteen', 'twenty', 'two', 'the'],
    pattern: pattern(
      `(?:the year (?:${YEAR}|(?<named>${YEAR_WORDS}))|(?<words>${YEAR_WORDS}))${END}(?![ -](?:${'dollars|people|pounds|percent|per|hundred|thousand|million|billion|years?|days?|months?|weeks?|hours?|minutes?'})\\b)`,
      'i',
    ),
    produce: ({ year, named, words }, { doc, start }) => {
      if (words !== undefined) {
        if (/^(?:two thousand|twenty[ -]\w+)$/i.test(words)) return null // `twenty-five` alone is a number
        if (
          !/\b(?:in|since|by|until|from|before|after|of|to|and|year) $/i.test(doc.text.slice(Math.max(0, start - 8), start)) &&
          !/^nineteen ninety/i.test(words)
        )
          return null
      }
      return { type: 'DATE', year: year ? Number(year) : yearOfWords(named ?? words!) }
    },
    examples: [
      ['By the year two thousand it was done.', { text: 'the year two thousand', year: 2000 }],
      ['It was in nineteen ninety-six.', { text: 'nineteen ninety-six', year: 1996 }],
    ],
    never: ['Twenty-five of them left.', 'Nineteen hundred dollars', 'two thousand people'],
  },
  {
    id: 'en.date.short-year',
    starts: [
      "'",
      '’',
      "'80",
      "'90",
      ...Array.from({ length: 100 }, (_, i) => [`'${String(i).padStart(2, '0')}`, `’${String(i).padStart(2, '0')}`]).flat(),
    ],
    pattern: pattern(`['’](?<short>\\d\\d)${END}(?!['’])`),
    produce: ({ short }, { doc, start }) =>
      /\b(?:in|since|of|from|by|until|and|to|before|after|the) $/i.test(doc.text.slice(Math.max(0, start - 8), start))
        ? { type: 'DATE', year: (Number(short) < 40 ? 2000 : 1900) + Number(short) }
        : null,
    examples: [["He left in '97 for good.", { text: "'97", year: 1997 }]],
    never: ["He said '97 of them'.", "A '64 Mustang"],
  },
  {
    id: 'en.date.decade',
    starts: [
      'the',
      '<number>',
      'late',
      'early',
      'mid',
      'in',
      "'",
      '’',
      ...TENS.split('|'),
      ...['2', '3', '4', '5', '6', '7', '8', '9'].flatMap((d) => [`'${d}0s`, `’${d}0s`]),
    ],
    pattern: pattern(
      `(?:the )?(?:(?<full>1[0-9]\\d0|20\\d0)['’]?s|['’]?(?<short>[2-9]0)['’]?s|(?:(?<age>nineteen|eighteen) )?(?<words>${TENS}))${END}`,
      'i',
    ),
    produce: ({ full, short, words, age }, { doc, start, text }) => {
      if (full !== undefined) return { type: 'DATE', decade: Number(full.slice(0, 3)) }
      const before = doc.text.slice(Math.max(0, start - 8), start)
      const named = /^the /i.test(text)
      if (!named && !/\b(?:late|early|mid)[ -]$|\band $/i.test(before) && !text.startsWith("'") && !text.startsWith('’')) return null
      if (/\b(?:his|her|their|in|my|your) $/i.test(before) && !named) return null // somebody's age
      if (/^ ?(?:percent|per cent|%|F\b|C\b|degrees)/i.test(doc.text.slice(start + text.length, start + text.length + 9))) return null
      const ten = short ? Number(short[0]) : tens(words!)
      return { type: 'DATE', decade: (age === 'eighteen' ? 180 : 190) + ten }
    },
    examples: [
      ['Through the 1990s it grew.', { text: 'the 1990s', decade: 199 }],
      ['It fell in the nineties.', { text: 'the nineties', decade: 199 }],
    ],
    never: ['She is in her forties.', 'It hit 80 again.'],
  },
  {
    id: 'en.date.century',
    starts: [
      'the',
      '<number>',
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
      'eleventh',
      'twelfth',
      'thirteenth',
      'fourteenth',
      'fifteenth',
      'sixteenth',
      'seventeenth',
      'eighteenth',
      'nineteenth',
      'twentieth',
      'twenty',
    ],
    pattern: pattern(`(?:the )?(?<ordinal>${ORDINAL})[ -]century(?<era>,? (?:BC|B\\.C\\.|BCE))?${END}`, 'i'),
    produce: ({ ordinal, era }) =>
      era
        ? { type: 'DATE', fixed: `BC${String(ordinalOf(ordinal!) - 1).padStart(2, '0')}` }
        : { type: 'DATE', century: ordinalOf(ordinal!) },
    examples: [
      ['A temple of the 11th century stands.', { text: 'the 11th century', century: 11 }],
      ['Her twentieth-century art', { text: 'twentieth-century', century: 20 }],
    ],
    never: ['The second quarter', 'A century ago'],
  },
  {
    id: 'en.date.quarter',
    starts: [
      'the',
      ...QUARTER_WORD.split('|'),
      '<number>',
      'fiscal',
      'fiscal-first',
      'fiscal-second',
      'fiscal-third',
      'fiscal-fourth',
      'q1',
      'q2',
      'q3',
      'q4',
    ],
    pattern: pattern(
      `(?:(?:(?:the )?(?:${YEAR} )?(?:fiscal[ -])?(?<quarter>${QUARTER_WORD})(?:[ -]fiscal)? quarter|(?<adjective>${QUARTER_WORD})-quarter)|Q(?<q>[1-4])|(?<figure>[1-4])Q(?= ?(?:19|20)?\\d\\d(?!\\d)))(?:,? ?(?:of )?(?:fiscal |fiscal year )?(?<in>(?:19|20)\\d\\d)|['’]?(?<short>\\d\\d)(?<=[qQ]['’]?\\d\\d))?(?!s)${END}`,
      'i',
    ),
    produce: ({ year, quarter, adjective, q, figure, short, in: last }, { doc, start, text }) => {
      if (/^(?:the )?last quarter/i.test(text) && last === undefined) return null // counted from the publication
      if (/\bpast $/i.test(doc.text.slice(Math.max(0, start - 5), start))) return null
      const said = q ?? figure
      const named = short === undefined ? (last ?? year) : `20${short}`
      return { type: 'DATE', quarter: said ? Number(said) : quarterOf((quarter ?? adjective)!), ...optional(named) }
    },
    examples: [
      ['Sales rose in the third quarter of 2018.', { text: 'the third quarter of 2018', quarter: 3, year: 2018 }],
      ['A third-quarter loss followed.', { text: 'third-quarter', quarter: 3 }],
      ['Profit for Q2 2019 fell.', { quarter: 2, year: 2019 }],
      ['Sales in 3Q18 fell.', { text: '3Q18', quarter: 3, year: 2018 }],
    ],
    never: ['A quarter of them left.', 'The first quarterback'],
  },
  {
    id: 'en.date.half',
    starts: ['the', 'first', 'second', 'last', '<number>', 'h1', 'h2', 'first-half', 'second-half'],
    pattern: pattern(
      `(?:the )?(?:(?<half>first|second|last)[ -]half|(?<first>H[12]))(?:,? (?:of )?(?:the year|(?:fiscal )?(?<year>(?:19|20)\\d\\d)))${END}|first-half|second-half`,
      'i',
    ),
    produce: ({ half, first, year }, { doc, end, text }) => {
      if (half === undefined && first === undefined) {
        if (!/^ (?:net|profit|earnings|results?|loss|sales|revenue|income)/i.test(doc.text.slice(end, end + 10))) return null // of a match
        return { type: 'DATE', half: /^first/i.test(text) ? 1 : 2 }
      }
      return { type: 'DATE', half: first ? Number(first[1]) : half!.toLowerCase() === 'first' ? 1 : 2, ...optional(year) }
    },
    examples: [['In the second half of 1989 it rose.', { text: 'the second half of 1989', half: 2, year: 1989 }]],
    never: ['They led in the second half.', 'Half of 1989 seats'],
  },
  {
    id: 'en.date.fiscal-year',
    starts: ['fiscal', 'the', 'financial', 'fy', ...FISCAL_YEARS],
    pattern: pattern(
      `(?:the )?(?:(?:fiscal|financial)(?: year)? |FY ?)(?:${YEAR}(?:[-–/]\\d\\d)?|['’]?(?<short>\\d\\d))${END}|the ${YEAR.replace('year', 'second')} (?:fiscal|financial) year${END}`,
      'i',
    ),
    produce: ({ year, second, short }) => ({ type: 'DATE', year: short === undefined ? Number(year ?? second) : 2000 + Number(short) }),
    examples: [
      ['In fiscal 2018 it lost money.', { text: 'fiscal 2018', year: 2018 }],
      ['Sales rose in FY19 at last.', { text: 'FY19', year: 2019 }],
    ],
    never: ['The fiscal crisis', 'fiscal policy'],
  },
  {
    id: 'en.date.year-end',
    starts: ['year', 'year-end', 'the', 'month', 'month-end'],
    pattern: pattern(`(?:(?:calendar )?(?<unit>year|month)(?:[ -]end|['’]s end))(?:,? ${YEAR})?${END}`, 'i'),
    produce: ({ unit, year }, { doc, start, end, text }) => {
      if (year === undefined && /-end$/i.test(text) && KIND.test(doc.text.slice(end, end + 10))) return null // `the year-end bonus`
      if (
        !/\b(?:by|at|until|before|since|after|around|the|toward|towards|through) $/i.test(doc.text.slice(Math.max(0, start - 8), start)) &&
        year === undefined
      )
        return null
      if (year !== undefined) return { type: 'DATE', year: Number(year), mod: 'END' }
      return { type: 'DATE', mod: 'END', step: { grain: unit!.toLowerCase() as 'year', count: 0, from: 'story' } }
    },
    examples: [['The work is done by year-end.', { text: 'year-end', mod: 'END' }]],
    never: ['A year-end bonus', 'The year ends well'],
  },
  {
    id: 'en.date.season',
    starts: ['the', ...seasonOf.keys()],
    pattern: pattern(`(?:the )?(?<season>${SEASON})(?: of)? (?:${YEAR}(?:[-–/](?:\\d\\d){1,2})?|(?<words>${YEAR_WORDS}))${END}`, 'i'),
    produce: ({ season, year, words }) => ({
      type: 'DATE',
      season: seasonOf.get(season!.toLowerCase())!,
      year: year ? Number(year) : yearOfWords(words!),
    }),
    examples: [
      ['It was the winter of 1994 when oil fell.', { text: 'the winter of 1994', season: 'WI', year: 1994 }],
      ['They froze in the winter of 1813–14.', { text: 'the winter of 1813–14', season: 'WI', year: 1813 }],
    ],
    never: ['The fall of the wall', 'They spring 20 traps'],
  },
  {
    id: 'en.date.season-alone',
    starts: ['in', 'the', ...seasonOf.keys()],
    pattern: pattern(`(?:the )?(?<season>${SEASON})${END}`, 'i'),
    produce: ({ season }, { doc, start, end, text }) => {
      const name = season!.toLowerCase()
      const before = doc.text.slice(Math.max(0, start - 9), start)
      const led = /\b(?:in|into|by|until|since|during|over|of|for|through|early|late|mid|every|each)[ -]$/i.test(before)
      if (!led || NOT_OF_YEAR.test(doc.text.slice(end, end + 20))) return null
      if ((name === 'fall' || name === 'spring') && (/\bof |\bfor /i.test(before) || (/\bin $/i.test(before) && !/^the /i.test(text))))
        return null // `the risk of fall`
      return { type: 'DATE', season: seasonOf.get(name)! }
    },
    examples: [['They marry in the summer.', { text: 'the summer', season: 'SU' }]],
    never: ['A fall in prices', 'The spring of the watch broke.'],
  },
]
