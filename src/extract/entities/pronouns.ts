import type { Grammar } from '../../document/grammar.js'
import type { Cues } from './cues.js'
import type { Joined } from './join.js'
import type { Reference } from './nominals.js'
import type { Gender } from './people.js'

const PRONOUNS: ReadonlyMap<string, Gender> = new Map([
  ...['he', 'him', 'his', 'himself'].map((word) => [word, 'male'] as const),
  ...['she', 'her', 'hers', 'herself'].map((word) => [word, 'female'] as const),
])

/** Sentences back that a pronoun reaches. */
const REACH = 2

/** A mention so far. Tokens `[first, end)`. */
export interface Spoken {
  readonly first: number
  readonly end: number
  readonly draft: number
}

/** The people of a sentence, and who of them is the subject of its main clause. */
interface Crowd {
  readonly people: number[]
  readonly subjects: Set<number>
}

/**
 * He and she: the one person of that gender in this sentence, or else in those before; of several the one who is
 * the subject, where the pronoun is a subject or possessive itself.
 */
export function pronouns(cues: Cues, grammar: Grammar, spoken: readonly Spoken[], { drafts }: Joined): Reference[] {
  const { token, sentence } = cues
  const gender = token.each((norm) => PRONOUNS.get(norm))
  const found: Reference[] = []
  const bySentence: Crowd[] = []
  let next = 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    const crowd: Crowd = { people: [], subjects: new Set() }
    bySentence.push(crowd)
    const add = ({ draft, first, end }: Spoken): void => {
      if (drafts[draft]!.type !== 'PERSON') return
      if (!crowd.people.includes(draft) && crowd.people.length < CROWD) crowd.people.push(draft)
      if (isMainSubject(grammar, first, end)) crowd.subjects.add(draft)
    }
    for (let i = firstToken; i < endToken; i++) {
      while (next < spoken.length && spoken[next]!.first < i) add(spoken[next++]!)
      const wanted = gender[token.word[i]!]
      if (!wanted) continue
      const draft = candidate(bySentence, drafts, wanted, leansOnSubject(grammar.relation(i)))
      if (draft === null) continue
      found.push({ first: i, end: i + 1, draft, form: 'pronoun', rule: 'join:pronoun' })
      add({ draft, first: i, end: i + 1 })
    }
    while (next < spoken.length && spoken[next]!.first < endToken) add(spoken[next++]!)
  }
  return found
}

/** More people than this in one sentence are a list: no pronoun is safe there. */
const CROWD = 8

const leansOnSubject = (relation: string): boolean => relation.startsWith('nsubj') || relation === 'nmod:poss'

/** Whether the tokens are the subject of the main clause, or joined to it by `and`. */
function isMainSubject(grammar: Grammar, first: number, end: number): boolean {
  let top = first
  while (top < end && grammar.head(top) >= first && grammar.head(top) < end) top++
  if (top === end) return false
  if (grammar.relation(top) === 'conj') top = grammar.head(top)
  const verb = grammar.head(top)
  return verb >= 0 && grammar.relation(top).startsWith('nsubj') && grammar.head(verb) === -1
}

function candidate(bySentence: readonly Crowd[], drafts: Joined['drafts'], wanted: Gender, leans: boolean): number | null {
  for (let back = 0; back <= REACH; back++) {
    const crowd = bySentence.at(-1 - back)
    if (!crowd) return null
    const fitting = crowd.people.filter((draft) => (drafts[draft]!.gender ?? wanted) === wanted)
    if (fitting.length === 1) return fitting[0]!
    if (fitting.length === 0) continue
    const subjects = leans ? fitting.filter((draft) => crowd.subjects.has(draft)) : []
    return subjects.length === 1 && crowd.people.length < CROWD ? subjects[0]! : null
  }
  return null
}
