import type { Cues } from './cues.js'
import { wordsOfName, type Name } from './name.js'
import { fullName } from './people.js'
import { isCapital } from './person-patterns.js'

/** `Holm-Reyes talks`: two people or two places joined by a hyphen, each known by its own name elsewhere in the article. */
export function splitPairs(cues: Cues, names: readonly Name[]): Name[] {
  const called = callings(cues, names)
  const covered = coverage(cues, names)
  const hyphen = cues.token.each((norm) => norm === '-' || norm === '–')
  const all: Name[] = []
  let at = 0
  const uncovered = (end: number): void => {
    for (; at < end; at++) if (hyphen[cues.token.word[at + 1]!]) all.push(...pairAt(cues, called, covered, at))
  }
  for (const name of names) {
    uncovered(name.first)
    const parts = name.rule.startsWith('gazetteer') ? [] : pairAt(cues, called, null, name.first, name.end)
    all.push(...(parts.length ? parts : [name]))
    at = Math.max(at, name.end)
  }
  uncovered(cues.token.count - 1)
  let end = 0
  return all.filter((name) => name.first >= end && (end = name.end) > 0)
}

/** The single words by which people and places of the article are called. */
function callings(cues: Cues, names: readonly Name[]): Map<string, Name> {
  const called = new Map<string, Name>()
  for (const name of names) {
    if (name.type === 'PERSON') {
      const family = fullName(cues, name)?.family ?? (name.end - name.first === 1 ? wordsOfName(cues.token, name).join(' ') : '')
      if (family !== '') called.set(family, name)
    } else if (name.type === 'LOCATION' && name.end - name.first === 1 && name.entry)
      called.set(wordsOfName(cues.token, name).join(' '), name)
  }
  return called
}

function coverage(cues: Cues, names: readonly Name[]): Uint8Array {
  const covered = new Uint8Array(cues.token.count)
  for (const { first, end } of names) covered.fill(1, first, end)
  return covered
}

/** Two names where tokens `i`, hyphen, `i + 2` are both callings (and, of a name, all of it). */
function pairAt({ token, listed }: Cues, called: ReadonlyMap<string, Name>, covered: Uint8Array | null, i: number, end = i + 3): Name[] {
  if (end !== i + 3 || i + 2 >= token.count || !/^[-–]$/.test(token.norm(i + 1)) || !token.joined(i) || !token.joined(i + 1)) return []
  if (covered && (covered[i] || covered[i + 2])) return []
  if (!isCapital(token, i) || !isCapital(token, i + 2)) return []
  const left = called.get(wordsOfName(token, { first: i, end: i + 1 }).join(' '))
  const right = called.get(wordsOfName(token, { first: i + 2, end: i + 3 }).join(' '))
  if (!left || !right || (left.type !== right.type && !listed[i])) return []
  return [
    { first: i, end: i + 1, type: left.type, rule: 'document:hyphen-pair', ...(left.entry && { entry: left.entry }) },
    { first: i + 2, end: i + 3, type: right.type, rule: 'document:hyphen-pair', ...(right.entry && { entry: right.entry }) },
  ]
}
