import { dayOf, isDate, type Day } from '../../document/calendar.js'
import type { Context } from '../../document/document.js'
import { localMinutes } from './zone.js'

const STAMP = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i

/** The day from which relative dates are counted: that of `publishedAt` in `timezone`, else in its own offset; null where unknown. */
export function publicationDay({ publishedAt, timezone }: Context): Day | null {
  const m = publishedAt === null ? null : STAMP.exec(publishedAt)
  if (!m) return null
  const [year, month, day] = [Number(m[1]), Number(m[2]), Number(m[3])]
  if (!isDate(year, month, day)) return null
  const own = dayOf(year, month, day)
  if (m[4] === undefined || m[7] === undefined || timezone === null) return own
  const minutes = own * 1440 + Number(m[4]) * 60 + Number(m[5]) - offsetOf(m[7])
  const local = localMinutes(timezone, minutes)
  return local === null ? own : Math.floor(local / 1440)
}

function offsetOf(offset: string): number {
  if (/^z$/i.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return offset.startsWith('-') ? -minutes : minutes
}
