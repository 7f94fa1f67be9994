import { UPOS } from '../../document/grammar.js'
import type { EntityType } from '../../document/layers.js'
import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import { Known, type Entry, TITLED } from '../../lang/en/gazetteer.js'
import { Seen, type Cues } from './cues.js'
import { withPairedPeople } from './between.js'
import { CLASSES, type Labelled } from './labels.js'
import type { Name } from './name.js'
import { isNoName } from './no-names.js'
import { organisationsByHead } from './organisation-heads.js'
import { isCapital, peopleByPattern } from './person-patterns.js'
import type { Found } from './phrases.js'
import { pieces } from './pieces.js'
import { placesByWord } from './place-words.js'
import { settle } from './settle.js'

/** Turns what the model, the gazetteer and the patterns found into names with types: disjoint, in text order. */
export function refine(cues: Cues, labelled: readonly Labelled[]): Name[] {
  const byFirst = new Map(cues.found.map((found) => [found.first, found]))
  const model = labelled.flatMap((label) => pieces(cues, byFirst, label)).flatMap((label) => classify(cues, byFirst, label))
  const listed = cues.found.flatMap((found) => fromGazetteer(cues, found))
  const people = peopleByPattern(cues)
  const names = settle([
    ...listed.filter(({ first, end }) => end - first > 1),
    ...people.filter(({ rule }) => rule === 'rule:eastern-name'),
    ...organisationsByHead(cues),
    ...model,
    ...people.filter(({ rule }) => rule !== 'rule:eastern-name'),
    ...placesByWord(cues),
    ...listed.filter(({ first, end }) => end - first === 1),
  ]).map((name) => extended(cues, name))
  return withPairedPeople(cues, names)
}

const CLASS_TYPE: Readonly<Record<string, EntityType>> = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'LOCATION' }

function classify(cues: Cues, byFirst: ReadonlyMap<number, Found>, label: Labelled): Name[] {
  const { first, end, cls } = label
  const found = byFirst.get(first)
  const entry = found && found.end === end ? found.entry : undefined
  const type = CLASS_TYPE[CLASSES[cls]!]
  if (end - first === 1 && isNoName(cues.token, first)) return []
  if (entry && agrees(entry, type)) return [{ first, end, type: entry.type, rule: `gazetteer:${entry.kind}`, entry }]
  if (type !== 'ORGANIZATION' && end - first === 1 && isOutlet(cues.token, first)) {
    return [{ first, end, type: 'ORGANIZATION', rule: 'model:names+outlet', ...(entry?.kind === 'outlet' && { entry }) }]
  }
  if (type === 'PERSON') return isPersonal(cues, label) ? [{ first, end, type, rule: 'model:names' }] : []
  if (end - first === 1 && !entry && cues.known[cues.token.word[first]!]! & Known.never) return []
  const told = typeByWords(cues, first, end)
  if (type === 'LOCATION') return [{ first, end, type: told === 'FACILITY' || told === 'ORGANIZATION' ? told : type, rule: 'model:names' }]
  if (type === 'ORGANIZATION')
    return [{ first, end, type: end - first === 1 && COMPASS.has(cues.token.norm(first)) ? 'LOCATION' : type, rule: 'model:names' }]
  if (told) return [{ first, end, type: told, rule: `model:names+${told.toLowerCase()}` }]
  if (inQuotes(cues.token, first, end)) return [{ first, end, type: 'WORK', rule: 'model:names+quoted' }]
  return []
}

/** Whether the gazetteer may overrule the class the model gave; a name of a person is never a city. */
function agrees(entry: Entry, type: EntityType | undefined): boolean {
  if (entry.kind === 'demonym' || entry.kind === 'country') return true
  if (entry.kind === 'capital') return type !== 'PERSON'
  if (entry.kind === 'organisation' || entry.kind === 'outlet') return type !== 'PERSON' && !(entry.weak && type !== 'ORGANIZATION')
  return type === 'LOCATION' || (type === undefined && !entry.weak)
}

/** `the Ritzau news agency`, `the daily Politiken`: the noun beside one word says that it is an outlet. */
function isOutlet(token: Tokens, i: number): boolean {
  const before = token.norm(i - 1)
  const next = token.norm(i + 1)
  const isNoun = (norm: string, at: number): boolean => token.shape[at] === Shape.lower && OUTLET_NOUNS.has(norm)
  return isNoun(before, i - 1) || isNoun(next, i + 1) || (next === 'news' && isNoun(token.norm(i + 2), i + 2))
}

