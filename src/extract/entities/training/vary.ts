import { readTsv } from '../../../lang/en/tsv.js'
import type { Tagged } from './corpus.js'

/**
 * Sentences again with other names in them: the corpora speak of the English-speaking world, the news does not.
 * People get names of many countries, half of them made up, places become other places, companies made-up ones; tags stay as they were.
 */
export function varied(sentences: readonly Tagged[], next: () => number): Tagged[] {
  const lists = nameLists()
  return sentences
    .filter(({ tags }) => tags.some((tag) => PERSON.test(tag) || PLACE.test(tag) || ORGANISATION.test(tag)))
    .map((sentence) => vary(sentence, lists, next))
}

const PERSON = /^B-(PER|person|politician)$/
const PLACE = /^B-(LOC|location|country)$/
const ORGANISATION = /^B-(ORG|organisation|corporation|group)$/

interface NameLists {
  readonly given: readonly string[]
  readonly family: readonly string[]
  readonly eastern: readonly string[]
  readonly cities: readonly string[]
  readonly countries: readonly string[]
}

const nameLists = (): NameLists => ({
  given: readTsv('given-names')
    .filter(([, , ordinary]) => !ordinary)
    .map(([name]) => name!),
  family: readTsv('family-names')
    .filter(([, ordinary]) => !ordinary)
    .map(([name]) => name!),
  eastern: readTsv('eastern-family-names').map(([name]) => name!),
  cities: readTsv('cities').map(([name]) => name!),
  countries: readTsv('countries').map(([, name]) => name!),
})

const KOREAN =
  'jong un il sung ho jin min hyun jae woo seok young chul kyung hee sun tae yong hwan joon bum soo ki moon geun nam hye'.split(' ')
const CHINESE =
  'jin ping wei ming li qiang xiao hong guo hua jian jun yi fei lei hai zhi yong bin mei ling qing shan wen bo yu xin tao'.split(' ')

/** The share of names that are changed. */
const CHANGED = 0.8

function vary({ tokens, tags }: Tagged, lists: NameLists, next: () => number): Tagged {
  const out = { tokens: [] as string[], tags: [] as string[] }
  for (let i = 0; i < tokens.length;) {
    let end = i + 1
    while (tags[i]!.startsWith('B') && tags[end]?.startsWith('I')) end++
    const old = tokens.slice(i, end)
    const made = next() < CHANGED ? replacement(tags[i]!, old, lists, next) : old
    made.forEach((token, k) => {
      out.tokens.push(token)
      out.tags.push(k === 0 ? tags[i]! : tags[i]!.replace(/^B/, 'I'))
    })
    i = end
  }
  return out
}

function replacement(tag: string, old: readonly string[], lists: NameLists, next: () => number): readonly string[] {
  if (!/^\p{Lu}/u.test(old[0]!) || old.some((word) => /[@#_\d]/.test(word))) return old
  if (PERSON.test(tag)) return person(old.length, lists, next)
  if (PLACE.test(tag)) return old.length === 1 ? place(lists, next) : old.length === 2 ? [coined(lists.cities, next), old[1]!] : old
  if (!ORGANISATION.test(tag)) return old
  if (/^[A-Z]{3,5}$/.test(old[0]!)) return [letters(old[0]!.length, next), ...old.slice(1)]
  if (!/^\p{Lu}\p{Ll}+$/u.test(old[0]!) || /^(The|University|Bank|Ministry|Department)$/.test(old[0]!)) return old
  return [company(lists, next), ...old.slice(1)]
}

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!

const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)

/** Half a name and half another: sounds like one, and is in no list. */
function coined(list: readonly string[], next: () => number): string {
  const one = pick(list, next).split(' ')[0]!
  if (next() < 0.5) return one
  const other = pick(list, next).split(' ')[0]!
  return one.slice(0, Math.max(2, Math.ceil(one.length / 2))) + other.slice(Math.floor(other.length / 2)).toLowerCase()
}

function person(length: number, lists: NameLists, next: () => number): readonly string[] {
  const style = next()
  if (length === 1) return [style < 0.15 ? pick(lists.eastern, next) : coined(lists.family, next)]
  if (style < 0.12) return [pick(lists.eastern, next), capital(pick(KOREAN, next)), '-', pick(KOREAN, next)]
  if (style < 0.17) return [pick(lists.eastern, next), capital(pick(KOREAN, next)), capital(pick(KOREAN, next))]
  if (style < 0.27) return [pick(lists.eastern, next), capital(pick(CHINESE, next) + (next() < 0.6 ? pick(CHINESE, next) : ''))]
  const given = coined(lists.given, next)
  if (style < 0.31) return [given, pick(['bin', 'al', 'van', 'de', 'Abdul'], next), coined(lists.family, next)]
  if (length === 2 || style > 0.9) return [given, coined(lists.family, next)]
  return [given, coined(lists.given, next), coined(lists.family, next)]
}

const place = (lists: NameLists, next: () => number): readonly string[] =>
  next() < 0.2 ? pick(lists.countries, next).split(' ') : next() < 0.4 ? pick(lists.cities, next).split(' ') : [coined(lists.cities, next)]

const ENDINGS = 'tech soft labs ia ex on is co ify net ware data med pay corp gen air tel fin'.split(' ')

/** The name of a company that nobody has heard of. */
function company(lists: NameLists, next: () => number): string {
  const name = coined(next() < 0.5 ? lists.family : lists.cities, next)
  return next() < 0.4 ? name.slice(0, 5) + pick(ENDINGS, next) : name
}

const letters = (count: number, next: () => number): string =>
  Array.from({ length: count }, () => String.fromCharCode(65 + Math.floor(next() * 26))).join('')
