import type { inspect } from '../archive/work.js'
import type { Event } from '../document/layers.js'
import type { Span } from '../document/span.js'
import { untoldEvents } from '../extract/facts/event.js'
import { WARNINGS } from '../ingest/warnings.js'
import { mapSpans, offsetMap, type OffsetMap } from '../document/offsets.js'
import type { Annotations, DateRecord, FactRecord, FigureRecord, LinkRecord, QuoteRecord } from '../store/records.js'
import { distance } from './distance.js'
import { columns, fit, type Paint } from './terminal.js'

type Inspected = ReturnType<typeof inspect>
type Rows = readonly (readonly string[])[]

/** Everything found in a text as lines for a terminal of `width` columns: layer by layer, with offsets in characters and the rule of each mention. */
export function explanation({ found, doc }: Inspected, width: number, paint: Paint): string[] {
  const map = offsetMap(found.text, 'codepoint')
  const { language, publishedAt, dates, figures, quotes, facts, ignored, skipped, warnings, ...shown } = mapSpans(found, map)
  const layer = (name: string, rows: Rows): string[] =>
    rows.length === 0 ? [] : ['', paint('bold', `${name} (${rows.length})`), ...table(rows, width, paint)]
  return [
    `language ${language}, published ${publishedAt ?? 'unknown: relative dates have no value'}`,
    ...layer(
      'ignored',
      ignored.map((span, i) => [at(span), textOf(found, found.ignored[i]!), span.reason]),
    ),
    ...layer(
      'sentences',
      shown.sentences.map((span, i) => [at(span), textOf(found, found.sentences[i]!)]),
    ),
    ...layer('entities', entityRows(shown)),
    ...layer(
      'dates',
      dates.map((date, i) => [at(date), date.text, dateValue(date, doc?.layers.date[i]?.basis ?? null), date.rule]),
    ),
    ...layer(
      'figures',
      figures.map((figure) => [at(figure), figure.text, figureValue(figure), figure.rule]),
    ),
    ...layer(
      'quotes',
      quotes.map((quote) => [at(quote), quote.text, quoteValue(quote), quote.rule]),
    ),
    ...(doc ? innerLayers(doc, map).flatMap(([name, rows]) => layer(name, rows)) : []),
    ...(facts.length === 0 ? [] : ['', paint('bold', `facts (${facts.length})`)]),
    ...facts.flatMap((fact) => factLines(fact, width, paint)),
    ...skipped.map(({ layer, reason }) => `skipped: ${layer} (${reason})`),
    ...warnings.map((name) => `warning: ${name}: ${WARNINGS.find((warning) => warning.name === name)!.meaning}`),
  ]
}

/** The layers that facts are made of and answers do not show. A clause that is plainly asserted is left out. */
function innerLayers(doc: NonNullable<Inspected['doc']>, map: OffsetMap | undefined): [string, Rows][] {
  const { layers } = doc
  const inCharacters = (span: Span): string => at(mapSpans({ start: span.start, end: span.end }, map))
  const words = (span: Span | null): string => (span ? doc.slice(span) : '')
  const unsure = layers.status.filter(({ status, polarity }) => status !== 'asserted' || polarity !== 'affirmed')
  return [
    [
      'status',
      unsure.map((clause) => [
        inCharacters(clause),
        words(clause),
        [clause.status, clause.polarity, ...clause.cues.map((cue) => `“${words(cue)}”`)].join(' '),
        clause.rule,
      ]),
    ],
    [
      'roles',
      layers.role.map((role) => [
        inCharacters(role),
        words(role),
        [role.former ? 'former' : '', role.office, role.of ? `of ${words(role.of)}` : '', `: ${words(role.holder)}`]
          .filter(Boolean)
          .join(' '),
        role.rule,
      ]),
    ],
    ['events', layers.event.map((event) => [inCharacters(event), words(event), eventValue(event, words), event.rule])],
    ['events that no fact tells', untoldEvents(doc).map(({ event, fault }) => [inCharacters(event), words(event), fault.means, fault.id])],
  ]
}

function eventValue({ predicate, subject, object, place, participants }: Event, words: (span: Span | null) => string): string {
  const others = participants.length > 0 ? ` with ${participants.map(words).join(', ')}` : ''
  return `${predicate}(${[subject, object].map((part) => words(part) || '–').join(', ')})${others}${place ? ` in ${words(place)}` : ''}`
}

