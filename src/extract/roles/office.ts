import type { Document } from '../../document/document.js'
import { mentionAt, mentionsIn } from '../../document/entities.js'
import type { Mention, Participant } from '../../document/layers.js'
import { isFormer, officeKind } from '../../lang/en/offices.js'
import type { Span } from '../../document/span.js'

/** What the roles stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'date'>

/** An office as it is written: `former deputy foreign minister of Russia` is the office `deputy foreign minister`, former, of Russia. */
export interface Office {
  readonly office: string
  readonly span: Span
  readonly of: Participant | null
  readonly former: boolean
  /** First and last token of the whole phrase, its `of` included. */
  readonly first: number
  readonly last: number
}

/** Words an office may be made of, left of its head noun. */
const MODIFIER = /^(ADJ|NOUN|PROPN)$/
const LONGEST = 8

/** Reads the office whose head noun is token `head`, in both directions; null where the word names none. */
export function officeAt(doc: Article, head: number): Office | null {
  const { token, grammar, entity } = doc.layers
  if (!officeKind(grammar.lemma(head)) && !officeKind(token.norm(head))) return null
  const spanOfToken = (i: number): Span => ({ start: token.start[i]!, end: token.end[i]! })
  let first = head
  let former = false
  let of: Participant | null = null
  let start = head
  for (let i = head - 1; i >= Math.max(0, head - LONGEST); i--) {
    const mention = mentionAt(entity, spanOfToken(i))
    const norm = token.norm(i)
    if (mention) {
      of ??= participant(mention)
      first = token.at(mention.start)
      i = first
      if (grammar.upos(i - 1) !== 'ADJ' && !isFormer(token.norm(i - 1))) break
      continue
    }
    if (/^['’]s?$/.test(norm)) {
      const owner = mentionAt(entity, spanOfToken(i - 1))
      if (owner) of = participant(owner)
      first = owner ? token.at(owner.start) : first
      break
    }
    if (isFormer(norm)) {
      former = true
      first = i
      if (i === start - 1) continue
      break
    }
    if (norm === '-' && i === start - 1) {
      start = first = i
      continue
    }
    if (!MODIFIER.test(grammar.upos(i)) || i !== start - 1 || of) break
    start = first = i
  }
  let last = head
  if (token.norm(head + 1) === 'of' && grammar.upos(head + 2) === 'PROPN' && !mentionAt(entity, spanOfToken(head + 2))) last = head + 2 // `Secretary of State`
  const office = words(doc, start, last)
  const following = complement(doc, last)
  return {
    office,
    span: { start: token.start[start]!, end: token.end[last]! },
    of: following?.of ?? of,
    former,
    first,
    last: following?.last ?? last,
  }
}

/** `of the Institute`, `at Kookmin University`, `for North Korea`: what the office belongs to, right of it. */
function complement(doc: Article, last: number): { of: Participant; last: number } | null {
  const { token, entity, grammar } = doc.layers
  let i = last + 1
  const generic = token.norm(i) === 'general' || token.norm(i) === 'in-chief' ? 1 : 0
  i += generic
  if (!/^(of|at|for|with|in|to|from)$/.test(token.norm(i))) return null
  for (let j = i + 1; j < Math.min(token.count, i + 7); j++) {
    const found = mentionsIn(entity, { start: token.start[j]!, end: token.end[j]! })[0]
    if (found) return { of: participant(found), last: token.at(found.end - 1) }
    if (!/^(DET|ADJ|NOUN|PROPN|PUNCT)$/.test(grammar.upos(j)) || /^[,.;:]$/.test(token.norm(j))) return null
  }
  return null
}

const participant = (mention: Mention): Participant => ({ start: mention.start, end: mention.end, entity: mention.entity })

/** The office in lower case, without a leading article or seniority that is no part of it. */
function words(doc: Article, first: number, last: number): string {
  const { token } = doc.layers
  return doc.text.slice(token.start[first], token.end[last]).toLowerCase().replace(/\s+/g, ' ')
}
