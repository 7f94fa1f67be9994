import type { Cues } from './cues.js'
import { begin, give, type Joined } from './join.js'
import { wordsOfName, type Name } from './name.js'
import { fullName, genderOf, sameGiven, spellingKey, type Gender, type PersonName } from './people.js'

/** A person with a full name, and how often the article gives it. */
interface Person {
  readonly draft: number
  readonly name: PersonName
  /** Index of the first name. */
  readonly first: number
  full: number
  gender: Gender | null
  /** Whether the article calls her the first lady: who holds the office has the same family name. */
  readonly isFirstLady: boolean
}

/** Full names first, wherever they stand; then family and given names in text order. */
export function joinPeople(cues: Cues, names: readonly Name[], joined: Joined, title: ReadonlySet<string>): void {
  const people = joinFullNames(cues, names, joined)
  const calls = callsOf(people)
  const alone = firstAlone(cues, names)
  const inOffice = namesInOffice(cues, names)
  const single = new Map<string, number>()
  names.forEach((name, i) => {
    if (name.type !== 'PERSON' || joined.owner[i] !== -1) return
    const words = wordsOfName(cues.token, name)
    const person = called(words, genderOf(cues, name, false), i, calls, title, alone, inOffice)
    if (person) {
      give(joined, i, person.draft, words.at(-1) === person.name.family ? 'join:surname' : 'join:given-name')
      return
    }
    const key = words.join(' ')
    const draft = single.get(key)
    if (draft !== undefined) give(joined, i, draft)
    else single.set(key, begin(joined, names, i))
    joined.drafts[joined.owner[i]]!.gender ??= genderOf(cues, name, false)
  })
}

function joinFullNames(cues: Cues, names: readonly Name[], joined: Joined): Person[] {
  const people: Person[] = []
  const byKey = new Map<string, Person>()
  const byFamily = new Map<string, Person[]>()
  const sons = new Set<string>()
  names.forEach((name, i) => {
    const full = name.type === 'PERSON' ? fullName(cues, name) : null
    if (!full) return
    const plain = spellingKey(full.words)
    // `Donald Trump` and then `Donald Trump Jr.` are two; `John Roberts Jr.` and then `John Roberts` is one
    if (full.suffix && byKey.has(plain)) sons.add(plain)
    const key = full.suffix && sons.has(plain) ? `${plain} jr` : plain
    const family = full.easternOrder ? undefined : byFamily.get(full.family)
    const person = byKey.get(key) ?? (key === plain ? family?.find((other) => sameWesternName(other.name, full)) : undefined)
    if (person) {
      give(
        joined,
        i,
        person.draft,
        wordsOfName(cues.token, names[person.first]!).join(' ') === full.words.join(' ') ? undefined : 'join:spelling',
      )
      person.full++
      person.gender ??= full.gender
    } else {
      const added: Person = {
        draft: begin(joined, names, i),
        name: full,
        first: i,
        full: 1,
        gender: full.gender,
        isFirstLady: isFirstLady(cues, name),
      }
      people.push(added)
      byKey.set(key, added)
      const list = byFamily.get(full.family)
      if (list && list.length < FAMILY) list.push(added)
      else if (!list) byFamily.set(full.family, [added])
    }
    joined.drafts[joined.owner[i]!]!.gender ??= full.gender
  })
  return people
}

const isFirstLady = ({ token }: Cues, { first }: Name): boolean => token.norm(first - 1) === 'lady' && token.norm(first - 2) === 'first'

/** The family names that stand alone behind an office whose holder's wife is the first lady: `President Obama`. */
function namesInOffice({ token }: Cues, names: readonly Name[]): ReadonlySet<string> {
  const alone = names.filter(
    ({ type, first, end }) => type === 'PERSON' && end - first === 1 && /^(?:president|governor)$/.test(token.norm(first - 1)),
  )
  return new Set(alone.map((name) => wordsOfName(token, name)[0]!))
}

/** By family name the first place where it stands alone. */
function firstAlone({ token }: Cues, names: readonly Name[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>()
  names.forEach((name, i) => {
    const [word, more] = name.type === 'PERSON' ? wordsOfName(token, name) : []
    if (word !== undefined && more === undefined && !first.has(word)) first.set(word, i)
  })
  return first
}

/** More people of one family name than this are not compared: the work stays linear. */
const FAMILY = 16

/** `Donald Trump` and `Donald J. Trump`: the same first and last word, and nothing that speaks against it between. */
function sameWesternName(a: PersonName, b: PersonName): boolean {
  if (a.easternOrder || b.easternOrder || !sameGiven(a.words[0]!, b.words[0]!)) return false
  const between = (name: PersonName): readonly string[] => name.words.slice(1, -1)
  const [short, long] = a.words.length <= b.words.length ? [between(a), between(b)] : [between(b), between(a)]
  return short.every((word) => long.some((other) => sameGiven(word, other)))
}

/** Who can be called by which words: the family name, the end of the name, the given name. */
function callsOf(people: readonly Person[]): Map<string, Person[]> {
  const calls = new Map<string, Person[]>()
  const add = (words: readonly string[], person: Person): void => {
    const key = words.join(' ')
    const list = calls.get(key)
    if (!list) calls.set(key, [person])
    else if (!list.includes(person) && list.length < FAMILY) list.push(person)
  }
  for (const person of people) {
    const { words, family } = person.name
    add([family], person)
    if (person.name.suffix) for (const word of [family, words[0]!]) for (const suffix of ['jr', 'sr', 'iii']) add([word, suffix], person)
    for (let k = 1; k < words.length && k < 6; k++) {
      add(words.slice(k), person)
      add(words.slice(0, k), person)
    }
  }
  return calls
}

/**
 * Whom a short name means: of those introduced before it, one whose family name it is rather than one whose given name it is;
 * of several the one the article names most, a name in the title counting twice. `Kim` never merges the people called so.
 */
function called(
  words: readonly string[],
  gender: Gender | null,
  i: number,
  calls: ReadonlyMap<string, Person[]>,
  title: ReadonlySet<string>,
  alone: ReadonlyMap<string, number>,
  inOffice: ReadonlySet<string>,
): Person | null {
  // a name that stood alone before `Trump Jr.` came is another's
  const another = ({ name, first }: Person): boolean =>
    name.suffix && words.length === 1 && (alone.get(name.family) ?? first) < first && words[0] === name.family
  const all = (calls.get(words.join(' ')) ?? []).filter(
    (person) =>
      (!gender || !person.gender || person.gender === gender) &&
      !another(person) &&
      !(person.isFirstLady && gender !== 'female' && inOffice.has(person.name.family)),
  )
  const introduced = all.filter((person) => person.first < i)
  const candidates = introduced.length ? introduced : all
  const byFamily = candidates.filter(
    ({ name }) => words.at(-1) === name.family || (words.at(-1) === name.words.at(-1) && !name.easternOrder),
  )
  let best: Person | null = null
  for (const person of byFamily.length ? byFamily : candidates) {
    if (!best || weight(person, title) > weight(best, title)) best = person
  }
  return best
}

const weight = ({ full, name }: Person, title: ReadonlySet<string>): number =>
  name.words.every((word) => title.has(word)) ? 2 * full + 1 : full
