import type { Analysed } from '../../analyse.js'
import type { EntityType } from '../../document/layers.js'
import type { Scored } from './score.js'

/** One line of a gold file: the text, and what was annotated in it (UTF-16 offsets). */
export interface Gold {
  readonly text: string
  readonly published?: string | null
  readonly date?: string
  readonly spans?: readonly GoldSpan[]
  readonly quotes?: readonly { readonly start: number; readonly end: number; readonly direct: boolean }[]
}

interface GoldSpan {
  readonly start: number
  readonly end: number
  readonly type: string
  readonly value?: string | { readonly number?: number } | null
  /** The document's own date line, which some corpora annotate apart. */
  readonly dct?: boolean
}

/** A gold file, what of it is compared, and with what. */
export interface Corpus {
  readonly file: string
  readonly layer: string
  readonly sameType: boolean
  readonly expected: (gold: Gold) => readonly Scored[]
  readonly found: (doc: Analysed) => readonly Scored[]
}

/** Spans that are not asked for: what is found there is neither right nor wrong. */
export const notAsked = (gold: Gold): readonly GoldSpan[] => (gold.spans ?? []).filter(({ dct }) => dct)

const spans = (gold: Gold): readonly GoldSpan[] => (gold.spans ?? []).filter(({ dct }) => !dct)

const dates = (file: string): Corpus => ({
  file,
  layer: 'dates',
  sameType: false,
  expected: (gold) =>
    spans(gold).map(({ start, end, type, value }) => ({ start, end, type, value: typeof value === 'string' ? value : null })),
  found: ({ layers }) => layers.date.map(({ start, end, type, value }) => ({ start, end, type, value })),
})

const figures = (file: string): Corpus => ({
  file,
  layer: 'figures',
  sameType: false,
  expected: (gold) =>
    spans(gold).map(({ start, end, type, value }) => ({
      start,
      end,
      type,
      value: typeof value === 'object' ? (value?.number ?? null) : null,
    })),
  found: ({ layers }) =>
    layers.figure.map(({ start, end, kind, value, min, max }) => ({ start, end, type: kind, value: value ?? min ?? max })),
})

const NAMES: Readonly<Partial<Record<EntityType, string>>> = { PERSON: 'PER', ORGANIZATION: 'ORG', LOCATION: 'LOC', FACILITY: 'LOC' }

const names = (file: string): Corpus => ({
  file,
  layer: 'names',
  sameType: true,
  expected: (gold) =>
    spans(gold)
      .filter(({ type }) => /^(PER|ORG|LOC)$/.test(type))
      .map(({ start, end, type }) => ({ start, end, type, value: null })),
  found: ({ layers: { entity } }) =>
    entity.mentions.flatMap(({ start, end, form, entity: index }) => {
      const type = NAMES[entity.all[index]!.type]
      return form === 'name' && type ? [{ start, end, type, value: null }] : []
    }),
})

const quotes = (file: string): Corpus => ({
  file,
  layer: 'quotes',
  sameType: false,
  expected: (gold) =>
    (gold.quotes ?? []).map(({ start, end, direct }) => ({ start, end, type: direct ? 'direct' : 'indirect', value: null })),
  found: ({ layers }) => layers.quote.map(({ start, end, direct }) => ({ start, end, type: direct ? 'direct' : 'indirect', value: null })),
})

/** The development sets, by the names under which a folder holds them. */
export const CORPORA: readonly Corpus[] = [
  dates('temporal-timebank.jsonl'),
  dates('temporal-aquaint.jsonl'),
  dates('temporal-meantime-dev.jsonl'),
  figures('figures-newsquant-dev.jsonl'),
  figures('figures-rquant.jsonl'),
  figures('figures-meantime-dev.jsonl'),
  names('ner-worldwide-dev.jsonl'),
  quotes('train/quotes/quotes-polnear-dev.jsonl'),
]
