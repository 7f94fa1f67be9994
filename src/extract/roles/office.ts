import { mentionAt, mentionOf } from '../../document/entities.js'
import type { Mention, Participant } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { describes, isDemonym, isFormer, isHoped, officeKind, type OfficeKind } from '../../lang/en/offices.js'
import { isThirdPersonOwner } from '../../lang/en/pronouns.js'
import { nameAt, type Article, type Bounds } from './article.js'
import { ofWhat } from './of-what.js'

/** An office as it is written: `former deputy foreign minister of Russia` is the office `deputy foreign minister`, former, of Russia. */
export interface Office {
  readonly office: string
  readonly kind: OfficeKind
  readonly span: Span
  readonly of: Participant | null
  readonly former: boolean
  /** First and last token of the whole phrase, its `of` included. */
  readonly first: number
  readonly last: number
}

const LONGEST = 8
const RANK = /^(deputy|vice|acting|assistant|interim|senior|chief|first)$/

/** The kind of office that token `i` names; undefined where it names none, or is part of a name. */
export function kindAt(doc: Article, i: number): OfficeKind | undefined {
  const { token, grammar } = doc.layers
  if (!/^(NOUN|PROPN|ADJ|VERB)$/.test(grammar.upos(i))) return undefined
  const kind = officeKind(token.norm(i)) ?? (grammar.xpos(i) === 'NNS' ? undefined : officeKind(grammar.lemma(i)))
  if (kind === undefined) return undefined
  const name = nameAt(doc, i)
  return name && doc.layers.entity.all[name.entity]!.type === 'PERSON' ? undefined : kind
}

/** Reads the office whose head noun is token `head`, in both directions inside the sentence; null where the word names none. */
export function officeAt(doc: Article, head: number, bounds: Bounds): Office | null {
  const { token } = doc.layers
  const kind = kindAt(doc, head)
  if (kind === undefined) return null
  const left = leftOf(doc, head, bounds)
  if (isHoped(token.norm(left.start)) || isHoped(token.norm(left.first - 1))) return null
  const inner = complementWithout(doc, head, bounds)
  const right = ofWhat(doc, inner + 1, bounds, kind)
  const core = doc.text.slice(token.start[left.start], token.end[inner])
  return {
    office: `${left.rank}${core}`.toLowerCase().replace(/\s+/g, ' '),
    kind,
    span: { start: token.start[left.rank ? left.first : left.start]!, end: token.end[inner]! },
    of: right?.of ?? left.of,
    former: left.former,
    first: left.first,
    last: right?.last ?? inner,
  }
}

interface Left {
  /** First token of the office itself. */
  readonly start: number
  /** First token of all that belongs to it: owner, `former`, article excluded. */
  readonly first: number
  readonly of: Participant | null
  readonly former: boolean
  /** `deputy ` where a country stands between it and the office. */
  readonly rank: string
}

/** What stands before the head noun: words of the office, `former`, the country or the owner. */
function leftOf(doc: Article, head: number, bounds: Bounds): Left {
  const { token, grammar } = doc.layers
  let start = head
  let first = head
  let of: Participant | null = null
  let former = false
  let rank = ''
  for (let i = head - 1; i >= Math.max(bounds.first, head - LONGEST); i--) {
    const norm = token.norm(i)
    if (isFormer(norm)) {
      former = true
      first = i
      continue
    }
    if (/^['’]s?$/.test(norm)) {
      const owner = ownerBefore(doc, i)
      if (owner) [of, first] = [owner, token.at(owner.start)]
      break
    }
    const name = nameAt(doc, i)
    if (name && name.end <= token.start[head]!) {
      if (of || doc.layers.entity.all[name.entity]!.type === 'PERSON') break
      of = participant(name)
      first = i = token.at(name.start)
      continue
    }
    if (!of && isDemonym(token.form(i))) {
      of = { start: token.start[i]!, end: token.end[i]!, entity: null }
      first = i
      continue
    }
    if (isThirdPersonOwner(norm)) {
      const span = { start: token.start[i]!, end: token.end[i]! }
      of ??= { ...span, entity: mentionAt(doc.layers.entity, span)?.entity ?? null }
      first = i
      break
    }
    if (of) {
      if (!RANK.test(norm)) break
      rank = `${norm} `
      first = i
      continue
    }
    if (/^(?:19|20)\d\d$/.test(norm) && i === start - 1) {
      // `the 2012 nominee`
      former ||= norm < (doc.context.publishedAt ?? '')
      first = i
      continue
    }
    if (norm === '-' && isFormer(token.norm(i - 1))) continue // `then-President`
    if (norm === '-' && i === start - 1 && token.joined(i)) {
      start = first = i
      continue
    }
    if (!/^(ADJ|NOUN|PROPN)$/.test(grammar.upos(i)) && !RANK.test(norm)) break
    if (i !== start - 1) break
    // `the tariffs President Obama announced`: a title in capitals takes no word without
    if (isCapital(token.form(head)) && !isCapital(token.form(i)) && !RANK.test(norm)) break
    if (describes(norm, start === i + 1 ? token.norm(start) : '')) {
      first = i
      break
    }
    start = first = i
  }
  return { start, first, of, former, rank }
}

const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form)

function ownerBefore(doc: Article, possessive: number): Participant | null {
  const { token, entity } = doc.layers
  const i = possessive - 1
  if (i < 0) return null
  const name = mentionOf(entity, token, i)
  return name ? participant(name) : null
}

/** The last token of `secretary of state`, `director of research`, `minister for foreign affairs`: common nouns that belong to the office. */
function complementWithout(doc: Article, head: number, bounds: Bounds): number {
  const { token, grammar } = doc.layers
  if (/^(general|elect|designate)$/.test(token.norm(head + 1)) && head + 1 < bounds.end) return head + 1
  if (token.norm(head + 1) !== 'of' && token.norm(head + 1) !== 'for') return head
  let last = head
  for (let i = head + 2; i < Math.min(bounds.end, head + 5); i++) {
    if (nameAt(doc, i) || !/^(NOUN|PROPN|ADJ)$/.test(grammar.upos(i)) || grammar.xpos(i) === 'NNPS') break
    if (kindAt(doc, i) !== undefined && i === head + 2 && grammar.xpos(i) === 'NNS') break
    if (grammar.upos(i) !== 'ADJ') last = i
    if (token.norm(i + 1) === 'and' && i + 2 < bounds.end && grammar.upos(i + 2) === 'NOUN' && kindAt(doc, i + 2) === undefined) i++
  }
  return last
}

const participant = (mention: Mention): Participant => ({ start: mention.start, end: mention.end, entity: mention.entity })
