import { LETTERS } from '../any-of.js'
import {
  DIGITS,
  DIGIT_STARTS,
  NUMBER,
  readNumber,
  SCALED,
  SHORT_MONEY,
  SIMPLE,
  SPELLED_STARTS,
  VAGUE_AMOUNT,
  VAGUE_STARTS,
} from '../numbers.js'
import {
  CURRENCY_CODE,
  CURRENCY_NAME,
  CURRENCY_NAME_CASED,
  CURRENCY_SIGN,
  CURRENCY_STARTS,
  CURRENCY_SYMBOL,
  moneyOfCode,
  moneyOfName,
  moneyOfSymbol,
  PART_SYMBOL,
  partOfSymbol,
} from './currencies.js'
import { poundsAreMoney } from './pounds.js'
import { quantity, type FigureRule, type Quantity } from './quantity.js'

const AMOUNT = `(?<number>${DIGITS}(?:${SCALED}|-?${SHORT_MONEY})?|${VAGUE_AMOUNT})`
/** `PS21,700` is what a lost £ leaves; a `PS4` is a console. */
const isConsole = (symbol: string, number: string): boolean => symbol === 'PS' && /^\d{1,2}$/.test(number)
/** The same quantity below nothing. */
const negative = (q: Quantity): Quantity => ({
  ...q,
  value: q.value === null ? null : -q.value,
  min: -q.max,
  max: -q.min,
  mantissa: -q.mantissa,
})
const isPound = (name: string): boolean => /^pounds?$/i.test(name)

