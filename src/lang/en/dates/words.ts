import { MONTHS as months, WEEKDAYS as weekdays } from '../calendar.js'
import { readTsv } from '../tsv.js'
import type { Season, TimeUnit } from '../../said.js'

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const list = (words: Iterable<string>): string =>
  [...new Set(words)]
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|')
const split = (cell: string | undefined): string[] => (cell ? cell.split(',') : [])
const lower = (word: string): string => word.toLowerCase()

/** First tokens under which a rule is filed: the word as a token, with its full stop, or before a hyphen. */
export const starts = (words: Iterable<string>): string[] => [
  ...new Set([...words].map((word) => lower(/^[\p{L}\d]+/u.exec(word)?.[0] ?? word))),
]

const upper = (word: string): string => word.toUpperCase()

/** A month's number by its name or abbreviation in lower case. */
export const monthNumber: ReadonlyMap<string, number> = new Map(
  months.flatMap(({ number, name, short }) => [name, ...short].map((word) => [lower(word), number] as const)),
)
/** A weekday's number (Monday is 1) by its name or abbreviation in lower case. */
export const weekdayNumber: ReadonlyMap<string, number> = new Map(
  weekdays.flatMap(({ number, name, short }) => [name, ...short].map((word) => [lower(word), number] as const)),
)
const cased = (words: readonly string[]): string => list(words.flatMap((word) => [word, upper(word)]))
/** A month in full, as written: `April`, `APRIL`. */
export const MONTH_NAME = `(?:${cased(months.map(({ name }) => name))})`
/** A month in full or abbreviated, with its full stop. */
export const MONTH = `(?:${cased(months.map(({ name }) => name))}|(?:${cased(months.flatMap(({ short }) => short))})\\.?)`
export const WEEKDAY_NAME = `(?:${cased(weekdays.map(({ name }) => name))})`
export const WEEKDAY = `(?:${cased(weekdays.map(({ name }) => name))}|(?:${cased(weekdays.flatMap(({ short }) => short))})\\b\\.?)`
export const MONTH_STARTS = starts(monthNumber.keys())
export const WEEKDAY_STARTS = starts(weekdayNumber.keys())
const bare = (word: string): string => lower(word).replace(/\.$/, '')
export const monthOf = (word: string): number => monthNumber.get(bare(word)) ?? 0
export const weekdayOfName = (word: string): number => weekdayNumber.get(bare(word)) ?? 0

/** What a unit word means: how many of which TIMEX3 unit. */
export interface UnitWord {
  readonly unit: TimeUnit
  readonly times: number
}
const unitRows = readTsv('time-units').map(([one, many, unit, times, short]) => ({
  one: one!,
  many: many!,
  unit: unit as TimeUnit,
  times: Number(times),
  short: split(short),
}))
export const units: ReadonlyMap<string, UnitWord> = new Map(
  unitRows.flatMap(({ one, many, unit, times, short }) => [one, many, ...short].map((word) => [word, { unit, times }] as const)),
)
export const UNIT_ONE = `(?:${list(unitRows.map(({ one }) => one))})`
export const UNIT_MANY = `(?:${list(unitRows.map(({ many }) => many))})`
export const UNIT = `(?:${list(unitRows.flatMap(({ one, many, short }) => [one, many, ...short]))})`
export const UNIT_MANY_STARTS = unitRows.map(({ many }) => many)
export const UNIT_ONE_STARTS = unitRows.map(({ one }) => one)

const seasonRows = readTsv('seasons')
export const seasonOf: ReadonlyMap<string, Season> = new Map(seasonRows.map(([name, code]) => [name!, code as Season]))
export const SEASON = `(?:${list(seasonOf.keys())})`

const partRows = readTsv('day-parts')
export const partOf: ReadonlyMap<string, string> = new Map(partRows.map(([name, code]) => [name!, code!]))
export const PART = `(?:${list(partOf.keys())})`
/** Parts of the day that the sun begins: `at dawn`, never `the dawn`. */
export const sunOf: ReadonlyMap<string, string> = new Map(readTsv('sun-times').map(([name, code]) => [name!, code!]))
export const SUN = `(?:${list(sunOf.keys())})`

const zoneRows = readTsv('time-zones')
/** By name in lower case: an offset, or an IANA zone. */
export const zones: ReadonlyMap<string, string> = new Map(zoneRows.map(([name, offset]) => [lower(name!), offset ?? '']))
export const ZONE = `(?:${list(zoneRows.map(([name]) => name!))})`

export const holidayRule: ReadonlyMap<string, string> = new Map(readTsv('holidays').map(([name, rule]) => [lower(name!), rule!]))
const holidayNames = readTsv('holidays').map(([name]) => name!)
export const HOLIDAY = `(?:${list(holidayNames)})`.replaceAll("'", "['’]")
export const HOLIDAY_STARTS = starts(holidayNames)