const OUTLET_NOUNS: ReadonlySet<string> = new Set('agency newspaper daily weekly magazine broadcaster tabloid website'.split(' '))

/** One word that elsewhere stands in lower case, or is a weekday or heading, is no person. */
function isPersonal({ token, known, seen, upos }: Cues, { first, end }: Labelled): boolean {
  if (end - first > 1) return true
  if (COMPASS.has(token.norm(first))) return false
  const word = token.word[first]!
  const opens = first === 0 || token.kind[first - 1] !== TokenKind.word
  if (opens && COMMON.has(upos[first]!) && !(known[word]! & NAMES)) return false // `LIMA - Rain fell`
  const bits = known[word]!
  const titled = bits & (TITLED | Known.person) && (!(bits & (Known.given | Known.family | Known.eastern)) || bits & Known.ordinary)
  return !titled && !(known[word]! & Known.never) && !(seen[word]! & Seen.lower && !(seen[word]! & Seen.capitalInside))
}

/** What the last word (or the first) says a name is. */
function typeByWords({ token, known }: Cues, first: number, end: number): EntityType | null {
  if (end - first < 2) return null
  const last = known[token.word[end - 1]!]!
  const head = known[token.word[first]!]!
  if (last & Known.law) return 'LAW'
  if (last & Known.event || head & Known.eventFirst) return 'EVENT'
  if (last & Known.facility) return 'FACILITY'
  if (last & Known.place || head & Known.placeFirst) return 'LOCATION'
  if (last & Known.organisation) return 'ORGANIZATION'
  return null
}

const QUOTE = /^["“”‘’']$/

const inQuotes = (token: Tokens, first: number, end: number): boolean => QUOTE.test(token.norm(first - 1)) && QUOTE.test(token.norm(end))

/** A gazetteer name counts by itself when it is not an ordinary word or a person's name, too. */
function fromGazetteer(cues: Cues, { first, end, entry }: Found): Name[] {
  const { token, known, seen } = cues
  const word = token.word[first]!
  if (entry.weak || partOfLongerWord(token, first, end)) return []
  if (end - first === 1 && isNoName(token, first)) return []
  if (end - first === 1) {
    const bits = token.shape[first] === Shape.upper ? 0 : known[word]!
    if (bits & (Known.never | Known.ordinary)) return []
    if (seen[word]! & Seen.lower && token.shape[first] !== Shape.upper) return []
    const alone = !isCapital(token, first - 1) && !isCapital(token, end)
    if ((entry.kind === 'city' || entry.kind === 'region') && (bits & NAMES || !alone)) return []
    if ((entry.kind === 'capital' || entry.kind === 'country') && isCapital(token, end) && bits & NAMES) return []
  }
  return [{ first, end, type: entry.type, rule: `gazetteer:${entry.kind}`, entry }]
}

/** `the North` is a country or a part of one. */
const COMPASS: ReadonlySet<string> = new Set(['north', 'south', 'east', 'west'])

const COMMON: ReadonlySet<number> = new Set((['NOUN', 'VERB', 'ADJ', 'ADV'] as const).map((tag) => UPOS.indexOf(tag)))

const NAMES = Known.given | Known.family | Known.eastern

/** Joined without a space to letters that are no name: the `China` of `Chinamax`. */
const partOfLongerWord = (token: Tokens, first: number, end: number): boolean =>
  (first > 0 && token.joined(first - 1) && token.kind[first - 1] === TokenKind.word) ||
  (token.joined(end - 1) && token.kind[end] === TokenKind.word && !token.norm(end).startsWith("'"))

/** `Russky island`, `Korean peninsula`: a place takes the word in lower case with it that says what it is. */
function extended(cues: Cues, name: Name): Name {
  const { token, known } = cues
  if (name.type !== 'LOCATION' || name.end >= token.count || token.joined(name.end - 1)) return name
  if (name.entry && name.entry.kind !== 'city' && name.entry.kind !== 'region') return name
  const next = known[token.word[name.end]!]!
  if (token.shape[name.end] !== Shape.lower || !(next & Known.placeLower)) return name
  return { ...name, end: name.end + 1, rule: `${name.rule}+place-word` }
}
