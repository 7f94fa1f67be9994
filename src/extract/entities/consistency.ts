import type { EntityType } from '../../document/layers.js'
import { Known, TITLED } from '../../lang/en/gazetteer.js'
import { Seen, Style, type Cues } from './cues.js'
import { Evidence, personEvidence } from './evidence.js'
import { isNoName } from './no-names.js'
import { wordsOfName, type Name } from './name.js'
import { fullName } from './people.js'
import { isOpening } from './openings.js'
import { isCapital } from './person-patterns.js'

/** Votes that the places of one wording in an article cast for its type. */
type Votes = Map<EntityType, number>

/** How much one place says: a pattern or a title more than the model, the gazetteer most. */
const WEIGHT: Readonly<Record<string, number>> = { gazetteer: 4, rule: 3, model: 1, join: 1 }
/** A word that is somebody's family name, an acronym in brackets behind its organisation. */
const TIED = 4
/** What stands around a word in the article (`evidence.ts`): the village of, shares of, who. */
const TOLD = 3

/**
 * What is called something in one place of an article is called so in all: names of one wording get the type that most of
 * its places speak for, and places where it was overlooked are names as well.
 */
export function consistent(cues: Cues, names: readonly Name[]): Name[] {
  const wordings = names.map((name) => wordsOfName(cues.token, name).join(' '))
  const votes = votesFor(cues, names, wordings)
  const typed = names.map((name, i) => {
    const type = asPlace(cues, name, winner(votes.get(wordings[i]!)!))
    if (type === name.type || name.rule.startsWith('gazetteer') || name.type === 'NATIONALITY') return name
    return { first: name.first, end: name.end, type, rule: 'document:same-wording' }
  })
  return overlooked(cues, typed, votes)
}

function votesFor(cues: Cues, names: readonly Name[], wordings: readonly string[]): Map<string, Votes> {
  const votes = new Map<string, Votes>()
  const vote = (wording: string, type: EntityType, weight: number): void => {
    let of = votes.get(wording)
    if (!of) votes.set(wording, (of = new Map<EntityType, number>()))
    of.set(type, (of.get(type) ?? 0) + weight)
  }
  names.forEach((name, i) => {
    if (name.end === name.first + 1 && !votes.has(wordings[i]!)) {
      for (const type of toldTypes(cues, cues.token.word[name.first]!)) vote(wordings[i]!, type, TOLD)
    }
    vote(wordings[i]!, name.type, WEIGHT[name.rule.slice(0, name.rule.indexOf(':'))] ?? 1)
    const full = name.type === 'PERSON' ? fullName(cues, name) : null
    if (full && full.family.length > 1) vote(full.family, 'PERSON', TIED)
    const before = names[i - 1]
    if (
      before &&
      before.type === 'ORGANIZATION' &&
      before.end === name.first - 1 &&
      cues.token.norm(name.first - 1) === '(' &&
      before.end - before.first > 1
    )
      vote(wordings[i]!, 'ORGANIZATION', TIED)
  })
  return votes
}

/** The types that the places of a word in the article speak for; of a word as `North` they tell what `North Korea` is. */
function toldTypes({ evidence, known }: Cues, word: number): EntityType[] {
  const types: EntityType[] = []
  if (known[word]! & Known.geographic) return types
  const bits = evidence[word]!
  if (bits & (Evidence.title | Evidence.given | Evidence.who | Evidence.age)) types.push('PERSON')
  if (bits & (Evidence.placeWord | Evidence.within)) types.push('LOCATION')
  if (bits & (Evidence.business | Evidence.organisation)) types.push('ORGANIZATION')
  return types
}

/** One unknown word that stands behind `in` or `from` and nowhere as people do is a place, not a person. */
function asPlace({ token, evidence, known }: Cues, { first, end }: Name, type: EntityType): EntityType {
  if (type !== 'PERSON' || end > first + 1) return type
  const word = token.word[first]!
  const bits = evidence[word]!
  const isNamed = known[word]! & (Known.given | Known.family | Known.eastern)
  return bits & Evidence.placed && !personEvidence(bits) && !isNamed ? 'LOCATION' : type
}

function winner(votes: Votes): EntityType {
  let best: EntityType = 'PERSON'
  let most = -1
  for (const [type, count] of votes) {
    if (count > most) {
      best = type
      most = count
    }
  }
  return best
}

/** Capitalised words of a known wording that nothing covers yet. */
function overlooked(cues: Cues, names: readonly Name[], votes: ReadonlyMap<string, Votes>): Name[] {
  const { token, sentence, style, active } = cues
  const all: Name[] = []
  const longest = longestByFirst(votes)
  let next = 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    for (let i = firstToken; i < endToken; i++) {
      while (next < names.length && names[next]!.end <= i) next++
      const name = names[next]
      if (name && name.first === i) {
        all.push(name)
        i = name.end - 1
        continue
      }
      if (!active[i] || !isCapital(token, i) || style[s] === Style.titleCase || isNoName(token, i)) continue
      const limit = Math.min(endToken, name ? name.first : endToken)
      const end = knownWording(cues, votes, i, Math.min(limit, i + (longest.get(token.norm(i)) ?? 1)), i === firstToken)
      if (end > i) {
        all.push({
          first: i,
          end,
          type: winner(votes.get(wordsOfName(token, { first: i, end }).join(' '))!),
          rule: 'document:same-wording',
        })
        i = end - 1
      }
    }
  }
  return all
}

/** The most tokens that a wording with this first word may take. */
function longestByFirst(votes: ReadonlyMap<string, Votes>): Map<string, number> {
  const longest = new Map<string, number>()
  for (const wording of votes.keys()) {
    const words = wording.split(' ')
    const tokens = Math.min(LONGEST, 2 * words.length - 1)
    longest.set(words[0]!, Math.max(longest.get(words[0]!) ?? 0, tokens))
  }
  return longest
}

const LONGEST = 8

/** The end of the longest known wording at `i`; `i` where there is none. */
function knownWording(cues: Cues, votes: ReadonlyMap<string, Votes>, i: number, limit: number, initial: boolean): number {
  const { token, known, seen } = cues
  for (let end = limit; end > i; end--) {
    if (!isCapital(token, end - 1)) continue
    if (!votes.has(wordsOfName(token, { first: i, end }).join(' '))) continue
    if (end - i > 1) return end
    const word = token.word[i]!
    if (known[word]! & (Known.never | TITLED) || seen[word]! & Seen.lower || (initial && known[word]! & Known.ordinary)) return i
    if ((isCapital(token, i - 1) && !isOpening(token.norm(i - 1))) || (isCapital(token, i + 1) && token.end[i]! + 1 === token.start[i + 1]))
      return i
    return end
  }
  return i
}
