import type { Grammar } from '../../document/grammar.js'
import type { Tokens } from '../../document/tokens.js'
import { officeKind } from '../../lang/en/offices.js'
import { ATTRIBUTING_VERBS, isPerson } from '../../lang/en/reporting.js'
import type { Cues } from './cues.js'
import type { Joined } from './join.js'
import type { Reference } from './nominals.js'
import type { Gender } from './people.js'
import { quotedTokens } from './quoted.js'

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
  /** Those of them who are named between quotation marks alone: who speaks is not whom he speaks of. */
  readonly quoted: Set<number>
  /** Those of them who are what somebody is asked about: `Asked whether Lund knew, he said no` is another's no. */
  readonly asked: Set<number>
  /** Whether all of the sentence stands between quotation marks. */
  readonly spoken: boolean
}

/**
 * He and she: the one person of that gender in this sentence, or else in those before; of several the one who is
 * the subject, where the pronoun is a subject or possessive itself.
 */
export function pronouns(cues: Cues, grammar: Grammar, spoken: readonly Spoken[], { drafts }: Joined): Reference[] {
  const { token, sentence } = cues
  const gender = token.each((norm) => PRONOUNS.get(norm))
  const found: Reference[] = []
  const quoted = quotedTokens(token, sentence)
  const bySentence: Crowd[] = []
  let next = 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    const owners = new Map<number, number>()
    const questionEnd = endOfQuestion(token, firstToken, endToken)
    const crowd: Crowd = {
      people: [],
      subjects: new Set(),
      quoted: new Set(),
      asked: new Set(),
      spoken: isSpoken(quoted, firstToken, endToken),
    }
    bySentence.push(crowd)
    const add = ({ draft, first, end }: Spoken): void => {
      if (drafts[draft]!.type !== 'PERSON') return
      for (let i = first; i < end; i++) owners.set(i, draft)
      const known = crowd.people.includes(draft)
      if (!known && crowd.people.length < CROWD) crowd.people.push(draft)
      if (quoted[first] === 0) crowd.quoted.delete(draft)
      else if (!known) crowd.quoted.add(draft)
      if (first < questionEnd) {
        if (!known) crowd.asked.add(draft)
        return
      }
      crowd.asked.delete(draft)
      if (isMainSubject(grammar, first, end)) crowd.subjects.add(draft)
    }
    for (let i = firstToken; i < endToken; i++) {
      while (next < spoken.length && spoken[next]!.first < i) add(spoken[next++]!)
      const wanted = gender[token.word[i]!]
      if (!wanted) continue
      const draft =
        speakerAbove(grammar, i, owners, drafts, wanted) ??
        (isUnnamed(grammar, quoted, i, firstToken, owners)
          ? null
          : candidate(bySentence, drafts, wanted, leansOnSubject(grammar.relation(i)), quoted[i] === 1, i < questionEnd))
      if (draft === null) continue
      found.push({ first: i, end: i + 1, draft, form: 'pronoun', rule: 'join:pronoun' })
      owners.set(i, draft)
      add({ draft, first: i, end: i + 1 })
    }
    while (next < spoken.length && spoken[next]!.first < endToken) add(spoken[next++]!)
  }
  return found
}

/** Who speaks, of `he` in what he says: `Lund wrote to Park that he was ill`; null where nobody named does. */
function speakerAbove(
  grammar: Grammar,
  pronoun: number,
  owners: ReadonlyMap<number, number>,
  drafts: Joined['drafts'],
  wanted: Gender,
): number | null {
  const said = grammar.head(pronoun)
  if (!grammar.relation(pronoun).startsWith('nsubj') || said < 0 || grammar.relation(said) !== 'ccomp') return null
  const verb = grammar.head(said)
  if (verb > pronoun || ATTRIBUTING_VERBS.get(grammar.lemma(verb))?.that !== true) return null
  const subject = grammar.children(verb).find((child) => child < verb && grammar.relation(child) === 'nsubj')
  const draft = subject === undefined ? undefined : owners.get(subject)
  return draft !== undefined && (drafts[draft]!.gender ?? wanted) === wanted ? draft : null
}

/**
 * Whether the nearest subject before a pronoun is somebody whom the text does not name: `Lund said the driver was working when he …`.
 * Only where the pronoun says whose can it be that of its own clause: `the driver left his car`.
 */
function isUnnamed(grammar: Grammar, quoted: Uint8Array, pronoun: number, first: number, owners: ReadonlyMap<number, number>): boolean {
  const clause = grammar.clause(pronoun)
  const possessive = grammar.relation(pronoun).startsWith('nmod:poss')
  for (let i = pronoun - 1; i >= Math.max(first, pronoun - NEAR); i--)
    if (quoted[i] === quoted[pronoun] && grammar.relation(i).startsWith('nsubj') && (possessive || grammar.head(i) !== clause))
      return (
        grammar.xpos(i) === 'NN' && !owners.has(i) && isNobody(grammar.lemma(i)) && !ATTRIBUTING_VERBS.has(grammar.lemma(grammar.head(i)))
      )
  return false
}

/** A noun for people that holds no office: `the president` may be who was named before. */
const isNobody = (noun: string): boolean => (isPerson(noun) && officeKind(noun) === undefined) || officeKind(noun) === 'profession'

/** So many tokens before a pronoun its subject is looked for. */
const NEAR = 40

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

/** Whether a sentence is all somebody's words; its last mark may stand outside. */
function isSpoken(quoted: Uint8Array, first: number, end: number): boolean {
  for (let i = first + 1; i < end - 1; i++) if (quoted[i] === 0) return false
  return end - first > 2
}

/** So many sentences that somebody else speaks are passed over. */
const SPOKEN = 6

/** Where the question ends that a sentence opens with, `Asked about …,`; its first token where it opens with none. */
function endOfQuestion(token: Tokens, first: number, end: number): number {
  const asked = token.norm(first) === 'when' ? first + 1 : first
  if (token.norm(asked) !== 'asked') return first
  for (let i = asked + 1; i < end; i++) if (token.norm(i) === ',') return i
  return first
}

function candidate(
  bySentence: readonly Crowd[],
  drafts: Joined['drafts'],
  wanted: Gender,
  leans: boolean,
  inside: boolean,
  asks: boolean,
): number | null {
  let left = REACH
  for (let back = 0; left >= 0 && back <= REACH + SPOKEN; back++) {
    const crowd = bySentence.at(-1 - back)
    if (!crowd) return null
    if (crowd.spoken && !inside && back > 0) continue
    left--
    const fitting = crowd.people.filter(
      (draft) =>
        (drafts[draft]!.gender ?? wanted) === wanted &&
        (inside || !crowd.quoted.has(draft)) &&
        ((asks && back === 0) || !crowd.asked.has(draft)),
    )
    if (fitting.length === 1) return fitting[0]!
    if (fitting.length === 0) continue
    const subjects = leans ? fitting.filter((draft) => crowd.subjects.has(draft)) : []
    return subjects.length === 1 && crowd.people.length < CROWD ? subjects[0]! : null
  }
  return null
}
