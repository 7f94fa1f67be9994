import type { Document } from '../document/document.js'
import type { AttributionLink, DateMention, Entities, Figure, Quote, Speaker } from '../document/layers.js'
import type {
  Counts,
  DateRecord,
  EntityRecord,
  FigureRecord,
  LinkRecord,
  MentionRecord,
  QuoteRecord,
  SpeakerRecord,
} from '../store/records.js'
import { excerpt } from '../store/excerpt.js'

/** The layers that an answer shows. */
export type Shown = Document<'sentence' | 'entity' | 'date' | 'figure' | 'quote' | 'fact'>

/** The shared id of each entity of the article, by its index; null where nothing is stored. */
export type SharedIds = readonly (string | null)[]

/** The records of all layers but the facts. */
export function encodeLayers(doc: Shown, ids: SharedIds) {
  const { text, layers } = doc
  return {
    sentences: layers.sentence.map(({ start, end }) => ({ start, end })),
    entities: entityRecords(text, layers.entity, ids),
    dates: layers.date.map((date) => dateRecord(text, date)),
    figures: layers.figure.map((figure) => figureRecord(text, figure)),
    quotes: layers.quote.map((quote) => quoteRecord(text, quote, layers.entity, ids)),
  }
}

/** How much of everything the article holds. */
export const countLayers = ({ layers }: Shown): Counts => ({
  sentences: layers.sentence.length,
  entities: layers.entity.all.length,
  dates: layers.date.length,
  figures: layers.figure.length,
  quotes: layers.quote.length,
  facts: layers.fact.length,
})

// Records name every field, optional ones too (JSON leaves out what is undefined): an object put together by spreading has to be given a
// hidden class of its own each time, which costs more than the object and stays until the next full collection of garbage.

/** A date with its words; from what it was counted is shown by `explain` alone. */
const dateRecord = (text: string, date: DateMention): DateRecord => ({
  start: date.start,
  end: date.end,
  text: text.slice(date.start, date.end),
  type: date.type,
  value: date.value,
  mod: date.mod,
  from: date.from,
  to: date.to,
  precision: date.precision,
  anchor: date.anchor,
  reason: date.reason,
  alternatives: date.alternatives,
  said: date.said,
  rule: date.rule,
})

/** A figure with its words, and those of what it counts. */
export const figureRecord = (text: string, figure: Figure): FigureRecord => ({
  start: figure.start,
  end: figure.end,
  text: text.slice(figure.start, figure.end),
  kind: figure.kind,
  value: figure.value,
  min: figure.min,
  max: figure.max,
  modifier: figure.modifier,
  change: figure.change,
  unit: figure.unit,
  vague: figure.vague,
  si: figure.si,
  currency: figure.currency,
  per: figure.per,
  of: figure.of && excerpt(text, figure.of),
  rule: figure.rule,
})

/** One step of who says it, with its words. */
export function linkRecord(text: string, link: AttributionLink, entities: Entities, ids: SharedIds): LinkRecord {
  return {
    role: link.role,
    name: link.name,
    entity: link.entity === null ? null : entities.all[link.entity]!.id,
    entityId: link.entity === null ? null : ids[link.entity]!,
    start: link.start,
    end: link.end,
    text: text.slice(link.start, link.end),
    cue: excerpt(text, link.cue),
  }
}

function entityRecords(text: string, entities: Entities, ids: SharedIds): EntityRecord[] {
  const mentions: MentionRecord[][] = entities.all.map(() => [])
  for (const { entity, start, end, form, rule, metonymy } of entities.mentions) {
    mentions[entity]!.push({ start, end, text: text.slice(start, end), form, rule, metonymy })
  }
  return entities.all.map(({ id, type, name, country }, i) => ({
    id,
    entityId: ids[i] ?? undefined,
    type,
    name,
    country,
    mentions: mentions[i]!,
  }))
}

function quoteRecord(text: string, quote: Quote, entities: Entities, ids: SharedIds): QuoteRecord {
  const { start, end, kind, direct, speaker, cue, addressee, attribution, segments, rule } = quote
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    direct,
    speaker: speaker && speakerRecord(text, speaker, entities),
    cue: cue && excerpt(text, cue),
    addressee: addressee && speakerRecord(text, addressee, entities),
    attribution: attribution.map((link) => linkRecord(text, link, entities, ids)),
    segments: segments.map((segment) => excerpt(text, segment)),
    rule,
  }
}

const speakerRecord = (text: string, { entity, name, start, end }: Speaker, entities: Entities): SpeakerRecord => ({
  entity: entity === null ? null : entities.all[entity]!.id,
  name,
  start,
  end,
  text: text.slice(start, end),
})
