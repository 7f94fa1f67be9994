import type { Rule } from '../../../rules/rule.js'
import type { Said } from '../../said.js'
import { END, ORDINAL, ORDINAL_STARTS, YEAR, YEAR_WORDS, fullYear, ordinalOf, pattern, yearOfWords } from './words.js'

const TENS = 'twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties'
const tens = (word: string): number => TENS.split('|').indexOf(word.toLowerCase()) + 2
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
    afterArticle: ['year'],
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
        ? { type: 'DATE', year: fullYear(short!) }
        : null,
    examples: [["He left in '97 for good.", { text: "'97", year: 1997 }]],
    never: ["He said '97 of them'.", "A '64 Mustang"],
  },
  {
    id: 'en.date.decade',
    starts: [
      'the',
      '<number>',
      "'",
      '’',
      ...TENS.split('|'),
      ...['2', '3', '4', '5', '6', '7', '8', '9'].flatMap((d) => [`'${d}0s`, `’${d}0s`]),
    ],
    afterArticle: [...TENS.split('|'), 'nineteen', 'eighteen', '<number>'],
    pattern: pattern(
      `(?:the )?(?:(?<full>1[0-9]\\d0|20\\d0)['’]?s|['’]?(?<short>[2-9]0)['’]?s|(?:(?<age>nineteen|eighteen) )?(?<words>${TENS}))${END}`,
      'i',
    ),
    produce: ({ full, short, words, age }, { doc, start, text }) => {
      if (full !== undefined && full < '2000' && full.endsWith('00')) return { type: 'DATE', century: Number(full.slice(0, 2)) + 1 } // `the 1800s`
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
      ['A house of the 1800s burned.', { text: 'the 1800s', century: 19 }],
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
    afterArticle: ORDINAL_STARTS,
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
]
