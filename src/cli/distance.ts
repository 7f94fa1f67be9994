import type { DateMention } from '../document/layers.js'

const DAY = 86_400_000
const START = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/

/** How far a period lies from what it was counted from, in its own grain: `−2 days`, `+1 month`; '' where that does not say much. */
export function distance(basis: string | null, from: string | null, precision: DateMention['precision']): string {
  const [first, second] = [basis, from].map((at) => START.exec(at ?? ''))
  if (!first || !second) return ''
  const months = monthsOf(second) - monthsOf(first)
  if (precision === 'year') return counted(Number(second[1]) - Number(first[1]), 'year')
  if (precision === 'month') return first[2] === undefined ? '' : counted(months, 'month')
  if (precision === 'quarter')
    return first[2] === undefined ? '' : counted(Math.floor(monthsOf(second) / 3) - Math.floor(monthsOf(first) / 3), 'quarter')
  if (first[3] === undefined || second[3] === undefined) return ''
  const days = (Date.parse(second[0]) - Date.parse(first[0])) / DAY
  return precision === 'week' ? counted(Math.ceil(days / 7), 'week') : counted(days, 'day')
}

const monthsOf = (m: RegExpExecArray): number => Number(m[1]) * 12 + Number(m[2] ?? 1) - 1

const counted = (n: number, unit: string): string =>
  n === 0 ? `same ${unit}` : `${n < 0 ? '−' : '+'}${Math.abs(n)} ${unit}${Math.abs(n) === 1 ? '' : 's'}`
