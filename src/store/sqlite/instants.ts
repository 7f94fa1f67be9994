import { whole } from './cursor.js'

/** Stands for "no instant" in sort columns: smaller than any date there is (ECMAScript's range is ±8.64e15 ms). */
export const UNDATED = -8_640_000_000_000_001
/** Ends of open intervals. */
export const FOREVER = 8_640_000_000_000_000

/** Instants as cursors hold them. */
export const INSTANT = whole(UNDATED, FOREVER)

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** UTC milliseconds of an RFC 3339 time; a date alone is its first moment in UTC. `UNDATED` where there is none. */
export function instantOf(time: string | null | undefined): number {
  if (!time) return UNDATED
  const instant = Date.parse(DATE.test(time) ? `${time}T00:00:00Z` : time)
  return Number.isNaN(instant) ? UNDATED : instant
}

const DAY = 86_400_000
/** Longest interval of each class, in milliseconds; the last class has those without a beginning or an end. */
export const SPANS: readonly number[] = [1, 4, 16, 64, 256, 1024, 4096, 16384, 65536].map((days) => days * DAY)
export const OPEN_SPAN = SPANS.length

/** The class of an interval by its length: an overlap is then looked for in a short stretch of each class. */
export function spanOf(from: number, to: number): number {
  if (from === UNDATED || to === FOREVER) return OPEN_SPAN
  const span = SPANS.findIndex((longest) => to - from <= longest)
  return span === -1 ? OPEN_SPAN : span
}
