import { mentionsIn } from '../../document/entities.js'
import type { Document } from '../../document/document.js'
import type { AttributionLink, Mention, Speaker } from '../../document/layers.js'
import { within } from '../../document/span.js'
import { isOutlet, SOURCE_NOUNS } from '../../lang/en/reporting.js'
import type { Span } from '../../document/span.js'
import { nounPhrase, spanOf, type TokenRange } from './phrase.js'

/** What the quotes stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity'>

/** The speaker that a noun phrase names: the entity of its head, a person in apposition, else the words themselves. */
export function speaker(doc: Article, phrase: TokenRange, head: number): Speaker {
  const { entity, token } = doc.layers
  const span = spanOf(doc, phrase)
  const headSpan = { start: token.start[head]!, end: token.end[head]! }
  const inside = mentionsIn(entity, span).filter((mention) => within(mention, span))
  const named =
    inside.find((mention) => within(headSpan, mention)) ??
    inside.findLast((mention) => entity.all[mention.entity]!.type === 'PERSON' && !possessive(doc, mention))
  const start = /^(the|a|an)$/.test(token.norm(phrase.first)) && named ? token.start[phrase.first + 1]! : span.start
  const words = { start: Math.min(start, span.end - 1), end: span.end }
  return {
    ...(named && named.form !== 'nominal' ? { start: named.start, end: named.end } : words),
    entity: named?.entity ?? null,
    name: named ? entity.all[named.entity]!.name : doc.slice(span),
  }
}

const possessive = (doc: Article, mention: Mention): boolean => {
  const { token } = doc.layers
  return /^['’]s?$/.test(token.norm(token.at(mention.end - 1) + 1))
}

/** The speaker as one step of the chain. */
export function link(doc: Article, phrase: TokenRange, head: number, cue: Span): AttributionLink {
  const said = speaker(doc, phrase, head)
  const role = isOutlet(said.name)
    ? 'outlet'
    : said.entity === null && SOURCE_NOUNS.get(doc.layers.grammar.lemma(head)) === 'document'
      ? 'document'
      : 'speaker'
  return { ...said, role, cue }
}

/** What the cue and the speaker's own words add to the chain: `told Reuters`, `citing Yonhap`, `documents seen by the BBC`. */
export function relays(doc: Article, cueToken: number, speakerHead: number | null): AttributionLink[] {
  const { grammar, token } = doc.layers
  const found: AttributionLink[] = []
  const add = (head: number, cue: number, outletsOnly: boolean): void => {
    const relay = link(doc, nounPhrase(doc, head), head, spanOf(doc, { first: cue, end: cue + 1 }))
    if (!outletsOnly || relay.role === 'outlet') found.push(relay)
  }
  for (const child of grammar.children(cueToken)) {
    const relation = grammar.relation(child)
    if (grammar.lemma(cueToken) === 'tell' && /^(i?obj|obl)$/.test(relation)) add(child, cueToken, true)
    if (/^(advcl|xcomp|conj)$/.test(relation) && /^(cite|quote)$/.test(grammar.lemma(child))) {
      const cited = grammar.children(child).find((c) => grammar.relation(c) === 'obj')
      if (cited !== undefined) add(cited, child, false)
    }
  }
  if (speakerHead !== null) {
    for (const clause of grammar.children(speakerHead)) {
      if (!grammar.relation(clause).startsWith('acl')) continue
      const by = grammar.children(clause).find((c) => grammar.children(c).some((marker) => token.norm(marker) === 'by'))
      if (by !== undefined) add(by, clause, true)
    }
  }
  return found
}
