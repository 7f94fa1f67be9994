import type { Groups } from '../../../rules/rule.js'
import type { Amount, Grain } from '../../said.js'
import { NUMBER, NUMBER_STARTS, UNIT_MANY_STARTS, UNIT_ONE_STARTS, numberOf, units } from './words.js'

export const STOP = '(?![\\p{L}\\d]|[.,]\\d)'
export const NOT_AGE = '(?![ -]olds?\\b|[ -]of[ -]age)'
export const SOME = 'a few|several|many|some|a number of|dozens of|hundreds of|thousands of|countless|few|various|a handful of'
export const PAIR = 'a couple of|a couple|a pair of|couple of'
export const COUNT = `(?:(?<number>${NUMBER})(?: (?:to|or|and|-|–) (?<upper>${NUMBER})|[-–](?<until>\\d{1,4}))?|(?<pair>${PAIR})|(?<some>${SOME})|(?<an>an?|another|an additional))`
export const COUNT_STARTS = [
  ...NUMBER_STARTS,
  'a',
  'an',
  'another',
  'several',
  'many',
  'some',
  'few',
  'dozens',
  'hundreds',
  'thousands',
  'countless',
  'couple',
  'various',
]

/** What goes on from the article of an amount: `a few days`, `a full year`, `an hour`. */
export const COUNT_SECONDS = [
  ...UNIT_ONE_STARTS,
  ...UNIT_MANY_STARTS,
  ...'few couple pair number handful dozen hundred thousand million half additional more full straight consecutive'.split(' '),
  ...'whole long short trading business working successive solid calendar extra previous preceding prior following'.split(' '),
]

export const GRAIN: Readonly<Record<Amount['unit'], Grain>> = {
  TS: 'second',
  TM: 'minute',
  TH: 'hour',
  D: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
}

/** How many of which unit the groups of `COUNT` and a unit say. */
export function amountOf({ number, pair, some, unit }: Groups): Amount {
  const word = units.get(unit!.toLowerCase())!
  const vague = some !== undefined
  const count = vague ? null : (number !== undefined ? numberOf(number) : pair !== undefined ? 2 : 1) * word.times
  return { count, unit: word.unit }
}
/** Decades and centuries of an unknown number keep their own letter, as TIMEX3 does. */
export function vagueValue({ some, unit }: Groups): { fixed?: string } {
  const word = unit!.toLowerCase()
  if (some === undefined) return {}
  if (word.startsWith('decade')) return { fixed: 'PXDE' }
  if (word.startsWith('centur')) return { fixed: 'PXCE' }
  return {}
}
export const approx = ({ pair, upper, until }: Groups): { mod?: 'APPROX' } =>
  pair !== undefined || upper !== undefined || until !== undefined ? { mod: 'APPROX' } : {}
