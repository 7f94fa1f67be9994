import { anyOf, LETTERS } from '../any-of.js'
import { readTsv } from '../tsv.js'
import {
  DIGITS,
  DIGIT_STARTS,
  FRACTION,
  NUMBER,
  ORDINAL,
  ORDINAL_WORDS,
  readNumber,
  readOrdinal,
  SIMPLE,
  BELOW_HUNDRED,
  SPELLED_STARTS,
  TENS,
  VAGUE_AMOUNT,
  VAGUE_STARTS,
} from '../numbers.js'
import { quantity, quantityOf, type FigureRule } from './quantity.js'

const SPELLED_OR_DIGITS = [...DIGIT_STARTS, ...SPELLED_STARTS]
const ZERO = anyOf(readTsv('zero-counted').map(([noun]) => noun!))
const MULTIPLES: Readonly<Record<string, number>> = { doubl: 2, tripl: 3, trebl: 3, quadrupl: 4, quintupl: 5 }
const exact = (value: number) => ({ value, min: value, max: value, mantissa: value, scale: 1 })
/** Words after `m` that show metres, not millions. */
const MEASURED = '(?:tall|high|long|wide|deep|away|above|below|from|in|to|of|and|race|relay)\\b'
/** Words after an ordinal with which it is part of a date or an idiom. */
const NOT_RANKED =
  /^(?:half|halves|quarter|day|week|month|year|century|decade|hour|minute|thought|thoughts|hand|world|party|degree|person|grade|nature)/