export const references: ReadonlyMap<string, string> = new Map(readTsv('time-references').map(([words, value]) => [words!, value!]))
export const REFERENCE = `(?:${list(references.keys())})`
export const REFERENCE_STARTS = starts(references.keys())
/** The words after `the` in them. */
export const REFERENCE_SECONDS = [...references.keys()].flatMap((words) => (words.startsWith('the ') ? words.split(' ')[1]! : []))

const numberRows = readTsv('time-numbers').map(([word, value, ordinal]) => ({ word: word!, value: Number(value), ordinal: ordinal! }))
const cardinals = new Map(numberRows.map(({ word, value }) => [word, value]))
const ordinals = new Map(numberRows.map(({ ordinal, value }) => [ordinal, value]))
const WORD = list(cardinals.keys())
/** A whole number in words: at most six of them. */
export const NUMBER_WORDS = `(?:(?:${WORD})(?:[ -](?:(?<=(?:hundred|thousand|million) )and )?(?:${WORD})){0,5})`
/** A number in digits or words, with the half or fraction that may follow. */
export const NUMBER = `(?:(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,6}(?:\\.\\d{1,3})?)(?:[ -]1/[24]|[ -]?[½¼¾])?|(?:a|one) half|${NUMBER_WORDS}(?:[ -]and[ -]a[ -]half)?|a (?:dozen|hundred|thousand|million)|half a dozen)`
export const NUMBER_STARTS = ['<number>', ...cardinals.keys(), 'half']
const SMALL_ORDINAL = list([...ordinals].filter(([, value]) => value <= 31).map(([word]) => word))
/** `third`, `twenty-first`, `3rd`. */
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)[ -](?:${list(numberRows.slice(0, 9).map(({ ordinal }) => ordinal))})|${SMALL_ORDINAL})`
export const ORDINAL_STARTS = ['<number>', ...ordinals.keys(), 'twenty', 'thirty']

/** The value of what `NUMBER` matches. */
export function numberOf(text: string): number {
  const said = text.toLowerCase().trim()
  if (said === 'a dozen' || said === 'dozen') return 12
  if (said === 'half a dozen') return 6
  if (said.endsWith(' half') && /^(?:a|one) half$/.test(said)) return 0.5
  const half = /[ -]and[ -]a[ -]half$/.test(said) || /½$|1\/2$/.test(said) ? 0.5 : /¼$|1\/4$/.test(said) ? 0.25 : /¾$/.test(said) ? 0.75 : 0
  const whole = said.replace(/[ -]and[ -]a[ -]half$|[ -]?(?:½|¼|¾|1\/[24])$/, '')
  if (/^\d/.test(whole)) return Number(whole.replaceAll(',', '')) + half
  let total = 0
  let group = 0
  for (const word of whole.split(/[ -]/)) {
    const value = word === 'a' ? 1 : (cardinals.get(word) ?? 0)
    if (value >= 1000) {
      total += (group || 1) * value
      group = 0
    } else if (value === 100) group = (group || 1) * 100
    else group += value
  }
  return total + group + half
}

/** The value of what `ORDINAL` matches. */
export function ordinalOf(text: string): number {
  const said = text.toLowerCase()
  if (/^\d/.test(said)) return Number.parseInt(said, 10)
  const [first, second] = said.split(/[ -]/)
  return second === undefined ? (ordinals.get(first!) ?? 0) : (cardinals.get(first!) ?? 0) + (ordinals.get(second) ?? 0)
}

/** A year in digits. */
export const YEAR = `(?<year>1[0-9]\\d\\d|20\\d\\d|21\\d\\d)`

/** Two digits mean the century in which the year is nearest to the turn: `'97` is 1997, `'04` is 2004. */
export const fullYear = (short: string): number => (Number(short) < 40 ? 2000 : 1900) + Number(short)

const two = (text: string): number => (text === '' || text.startsWith('hundred') ? 0 : numberOf(text))
/** A year in words: `nineteen ninety-six`, `two thousand (and) five`. */
export const YEAR_WORDS = `(?:(?:eighteen|nineteen|twenty)[ -](?:hundred|(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))|two thousand(?: (?:and )?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))?)`
/** The value of what `YEAR_WORDS` matches. */
export function yearOfWords(text: string): number {
  const said = text.toLowerCase()
  if (said.startsWith('two thousand')) return numberOf(said)
  const m = /^(eighteen|nineteen|twenty)[ -](.+)$/.exec(said)
  return m ? cardinals.get(m[1]!)! * 100 + two(m[2]!) : 0
}

/** `\b` that knows what a date may not touch: letters, digits, and a digit after a full stop or comma. */
export const END = '(?![\\p{L}\\d]|[.,:]\\d|[%°])'
/** A sticky pattern, as rules want it. */
export const pattern = (source: string, flags = ''): RegExp => new RegExp(source, `yu${flags}`)
