import { TENSED } from '../../document/grammar.js'
import { mentionsIn } from '../../document/entities.js'
import type { Document } from '../../document/document.js'
import type { AttributionLink, Mention, Speaker } from '../../document/layers.js'
import { within } from '../../document/span.js'
import { officeKind } from '../../lang/en/offices.js'
import { ATTRIBUTING_VERBS, isAddressed, isOutlet, SOURCE_NOUNS } from '../../lang/en/reporting.js'
import type { Span } from '../../document/span.js'
import { isHyphen, nounPhrase, spanOf, subjectOf, type TokenRange } from './phrase.js'
import { phraseAfter } from './subject.js'

/** What the quotes stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity'>

/** The speaker that a noun phrase names: the entity of its head, a person in apposition, else the words themselves. */
export function speaker(doc: Article, phrase: TokenRange, head: number): Speaker {
  const { entity, token } = doc.layers
  const headSpan = { start: token.start[head]!, end: token.end[head]! }
  const span = withName(doc, spanOf(doc, phrase), headSpan)
  const inside = mentionsIn(entity, span).filter((mention) => within(mention, span) && !isKind(doc, mention, span))
  const isPerson = (mention: Mention): boolean => entity.all[mention.entity]!.type === 'PERSON'
  const ofHead = inside.find((mention) => within(headSpan, mention))
  const beside = inside.findLast(
    (mention) => isPerson(mention) && !possessive(doc, mention) && !describes(doc, mention, head) && !isAdded(doc, mention, head),
  )
  // `Ohio Gov. Peter Lund`, `the institute's Ann Lee`: the tree may take the first name for the head
  const owned = ofHead !== undefined && possessive(doc, ofHead) ? inside.findLast(({ start }) => start > ofHead.start) : undefined
  const isFirst = ofHead !== undefined && (entity.all[ofHead.entity]!.type === 'LOCATION' || isTitled(doc, beside, span))
  const person = ofHead === undefined || isFirst ? beside : undefined
  const behind = person !== undefined && person.start > (ofHead?.start ?? -1) ? person : undefined
  const named = owned ?? behind ?? ofHead
  const start = /^(the|a|an)$/.test(token.norm(phrase.first)) && named ? token.start[phrase.first + 1]! : span.start
  const isWhole = named !== undefined && named.form !== 'nominal'
  return {
    start: isWhole ? named.start : Math.min(start, span.end - 1),
    end: isWhole ? named.end : span.end,
    entity: named?.entity ?? null,
    name: named ? entity.all[named.entity]!.name : doc.slice(span),
  }
}

/** A phrase and the whole of the name that its head is part of: the tree may cut one at a hyphen. */
function withName({ layers: { entity } }: Article, phrase: Span, head: Span): Span {
  const name = mentionsIn(entity, head).find((mention) => mention.form === 'name' && within(head, mention))
  return name ? { start: Math.min(phrase.start, name.start), end: Math.max(phrase.end, name.end) } : phrase
}

const possessive = (doc: Article, mention: Mention): boolean => {
  const { token, grammar } = doc.layers
  const last = token.at(mention.end - 1)
  return token.isPossessive(last + 1) || grammar.relation(last) === 'nmod:poss'
}

/** `White House adviser Ann Lee`: a noun in small letters stands right before the name that closes the phrase. */
const isTitled = ({ layers: { token, grammar } }: Article, mention: Mention | undefined, { end }: Span): boolean =>
  mention !== undefined && mention.end === end && grammar.upos(token.at(mention.start) - 1) === 'NOUN'

/** `a spokesman for Ann Lee`, `victories by Ann Lee`: another is named behind a preposition. */
function isAdded({ layers: { token, grammar } }: Article, mention: Mention, head: number): boolean {
  const { first, end } = token.range(mention)
  // not `Secretary of State Ann Lee`
  const adds = (i: number): boolean =>
    grammar.upos(i) === 'ADP' && !(token.norm(i) === 'of' && i + 1 < first && officeKind(token.norm(i + 1)) === undefined)
  if (head < first && token.norm(first - 1) === 'for') return true
  for (let i = first; i < end; i++) {
    const above = grammar.head(i)
    if (above >= first && above < end) continue
    return i !== head && /^(nmod|obl)$/.test(grammar.relation(i)) && grammar.children(i).some(adds)
  }
  return false
}

/** `the Kentucky Republican`: the last word says of what kind somebody is, not who. */
const isKind = ({ layers: { entity, token, grammar } }: Article, mention: Mention, span: Span): boolean =>
  entity.all[mention.entity]!.type === 'NATIONALITY' ||
  (mention.form === 'name' &&
    mention.start > span.start &&
    mention.end === span.end &&
    /^(democrat|republican|conservative|socialist|liberal|independent)$/.test(token.norm(token.at(mention.start))) &&
    grammar.xpos(token.at(mention.start)) !== 'NNPS')

/** `the Trump administration`: a name before the noun that it describes. */
function describes({ layers: { token, grammar } }: Article, mention: Mention, head: number): boolean {
  const last = token.at(mention.end - 1)
  return last < head && grammar.relation(last) === 'compound' && grammar.upos(head) === 'NOUN'
}

/** The speaker as one step of the chain. */
export function link(doc: Article, phrase: TokenRange, head: number, cue: Span): AttributionLink {
  const said = speaker(doc, phrase, head)
  const role = isOutlet(said.name)
    ? 'outlet'
    : said.entity === null && SOURCE_NOUNS.get(doc.layers.grammar.lemma(head)) === 'document'
      ? 'document'
      : 'speaker'
  return { start: said.start, end: said.end, entity: said.entity, name: said.name, role, cue }
}

