import { dayOf, type Day } from '../../document/calendar.js'
import type { Context } from '../../document/document.js'

/** Formats are costly to make; there are as many as zones that this runtime knows. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone)
  if (known) return known
  try {
    const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', hourCycle: 'h23' } as const
    const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, ...numbers })
    formats.set(zone, format)
    return format
  } catch {
    return null // a zone this runtime does not know
  }
}

/** Minutes since 1970 that the clocks of an IANA zone show at an instant (minutes since 1970, UTC); null where the zone is not known. */
export function localMinutes(zone: string, instant: number): number | null {
  const format = formatOf(zone)
  if (format === null) return null
  const at = Object.fromEntries(format.formatToParts(new Date(instant * 60000)).map(({ type, value }) => [type, Number(value)]))
  return dayOf(at.year!, at.month!, at.day!) * 1440 + at.hour! * 60 + at.minute!
}

/** `+02:00`: how far the clocks of an IANA zone are ahead when they show a time (minutes since 1970); '' where the zone is not known. */
function offsetAt(zone: string, local: number): string {
  const guess = localMinutes(zone, local)
  if (guess === null) return ''
  const instant = local - (guess - local)
  return written(localMinutes(zone, instant)! - instant)
}

function written(minutes: number): string {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`
}

const OWN_OFFSET = /T[\d:.]+([+-]\d\d):?(\d\d)$/

/**
 * The offset that a clock shows on a day: of the zone that is named with it (`-05:00`, `America/New_York`), else of the article's own zone,
 * with summer time where that zone has it. '' where none is known: for `local time`, and for a stamp in UTC, which says nothing of where an
 * article was written.
 */
export function clockOffset(named: string | undefined, { timezone, publishedAt }: Context, day: Day, minutes: number): string {
  if (named !== undefined && !named.includes('/')) return named
  const zone = named ?? timezone
  if (zone !== null) return offsetAt(zone, day * 1440 + minutes)
  const own = OWN_OFFSET.exec(publishedAt ?? '')
  return own ? `${own[1]}:${own[2]}` : ''
}
