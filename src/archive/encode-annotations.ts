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
import { excerpt } from './excerpt.js'

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

/** A date with its words; from what it was counted is shown by `explain` alone. */
function dateRecord(text: string, date: DateMention): DateRecord {
  const { type, value, mod, from, to, precision, anchor, reason, alternatives, said, rule } = date
  const why = reason === undefined ? {} : { reason }
  return { ...excerpt(text, date), type, value, mod, from, to, precision, anchor, ...why, alternatives, said, rule }
}

/** A figure with its words, and those of what it counts. */
export const figureRecord = (text: string, figure: Figure): FigureRecord => ({
  ...excerpt(text, figure),
  ...figure,
  of: figure.of && excerpt(text, figure.of),
})

/** One step of who says it, with its words. */
export function linkRecord(text: string, link: AttributionLink, entities: Entities, ids: SharedIds): LinkRecord {
  return {
    role: link.role,
    name: link.name,
    entity: link.entity === null ? null : entities.all[link.entity]!.id,
    entityId: link.entity === null ? null : ids[link.entity]!,
    ...excerpt(text, link),
    cue: excerpt(text, link.cue),
  }
}

function entityRecords(text: string, entities: Entities, ids: SharedIds): EntityRecord[] {
  const mentions: MentionRecord[][] = entities.all.map(() => [])
  for (const mention of entities.mentions) {
    const { form, rule, metonymy } = mention
    mentions[mention.entity]!.push({ ...excerpt(text, mention), form, rule, ...(metonymy && { metonymy }) })
  }
  return entities.all.map(({ id, type, name, country }, i) => {
    const entityId = ids[i]
    return { id, ...(entityId && { entityId }), type, name, ...(country !== undefined && { country }), mentions: mentions[i]! }
  })
}

function quoteRecord(text: string, quote: Quote, entities: Entities, ids: SharedIds): QuoteRecord {
  const { kind, direct, speaker, cue, addressee, attribution, segments, rule } = quote
  return {
    ...excerpt(text, quote),
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

const speakerRecord = (text: string, speaker: Speaker, entities: Entities): SpeakerRecord => ({
  entity: speaker.entity === null ? null : entities.all[speaker.entity]!.id,
  name: speaker.name,
  ...excerpt(text, speaker),
})
