import type { Unit } from '../../../document/layers.js'
import { anyOf } from '../any-of.js'
import { readTsv } from '../tsv.js'

const ROWS = readTsv('units').map(([name, dimension, symbols, words]) => ({
  unit: { name: name!, dimension: dimension! },
  symbols: symbols ? symbols.split('|') : [],
  words: words ? words.split('|') : [],
}))

const BY_SYMBOL = new Map(ROWS.flatMap(({ unit, symbols }) => symbols.map((symbol) => [symbol, unit] as const)))
const BY_WORD = new Map(ROWS.flatMap(({ unit, words }) => words.map((word) => [word, unit] as const)))
const RATES = readTsv('rates').map(([form, name, where]) => ({ form: form!, name: name!, where: where! }))
const RATE_ADVERBS = new Map(readTsv('rate-adverbs').map(([form, name]) => [form!, name!]))
const PER = new Map(RATES.filter(({ where }) => where !== 'symbol').map(({ form, name }) => [form, name]))
const PER_SYMBOL = new Map(RATES.filter(({ where }) => where === 'symbol').map(({ form, name }) => [form, name]))

/** The symbol of any unit, in its own case: `km`, `kWh`, `°C`. */
export const UNIT_SYMBOL = anyOf(BY_SYMBOL.keys())
/** The name of any unit, singular or plural. */
export const UNIT_WORD = anyOf(BY_WORD.keys())
/** What may stand after the slash of a derived unit: `km/h`, `A/cm2`. */
export const PER_SLASH = anyOf([...PER_SYMBOL.keys(), ...BY_SYMBOL.keys()])
/** What may follow `a`, `an`, `each`, `every` and make a rate. */
export const PER_ARTICLE = anyOf(RATES.filter(({ where }) => where === 'article').map(({ form }) => form))
/** Adverbs of rate: `annually`. */
export const RATE_ADVERB = anyOf(RATE_ADVERBS.keys())

/** The unit a symbol or word names; null for none. Symbols keep their case, words do not. */
export const unitOf = (form: string): Unit | null =>
  BY_SYMBOL.get(form) ?? BY_WORD.get(form.toLowerCase()) ?? BY_WORD.get(form.toLowerCase().replaceAll('-', ' ')) ?? null

/** The singular of what a rate divides by: `year` of `annum` and `annually`, `square kilometre` of `km²`. */
export function perOf(form: string): string {
  const lower = form.toLowerCase()
  return (
    PER_SYMBOL.get(form) ??
    PER.get(lower) ??
    RATE_ADVERBS.get(lower) ??
    unitOf(form)?.name ??
    (lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower)
  )
}
