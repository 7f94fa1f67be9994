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

/** A mention so far. */
export interface Spoken {
  readonly first: number
  readonly draft: number
}

/** He and she, where one person of that gender was spoken of in this sentence, or else in the one before, and no other. */
export function pronouns(cues: Cues, spoken: readonly Spoken[], { drafts }: Joined): Reference[] {
  const { token, sentence } = cues
  const gender = token.each((norm) => PRONOUNS.get(norm))
  const found: Reference[] = []
  const bySentence: number[][] = []
  let next = 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    const people: number[] = []
    bySentence.push(people)
    const add = (draft: number): void => {
      if (drafts[draft]!.type === 'PERSON' && !people.includes(draft) && people.length < CROWD) people.push(draft)
    }
    for (let i = firstToken; i < endToken; i++) {
      while (next < spoken.length && spoken[next]!.first < i) add(spoken[next++]!.draft)
      const wanted = gender[token.word[i]!]
      if (!wanted) continue
      const draft = candidate(bySentence, drafts, wanted)
      if (draft === null) continue
      found.push({ first: i, end: i + 1, draft, form: 'pronoun', rule: 'join:pronoun' })
      add(draft)
    }
    while (next < spoken.length && spoken[next]!.first < endToken) add(spoken[next++]!.draft)
  }
  return found
}

/** More people than this in one sentence are a list: no pronoun is safe there. */
const CROWD = 8

function candidate(bySentence: readonly number[][], drafts: Joined['drafts'], wanted: Gender): number | null {
  for (let back = 0; back <= REACH; back++) {
    const people = bySentence.at(-1 - back)
    if (!people) return null
    const fitting = people.filter((draft) => (drafts[draft]!.gender ?? wanted) === wanted)
    if (fitting.length > 1) return null
    if (fitting.length === 1) return fitting[0]!
  }
  return null
}
