import { anyOf } from './any-of.js'
import { readTsv } from './tsv.js'

/** A number as written: its value, or the bounds of a vague one (`dozens`: 12 to 120). */
export interface Amount {
  readonly value: number | null
  readonly min: number
  readonly max: number
  /** The number before its scale, and the scale: 1.2 and 1e6 in `1.2 million`. */
  readonly mantissa: number
  readonly scale: number
}

const WORDS = new Map(readTsv('number-words').map(([form, value, kind]) => [form!, { value: Number(value), kind: kind! }]))
const SHORT_SCALES = new Map(readTsv('number-scales').map(([form, factor, where]) => [form!, { factor: Number(factor), where: where! }]))
const FRACTIONS = new Map(
  readTsv('number-fractions').map(([form, value]) => {
    const [over, under] = value!.split('/').map(Number)
    return [form!, over! / under!]
  }),
)
const VAGUE = new Map(readTsv('number-vague').map(([form, min, max]) => [form!, [Number(min), Number(max)] as const]))
const MULTIPLIERS = new Map(readTsv('number-vague-multipliers').map(([form, min, max]) => [form!, [Number(min), Number(max)] as const]))
const ORDINALS = new Map(readTsv('number-ordinals').map(([form, rank]) => [form!, Number(rank)]))

const wordsOf = (kind: string): string[] => [...WORDS].filter(([, word]) => word.kind === kind).map(([form]) => form)

const UNIT = anyOf(wordsOf('unit'))
const BELOW_100 = `(?:${anyOf(wordsOf('ten'))}(?:[\\s-]${UNIT})?|${anyOf(wordsOf('teen'))}|${UNIT})(?![a-z])`
/** Words that multiply: `dozen`, `million`. */
export const SCALES: readonly string[] = wordsOf('scale')
const SCALE = `${anyOf(SCALES)}(?![a-z])`
const BIG = anyOf(SCALES.filter((form) => WORDS.get(form)!.value >= 1000))
const HALVES = '(?:\\sand\\s(?:a\\shalf|a\\squarter|three[\\s-]quarters))'
const FRACTION_SIGN = '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]'

/** Digits with any grouping and decimals, mixed (`2 1/2`, `7½`) or a plain fraction (`3/4`). */
export const DIGITS = `(?:\\d{1,3}(?:[,\\u00a0\\u2009\\u202f]\\d{3}){1,6}(?:\\.\\d{1,12})?|\\d{1,3}(?:,\\d{2}){1,3},\\d{3}(?:\\.\\d{1,12})?|\\d{1,3}(?:\\.\\d{3}){2,6}|\\d{1,15}(?:\\.\\d{1,12})?(?:\\s?${FRACTION_SIGN}|\\s\\d{1,2}[/⁄]\\d{1,3})?|\\d{1,4}[/⁄]\\d{1,4}|\\.\\d{1,6}|${FRACTION_SIGN})(?!\\d|[.,:/⁄]\\d)`
/** Words that scale digits: `1.2 million`, `25 lakh`, `3 hundred thousand`. */
export const SCALED = `(?:[\\s-](?:hundred[\\s-])?${SCALE})`
/** How a group below a hundred goes on behind `hundred` or a larger scale, but not in `one million and two million`. */
const GOES_ON = `(?:(?<=hundred)(?:\\sand)?[\\s-](?![a-z-]{1,20}[\\s-]hundred)|(?<=${BIG}),?\\s(?:and\\s(?![a-z-]{1,20}[\\s-]${SCALE}))?)`
/**
 * Number words: `twenty-eight thousand six hundred`, `one and a half million`, `half a million`, `dozen`: an article before is no part.
 * Each list of words is written as few times as can be: seventeen rules hold a copy, and a compiled one of all forms took half a megabyte.
 */
