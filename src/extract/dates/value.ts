import type { Amount, Fields } from '../../lang/said.js'

/** What follows the day in a TIMEX3 value: `T15:45`, `TNI`. */
export function clockValue({ hour, minute, part, zone }: Fields): string {
  if (hour !== undefined) return `T${String(hour).padStart(2, '0')}:${String(minute ?? 0).padStart(2, '0')}${zone === 'Z' ? 'Z' : ''}`
  return part === undefined ? '' : `T${part}`
}

const LETTER = (unit: Amount['unit']): string => unit.at(-1)!

/** `P2Y6M`, `PT48H`, `PXW`. */
export function amountValue(amounts: readonly Amount[]): string {
  const write = (amount: Amount): string => `${amount.count ?? 'X'}${LETTER(amount.unit)}`
  const days = amounts.flatMap((amount): Amount[] => {
    if (amount.unit === 'Y' && amount.count !== null && amount.count % 1 === 0.5)
      return [...(amount.count > 1 ? [{ count: Math.floor(amount.count), unit: 'Y' as const }] : []), { count: 6, unit: 'M' as const }]
    if (amount.unit === 'TH' && amount.count !== null && amount.count % 1 === 0.5)
      return [...(amount.count > 1 ? [{ count: Math.floor(amount.count), unit: 'TH' as const }] : []), { count: 30, unit: 'TM' as const }]
    return [amount]
  })
  const calendar = days
    .filter(({ unit }) => unit.length === 1)
    .map(write)
    .join('')
  const time = days
    .filter(({ unit }) => unit.length === 2)
    .map(write)
    .join('')
  return `P${calendar}${time ? `T${time}` : ''}`
}
