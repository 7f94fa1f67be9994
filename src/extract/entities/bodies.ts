import { Hint } from './lexicon.js'
import type { Cues } from './cues.js'
import type { Joined } from './join.js'
import { wordsOfName, type Name } from './name.js'
import type { Reference } from './nominals.js'

/** Words in a name that make it what the noun says: a `company` may call itself `Inc`. Others are their own noun. */
const COMPANY: readonly string[] = 'company co corp corporation inc ltd limited plc llc technologies holdings industries motors'.split(' ')
const MARKS: ReadonlyMap<string, readonly string[]> = new Map([
  ...'ministry department party agency bank university institute college council court commission committee union association foundation authority airline federation parliament museum hospital'
    .split(' ')
    .map((noun) => [noun, [noun]] as const),
  ['company', COMPANY],
  ['firm', COMPANY],
  ['airline', ['airline', 'airlines', 'airways']],
])

/** Sentences back that such a noun reaches. */
const REACH = 4

/** Bodies that were spoken of last, of which `the ministry` may be one. */
const RECENT = 12

/** `the ministry`, `the company`: the one body spoken of shortly before whose name says that it is one. */
export function bodies(cues: Cues, names: readonly Name[], { drafts, owner }: Joined): Reference[] {
  const { token, sentence, hints } = cues
  const marks = token.each((norm) => MARKS.get(norm))
  const words = new Map<number, ReadonlySet<string>>()
  const recent = new Map<number, number>()
  const found: Reference[] = []
  let next = 0
  const note = (s: number): void => {
    const draft = owner[next]!
    const name = names[next++]!
    if (drafts[draft]!.type !== 'ORGANIZATION') return
    recent.delete(draft)
    recent.set(draft, s)
    if (recent.size > RECENT) recent.delete(recent.keys().next().value!)
    if (name.end - name.first > (words.get(draft)?.size ?? 0)) words.set(draft, new Set(wordsOfName(token, name)))
  }
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    for (let i = firstToken; i < endToken; i++) {
      while (next < names.length && names[next]!.end <= i) note(s)
      const wanted = marks[token.word[i]!]
      if (!wanted || i === firstToken || token.norm(i - 1) !== 'the' || names[next]?.first === i || goesOn(i + 1, endToken)) continue
      let only: number | null = null
      let count = 0
      for (const [draft, seen] of recent) {
        if (s - seen > REACH || !wanted.some((word) => words.get(draft)!.has(word))) continue
        only = draft
        count++
      }
      if (count === 1) {
        found.push({ first: i, end: i + 1, draft: only!, form: 'nominal', rule: 'join:body' })
        recent.set(only!, s)
      }
    }
    while (next < names.length && names[next]!.first < endToken) note(s)
  }
  return found

  function goesOn(i: number, end: number): boolean {
    if (i >= end) return false
    const norm = token.norm(i)
    return (
      norm === 'of' || norm === 'for' || norm === '-' || norm === 'that' || norm === 'which' || (hints[token.word[i]!]! & Hint.who) !== 0
    )
  }
}
