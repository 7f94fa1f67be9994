import { readTsv } from '../../../lang/en/tsv.js'
import { cityRows, type City } from './gazetteers/cities.js'
import { countryRows, type Country } from './gazetteers/countries.js'
import { demonymRows } from './gazetteers/demonyms.js'
import { regionRows, type Region } from './gazetteers/regions.js'

export interface GazetteerSources {
  readonly cities: readonly City[]
  readonly regions: readonly Region[]
  readonly countries: readonly Country[]
}

/** Rows of the lists of places and peoples, by the name of the list: what the sources say, and what was added by hand in `data/en/by-hand`. */
export function gazetteerRows({
  cities,
  regions,
  countries,
}: GazetteerSources): Record<'cities' | 'regions' | 'countries' | 'demonyms', string[][]> {
  const people = new Set([...readTsv('given-names'), ...readTsv('family-names')].map(([name]) => name!))
  return {
    cities: cityRows(cities, people, readTsv('by-hand/cities')),
    regions: regionRows(regions, readTsv('by-hand/regions')),
    countries: countryRows(countries, readTsv('by-hand/countries')),
    demonyms: demonymRows(countries, readTsv('by-hand/demonyms')),
  }
}