export const SPELLED = `(?:(?:half\\s(?:an?\\s)?|(?:three\\s)?quarters?\\s(?:of\\san?\\s)?)${SCALE}|(?:${BELOW_100}|${SCALE})(?:[\\s-]${SCALE}|${GOES_ON}${BELOW_100}){0,11}(?:${HALVES}(?:[\\s-]${SCALE}){0,2})?)(?![a-z])`
/** Short scales that no unit uses: `3bn`, `20k`. */
export const SHORT_ANY = `(?:\\s?${anyOf([...SHORT_SCALES].filter(([, { where }]) => where === 'any').map(([form]) => form))}(?![A-Za-z]))`
/** Short scales beside a currency: `$500m`. */
export const SHORT_MONEY = `(?:\\s?${anyOf(SHORT_SCALES.keys())}(?![A-Za-z]))`
/** Bounds without a number: `dozens`, `hundreds of thousands`, `several hundred`. */
export const VAGUE_AMOUNT = `(?:${anyOf(VAGUE.keys())}|${anyOf(MULTIPLIERS.keys())}\\s${SCALE})(?![a-z])`
/** A number in any form but the vague ones. */
export const NUMBER = `(?:${DIGITS}(?:${SCALED}|${SHORT_ANY})?|${SPELLED})`
/** A number in digits, or in words as far as shares and cents need them: `five`, `100,000`, `a hundred`. */
export const SIMPLE = `(?:${DIGITS}(?:${SCALED})?|${BELOW_100}|(?:an?\\s)?${SCALE})`
/** A fraction in words: `two-thirds`, `a quarter`, `one fifth`. */
export const FRACTION = `(?:(?:an?|one|${BELOW_100}|\\d{1,2})(?:\\s-\\s|[\\s-])(?:half|quarter|third|${anyOf([...FRACTIONS.keys()].filter((form) => /^[a-z]/.test(form)))})s?)(?![a-z])`

/** The first words of numbers in words. */
export const SPELLED_STARTS: readonly string[] = [...WORDS.keys(), 'half', 'quarter']
/** `twenty` to `ninety`. */
export const TENS: readonly string[] = wordsOf('ten')
/** The words of one word below a hundred. */
export const BELOW_HUNDRED: readonly string[] = [...wordsOf('unit'), ...wordsOf('teen'), ...TENS]
/** The first words of vague amounts. */
export const VAGUE_STARTS: readonly string[] = [...new Set([...VAGUE.keys(), ...MULTIPLIERS.keys()].map((form) => form.split(' ')[0]!))]
/** Signs and characters that digits may start with. */
export const DIGIT_STARTS: readonly string[] = ['<number>', '.', ...'½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞']

/** Fifteen digits are kept: 4.35 hundred is 435, not 434.99999999999994. */
const times = (mantissa: number, scale: number): number => Number((mantissa * scale).toPrecision(15))

function exactly(mantissa: number, scale = 1): Amount {
  const value = scale === 1 ? mantissa : times(mantissa, scale)
  return { value, min: value, max: value, mantissa, scale }
}

