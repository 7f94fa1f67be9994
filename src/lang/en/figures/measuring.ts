import { readTsv } from '../tsv.js'

const ROWS = readTsv('figure-words')
const wordsThat = (role: string): ReadonlySet<string> =>
  new Set(ROWS.filter(([, does]) => does === role).flatMap(([forms]) => forms!.split('|')))

/** Nouns that stand for the number itself: `a total of`, `a low of`. */
export const CARRIERS = wordsThat('carrier')
/** Participles that say the size of the noun before them: `claims ranging from`. */
export const SPREADS = wordsThat('spread')
/** Verbs whose object is what is measured (`fined the club $5m`); of others the subject is (`cost the club $5m`). */
export const CHARGES = wordsThat('charge')
/** Lemmas of verbs whose object is the subject of the infinitive behind it: `expects prices to fall`. */
export const CONTROLS = wordsThat('control')
/** Verbs that count their subject: `The crew numbers 30`. */
export const NUMBERS = wordsThat('number')
