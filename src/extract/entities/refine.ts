import type { EntityType } from '../../document/layers.js'
import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import { Known, type Entry } from '../../lang/en/gazetteer.js'
import { Style, type Cues } from './cues.js'
import { CLASSES, type Labelled } from './labels.js'
import type { Name } from './name.js'
import { organisationsByHead } from './organisation-heads.js'
import type { Found } from './phrases.js'

/** Turns what the model and the gazetteer found into names with types: disjoint, in text order. */
export function refine(cues: Cues, labelled: readonly Labelled[]): Name[] {
  const byFirst = new Map(cues.found.map((found) => [found.first, found]))
  const model = labelled.map((label) => trimmed(cues, label)).flatMap((label) => (label ? classify(cues, byFirst, label) : []))
  const listed = cues.found.flatMap((found) => fromGazetteer(cues, found))
  const headed = organisationsByHead(cues)
  return settle([
    ...headed,
    ...listed.filter(({ first, end }) => end - first > 1),
    ...model,
    ...listed.filter(({ first, end }) => end - first === 1),
  ]).map((name) => extended(cues, name))
}

/** Of overlapping names keeps the earlier in the list, unless a later one covers it whole and is longer. */
function settle(names: readonly Name[]): Name[] {
  const order = names.map((name, i) => ({ name, i })).sort((a, b) => a.name.first - b.name.first || b.name.end - a.name.end || a.i - b.i)
  const kept: { name: Name; i: number }[] = []
  for (const next of order) {
    const before = kept.at(-1)
    if (!before || before.name.end <= next.name.first) kept.push(next)
    else if (before.name.first <= next.name.first && before.name.end >= next.name.end) {
      if (same(before.name, next.name) && next.i < before.i) kept[kept.length - 1] = next
    } else if (next.i < before.i) kept[kept.length - 1] = next
  }
  return kept.map(({ name }) => name)
}

const same = (a: Name, b: Name): boolean => a.first === b.first && a.end === b.end

const CLASS_TYPE: Readonly<Record<string, EntityType>> = { PER: 'PERSON', ORG: 'ORGANIZATION', LOC: 'LOCATION' }

/** Articles, titles, possessives and punctuation stay outside a name. */
function trimmed({ token, known }: Cues, { first, end, cls }: Labelled): Labelled | null {
  const bits = (i: number): number => known[token.word[i]!]!
  while (first < end && (token.kind[first] === TokenKind.punctuation || ARTICLES.has(token.norm(first)))) first++
  while (
    end > first &&
    (/^('s?|’s?)$/.test(token.norm(end - 1)) || (token.kind[end - 1] === TokenKind.punctuation && token.norm(end - 1) !== '.'))
  )
    end--
  if (CLASSES[cls] === 'PER') {
    while (end - first > 1 && bits(first) & (Known.title | Known.person) && !(bits(first) & (Known.given | Known.eastern))) {
      first++
      if (token.norm(first) === '.') first++
    }
  }
  return first < end ? { first, end, cls } : null
}

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an'])

function classify(cues: Cues, byFirst: ReadonlyMap<number, Found>, label: Labelled): Name[] {
  const { first, end, cls } = label
  const found = byFirst.get(first)
  const entry = found && found.end === end ? found.entry : undefined
  const type = CLASS_TYPE[CLASSES[cls]!]
  if (entry && agrees(entry, type)) return [{ first, end, type: entry.type, rule: `gazetteer:${entry.kind}`, entry }]
  if (type === 'PERSON') return isPersonal(cues, label) ? [{ first, end, type, rule: 'model:names' }] : []
  const told = typeByWords(cues, first, end)
  if (type === 'LOCATION') return [{ first, end, type: told === 'FACILITY' ? 'FACILITY' : type, rule: 'model:names' }]
  if (type === 'ORGANIZATION') return [{ first, end, type, rule: 'model:names' }]
  if (told) return [{ first, end, type: told, rule: `model:names+${told.toLowerCase()}` }]
  if (inQuotes(cues.token, first, end)) return [{ first, end, type: 'WORK', rule: 'model:names+quoted' }]
  return []
}

/** Whether the gazetteer may overrule the class the model gave; a name of a person is never a city. */
function agrees(entry: Entry, type: EntityType | undefined): boolean {
  if (entry.kind === 'demonym' || entry.kind === 'country') return true
  if (entry.kind === 'organisation' || entry.kind === 'outlet') return type !== 'PERSON' && !(entry.weak && type !== 'ORGANIZATION')
  return type === 'LOCATION' || (type === undefined && !entry.weak)
}

/** A person has a capital or a particle, and is not one word that only begins a sentence or means something else. */
function isPersonal({ token, known, seen }: Cues, { first, end }: Labelled): boolean {
  if (end - first > 1) return true
  const word = token.word[first]!
  return !(known[word]! & Known.never) && !(seen[word]! & 1 && !(seen[word]! & 2))
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

/** A gazetteer name counts by itself when it is not an ordinary word, a person's name, or in a headline of capitals only. */
function fromGazetteer(cues: Cues, { first, end, entry }: Found): Name[] {
  const { token, known, seen } = cues
  const word = token.word[first]!
  if (entry.weak || partOfLongerWord(token, first, end)) return []
  if (end - first === 1) {
    const bits = known[word]!
    if (bits & (Known.never | Known.ordinary)) return []
    if (seen[word]! & 1 && token.shape[first] !== Shape.upper) return []
    if (entry.kind === 'city' || entry.kind === 'region') {
      if (bits & (Known.given | Known.family | Known.eastern)) return []
      if (neighboursCapital(token, first, end)) return []
    }
    if (entry.kind === 'capital' && neighboursCapital(token, first, end) && bits & (Known.given | Known.family)) return []
  }
  return [{ first, end, type: entry.type, rule: `gazetteer:${entry.kind}`, entry }]
}

const isCapital = (token: Tokens, i: number): boolean =>
  i >= 0 && i < token.count && token.kind[i] === TokenKind.word && token.shape[i] !== Shape.lower && token.shape[i] !== Shape.none

const neighboursCapital = (token: Tokens, first: number, end: number): boolean => isCapital(token, first - 1) || isCapital(token, end)

/** `Anti-China`, `Chinaman`: joined without a space to letters that are no name. */
const partOfLongerWord = (token: Tokens, first: number, end: number): boolean =>
  (first > 0 && token.joined(first - 1) && token.kind[first - 1] === TokenKind.word) ||
  (token.joined(end - 1) && token.kind[end] === TokenKind.word && token.norm(end) !== "'s" && !token.norm(end).startsWith("'"))

/** `Russky island`, `Korean peninsula`: a place takes the word in lower case with it that says what it is. */
function extended(cues: Cues, name: Name): Name {
  const { token, known } = cues
  if (name.type !== 'LOCATION' || name.end >= token.count || name.entry || token.joined(name.end - 1)) return name
  const next = known[token.word[name.end]!]!
  if (token.shape[name.end] !== Shape.lower || !(next & Known.placeLower)) return name
  return { ...name, end: name.end + 1, rule: `${name.rule}+place-word` }
}

/** Whether a sentence is written in capitals: there a capital says nothing. */
export const shouts = (cues: Cues, sentence: number): boolean => cues.style[sentence] === Style.upper
