import type { FactRecord } from '../../store/records.js'

type Cell = string | number | null | undefined
type Column = readonly [name: string, cell: (fact: FactRecord) => Cell]

/** Columns of the contract, in its order. */
const CONTRACT: readonly Column[] = [
  ['id', ({ id }) => id],
  ['kind', ({ kind }) => kind],
  ['summary', ({ summary }) => summary],
  ['status', ({ status }) => status],
  ['polarity', ({ polarity }) => polarity],
  ['subject', ({ subject }) => subject?.text],
  ['predicate', ({ predicate }) => predicate],
  ['object', ({ object }) => object?.text],
  ['value', ({ figure }) => figure?.value],
  ['unit', ({ figure }) => figure?.unit?.name],
  ['currency', ({ figure }) => figure?.currency],
  ['timeFrom', ({ time }) => time?.from],
  ['timeTo', ({ time }) => time?.to],
  ['place', ({ place }) => place?.text],
  ['speaker', (fact) => sources(fact, 'speaker')],
  ['publisher', ({ article }) => article?.publisher],
  ['title', ({ article }) => article?.title],
  ['url', ({ article }) => article?.url],
  ['publishedAt', ({ article }) => article?.publishedAt],
  ['quote', ({ citations }) => citations[0]?.quote],
  ['start', ({ citations }) => citations[0]?.start],
  ['end', ({ citations }) => citations[0]?.end],
]

/** What else a fact holds. */
const MORE: readonly Column[] = [
  ['modifier', ({ figure }) => figure?.modifier],
  ['min', ({ figure }) => figure?.min],
  ['max', ({ figure }) => figure?.max],
  ['confidence', ({ confidence }) => confidence],
  ['articleId', ({ articleId }) => articleId],
  ['outlet', (fact) => sources(fact, 'outlet')],
  ['document', (fact) => sources(fact, 'document')],
  ['version', ({ version }) => version],
  ['figure', ({ figure }) => figure?.text],
  ['figureKind', ({ figure }) => figure?.kind],
  ['per', ({ figure }) => figure?.per],
  ['of', ({ figure }) => figure?.of?.text],
  ['change', ({ figure }) => figure?.change?.direction],
  ['changeFrom', ({ figure }) => figure?.change?.from],
  ['changeTo', ({ figure }) => figure?.change?.to],
  ['changeBy', ({ figure }) => figure?.change?.by],
  ['time', ({ time }) => time?.value],
  ['subjectId', ({ subject }) => subject?.entityId],
  ['objectId', ({ object }) => object?.entityId],
  ['placeId', ({ place }) => place?.entityId],
  ['entities', ({ entities }) => entities.join(' ')],
  ['sentence', ({ citations }) => citations[0]?.sentence.text],
  ['fragment', ({ citations }) => citations[0]?.fragment],
  ['citationCount', ({ citationCount }) => citationCount],
  ['rule', ({ rule }) => rule],
]

const COLUMNS = [...CONTRACT, ...MORE]

/** Their names: those of the contract first, then everything else that a fact holds. */
export const CSV_COLUMNS: readonly string[] = COLUMNS.map(([name]) => name)

/** Who says it in one role, innermost first. */
const sources = ({ attribution }: FactRecord, role: FactRecord['attribution'][number]['role']): string =>
  attribution.flatMap((link) => (link.role === role ? [link.name] : [])).join('; ')

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
export const csvLine = (fact: FactRecord): string => line(COLUMNS.map(([, cell]) => cell(fact)))
