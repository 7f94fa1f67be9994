import type { EntityType } from '../../document/layers.js'
import type { Cues } from './cues.js'
import { wordsOfName, type Name } from './name.js'
import { joinPeople } from './join-people.js'
import type { Gender } from './people.js'

/** Somebody or something being put together from its names. */
export interface Draft {
  readonly type: EntityType
  /** Indexes into the list of names, in text order. */
  readonly names: number[]
  gender: Gender | null
  country: string
  /** The main name of a country, to be used where the article has it. */
  readonly main: string
}

/** Says of every name whose it is: `owner[i]` is an index into `drafts`; `rule[i]` tells why where it was joined. */
export interface Joined {
  readonly drafts: Draft[]
  readonly owner: Int32Array
  readonly rule: (string | undefined)[]
}

/** Puts names of one person or thing together. */
export function join(cues: Cues, names: readonly Name[], title: ReadonlySet<string>): Joined {
  const joined: Joined = { drafts: [], owner: new Int32Array(names.length).fill(-1), rule: [] }
  joinEqual(cues, names, joined)
  joinAcronyms(cues, names, joined)
  joinShortened(cues, names, joined)
  joinPeople(cues, names, joined, title)
  return joined
}

/** A new draft that begins with name `i`. */
export function begin(joined: Joined, names: readonly Name[], i: number): number {
  const { type, entry } = names[i]!
  joined.owner[i] = joined.drafts.length
  return (
    joined.drafts.push({
      type,
      names: [i],
      gender: null,
      country: entry?.country ?? '',
      main: entry?.kind === 'country' ? entry.name : '',
    }) - 1
  )
}

/** Gives name `i` to a draft. */
export function give(joined: Joined, i: number, draft: number, rule?: string): void {
  joined.owner[i] = draft
  joined.drafts[draft]!.names.push(i)
  if (rule) joined.rule[i] = rule
}

/** Everything but people: equal words, or one thing under two names of the gazetteer. */
function joinEqual({ token }: Cues, names: readonly Name[], joined: Joined): void {
  const byKey = new Map<string, number>()
  names.forEach((name, i) => {
    if (name.type === 'PERSON') return
    const key = `${name.type} ${name.entry && name.type !== 'NATIONALITY' ? name.entry.name.toLowerCase() : singular(wordsOfName(token, name).join(' '), name.type)}`
    const draft = byKey.get(key)
    if (draft === undefined) byKey.set(key, begin(joined, names, i))
    else {
      give(joined, i, draft)
      joined.drafts[draft]!.country ||= name.entry?.country ?? ''
    }
  })
}

const singular = (words: string, type: EntityType): string => (type === 'NATIONALITY' ? words.replace(/(?<=[nicke])s$/u, '') : words)

/** `International Atomic Energy Agency (IAEA)`, and an acronym whose letters only one name of the article begins with. */
function joinAcronyms(cues: Cues, names: readonly Name[], joined: Joined): void {
  const byInitials = new Map<string, number | null>()
  names.forEach((name, i) => {
    if (name.type === 'PERSON' || name.type === 'NATIONALITY' || name.end - name.first < (name.type === 'ORGANIZATION' ? 2 : 3)) return
    for (const initials of initialsOf(wordsOfName(cues.token, name))) {
      const owner = joined.owner[i]!
      const known = byInitials.get(initials)
      byInitials.set(initials, known === undefined || known === owner ? owner : null)
    }
  })
  names.forEach((name, i) => {
    if (name.end - name.first !== 1 || name.type === 'PERSON') return
    const acronym = cues.token.form(name.first)
    if (acronym.length < 2 || acronym !== acronym.toUpperCase()) return
    const owner = byInitials.get(acronym.toLowerCase())
    if (owner === undefined || owner === null || owner === joined.owner[i]) return
    if (
      name.type === joined.drafts[owner]!.type ||
      (!name.entry && joined.drafts[owner]!.type === 'ORGANIZATION') ||
      follows(cues, names, i)
    )
      merge(joined, joined.owner[i]!, owner, 'join:acronym')
  })
}

const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'de', 'la', 'du', 'des', '&'])

const initialsOf = (words: readonly string[]): string[] => [
  words.map((word) => word[0]!).join(''),
  words
    .filter((word) => !SMALL.has(word))
    .map((word) => word[0]!)
    .join(''),
]

/** Whether name `i` stands in brackets behind another. */
const follows = ({ token }: Cues, names: readonly Name[], i: number): boolean =>
  token.norm(names[i]!.first - 1) === '(' && i > 0 && names[i - 1]!.end === names[i]!.first - 1

/** `Acme Employees for Clean Air` are not `Acme`. */
const PEOPLE =
  /^(?:employees|workers|staff|shareholders|investors|customers|users|tenants|residents|parents|students|alumni|veterans|fans)$/

/** `Huawei` for `Huawei Technologies`: the first words of one organisation alone. */
function joinShortened({ token }: Cues, names: readonly Name[], joined: Joined): void {
  const byStart = new Map<string, number | null>()
  names.forEach((name, i) => {
    if (name.type !== 'ORGANIZATION' && name.type !== 'FACILITY') return
    const words = wordsOfName(token, name)
    if (words.length < 2 || PEOPLE.test(words[1]!) || token.isPossessive(name.first + 1)) return // `VA's Office` is not `VA`
    const owner = joined.owner[i]!
    const known = byStart.get(words[0]!)
    byStart.set(words[0]!, known === undefined || known === owner ? owner : null)
  })
  names.forEach((name, i) => {
    if (name.type !== 'ORGANIZATION' || name.entry) return
    const words = wordsOfName(token, name)
    const owner = words.length === 1 ? byStart.get(words[0]!) : undefined
    if (owner !== undefined && owner !== null && owner !== joined.owner[i]) merge(joined, joined.owner[i]!, owner, 'join:shortened')
  })
}

/** Gives all names of one draft to another; the empty one stays behind. */
export function merge(joined: Joined, from: number, to: number, rule: string): void {
  const { names } = joined.drafts[from]!
  for (const i of names.splice(0)) give(joined, i, to, rule)
  joined.drafts[to]!.country ||= joined.drafts[from]!.country
}
