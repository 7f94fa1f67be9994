import type { FactRecord } from '../store/records.js'
import { columns, type Paint } from './terminal.js'

const HEADER = ['KIND', 'FACT', 'STATUS', 'WHO SAYS IT', 'CITATION'] as const
/** Between columns. */
const GAPS = 8

/** Facts as a table of `width` columns: what, how certain, who says it, and the characters that prove it. */
export function factTable(facts: readonly FactRecord[], width: number, paint: Paint): string[] {
  const free = Math.max(60, width - GAPS - 6 - 15)
  const widths = [6, Math.floor(free * 0.36), 15, Math.floor(free * 0.16), Math.floor(free * 0.48)]
  const [header, ...lines] = columns([HEADER, ...facts.map((fact) => row(fact, widths[4]!))], widths)
  return [paint('bold', header!), ...lines.map((line) => line.replace(/^\w+/, (kind) => paint('cyan', kind)))]
}

function row({ kind, summary, status, polarity, attribution, citations }: FactRecord, width: number): string[] {
  const certainty = polarity === 'affirmed' ? status : polarity === 'negated' ? `${status}, no` : `${status}, ?`
  return [kind, summary, certainty, attribution.map(({ name }) => name).join(' ← ') || '–', cited(citations, width)]
}

/** `"quote" [Publisher 10–90]`: the quote is cut, the place is not. */
function cited(citations: FactRecord['citations'], width: number): string {
  const { quote, publisher, start, end } = citations[0]!
  const more = citations.length > 1 ? ` +${citations.length - 1}` : ''
  const place = ` [${publisher ?? 'unknown'} ${start}–${end}${more}]`
  const room = Math.max(8, width - place.length - 2)
  const line = quote.replace(/\s+/g, ' ')
  return `"${line.length > room ? line.slice(0, room - 1) + '…' : line}"${place}`
}
