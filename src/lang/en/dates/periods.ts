import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { END, SEASON, YEAR, YEAR_WORDS, fullYear, pattern, seasonOf, yearOfWords } from './words.js'

const QUARTER_WORD = 'first|second|third|fourth|final|last|1st|2nd|3rd|4th'
const quarterOf = (word: string): number =>
  ({ first: 1, second: 2, third: 3, fourth: 4, final: 4, last: 4 })[word.toLowerCase()] ?? Number.parseInt(word, 10)
const optional = (year: string | undefined): { year?: number } => (year === undefined ? {} : { year: Number(year) })

/** What follows a season that is none of a year: `the fall of the wall`, but `the autumn of that year`. */
const NOT_OF_YEAR = /^ (?:of(?! (?:that|this|last|next|the (?:same|following|previous|next)) )|from|in)\b/i

/** A noun after `year-end`, which then tells its kind. */
const KIND = /^ (?!(?:and|or|to|by|as|at|in|for|from|with|but|the|if|was|is|will|that|it|when|after|because|on|a|an|of)\b)\p{Ll}{3}/u

/** `FY2019` and `FY19` are one word each. */
const FISCAL_YEARS = Array.from({ length: 60 }, (_, i) => [`fy${1990 + i}`, `fy${String(i).padStart(2, '0')}`]).flat()

/** Parts of a year, and years that begin when they like. */
export const periods: readonly Rule<Said>[] = [
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
    afterArticle: [...QUARTER_WORD.split('|'), 'fiscal', '<number>'],
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
    afterArticle: ['first', 'second', 'last', 'h1', 'h2'],
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
    afterArticle: ['fiscal', 'financial', 'fy', '<number>', ...FISCAL_YEARS],
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
    afterArticle: ['year', 'month', 'calendar'],
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
    afterArticle: [...seasonOf.keys()],
    pattern: pattern(
      `(?:the )?(?<season>${SEASON})(?: of)? (?:${YEAR}(?:[-–/](?:\\d\\d){1,2})?|['’](?<short>\\d\\d)|(?<words>${YEAR_WORDS}))${END}`,
      'i',
    ),
    produce: ({ season, year, short, words }) => ({
      type: 'DATE',
      season: seasonOf.get(season!.toLowerCase())!,
      year: year ? Number(year) : short ? fullYear(short) : yearOfWords(words!),
    }),
    examples: [
      ['It was the winter of 1994 when oil fell.', { text: 'the winter of 1994', season: 'WI', year: 1994 }],
      ["They met in the summer of '69.", { text: "the summer of '69", season: 'SU', year: 1969 }],
      ['They froze in the winter of 1813–14.', { text: 'the winter of 1813–14', season: 'WI', year: 1813 }],
    ],
    never: ['The fall of the wall', 'They spring 20 traps'],
  },
  {
    id: 'en.date.season-alone',
    starts: ['the', ...seasonOf.keys()],
    afterArticle: [...seasonOf.keys()],
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