/** Amounts of money: by symbol, ISO code, name, or in parts of a currency. */
export const MONEY: readonly FigureRule[] = [
  {
    id: 'en.figure.money.symbol',
    starts: CURRENCY_STARTS,
    pattern: new RegExp(
      `(?<symbol>${CURRENCY_SYMBOL})\\s?${AMOUNT}(?:[\\s-](?<name>${CURRENCY_NAME_CASED})(?![a-z])|\\s(?<code>${CURRENCY_CODE})(?![A-Za-z])|\\s(?<american>US)(?=\\s(?:an?|per|in|at|on|to|for|from|and|or|of|by)\\b|[.,;)]|\\s?$))?`,
      'y',
    ),
    produce: ({ symbol, number, name, code, american }, { doc }) => {
      const country = american ?? doc.context.country // `$76 US a barrel`, as Canadian papers write
      const money = (symbol === '$' && (name ? moneyOfName(name, country) : code && moneyOfCode(code))) || moneyOfSymbol(symbol!, country)
      return money && !isConsole(symbol!, number!) ? quantity(number, { kind: 'money', ...money }) : null
    },
    examples: [
      ['The fund received $500m last spring.', { kind: 'money', value: 500_000_000, currency: 'USD', text: '$500m' }],
      ['They owed €3bn to banks.', { value: 3_000_000_000, currency: 'EUR', text: '€3bn' }],
      ['It paid A$82,615 for the house.', { value: 82_615, currency: 'AUD', text: 'A$82,615' }],
      ['Oil costs $76 US a barrel.', { value: 76, currency: 'USD', text: '$76 US' }],
      ['A ticket is US$1.4 million.', { value: 1_400_000, currency: 'USD', text: 'US$1.4 million' }],
    ],
    never: ['The $ sign was missing.', 'He paid in $ and in £.'],
  },
  {
    id: 'en.figure.money.sign-inside',
    starts: CURRENCY_STARTS,
    pattern: new RegExp(`(?<symbol>${CURRENCY_SIGN})[-−]${AMOUNT}`, 'y'),
    produce: ({ symbol, number }, { doc }) => {
      const money = moneyOfSymbol(symbol!, doc.context.country)
      const lost = money && quantity(number, { kind: 'money', ...money })
      return lost && negative(lost)
    },
    examples: [['The firm made $-5 million in May.', { kind: 'money', value: -5_000_000, currency: 'USD', text: '$-5 million' }]],
    never: ['The $-peg held.'],
  },
  {
    id: 'en.figure.money.code',
    starts: CURRENCY_STARTS,
    pattern: new RegExp(`(?<code>${CURRENCY_CODE})\\s?${AMOUNT}`, 'y'),
    produce: ({ code, number }) => {
      const money = moneyOfCode(code!)
      return money && quantity(number, { kind: 'money', ...money })
    },
    examples: [['A package of INR 1 trillion was announced.', { value: 1e12, currency: 'INR', text: 'INR 1 trillion' }]],
    never: ['The CAD drawing was lost.', 'Use the TRY block.'],
  },
  {
    id: 'en.figure.money.code-joined',
    starts: ['<capitalised>'],
    pattern: new RegExp(`(?=[A-Z][A-Za-z]{1,3}\\d)(?<code>${CURRENCY_CODE}|${CURRENCY_SYMBOL})${AMOUNT}`, 'y'),
    produce: ({ code, number }, { doc }) => {
      const money = isConsole(code!, number!) ? null : (moneyOfCode(code!) ?? moneyOfSymbol(code!, doc.context.country))
      return money && quantity(number, { kind: 'money', ...money })
    },
    examples: [
      ['A package of INR1 trillion was announced.', { value: 1e12, currency: 'INR', text: 'INR1 trillion' }],
      ['Rice is RM23.50 now.', { value: 23.5, currency: 'MYR', text: 'RM23.50' }],
    ],
    never: ['The drawing was lost in MP3 form.'],
  },
  {
    id: 'en.figure.money.code-after',
    starts: DIGIT_STARTS,
    pattern: new RegExp(
      `${AMOUNT}\\s?(?<scale>[MKk](?=[A-Z]))?(?<code>${CURRENCY_CODE})(?![A-Za-z])(?:\\s(?<word>thousand|million|billion|trillion)(?![a-z]))?`,
      'y',
    ),
    produce: ({ code, number, scale, word }) => {
      const money = moneyOfCode(code!)
      return money && quantity(scale || word ? `${number!} ${scale ?? word!}` : number, { kind: 'money', ...money })
    },
    examples: [['The rate is 110 JPY now.', { value: 110, currency: 'JPY', text: '110 JPY' }]],
    never: ['He bought 110 shares.'],
  },
  {
    id: 'en.figure.money.sign-after',
    starts: DIGIT_STARTS,
    pattern: new RegExp(`${AMOUNT}\\s?(?<symbol>${CURRENCY_SIGN})(?!\\s?\\d)(?![${LETTERS}])`, 'y'),
    produce: ({ symbol, number }, { doc }) => {
      const money = moneyOfSymbol(symbol!, doc.context.country)
      return money && quantity(number, { kind: 'money', ...money })
    },
    examples: [['A room is 80 € a night.', { value: 80, currency: 'EUR', text: '80 €' }]],
    never: ['He had 3, and € signs.'],
  },
  {
    id: 'en.figure.money.name',
    starts: [...DIGIT_STARTS, ...SPELLED_STARTS, ...VAGUE_STARTS],
    pattern: new RegExp(
      `(?:(?<vague>${VAGUE_AMOUNT})\\s(?:of\\s)?|(?<number>${DIGITS}(?:${SHORT_MONEY})|${NUMBER})(?:[\\s-]|\\sof\\s)?)(?<name>${CURRENCY_NAME})(?![${LETTERS}])`,
      'iy',
    ),
    produce: ({ vague, number, name }, site) => {
      const money = moneyOfName(name!, site.doc.context.country)
      const found = money && quantity(vague ?? number, { kind: 'money', ...money })
      if (!found || !isPound(name!)) return found
      if (!poundsAreMoney(site, found.scale)) return null
      return found.currency ? found : { ...found, currency: 'GBP' }
    },
    examples: [
      ['They won five million yen.', { value: 5_000_000, currency: 'JPY', text: 'five million yen' }],
      ['It fell 50 cents.', { value: 50, currency: null, unit: { name: 'cent', dimension: 'money' }, text: '50 cents' }],
      ['It cost tens of millions of dollars.', { value: null, min: 10_000_000, max: 100_000_000, currency: 'USD' }],
      ['The ministry spent 20 million pounds on it.', { value: 20_000_000, currency: 'GBP', text: '20 million pounds' }],
    ],
    never: ['The parcel weighs 20 pounds.', 'The dollar fell.'],
  },
  {
    id: 'en.figure.money.and-part',
    starts: [...DIGIT_STARTS, ...SPELLED_STARTS],
    pattern: new RegExp(
      `(?<number>${NUMBER})\\s(?<name>${CURRENCY_NAME})\\s(?:and\\s)?(?<parts>${SIMPLE})\\s(?:cents?|pence|pennies|sen|kopecks?)(?![${LETTERS}])`,
      'iy',
    ),
    produce: ({ number, name, parts }, { doc }) => {
      const money = moneyOfName(name!, doc.context.country)
      const whole = readNumber(number!)?.value
      const hundredths = readNumber(parts!)?.value
      if (!money || whole == null || hundredths == null || hundredths >= 100) return null
      return quantity(String(Number((whole + hundredths / 100).toFixed(2))), { kind: 'money', ...money })
    },
    examples: [
      ['It costs three dollars and fifty cents.', { kind: 'money', value: 3.5, currency: 'USD', text: 'three dollars and fifty cents' }],
    ],
    never: ['Dollars and cents matter.'],
  },
  {
    id: 'en.figure.money.part-symbol',
    starts: DIGIT_STARTS,
    pattern: new RegExp(`(?<number>${DIGITS})(?<symbol>${PART_SYMBOL})(?![${LETTERS}\\d])(?!\\.[${LETTERS}])`, 'y'),
    produce: ({ number, symbol }) => quantity(number, { kind: 'money', unit: partOfSymbol(symbol!) }),
    examples: [['The shares closed at 164p today.', { value: 164, unit: { name: 'penny', dimension: 'money' }, text: '164p' }]],
    never: ['See p 164 there.', 'It starts at 2 p.m. there.'],
  },
]
