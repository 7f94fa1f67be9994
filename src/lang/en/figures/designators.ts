import { readTsv } from '../tsv.js'

/** Words after which a number is a name: `page 5`, `flight 370`. */
export const DESIGNATORS: ReadonlySet<string> = new Set(readTsv('designators').map(([word]) => word!))
