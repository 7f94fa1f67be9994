import { MONTHS as MONTH_NAMES } from '../calendar.js'
import { readTsv } from '../tsv.js'

/** Words after which a number is a name: `page 5`, `flight 370`. */
export const DESIGNATORS: ReadonlySet<string> = new Set(readTsv('designators').map(([word]) => word!))

/** Names of months, lower case, beside which a number is a day. */
export const MONTHS: ReadonlySet<string> = new Set(
  MONTH_NAMES.flatMap(({ name, short }) => [name, ...short].map((form) => form.toLowerCase())),
)