/** The others who say it together with the one that heads the phrase: `Anna Lund and Peter Park said`. */
export function together(doc: Article, head: number, cue: Span): AttributionLink[] {
  const { grammar, token } = doc.layers
  const phrase = nounPhrase(doc, head)
  const wordsEnd = speaker(doc, phrase, head).entity === null ? phrase.end : 0
  const joined = grammar.children(head).filter((child) => grammar.relation(child) === 'conj')
  // without `and` it is who he is: `Ann Lee, R-Tenn.`
  if (!joined.some((child) => grammar.children(child).some((word) => grammar.relation(word) === 'cc'))) return []
  const others = joined
    .filter((child) => /^(NOUN|PROPN)$/.test(grammar.upos(child)) && !isHyphen(doc, child - 1)) // not `Ann Lee, R-Ga.`
    // told with the first already (`experts and observers`); `Ann Lee, a professor and former attorney` is one
    .filter(
      (child) => child >= wordsEnd && !(grammar.upos(head) === 'PROPN' && grammar.upos(child) === 'NOUN' && token.norm(phrase.end) === ','),
    )
  return others.filter((other) => !opensClause(doc, other, others.length)).map((other) => link(doc, nounPhrase(doc, other), other, cue))
}

/** `according to the ministry, and a resolution obliges …`: two are joined without a comma; with one, another clause begins. */
function opensClause({ layers: { grammar, token } }: Article, joined: number, others: number): boolean {
  const and = grammar.children(joined).find((child) => grammar.relation(child) === 'cc') ?? -1
  return others === 1 && token.norm(and) === 'and' && token.norm(and - 1) === ','
}

/** To whom something is said: `told the court`, `wrote to the mayor`; null where that is not told. */
export function addressee(doc: Article, cueToken: number, speakerHead: number | null): Speaker | null {
  const { grammar, token } = doc.layers
  if (grammar.upos(cueToken) !== 'VERB') return null
  const addresses = isAddressed(grammar.lemma(cueToken))
  if (!addresses && !WRITES.test(grammar.lemma(cueToken))) return null
  for (const child of grammar.children(cueToken)) {
    if (child === speakerHead || child < cueToken || !/^(NOUN|PROPN|PRON)$/.test(grammar.upos(child))) continue
    const relation = grammar.relation(child)
    const isTold = addresses ? /^i?obj$/.test(relation) : /^(obl|nmod)$/.test(relation) && token.norm(grammar.subtree(child).first) === 'to'
    if (isTold) return speaker(doc, nounPhrase(doc, child), child)
  }
  return null
}

/** Verbs after which `to` is whom they tell. */
const WRITES =
  /^(say|write|reply|respond|explain|announce|complain|suggest|report|add|apologise|apologize|admit|confess|speak|talk|tweet|appeal)$/

/** So far from its cue the outlet may stand through which it came. */
const VIA_REACH = 14

/** What the cue and the speaker's own words add to the chain: `told Reuters`, `citing Yonhap`, `documents seen by the BBC`. */
export function relays(doc: Article, cueToken: number, speakerHead: number | null): AttributionLink[] {
  const { grammar, token } = doc.layers
  const found: AttributionLink[] = []
  const add = (head: number, cue: number, outletsOnly: boolean): void => {
    const relay = link(doc, nounPhrase(doc, head), head, spanOf(doc, { first: cue, end: cue + 1 }))
    if ((!outletsOnly || relay.role === 'outlet') && !found.some(({ start }) => start === relay.start)) found.push(relay)
  }
  if (grammar.lemma(cueToken) === 'tell')
    for (const child of grammar.children(cueToken)) if (/^(i?obj|obl)$/.test(grammar.relation(child))) add(child, cueToken, true)
  if (token.norm(cueToken - 1) === 'as') {
    const quoting = quotingBefore(doc, cueToken)
    const outlet = quoting === null ? null : subjectOf(doc, quoting)
    if (quoting !== null && outlet !== null && outlet !== speakerHead) add(outlet, quoting, true)
  }
  for (const from of speakerHead !== null && speakerHead > cueToken ? [speakerHead] : [cueToken]) {
    const end = Math.min(token.count, from + VIA_REACH)
    for (let i = from + 1; i < end; i++) {
      const norm = token.norm(i)
      if (/^(that|["“«:;.!?]|but)$/.test(norm) || (TENSED.test(grammar.xpos(i)) && ATTRIBUTING_VERBS.has(grammar.lemma(i)))) break
      const head = /^(by|with|citing|quoting)$/.test(norm) ? phraseAfter(doc, i + 1, end) : null
      if (head === null) continue
      if (/^(citing|quoting)$/.test(norm)) add(head, i, false)
      else if (grammar.xpos(i - 1) === 'VBN' || VIA.test(grammar.lemma(i - 1))) add(head, i - 1, true)
    }
  }
  return found
}

/** `a report by the BBC`, `an interview with Reuters`. */
const VIA = /^(report|article|story|interview|investigation|analysis|poll|survey)$/

/** `TASS quoted Lund as saying`: the verb that quotes. */
function quotingBefore({ layers: { grammar, token } }: Article, saying: number): number | null {
  for (let i = saying - 2; i >= 0 && i > saying - VIA_REACH; i--) {
    if (/^[.;:!?]$/.test(token.norm(i))) return null
    if (/^(quote|cite)$/.test(grammar.lemma(i)) && grammar.upos(i) === 'VERB') return i
  }
  return null
}
