import type { Cues } from './cues.js'
import type { Joined } from './join.js'
import type { Name } from './name.js'
import { Hint } from './lexicon.js'
import { officeAt, Offices, qualifier } from './offices.js'

/** A place that speaks of an entity without its name. Tokens `[first, end)`. */
export interface Reference {
  readonly first: number
  readonly end: number
  readonly draft: number
  readonly form: 'nominal' | 'pronoun'
  readonly rule: string
}

/** Sentences back to the holder's last mention for an office alone: `the president`. */
const REACH = 3

/** `the North Korean leader`, `Russia's president`, `the president`: where the article ties the office to one person. */
export function nominals(cues: Cues, names: readonly Name[], joined: Joined): Reference[] {
  const { token, sentence, hints } = cues
  const { drafts, owner } = joined
  const offices = new Offices(cues, names, joined)
  const found: Reference[] = []
  const lastSeen = new Map<number, number>()
  let next = 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    let floor = firstToken
    for (let i = firstToken; i < endToken; i++) {
      const name = names[next]
      if (name && name.first === i) {
        lastSeen.set(owner[next]!, s)
        i = name.end - 1
        floor = name.end
        next++
        continue
      }
      if (!(hints[token.word[i]!]! & Hint.office)) continue
      const office = officeAt(cues, i, floor)
      if (!office || officeAt(cues, i + 1, floor)?.first === office.first || followsName(names, next, i + 1) || closed(cues, i + 1))
        continue
      const of = qualifier(cues, names, next - 1, office.first, drafts, owner)
      const before = names[next - 1]
      const nationality = of !== '' && before?.type === 'NATIONALITY' && before.end === office.first
      const possessive = of !== '' && before?.end === office.first - 1
      const first = nationality || possessive ? before.first : office.first
      const article = token.norm(first - 1) === 'the'
      if (!(article || possessive) || predicate(cues, article ? first - 2 : first - 1)) continue
      const draft = offices.holder(office.name, of)
      if (draft === null || (of === '' && !(s - (lastSeen.get(draft) ?? -9) <= REACH))) continue
      found.push({
        first: nationality ? before.first : office.first,
        end: office.end,
        draft,
        form: 'nominal',
        rule: of ? 'join:office-of' : 'join:office',
      })
      lastSeen.set(draft, s)
    }
  }
  return found
}

const followsName = (names: readonly Name[], next: number, at: number): boolean => names[next]?.first === at

/** What follows says that another is meant: `leader of …`, `leader's`… is fine, `leader-in-waiting` is not. */
const closed = ({ token }: Cues, at: number): boolean => token.norm(at) === 'of' || token.norm(at) === '-' || token.norm(at) === 'who'

/** `is the president`: says what somebody is, does not speak of him. */
const predicate = ({ token }: Cues, at: number): boolean =>
  /^(is|was|be|been|being|become|becomes|became|as|are|were)$/.test(token.norm(at))
