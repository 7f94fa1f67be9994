const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const ISO =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:(?:[T ]\s?|\s-\s)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d{1,9})?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?/i
const MONTH_FIRST = /\b([a-z]{3})[a-z]{0,6}\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b/i
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3})[a-z]{0,6}\.?,?[ -](\d{4})\b/i
const MAIL_TIME = /(\d{4}) (\d{2}):(\d{2})(?::(\d{2}))? (Z|UTC|GMT|[+-]\d{4})/i

/**
 * A page's publication time as RFC 3339 with an offset, or as a date alone where it states no offset; null for what is no
 * date of the calendar. `2019-04-24T15:45:00+0800` → `2019-04-24T15:45:00+08:00`.
 */
export function publicationTime(raw: string): string | null {
  const stated = raw.trim().slice(0, 100)
  const iso = ISO.exec(stated)
  if (iso) return instant(day(iso[1]!, Number(iso[2]), iso[3]!), iso[4], iso[5], iso[6], iso[7])
  const date = writtenDate(stated)
  const mail = MAIL_TIME.exec(stated)
  return mail ? instant(date, mail[2], mail[3], mail[4], mail[5]) : date
}

function writtenDate(stated: string): string | null {
  const monthFirst = MONTH_FIRST.exec(stated)
  if (monthFirst) return day(monthFirst[3]!, monthNumber(monthFirst[1]!), monthFirst[2]!)
  const dayFirst = DAY_FIRST.exec(stated)
  return dayFirst && day(dayFirst[3]!, monthNumber(dayFirst[2]!), dayFirst[1]!)
}

const monthNumber = (name: string): number => MONTHS.indexOf(name.toLowerCase()) + 1

/** `YYYY-MM-DD` when the calendar has that day and the web could have published on it. */
function day(year: string, month: number, dayOfMonth: string): string | null {
  const date = new Date(Date.UTC(Number(year), month - 1, Number(dayOfMonth)))
  const real = date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(dayOfMonth)
  return real && Number(year) >= 1600 ? date.toISOString().slice(0, 10) : null
}

function instant(date: string | null, hour?: string, minute?: string, second = '00', offset?: string): string | null {
  if (!date || !hour || !minute || !offset) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return date
  const zone = offsetOf(offset)
  return zone ? `${date}T${hour.padStart(2, '0')}:${minute}:${second}${zone}` : date
}

function offsetOf(stated: string): string | null {
  if (/^[a-z]/i.test(stated)) return 'Z'
  const hours = stated.slice(1, 3)
  const minutes = stated.length > 3 ? stated.slice(-2) : '00'
  return Number(hours) <= 14 && Number(minutes) <= 59 ? `${stated[0]!}${hours}:${minutes}` : null
}
