import { anyOf, LETTERS } from '../any-of.js'
import { DIGITS, DIGIT_STARTS, FRACTION, NUMBER, SCALED, SHORT_ANY, SPELLED_STARTS, VAGUE_AMOUNT, VAGUE_STARTS } from '../numbers.js'
import { poundsAreMoney } from './pounds.js'
import { quantity, quantityOf, type FigureRule } from './quantity.js'
import { PER_SLASH, perOf, UNIT_SYMBOL, UNIT_WORD, unitOf } from './units.js'

/** Symbols that are also letters of names and grades: only after decimals or before a slash (`1.3 A/cm2`). */
const DOUBTFUL = /^[AFNJR]$/
/** How percent is written. */
export const PERCENT = '(?:%|per\\s?cent(?!ile)|pct|pc)'
const SPELLED_OR_DIGITS = [...DIGIT_STARTS, ...SPELLED_STARTS]
const LENGTHS: Readonly<Record<string, number>> = { "'": 12, '′': 12, '’': 12, ft: 12, 'ft.': 12, foot: 12, feet: 12 }

/** Percentages, measures with a unit, and the two-part lengths of people. */
export const MEASURES: readonly FigureRule[] = [
  {
    id: 'en.figure.percent',
    starts: [...SPELLED_OR_DIGITS, ...VAGUE_STARTS],
    pattern: new RegExp(
      `(?<number>${NUMBER}|${VAGUE_AMOUNT})[\\s-]?(?:${PERCENT})(?<points>age[\\s-]points?|[\\s-]points?)?(?![${LETTERS}])`,
      'iy',
    ),
    produce: ({ number, points }) =>
      quantity(number, { kind: 'percent', unit: { name: points ? 'percentage point' : 'percentage', dimension: 'ratio' } }),
    examples: [
      ['Sales rose 6.5% there.', { kind: 'percent', value: 6.5, text: '6.5%' }],
      ['It is sixty per cent larger.', { value: 60, unit: { name: 'percentage', dimension: 'ratio' }, text: 'sixty per cent' }],
      ['It fell two percentage points.', { value: 2, unit: { name: 'percentage point', dimension: 'ratio' } }],
    ],
    never: ['A large percentage stayed.', 'The 99th percentile rose.'],
  },
  {
    id: 'en.figure.percent.part',
    starts: ['half', 'a', 'three', 'one', 'two'],
    pattern: new RegExp(
      `(?<number>half|${FRACTION})\\s(?:of\\s)?(?:an?|one)\\s(?:percentage\\s(?<point>point)|${PERCENT}(?![${LETTERS}])|(?<unit>${UNIT_WORD})(?![${LETTERS}]))`,
      'iy',
    ),
    produce: ({ number, point, unit }) =>
      unit
        ? quantity(number, { kind: 'measure', unit: unitOf(unit) })
        : quantity(number, { kind: 'percent', unit: { name: point ? 'percentage point' : 'percentage', dimension: 'ratio' } }),
    examples: [
      ['It rose half a percent.', { value: 0.5, text: 'half a percent' }],
      ['They walked three quarters of a mile.', { value: 0.75, unit: { name: 'mile', dimension: 'length' } }],
    ],
    never: ['Half the men left.'],
  },
  {
    id: 'en.figure.basis-points',
    starts: SPELLED_OR_DIGITS,
    pattern: new RegExp(`(?<number>${NUMBER})[\\s-]?(?:basis[\\s-]points?|bps?)(?![${LETTERS}])`, 'iy'),
    produce: ({ number }) => quantity(number, { kind: 'percent', unit: { name: 'basis point', dimension: 'ratio' } }),
    examples: [['The bank cut rates by 25 basis points.', { value: 25, unit: { name: 'basis point', dimension: 'ratio' } }]],
    never: ['The basis was sound.'],
  },
  {
    id: 'en.figure.measure.word',
    starts: [...SPELLED_OR_DIGITS, ...VAGUE_STARTS],
    pattern: new RegExp(
      `(?:(?<vague>${VAGUE_AMOUNT})\\s(?:of\\s)?|(?<number>${DIGITS}\\s?[mbk](?=\\s)|${FRACTION}|${NUMBER})\\s?-?)(?<unit>${UNIT_WORD})(?![${LETTERS}])`,
      'iy',
    ),
    produce: ({ vague, number, unit }, site) => {
      const found = quantity(vague ?? number?.toLowerCase(), { kind: 'measure', unit: unitOf(unit!) })
      if (found && /^pounds?$/i.test(unit!) && poundsAreMoney(site, found.scale)) return null
      return found
    },
    examples: [
      ['The river is 17 kilometres long.', { kind: 'measure', value: 17, unit: { name: 'kilometre', dimension: 'length' } }],
      ['It ships 12.3m tonnes of fuel.', { value: 12_300_000, unit: { name: 'tonne', dimension: 'mass' }, text: '12.3m tonnes' }],
      ['A two-mile stretch reopened.', { value: 2, text: 'two-mile' }],
    ],
    never: ['The mile record fell.', 'He bought 20 tonics.'],
  },
  {
    id: 'en.figure.measure.symbol',
    starts: DIGIT_STARTS,
    pattern: new RegExp(
      `(?<number>${DIGITS}(?:${SCALED}|${SHORT_ANY})?)\\s?-?[([{<]?(?<unit>${UNIT_SYMBOL})(?:\\s?/\\s?(?<per>${PER_SLASH})(?![${LETTERS}\\d])|[)\\]}>])?(?![${LETTERS}\\d²³])`,
      'y',
    ),
    produce: ({ number, unit, per }, { text, doc, start, sentence }) => {
      if (DOUBTFUL.test(unit!) && !per && !number!.includes('.')) return null
      if (unit === '"' && insideQuotation(doc.text, doc.layers.sentence[sentence]!.start, start)) return null
      if (/[([{<]/.test(text) !== /[)\]}>]$/.test(text)) return null
      return quantity(number, { kind: 'measure', unit: unitOf(unit!), per: per ? perOf(per) : null })
    },
    examples: [
      ['It lies 150 km away.', { value: 150, unit: { name: 'kilometre', dimension: 'length' }, text: '150 km' }],
      ['It ran at 90 km/h there.', { value: 90, unit: { name: 'kilometre per hour', dimension: 'speed' } }],
      ['A density of 1.3 A/cm2 was used.', { value: 1.3, unit: { name: 'ampere', dimension: 'current' }, per: 'square centimetre' }],
    ],
    never: ['Bring 5 A players.', 'See km markers.'],
  },
  {
    id: 'en.figure.measure.feet-inches',
    starts: ['<number>'],
    pattern: /(?<feet>\d{1,2})\s?(?<mark>'|′|’|ft\.?|foot|feet)\s?(?<inches>\d{1,2}(?:\.\d)?)\s?(?:"|″|”|''|ins?\.?|inch(?:es)?)/y,
    produce: ({ feet, mark, inches }) => {
      const value = Number(feet) * LENGTHS[mark!]! + Number(inches)
      return quantityOf({ value, min: value, max: value, mantissa: value, scale: 1 }, { kind: 'measure', unit: unitOf('inch') })
    },
    examples: [['She is 5ft 4in tall.', { value: 64, unit: { name: 'inch', dimension: 'length' }, text: '5ft 4in' }]],
    never: ['He took 5 and 4.'],
  },
]

/** How far back an opening mark is looked for, so that a text of inches stays cheap. Characters. */
const QUOTATION = 300

/** Whether a quotation mark before is still open: the next one closes it, and is no inch. Marks behind digits are inches themselves. */
function insideQuotation(text: string, from: number, to: number): boolean {
  let open = false
  for (let i = text.indexOf('"', Math.max(from, to - QUOTATION)); i >= 0 && i < to; i = text.indexOf('"', i + 1))
    if (i === from || !isDigit(text.charCodeAt(i - 1))) open = !open
  return open
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** A pattern of any unit or rate word after `per`. */
export const PER_WORD = `(?:${UNIT_WORD}|${anyOf(['share', 'person', 'head', 'capita'])}|[a-z]+)`