/** Reads what `NUMBER`, `FRACTION`, `VAGUE_AMOUNT` or digits with a short scale matched; null where it is no number after all. */
export function readNumber(text: string): Amount | null {
  const form = text.trim()
  return /^[\d.½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/.test(form) ? readDigits(form) : readWords(form.toLowerCase())
}

function readDigits(form: string): Amount | null {
  const m =
    /^(?<digits>[\d.,\u00a0\u2009\u202f]*)(?<over>\s\d+|\d*)?(?:[/⁄](?<under>\d+))?\s?(?<sign>[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])?(?<scale>.*)$/su.exec(
      form,
    )!
  const { digits = '', over, under, sign, scale = '' } = m.groups!
  const factor = readScale(scale)
  if (factor === null) return null
  if (under !== undefined) {
    if (Number(under) === 0) return null
    const whole = over?.trim() ? plain(digits) : 0
    return exactly(whole + Number(over?.trim() || plain(digits)) / Number(under), factor)
  }
  const value = (digits === '' ? 0 : plain(digits + (over ?? ''))) + (sign ? FRACTIONS.get(sign)! : 0)
  return Number.isFinite(value) ? exactly(value, factor) : null
}

function plain(digits: string): number {
  const bare = digits.replace(/[,\s]/g, '')
  return Number(/^\d{1,3}(?:\.\d{3}){2,}$/.test(bare) ? bare.replaceAll('.', '') : bare)
}

function readScale(text: string): number | null {
  let factor = 1
  for (const word of text.split(/[\s-]+/)) {
    if (word === '') continue
    const scale = SHORT_SCALES.get(word)?.factor ?? WORDS.get(word.toLowerCase())?.value
    if (scale === undefined) return null
    factor *= scale
  }
  return factor
}

function readWords(form: string): Amount | null {
  const vague = readVague(form)
  if (vague) return vague
  const words = form.split(/[\s,-]+/).filter((word) => word !== 'of')
  const parts = /^(?:(?<three>three )|an? )?(?:(?<half>half)|quarters?) (?:an? )?(?<scales>.+)$/.exec(words.join(' '))?.groups
  if (parts) return scaled(parts.half ? 0.5 : parts.three ? 0.75 : 0.25, parts.scales!.split(' '))
  const part = FRACTIONS.get(words.at(-1)!)
  if (part !== undefined && words.length <= 3 && !words.includes('and')) {
    const count = words.slice(0, -1).join(' ')
    const times = /^\d/.test(count) ? Number(count) : count === 'a' || count === 'an' || count === '' ? 1 : cardinal(words.slice(0, -1))
    return times === null ? null : exactly(times * part)
  }
  const half = words.findIndex((word, i) => word === 'and' && (words[i + 1] === 'a' || words[i + 2] === 'quarters'))
  if (half > 0) {
    const whole = cardinal(words.slice(0, half))
    const fraction = words[half + 1] === 'three' ? 0.75 : FRACTIONS.get(words[half + 2]!)
    return whole === null || fraction === undefined ? null : scaled(whole + fraction, words.slice(half + 3))
  }
  return scaledCardinal(words)
}

function scaled(mantissa: number, scales: readonly string[]): Amount | null {
  const factor = readScale(scales.join(' '))
  return factor === null ? null : exactly(mantissa, factor)
}

function scaledCardinal(words: readonly string[]): Amount | null {
  const value = cardinal(words)
  if (value === null) return null
  const last = WORDS.get(words.at(-1)!)
  const scale = last?.kind === 'scale' && words.filter((word) => WORDS.get(word)?.kind === 'scale').length === 1 ? last.value : 1
  return { value, min: value, max: value, mantissa: value / scale, scale }
}

function readVague(form: string): Amount | null {
  const key = form.replace(/[\s-]+/g, ' ')
  const bounds = VAGUE.get(key)
  if (bounds) return { value: bounds[0] === bounds[1] ? bounds[0] : null, min: bounds[0], max: bounds[1], mantissa: bounds[0], scale: 1 }
  const words = key.split(' ')
  const scale = WORDS.get(words.at(-1)!)
  const many = scale?.kind === 'scale' ? MULTIPLIERS.get(words.slice(0, -1).join(' ')) : undefined
  if (!many) return null
  const value = many[0] === many[1] ? many[0] * scale!.value : null
  return { value, min: many[0] * scale!.value, max: many[1] * scale!.value, mantissa: many[0], scale: scale!.value }
}

/** The value of number words, by adding below a hundred, multiplying by `hundred` and closing a group at each larger scale. */
function cardinal(words: readonly string[]): number | null {
  let total = 0
  let group: number | null = null
  let last = Infinity
  for (const word of words) {
    if (word === 'and' || word === 'a' || word === 'an') continue
    const entry = WORDS.get(word)
    if (!entry) return null
    if (entry.kind !== 'scale') group = (group ?? 0) + entry.value
    else if (entry.value === 100) group = (group ?? 1) * 100
    else {
      if (group !== null && entry.value >= last) return null
      last = entry.value
      total += (group ?? (total === 0 ? 1 : 0)) * entry.value
      if (group === null && total > 0 && total !== entry.value) total *= entry.value
      group = null
    }
  }
  return total + (group ?? 0)
}

/** The rank an ordinal writes: `third` and `3rd` are 3; null where it is none. */
export function readOrdinal(text: string): number | null {
  const form = text.toLowerCase()
  const digits = /^(\d{1,7})(?:st|nd|rd|th)$/.exec(form)
  if (digits) return Number(digits[1])
  const direct = ORDINALS.get(form)
  if (direct !== undefined) return direct
  const [ten, unit] = form.split(/[\s-]/)
  const below = unit === undefined ? undefined : ORDINALS.get(unit)
  const tens = WORDS.get(ten!)
  return tens?.kind === 'ten' && below !== undefined && below < 10 ? tens.value + below : null
}

/** Ordinal words and the first words of compound ones. */
export const ORDINAL_WORDS: readonly string[] = [...ORDINALS.keys()]
/** An ordinal in words (`third`, `twenty-first`) or digits (`3rd`). */
export const ORDINAL = `(?:\\d{1,4}(?:st|nd|rd|th)|(?:${anyOf(wordsOf('ten'))}-)?${anyOf(ORDINALS.keys())})(?![a-z])`
