import { day } from './published.js'

const IN_PATH = /[/_-](19|20)(\d{2})[/_-]?(\d{2}|[a-z]{3})[/_-]?(\d{2})(?=[/_.-]|$)/i
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day in the path of an address: `/2019/11/20/`, `/2019-11-20-talks`, `/2019/nov/20/`, `-20191120-`; null where there is none. */
export function dateInAddress(address: string): string | null {
  if (!URL.canParse(address)) return null
  const match = IN_PATH.exec(new URL(address).pathname.slice(0, 1000))
  if (!match) return null
  const month = /\d/.test(match[3]!) ? Number(match[3]) : MONTHS.indexOf(match[3]!.toLowerCase()) + 1
  return day(match[1]! + match[2]!, month, match[4]!)
}