/** Counts, ages, ratios, multiples and ranks. */
export const COUNTS: readonly FigureRule[] = [
  {
    id: 'en.figure.age.old',
    starts: SPELLED_OR_DIGITS,
    pattern: new RegExp(
      `(?<number>${NUMBER})(?:[\\s-]{1,3}(?<unit>year|month|week|day)s?[\\s-]{1,3}(?:olds?|of[\\s-]age)|[\\s-]?(?:yo|y/o|y\\.o\\.))(?![${LETTERS}])`,
      'iy',
    ),
    produce: ({ number, unit }) =>
      quantity(number, { kind: 'age', unit: { name: `${unit?.toLowerCase() ?? 'year'} of age`, dimension: 'age' } }),
    examples: [
      ['A 15-year-old boy fled.', { kind: 'age', value: 15, unit: { name: 'year of age', dimension: 'age' }, text: '15-year-old' }],
      ['The baby is ten months old.', { value: 10, unit: { name: 'month of age', dimension: 'age' } }],
    ],
    never: ['He waited 15 years.', 'Old men sat there.'],
  },
  {
    id: 'en.figure.age.aged',
    starts: ['aged', 'age', 'ages'],
    pattern: new RegExp(`(?:aged|ages?)\\s(?:of\\s)?(?:between\\s)?(?<number>${NUMBER})`, 'iy'),
    produce: ({ number }) => {
      const found = quantity(number, { kind: 'age', unit: { name: 'year of age', dimension: 'age' } })
      return found && found.max <= 150 ? found : null
    },
    examples: [['A man aged 44 was held.', { kind: 'age', value: 44, text: 'aged 44' }]],
    never: ['The age of reason began.', 'It aged well.'],
  },
  {
    id: 'en.figure.age.apposition',
    starts: ['<number>'],
    pattern:
      /(?<=\p{Lu}[\p{L}.'’-]{1,30}(?:,\s?|\s\())(?<number>\d{1,3})(?=\s?[,);]|\s?$)|(?<=\p{Lu}[\p{L}.'’-]{1,30}\s)(?<beside>\d{2})(?=\s(?:has|had|is|was|said|says)\b)/uy,
    produce: ({ number, beside }, { doc, start }) => {
      const { entity, token } = doc.layers
      const before = token.at(start) - (beside ? 1 : 2)
      const person = entity.mentions[mentionEnding(entity.mentions, token.end[before] ?? 0)]
      if (person && entity.all[person.entity]?.type !== 'PERSON') return null
      if (!person && (entity.mentions.length > 0 || beside)) return null
      if (beside && !doc.slice(person!).includes(' ')) return null // texts without commas name people in full
      const found = quantity(number ?? beside, { kind: 'age', unit: { name: 'year of age', dimension: 'age' } })
      return found && found.max >= 1 && found.max <= 120 ? found : null
    },
    examples: [['Maria Lopez, 44, was there.', { kind: 'age', value: 44, text: '44' }]],
    never: ['The men, 44 of them, left.'],
  },
  {
    id: 'en.figure.ratio.of',
    starts: SPELLED_OR_DIGITS,
    pattern: new RegExp(`(?<part>${SIMPLE})[\\s-](?:in|out[\\s-]of)[\\s-](?:every\\s)?(?<whole>${SIMPLE})`, 'iy'),
    produce: ({ part, whole }) => {
      const over = readNumber(part!)
      const under = readNumber(whole!)
      if (!over?.value || !under?.value || over.value > under.value || (under.value >= 1900 && under.value < 2100 && !whole!.includes(',')))
        return null
      return quantityOf(exact(over.value / under.value), { kind: 'ratio' })
    },
    examples: [['One in five adults smokes.', { kind: 'ratio', value: 0.2, text: 'One in five' }]],
    never: ['They won three in 2017.', 'One in Paris was closed.'],
  },
  {
    id: 'en.figure.ratio.odds',
    starts: ['<number>', ...BELOW_HUNDRED],
    pattern: new RegExp(
      `(?<over>\\d{1,4}|${anyOf(BELOW_HUNDRED)})(?:-|–|\\sto\\s|/)(?<under>\\d{1,4}|${anyOf(BELOW_HUNDRED)})(?![${LETTERS}\\d.,]\\d)`,
      'iy',
    ),
    produce: ({ over, under }, { doc, start }) => {
      const value = readNumber(over!)?.value
      const per = readNumber(under!)?.value
      if (!value || !per || !/\b(?:odds|ratio)(?:\s\p{Ll}+){0,3}\s$/iu.test(doc.text.slice(Math.max(0, start - 40), start))) return null
      return quantityOf(exact(value / per), { kind: 'ratio' })
    },
    examples: [
      ['It won at odds of 10-1.', { kind: 'ratio', value: 10, text: '10-1' }],
      ['Women outnumber men by a ratio of three to two.', { value: 1.5, text: 'three to two' }],
    ],
    never: ['They won 3-1 there.', 'It costs 3 to 5 euros.'],
  },
  {
    id: 'en.figure.ratio.fraction',
    starts: ['<number>', 'a', 'an', ...SPELLED_STARTS],
    pattern: new RegExp(`(?<number>${FRACTION})`, 'iy'),
    produce: ({ number }, { doc, start, end }) => {
      if (/^an?\s/i.test(number!) && !isShare(doc.text.slice(Math.max(0, start - 8), start), doc.text.slice(end, end + 8))) return null
      return quantity(number!.replace(/[\s-]+/g, ' '), { kind: 'ratio' })
    },
    examples: [
      ['Two-thirds of voters agreed.', { kind: 'ratio', value: 2 / 3, text: 'Two-thirds' }],
      ['About a quarter of homes burnt.', { value: 0.25, text: 'a quarter' }],
    ],
    never: ['A third party won.', 'He came a fifth time.'],
  },
  {
    id: 'en.figure.ratio.half',
    starts: ['half'],
    pattern:
      /(?<!\b(?:first|second|other|top|bottom|last|latter|better|a|one|and|-)[\s-])half(?=\s(?:of|the|its|their|his|her|our|all)\s)|(?<=\bby\s)half(?![\s-]?\p{L})/iuy,
    produce: () => quantityOf(exact(0.5), { kind: 'ratio' }),
    examples: [['Half the workers left.', { kind: 'ratio', value: 0.5, text: 'Half' }]],
    never: ['The second half of the game was dull.', 'A half-hour show aired.'],
  },
  {
    id: 'en.figure.ratio.times',
    starts: [...SPELLED_OR_DIGITS, 'twice', 'thrice'],
    pattern: new RegExp(
      `(?:(?<number>${NUMBER})(?:\\stimes(?=\\s(?:as|the|that\\sof|its|their|what|more|less|fewer|higher|lower|larger|bigger|greater|faster|smaller|longer|slower|stronger|better|over)\\b)|-?fold(?![${LETTERS}]))|(?<adverb>twice|thrice)(?=\\s(?:as|the|that|its|their|what)\\s))`,
      'iy',
    ),
    produce: ({ number, adverb }, { doc, end }) =>
      adverb && /^\sas\s(?!\p{Ll})/u.test(doc.text.slice(end, end + 5))
        ? null
        : adverb
          ? quantityOf(exact(adverb.toLowerCase() === 'twice' ? 2 : 3), { kind: 'ratio' })
          : quantity(number, { kind: 'ratio' }),
    examples: [
      ['It is four times faster than before.', { kind: 'ratio', value: 4, text: 'four times' }],
      ['It costs twice as much.', { value: 2, text: 'twice' }],
    ],
    never: ['He called twice.', 'Times changed.'],
  },
  {
    id: 'en.figure.ratio.fold',
    starts: ['<number>', ...BELOW_HUNDRED.flatMap((word) => [word, `${word}fold`])],
    pattern: new RegExp(`(?<number>\\d{1,5}|${anyOf(BELOW_HUNDRED)})-?fold(?![${LETTERS}])`, 'iy'),
    produce: ({ number }) => quantity(number, { kind: 'ratio' }),
    examples: [
      ['Output grew fourfold.', { kind: 'ratio', value: 4, text: 'fourfold' }],
      ['A ten-fold rise came.', { value: 10, text: 'ten-fold' }],
    ],
    never: ['They fold four chairs.'],
  },
  {
    id: 'en.figure.ratio.multiple',
    starts: Object.keys(MULTIPLES).flatMap((stem) => [`${stem}ed`, `${stem}ing`]),
    pattern:
      /(?<stem>doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing)(?!\s(?:back|down|up|over|as|for|home|off)\b|\sto\s(?:left|right|cent)|-)/iy,
    produce: ({ stem }) => {
      const value = MULTIPLES[stem!.toLowerCase()]!
      return quantityOf(exact(value), { kind: 'ratio', change: { direction: 'up', from: null, to: null, by: null } })
    },
    examples: [['Exports tripled in a decade.', { kind: 'ratio', value: 3, text: 'tripled' }]],
    never: ['A double bed stood there.', 'He doubled back to the inn.'],
  },
  {
    id: 'en.figure.count.times',
    starts: SPELLED_OR_DIGITS,
    pattern: new RegExp(`(?<number>${NUMBER})\\stimes(?![${LETTERS}])`, 'iy'),
    produce: ({ number }) => quantity(number, { kind: 'count', unit: { name: 'time', dimension: null } }),
    examples: [['He called three times.', { kind: 'count', value: 3, unit: { name: 'time', dimension: null }, text: 'three times' }]],
    never: ['Times changed.'],
  },
  {
    id: 'en.figure.count.zero',
    starts: ['no'],
    pattern: new RegExp(`no(?=\\s(?:[a-z]{2,20}\\s)?(?:${ZERO})(?![${LETTERS}]))`, 'iy'),
    produce: () => quantityOf(exact(0), { kind: 'count', bare: true }),
    examples: [['No deaths were reported.', { kind: 'count', value: 0, text: 'No' }]],
    never: ['No reason was given.'],
  },
  {
    id: 'en.figure.count.vague',
    starts: VAGUE_STARTS,
    pattern: new RegExp(`(?<number>${VAGUE_AMOUNT})`, 'iy'),
    produce: ({ number }) => quantity(number, { kind: 'count', bare: true }),
    examples: [['Dozens of people left.', { kind: 'count', value: null, min: 12, max: 120, text: 'Dozens' }]],
    never: ['Several men left.', 'The dozen was cheap.'],
  },
  {
    id: 'en.figure.ordinal',
    starts: ['<number>', ...ORDINAL_WORDS, ...TENS],
    pattern: new RegExp(
      `(?<=\\b(?:its|his|her|their|our|my|[${LETTERS}]{1,30}['’]s)\\s)(?<ordinal>${ORDINAL})(?=\\s(?<next>[${LETTERS}]+))`,
      'iy',
    ),
    produce: ({ ordinal, next }) => {
      const rank = readOrdinal(ordinal!)
      return rank === null || rank < 2 || NOT_RANKED.test(next!.toLowerCase())
        ? null
        : quantityOf(exact(rank), { kind: 'ordinal', bare: true })
    },
    examples: [['It was its third test.', { kind: 'ordinal', value: 3, text: 'third' }]],
    never: ['A second thought came.', 'In the third quarter it fell.'],
  },
  {
    id: 'en.figure.count.short-million',
    starts: DIGIT_STARTS,
    pattern: new RegExp(
      `(?<number>${DIGITS}\\s?m)(?=\\s(?:of\\s(?:its|their|the|his|her|these|those|our)\\b|(?:(?!${MEASURED})[a-z]+\\s){0,2}(?:[a-z]{1,30}[b-rt-z]s|people)\\b))|(?<million>${DIGITS}M)(?=\\s[a-z])`,
      'y',
    ),
    produce: ({ number, million }) => quantity(number ?? million, { kind: 'count', bare: true }),
    examples: [['It sold 35m of its phones.', { kind: 'count', value: 35_000_000, text: '35m' }]],
    never: ['He ran 100m in ten seconds flat.'],
  },
  {
    id: 'en.figure.count',
    starts: SPELLED_OR_DIGITS,
    pattern: new RegExp(`(?<number>${NUMBER})(?![${LETTERS}\\d_°%@])`, 'iy'),
    produce: ({ number }) => quantity(number, { kind: 'count', bare: true }),
    examples: [
      ['About 10,000 labourers stayed.', { kind: 'count', value: 10_000, text: '10,000' }],
      ['Twenty-eight thousand came.', { value: 28_000, text: 'Twenty-eight thousand' }],
    ],
    never: ['The G20 met.', 'Nothing came of it.'],
  },
]

/** Whether `a third`, `a quarter` is a share here: `by a third`, `a quarter of`, `a third more`. */
const isShare = (before: string, after: string): boolean =>
  /^\s(?:of|more|less|fewer|higher|lower)\b/.test(after) || /\b(?:by|than|about|nearly|almost|over|only)\s$/.test(before)

/** The index of the mention that ends at `end`; -1 where none does. Mentions are in text order. */
function mentionEnding(mentions: readonly { readonly end: number }[], end: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (mentions[middle]!.end < end) low = middle + 1
    else high = middle
  }
  return mentions[low]?.end === end ? low : -1
}
