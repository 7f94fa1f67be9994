import type { Participant } from '../../document/layers.js'
import { firstEndingAfter } from '../../document/span.js'
import type { OfficeKind } from '../../lang/en/offices.js'
import { nameAt, type Article, type Bounds } from './article.js'

const WORDS = 10

/** Prepositions after which an office names what it is of; a profession is not `of` the town it is practised in. */
const PREPOSITIONS: Readonly<Record<OfficeKind, RegExp>> = {
  office: /^(of|at|for|with|in|to)$/,
  profession: /^(of|at|for|with)$/,
  kin: /^(of|to)$/,
}

/** `of the Institute`, `at Kookmin University`, `to Vladimir Putin`: what the office that ends before token `from` belongs to. */
export function ofWhat(doc: Article, from: number, bounds: Bounds, kind: OfficeKind): { of: Participant; last: number } | null {
  if (from >= bounds.end || !PREPOSITIONS[kind].test(doc.layers.token.norm(from))) return null
  return phraseAt(doc, from + 1, bounds)
}

/** The noun phrase that begins at `from`: the name that ends it, else its words without the article. */
export function phraseAt(doc: Article, from: number, bounds: Bounds): { of: Participant; last: number } | null {
  const { token, grammar, entity } = doc.layers
  let first = from
  while (first < bounds.end && (grammar.upos(first) === 'DET' || token.norm(first) === 'the')) first++
  let last = -1
  for (let i = first; i < Math.min(bounds.end, first + WORDS); i++) {
    if (startsDate(doc, i)) break
    const name = nameAt(doc, i)
    if (name) {
      last = token.at(name.end - 1)
      if (last >= bounds.end) return null
      i = last
      const possessive = token.isPossessive(last + 1)
      if (entity.all[name.entity]!.type === 'PERSON' && !possessive) break
      continue
    }
    const upos = grammar.upos(i)
    if (upos === 'NOUN' || upos === 'PROPN') last = i
    else if (upos !== 'ADJ' && !(upos === 'PART' && token.isPossessive(i)) && !(token.norm(i) === '-' && token.joined(i))) break
  }
  if (last < first) return null
  const name = nameAt(doc, last)
  if (name) return { of: { start: name.start, end: name.end, entity: name.entity }, last }
  return { of: { start: token.start[first]!, end: token.end[last]!, entity: null }, last }
}

function startsDate(doc: Article, i: number): boolean {
  const { token, date } = doc.layers
  const next = date[firstEndingAfter(date, token.start[i]!)]
  return next !== undefined && next.start <= token.start[i]!
}
