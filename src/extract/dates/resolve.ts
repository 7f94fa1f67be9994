import { addMonths, dateOf, formatDay, formatYear, type Day } from '../../document/calendar.js'
import type { DateMention } from '../../document/layers.js'
import type { Amount, Fields, Said } from '../../lang/said.js'
import { dayIn } from './choose.js'
import { dayPeriod, halfOf, nthOf, timeBounds, weekPeriod, weekendAround, type Period } from './interval.js'
import { place, type Surroundings } from './place.js'
import { amountValue, clockValue } from './value.js'

export type Resolved = Pick<DateMention, 'type' | 'value' | 'mod' | 'from' | 'to' | 'precision' | 'anchor' | 'basis' | 'alternatives'> & {
  readonly reason?: 'no-anchor' | 'invalid'
  /** The day or period it fixes for what follows in the text. */
  readonly period?: Period
}

/** From what an expression says to what it means. */
export function resolve(said: Said, around: Surroundings): Resolved {
  if (said.fixed !== undefined) return plain(said, said.fixed)
  if (said.type === 'DURATION') return duration(said, around)
  if (said.step?.count === null) return plain(said, said.toward === 'future' ? 'FUTURE_REF' : 'PAST_REF')
  if (said.step && (said.step.grain === 'hour' || said.step.grain === 'minute' || said.step.grain === 'second'))
    return clockStep(said, around)
  const found = place(said, around)
  if (typeof found === 'string') return { ...plain(said, null), reason: found }
  const period = narrowed(found.period, said)
  const bounds =
    said.hour !== undefined || said.part !== undefined
      ? timeBounds(period.from, said, around.offset(said.zone))
      : { from: bound(period.from), to: bound(period.to), precision: period.precision }
  return {
    type: said.type,
    value: period.value + clockValue(said),
    mod: said.mod ?? null,
    ...bounds,
    anchor: found.anchor.kind,
    basis: found.anchor.basis,
    alternatives: said.otherwise ? alternative(said.otherwise) : [],
    ...(said.alike ? {} : { period: said.part2 === undefined ? period : found.period }),
  }
}

/** The half, week or day of a period that is meant. */
function narrowed(period: Period, { part2, nth, around }: Said): Period {
  if (nth !== undefined) return nthOf(period, nth.of, nth.count)
  if (around !== undefined) return around === 'week' ? weekPeriod(period.from) : weekendAround(period.from)
  return part2 === undefined ? period : halfOf(period, part2)
}

const bound = (at: Day): string => {
  const { year, month, day } = dateOf(at)
  return `${formatYear(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

const plain = (said: Said, value: string | null): Resolved => ({
  type: said.type,
  value,
  mod: said.mod ?? null,
  from: null,
  to: null,
  precision: null,
  anchor: 'none',
  basis: null,
  alternatives: [],
  ...(value === null ? { reason: 'no-anchor' } : {}),
})

function alternative({ year, month, day }: Fields): string[] {
  const period = dayIn(year!, month!, day!)
  return period ? [period.value] : []
}

function shift(at: Day, unit: Amount['unit'], count: number): Day {
  if (unit === 'D') return at + Math.round(count)
  if (unit === 'W') return at + Math.round(count * 7)
  if (unit === 'TH' || unit === 'TM' || unit === 'TS') return at
  return addMonths(at, Math.round(count * { M: 1, Q: 3, Y: 12 }[unit]))
}

/** A length, and where `the past three months` lies: up to the day of publication or that told of, or from it on. */
function duration(said: Said, { published, told }: Surroundings): Resolved {
  const amounts = said.amounts!
  const resolved = plain(said, amountValue(amounts))
  const [amount] = amounts
  const base = told?.from ?? published
  if (said.stretch === undefined || base === null || amounts.length !== 1 || !amount || amount.count === null || amount.unit.length === 2)
    return resolved
  const other = shift(base, amount.unit, said.stretch === 'past' ? -amount.count : amount.count)
  const [from, to] = said.stretch === 'past' ? [other, base] : [base, other]
  return from < to
    ? { ...resolved, from: bound(from), to: bound(to), anchor: told ? 'text' : 'publication', basis: told?.value ?? formatDay(base) }
    : resolved
}

/** `two hours earlier`: without a clock to count from only the length is known. */
function clockStep(said: Said, { narrative, offset }: Surroundings): Resolved {
  const { grain, count, from } = said.step!
  const unit = ({ hour: 'TH', minute: 'TM', second: 'TS' } as const)[grain as 'hour']
  const minutes = count! * { hour: 60, minute: 1, second: 1 / 60 }[grain as 'hour']
  const at = from === 'text' && Number.isInteger(minutes) ? narrative.later(minutes) : null
  if (at === null) return { ...plain(said, amountValue([{ count: Math.abs(count!), unit }])), type: 'DURATION' }
  const day = Math.floor(at / 1440)
  const ofDay = at - day * 1440
  const fields = { hour: Math.floor(ofDay / 60), minute: ofDay % 60, type: 'TIME' } as const
  const bounds = timeBounds(day, fields, offset(undefined))
  return { ...plain(said, dayPeriod(day).value + clockValue(fields)), ...bounds, type: 'TIME', anchor: 'text' }
}
