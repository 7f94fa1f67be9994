/** What the package of countries tells of one. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  readonly cca2: string
  readonly name: { readonly common: string; readonly official: string }
  readonly altSpellings: readonly string[]
  readonly capital: readonly string[]
  /** Unknown for Kosovo. */
  readonly independent: boolean | null
  readonly demonyms: { readonly eng?: { readonly m: string; readonly f: string } }
}

/** In letters that Western print shops have: no `Việt Nam`, no `Chișinău`; and not turned round (`Korea, Republic of`). */
const NAME = /^\p{Lu}[A-Za-zÀ-ſ .'ʻ&-]+$/u

/**
 * Rows of `countries.tsv`: code, name, other names (`;`), capitals (`;`), standing, in the order of the package.
 * By hand: rows that stand in place of the package's, and those of countries that are no more.
 */
export function countryRows(countries: readonly Country[], byHand: readonly (readonly string[])[]): string[][] {
  const rows = new Map(countries.map((country) => [country.cca2, rowOf(country)]))
  for (const row of byHand) rows.set(row[0]!, [...row])
  return [...rows.values()]
}

function rowOf({ cca2, name, altSpellings, capital, independent }: Country): string[] {
  const names = new Set([name.official, ...altSpellings].map((text) => text.replace(/^The /, '')))
  const others = [...names].filter((text) => text !== name.common && text !== cca2 && NAME.test(text))
  return [cca2, name.common, others.join(';'), capital.filter((text) => NAME.test(text)).join(';'), independent ? 'state' : 'territory']
}
