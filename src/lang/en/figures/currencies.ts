import type { Unit } from '../../../document/layers.js'
import { anyOf } from '../any-of.js'
import { readTsv } from '../tsv.js'

/** A currency or a name that several share; `code` is null where nothing decides between them. */
export interface Money {
  readonly unit: Unit
  readonly currency: string | null
}

interface Shared {
  readonly unit: Unit
  readonly byCountry: ReadonlyMap<string, string>
}

const moneyUnit = (name: string): Unit => ({ name, dimension: 'money' })
const split = (cell: string | undefined): string[] => (cell ? cell.split('|') : [])

const CURRENCIES = readTsv('currencies').map(([code, name, symbols, names, country]) => ({
  money: { unit: moneyUnit(name!), currency: code! },
  symbols: split(symbols),
  names: split(names),
  country: country ?? '',
}))
const PARTS = readTsv('currency-parts').map(([symbols, names, name]) => ({
  unit: moneyUnit(name!),
  symbols: split(symbols),
  names: split(names),
}))

const BY_CODE = new Map<string, Money>(CURRENCIES.map(({ money }) => [money.currency, money]))
BY_CODE.set('RMB', BY_CODE.get('CNY')!)
BY_CODE.set('BTC', BY_CODE.get('XBT')!)
const BY_SYMBOL = new Map<string, Money>(CURRENCIES.flatMap(({ money, symbols }) => symbols.map((symbol) => [symbol, money] as const)))
const BY_NAME = new Map<string, Money>(CURRENCIES.flatMap(({ money, names }) => names.map((name) => [name, money] as const)))
const PART_BY_SYMBOL = new Map(PARTS.flatMap(({ unit, symbols }) => symbols.map((symbol) => [symbol, unit] as const)))
const PART_BY_NAME = new Map(PARTS.flatMap(({ unit, names }) => names.map((name) => [name, unit] as const)))
const SHARED = new Map<string, Shared>(
  readTsv('currency-shares').flatMap(([forms, name, countries]) => {
    const byCountry = new Map(split(countries).map((pair) => pair.split('=') as [string, string]))
    return split(forms).map((form) => [form, { unit: moneyUnit(name!), byCountry }] as const)
  }),
)
/** The currency of a country where `$` or `dollar` alone may mean its own. */
const DOLLAR_OF = new Map(
  CURRENCIES.filter(({ money }) => money.unit.name.endsWith(' dollar')).map(({ money, country }) => [country, money]),
)

/** A currency's symbol, in its own case: `$`, `US$`, `Rs`. */
export const CURRENCY_SYMBOL = anyOf(BY_SYMBOL.keys())
/** An ISO code. */
export const CURRENCY_CODE = anyOf(BY_CODE.keys())
/** A currency's name, its own, shared (`pesos`) or of a part (`cents`). */
export const CURRENCY_NAME = anyOf([...BY_NAME.keys(), ...SHARED.keys(), ...PART_BY_NAME.keys()])
/** The same as it stands in running text: `US dollars`, `Australian dollars`. */
export const CURRENCY_NAME_CASED = anyOf(
  [...BY_NAME.keys(), ...SHARED.keys()].flatMap((name) => [
    name,
    name.replace(/^us /, 'US '),
    name.replace(/(?<=^| )\p{Ll}/gu, (letter) => letter.toUpperCase()).replace(/(\S+)$/, (last) => last.toLowerCase()),
  ]),
)
/** A sign that is no letter, after its number: `80 €`. */
export const CURRENCY_SIGN = anyOf([...BY_SYMBOL.keys()].filter((symbol) => /^\p{Sc}$/u.test(symbol)))
/** The symbol of a part, after its number: `40p`, `75¢`. */
export const PART_SYMBOL = anyOf(PART_BY_SYMBOL.keys())
/** First tokens of symbols and codes, lower case. */
export const CURRENCY_STARTS: readonly string[] = [
  ...new Set(
    [...BY_SYMBOL.keys(), ...BY_CODE.keys()].flatMap((form) => [form.toLowerCase(), form.toLowerCase().match(/^(?:\p{L}+|.)/u)![0]]),
  ),
  'u.s.',
]

const isDollar = (money: Money | undefined): boolean => money?.currency === 'USD'

/** The money a symbol means in an article from `country` (ISO 3166-1, null unknown). */
export function moneyOfSymbol(symbol: string, country: string | null): Money | null {
  if (symbol === '$' && country) return DOLLAR_OF.get(country) ?? BY_SYMBOL.get('$')!
  return BY_SYMBOL.get(symbol) ?? null
}

/** The money an ISO code means. */
export const moneyOfCode = (code: string): Money | null => BY_CODE.get(code) ?? null

/** The money a name means in an article from `country`; parts of currencies and undecided names have no code. */
export function moneyOfName(name: string, country: string | null): Money | null {
  const form = name.toLowerCase().replace(/[\s-]+/g, ' ')
  const own = BY_NAME.get(form)
  if (own) return isDollar(own) && /^dollars?$/.test(form) && country ? (DOLLAR_OF.get(country) ?? own) : own
  const shared = SHARED.get(form)
  if (shared) {
    const code = country ? shared.byCountry.get(country) : undefined
    return code ? BY_CODE.get(code)! : { unit: shared.unit, currency: null }
  }
  const part = PART_BY_NAME.get(form)
  return part ? { unit: part, currency: null } : null
}

/** The part of a currency a symbol means: `p` is a penny. */
export const partOfSymbol = (symbol: string): Unit | null => PART_BY_SYMBOL.get(symbol) ?? null
