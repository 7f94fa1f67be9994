import { byFirst } from './by-first.js'

/** A first-level division of GeoNames; its code begins with that of the country: `AR.08`. */
export interface Region {
  readonly code: string
  readonly name: string
}

/** Countries whose divisions are in the list, read off the list of 2026-11-22. */
const COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AE AF AR AT AU BD BE BO BR CA CD CH CL CM CN CO DE DZ EC EG ES ET FR GB GH ID IL IN IQ IR IT JP ' +
    'KE KH KP KR LB LK LY MA MM MX MY NG NL NP NZ PE PH PK PL RU SA SD SO SY TH TN TR TZ UA US VE VN YE ZA'
  ).split(' '),
)

const NAME = /^\p{Lu}[\p{L} '-]{3,}$/u

/** What the news leaves away: `Tver Oblast`, `Kano State`. */
const KIND = / (Province|Oblast|Krai|Region|Republic|Department|Governorate|County|District|State)$/

/**
 * Rows of `regions.tsv`: name, country (of equal names the first), in order of the names.
 * By hand: further names, other countries (empty: none, or several), and names that are left out (`-`).
 */
export function regionRows(regions: readonly Region[], byHand: readonly (readonly string[])[]): string[][] {
  const countries = new Map<string, string>()
  for (const { code, name } of regions) {
    const country = code.slice(0, 2)
    if (!COUNTRIES.has(country) || !NAME.test(name)) continue
    const short = name.replace(KIND, '')
    if (!countries.has(short)) countries.set(short, country)
  }
  for (const [name, country] of byHand) {
    if (country === '-') countries.delete(name!)
    else countries.set(name!, country!)
  }
  return [...countries].sort(byFirst)
}
