import type { EntityType } from '../../document/layers.js'
import { readTsv } from './tsv.js'

/** What a lower-cased word may be in a name, as bits. */
export const Known = {
  given: 1 << 0,
  family: 1 << 1,
  /** A family name that stands first: Korea, China, Vietnam. */
  eastern: 1 << 2,
  /** Stands before a name: `President`, `Dr`. */
  title: 1 << 3,
  honorific: 1 << 4,
  /** A noun for a person: `analyst`. */
  person: 1 << 5,
  organisation: 1 << 6,
  /** Ends the name of a place: `River`. */
  place: 1 << 7,
  placeFirst: 1 << 8,
  placeLower: 1 << 9,
  facility: 1 << 10,
  event: 1 << 11,
  law: 1 << 12,
  never: 1 << 13,
  /** A name that is an ordinary word, too: `May`. */
  ordinary: 1 << 14,
  female: 1 << 15,
  male: 1 << 16,
  eventFirst: 1 << 17,
  eventLower: 1 << 18,
  /** Part of the name of a place that everybody knows: `York`. */
  geographic: 1 << 19,
  /** A plural or short form of a title, which rules read; the models were made without. */
  titleForm: 1 << 20,
} as const

/** Stands before a name, for rules. */
export const TITLED = Known.title | Known.titleForm

/** A name everybody knows, and what it names. */
export interface Entry {
  readonly text: string
  readonly type: EntityType
  /** `country`, `capital`, `city`, `region`, `demonym`, `organisation`: names the rule. */
  readonly kind: string
  /** The main name of what it names: `United States` for `US`. */
  readonly name: string
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string
  /** Also an ordinary word or a person's name: needs other evidence. */
  readonly weak: boolean
}

export interface Gazetteer {
  /** Bits of `Known` by lower-cased word. */
  readonly words: ReadonlyMap<string, number>
  readonly entries: readonly Entry[]
}

let loaded: Gazetteer | undefined

/** Reads the lists once for a thread. */
export function gazetteer(): Gazetteer {
  if (loaded) return loaded
  const entries = knownNames()
  return (loaded = { words: knownWords(entries), entries })
}

function knownWords(entries: readonly Entry[]): Map<string, number> {
  const words = new Map<string, number>()
  const add = (word: string, bits: number): void => {
    const key = word.toLowerCase()
    words.set(key, (words.get(key) ?? 0) | bits)
  }
  for (const [name, gender, ordinary] of readTsv('given-names')) {
    add(name!, Known.given | (gender === 'f' ? Known.female : gender === 'm' ? Known.male : 0) | (ordinary ? Known.ordinary : 0))
  }
  for (const [name, ordinary] of readTsv('family-names')) add(name!, Known.family | (ordinary ? Known.ordinary : 0))
  for (const [name] of readTsv('eastern-family-names')) add(name!, Known.eastern)
  for (const [title, kind] of readTsv('titles')) {
    if (title!.includes(' ')) continue
    add(title!, kind === 'noun' ? Known.person : kind === 'honorific' ? Known.title | Known.honorific : Known.title)
  }
  for (const [title] of readTsv('title-forms')) if (!title!.includes(' ')) add(title!, Known.titleForm)
  for (const [word, kind] of readTsv('organisation-words')) if (kind !== 'link') add(word!, Known.organisation)
  for (const [word, kind] of readTsv('place-words')) add(word!, PLACE_BITS[kind!] ?? 0)
  for (const [word] of readTsv('never-names')) add(word!, Known.never)
  for (const { text, type } of entries) if (type === 'LOCATION') for (const word of text.split(' ')) add(word, Known.geographic)
  return words
}

const PLACE_BITS: Readonly<Record<string, number>> = {
  LOCATION: Known.place,
  'LOCATION-first': Known.placeFirst,
  'LOCATION-lower': Known.placeLower,
  FACILITY: Known.facility,
  EVENT: Known.event,
  'EVENT-first': Known.eventFirst,
  'EVENT-lower': Known.eventLower,
  LAW: Known.law,
}

/** First come, first served: a country before its capital, a capital before another city of that name. */
function knownNames(): Entry[] {
  const byText = new Map<string, Entry>()
  const add = (text: string, type: EntityType, kind: string, name: string, country: string, weak = false): void => {
    if (text !== '' && !byText.has(text)) byText.set(text, { text, type, kind, name, country, weak })
  }
  const countries = readTsv('countries')
  const demonyms = new Set(readTsv('demonyms').map(([text]) => text!))
  for (const [code, name, others] of countries) {
    for (const text of [name!, ...others!.split(';')])
      if (!demonyms.has(text)) add(text, 'LOCATION', 'country', PARTS_OF_KINGDOM.has(text) ? text : name!, code!)
  }
  for (const [text, code] of readTsv('demonyms')) add(text!, 'NATIONALITY', 'demonym', text!, code ?? '')
  for (const [code, , , capitals, standing] of countries) {
    const [main, ...others] = capitals!.split(';')
    const kind = standing === 'state' ? 'capital' : 'city'
    for (const text of [main!, ...others]) add(text, 'LOCATION', kind, main!, code!)
  }
  for (const [name, others, type] of readTsv('organisations')) {
    for (const text of [name!, ...others!.split(';')]) add(text, type as EntityType, 'organisation', name!, '')
  }
  for (const [text, country] of readTsv('outlets')) add(text!, 'ORGANIZATION', 'outlet', text!, country ?? '', ORDINARY_OUTLETS.test(text!))
  for (const [text, country] of readTsv('regions')) add(text!, 'LOCATION', 'region', text!, country ?? '')
  for (const [text, country, weak] of readTsv('cities')) add(text!, 'LOCATION', 'city', text!, country!, weak === 'w')
  return [...byText.values()]
}

/** Countries of the United Kingdom share its code, not its name. */
const PARTS_OF_KINGDOM: ReadonlySet<string> = new Set(['England', 'Scotland', 'Wales', 'Northern Ireland'])

/** Outlets named by one ordinary word (`Time`, `Dawn`) need other evidence. */
const ORDINARY_OUTLETS = /^[A-Z][a-z]+$/
