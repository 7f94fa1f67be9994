import type { FactRecord } from '../../store/records.js'

/** The columns of facts as CSV, in the order of the contract. */
export const CSV_COLUMNS = [
  'id',
  'kind',
  'summary',
  'status',
  'polarity',
  'subject',
  'predicate',
  'object',
  'value',
  'unit',
  'currency',
  'timeFrom',
  'timeTo',
  'place',
  'speaker',
  'publisher',
  'title',
  'url',
  'publishedAt',
  'quote',
  'start',
  'end',
] as const

type Cell = string | number | null | undefined

/**
 * A cell as RFC 4180 writes it. Text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV
 * injection); numbers keep their sign.
 */
export function csvCell(value: Cell): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const line = (cells: readonly Cell[]): string => cells.map(csvCell).join(',') + '\r\n'

/** The first line of the file. */
export const csvHeader = (): string => line(CSV_COLUMNS)

/** A fact as one line, by its first citation. */
export function csvLine(fact: FactRecord): string {
  const citation = fact.citations[0]
  const row: Record<(typeof CSV_COLUMNS)[number], Cell> = {
    id: fact.id,
    kind: fact.kind,
    summary: fact.summary,
    status: fact.status,
    polarity: fact.polarity,
    subject: fact.subject?.text,
    predicate: fact.predicate,
    object: fact.object?.text,
    value: fact.figure?.value,
    unit: fact.figure?.unit?.name,
    currency: fact.figure?.currency,
    timeFrom: fact.time?.from,
    timeTo: fact.time?.to,
    place: fact.place?.text,
    speaker: fact.attribution[0]?.name,
    publisher: fact.article?.publisher,
    title: fact.article?.title,
    url: fact.article?.url,
    publishedAt: fact.article?.publishedAt,
    quote: citation?.quote,
    start: citation?.start,
    end: citation?.end,
  }
  return line(CSV_COLUMNS.map((column) => row[column]))
}
