/** A settlement of GeoNames. */
export interface City {
  readonly name: string
  readonly country: string
  readonly population: number
}

const PEOPLE = 40_000

/** Not quarters by number (`Marseille 13`), two names (`Biel/Bienne`), or a name and what it stands in (`Halle (Saale)`). */
const NAME = /^\p{Lu}[\p{L} .'-]{2,}$/u

/**
 * Rows of `cities.tsv`: name, country, and `w` where the name is a person's or an ordinary word, too. Largest first; of equal names the largest.
 * Behind them stand the names as they are written without accents. By hand: names that are marked (`w`) or not (`-`) whoever is called so.
 */
export function cityRows(cities: readonly City[], people: ReadonlySet<string>, byHand: readonly (readonly string[])[]): string[][] {
  const countries = new Map<string, string>()
  const add = (name: string, country: string): void => {
    if (!countries.has(name)) countries.set(name, country)
  }
  const large = cities.filter(({ population }) => population >= PEOPLE).sort((a, b) => b.population - a.population)
  for (const { name, country } of large) {
    const straight = name.replaceAll('’', "'")
    if (NAME.test(straight)) add(straight, country)
  }
  for (const [name, country] of [...countries]) add(withoutAccents(name), country)
  const marks = new Map(byHand.map(([name, mark]) => [name!, mark === 'w']))
  const isWeak = (name: string): boolean => marks.get(name) ?? people.has(name)
  return [...countries].map(([name, country]) => (isWeak(name) ? [name, country, 'w'] : [name, country]))
}

/** `Łódź` keeps its first letter: models were made with it so. */
const withoutAccents = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[łıø]/g, (letter) => PLAIN[letter]!)

const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', ø: 'o' }