const textOf = ({ text }: Annotations, { start, end }: Span): string => text.slice(start, end)
const at = ({ start, end }: Span): string => `${start}–${end}`

function table(rows: readonly (readonly string[])[], width: number, paint: Paint): string[] {
  const most = Math.max(...rows.map((row) => row.length))
  const free = Math.max(40, width - 4 - 13 - 2 * (most - 1))
  const widths = most === 2 ? [13, free] : most === 3 ? [13, Math.floor(free * 0.6), Math.floor(free * 0.4)] : fourWidths(free)
  return columns(rows, widths).map((line) => '  ' + line.replace(/^\S+/, (offsets) => paint('dim', offsets)))
}

const fourWidths = (free: number): number[] => [13, Math.floor(free * 0.38), Math.floor(free * 0.38), Math.floor(free * 0.24)]

const entityRows = ({ entities }: Pick<Annotations, 'entities'>): string[][] =>
  entities.flatMap(({ id, type, name, country, mentions }) =>
    mentions.map((mention) => [
      at(mention),
      mention.text,
      [id, type, name, country, mention.form === 'name' ? '' : mention.form, mention.metonymy ? 'metonymy' : ''].filter(Boolean).join(' '),
      mention.rule,
    ]),
  )

function dateValue({ type, value, reason, mod, from, to, alternatives, anchor, precision }: DateRecord, basis: string | null): string {
  const interval = from === null && to === null ? '' : `[${from ?? '…'}, ${to ?? '…'})`
  const others = alternatives.length > 0 ? `or ${alternatives.join(', ')}` : ''
  const counted = anchor === 'none' ? '' : `= ${anchor} ${basis ?? ''} ${distance(basis, from, precision)}`.trimEnd()
  return [type, value ?? reason ?? '?', mod, counted, interval, others].filter(Boolean).join(' ')
}

function figureValue({ kind, value, min, max, modifier, vague, unit, si, currency, per, of, change }: FigureRecord): string {
  const amount = value ?? `${min ?? '…'}–${max ?? '…'}`
  const moved = change && `${change.direction} ${[change.from, change.to, change.by].map((part) => part ?? '…').join('/')}`
  const parts = [
    kind,
    vague ? 'vague' : modifier === 'exact' ? '' : modifier,
    amount,
    currency ?? unit?.name,
    per && `per ${per}`,
    si && si.unit !== unit?.name && `= ${si.value ?? `${si.min ?? '…'}–${si.max ?? '…'}`} ${si.unit}`,
    of && `of “${of.text}”`,
    moved,
  ]
  return parts.filter((part) => part !== '' && part != null).join(' ')
}

const quoteValue = ({ direct, speaker, cue, attribution }: QuoteRecord): string =>
  [direct ? 'direct' : 'indirect', speaker ? `by ${speaker.name}` : '', cue ? `(${cue.text})` : '', chain(attribution.slice(1))]
    .filter(Boolean)
    .join(' ')

/** Who says it, innermost first: `Ushakov (said) ← Tass (outlet, told)`. */
const chain = (links: readonly LinkRecord[]): string =>
  links.map(({ name, role, cue }) => `← ${name} (${role === 'speaker' ? '' : `${role}, `}${cue.text})`).join(' ')

function factLines(fact: FactRecord, width: number, paint: Paint): string[] {
  const { status, polarity, statusCues, attribution, time, place } = fact
  const cues = statusCues.map(({ text }) => `“${text}”`).join(', ')
  const details: [string, string][] = [
    ['status', `${status}, ${polarity}${cues && ` because of ${cues}`}`],
    ['sources', chain(attribution).replace(/^← /, '')],
    ['time', time ? `${time.value}${time.from ? ` [${time.from}, ${time.to ?? '…'})` : ''}` : ''],
    ['place', place?.text ?? ''],
    ['rule', `${fact.rule} (${fact.confidence})`],
    ...fact.citations.map((citation): [string, string] => [at(citation), `“${citation.quote}”`]),
  ]
  const lines = columns(
    details.filter(([, value]) => value !== ''),
    [13, Math.max(30, width - 19)],
  )
  return ['', `  ${paint('cyan', fact.kind)} ${fit(fact.summary, Math.max(30, width - 10))}`, ...lines.map((line) => '    ' + line)]
}
