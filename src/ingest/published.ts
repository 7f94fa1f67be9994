import { readList } from './lists.js'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Names of zones that have one offset all year. */
const ZONES = new Map(
  readList('time-zones.tsv')
    .filter(([, offset]) => /^(?:Z|[+-]\d{2}:\d{2})$/.test(offset!))
    .map(([name, offset]) => [name!.toLowerCase(), offset!]),
)

const ISO =
  /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:(?:[T ]\s?|\s-\s)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i
const MONTH_FIRST = /\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]{0,6}\.?,?[ -](\d{4})\b/i
/** `Tue Apr 23 22:30:00 EDT 2019`, as `date` and Java write it. */
const YEAR_LAST = /\b([a-z]{3}) {1,2}(\d{1,2}) \d{2}:\d{2}:\d{2} (?:[a-z]{1,5}|[+-]\d{4}) (\d{4})\b/i
const NUMERIC = /\b(\d{1,2})([./])(\d{1,2})\2(\d{4})\b/
/** Seconds or milliseconds since 1970. */
const EPOCH = /^(\d{10})(?:\d{3})?$/
/** `22:30:00 GMT-0400`, `22:30 UTC+2`, `9:02 AM EST`, `15:45 +0200`; the offset after `GMT` is the one that counts. */
const CLOCK =
  /(?:^|[^\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([ap])\.?m\b\.?)?(?: ?\(?(?:(?:GMT|UTC) ?([+-]\d{1,2}(?::?\d{2})?)|([+-]\d{2}:?\d{2})|([A-Z]{1,5})\b))?/i

/** Dates that databases and spreadsheets show where they have none. */
const NULL_DATES: ReadonlySet<string> = new Set(['1970-01-01', '1969-12-31', '1900-01-01', '1899-12-30', '1899-12-31'])
const FIRST_YEAR = 1600
const LAST_YEAR = 2100

/**
 * A page's publication time as RFC 3339 with an offset, or as a date alone where it states no offset; null for what is no
 * date of the calendar. `2019-04-24T15:45:00+0800` → `2019-04-24T15:45:00+08:00`.
 */
export function publicationTime(raw: string): string | null {
  const stated = raw.trim().slice(0, 100)
  const epoch = EPOCH.exec(stated)
  if (epoch) return new Date(Number(epoch[1]) * 1000).toISOString().replace('.000Z', 'Z')
  const iso = ISO.exec(stated)
  if (iso) return instant(day(iso[1]!, Number(iso[2]), iso[3]!), iso[4], iso[5], iso[6], iso[7])
  const date = writtenDate(stated)
  const clock = date && CLOCK.exec(stated)
  if (!clock) return date
  const [, hour, minute, second, half, behindGmt, numeric, zone] = clock
  const offset = behindGmt ?? numeric ?? (zone && ZONES.get(zone.toLowerCase()))
  return instant(date, hourOfDay(hour!, half), minute, second, offset)
}

function writtenDate(stated: string): string | null {
  const monthFirst = MONTH_FIRST.exec(stated) ?? YEAR_LAST.exec(stated)
  if (monthFirst) return day(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!)
  const dayFirst = DAY_FIRST.exec(stated)
  if (dayFirst) return day(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!)
  const numeric = NUMERIC.exec(stated)
  return numeric && ofNumbers(numeric)
}

/** `24.4.2019` is in April everywhere, `24/4/2019` as there is no month 24; `4/5/2019` may be in April or in May. */
function ofNumbers([, first, sign, second, year]: RegExpExecArray): string | null {
  if (sign === '.' || Number(first) > 12) return day(year!, Number(second), first!)
  return Number(second) > 12 || first === second ? day(year!, Number(first), second!) : null
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1

/** `9` and `p` → `21`. */
function hourOfDay(hour: string, half: string | undefined): string {
  if (!half || Number(hour) > 12) return hour
  return String((Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0))
}

/** `YYYY-MM-DD` when the calendar has that day and somebody could have published on it. */
export function day(year: string, month: number, dayOfMonth: string): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(dayOfMonth)))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayOfMonth)
  if (!real || Number(year) < FIRST_YEAR || Number(year) > LAST_YEAR) return null
  const iso = date.toISOString().slice(0, 10)
  return NULL_DATES.has(iso) ? null : iso
}

function instant(date: string | null, hour?: string, minute?: string, second = '00', offset?: string): string | null {
  if (!date || !hour || !minute || !offset) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date
  const zone = offsetOf(offset)
  return zone ? `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone}` : date
}

function offsetOf(stated: string): string | null {
  if (/^[a-z]/i.test(stated)) return 'Z'
  const [, hours, minutes = '00'] = /^.(\d{1,2}):?(\d{2})?$/.exec(stated)!
  return Number(hours) <= 14 && Number(minutes) <= 59 ? `${stated[0]!}${hours!.padStart(2, '0')}:${minutes}` : null
}
