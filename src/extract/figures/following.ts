import { Shape } from '../../document/tokens.js'
import { directionOf } from '../../lang/en/figures/changes.js'
import { phraseAfter, type Phrase } from './phrases.js'
import type { Marks } from './marks.js'
import { isVerb } from './verbs.js'
import type { Draft, Reading } from './draft.js'

/** `27,000 Model S and Model X vehicles`: several singulars before the plural that is counted. */
export function withPlural(doc: Reading, noun: Phrase, end: number, marks: Marks): Phrase {
  const { token, grammar } = doc.layers
  if (!/^NNP?$/.test(grammar.xpos(noun.head)) || !/^(?:and|or|&)$/.test(token.norm(noun.end)) || noun.end !== noun.head + 1) return noun
  const more = marks.isFigure(noun.end + 1) ? null : phraseAfter(doc, noun.end + 1, end, marks)
  return more && grammar.upos(noun.end + 1) !== 'DET' && grammar.xpos(more.head) === 'NNS' ? { ...more, first: noun.first } : noun
}

/**
 * `12 windows crown the roof`: a singular behind the plural that is counted, with an article behind it, is a verb that the tagger took for a noun.
 */
export function withoutVerb({ layers: { grammar, token } }: Reading, noun: Phrase): Phrase {
  const { first, end, head } = noun
  const plural = head - 1
  if (end !== head + 1 || plural < first || grammar.xpos(head) !== 'NN' || grammar.xpos(plural) !== 'NNS') return noun
  const object = /^(?:off|out|up|down)$/.test(token.norm(end)) ? end + 1 : end
  return grammar.upos(object) === 'DET' ? { first, end: head, head: plural } : noun
}

/** `eight million 250ml bottles`, `5m crowns ($230,000) in deposits`: what is counted stands behind another figure. */
export function behindFollower(draft: Draft, follower: Draft | undefined, next: number, doc: Reading): number {
  const { token } = doc.layers
  if (!follower) return next
  const start = token.at(follower.start)
  if (follower.bare) return start === next && draft.bare && doc.text[follower.end] === '-' ? token.at(follower.end) + 2 : next // `three 5-storey blocks`
  const end = token.at(follower.tail)
  if (draft.bare && start === next) return end
  if (token.norm(next) !== '(' || start !== next + 1) return next
  return doc.text.startsWith(')', follower.end) ? Math.max(end, token.at(follower.end) + 1) : next
}

/** `10,000 labourers`, `2,000 tonnes of wheat`, `$11 billion debt`, `12 of the ships`. */
export function following(draft: Draft, next: number, end: number, marks: Marks, doc: Reading): Phrase | null {
  const { token, grammar } = doc.layers
  const word = token.norm(next)
  if (word === 'of') return phraseAfter(doc, next + 1, end, marks)
  if (draft.kind === 'age' || draft.unit?.name === 'time')
    return token.joined(next - 1) || word === '-' ? null : attributive(draft, next, end, marks, doc)
  if (word === 'in' && draft.kind === 'money') return inKind(doc, next + 1, end, marks)
  if (word === 'for' && draft.kind === 'money' && /^(?:an?|the|each|every)$/.test(token.norm(next + 1)))
    return phraseAfter(doc, next + 1, end, marks)
  if (isStrong(next, doc)) return phraseAfter(doc, next + 2, end, marks)
  if (word === '-' && draft.bare) return phraseAfter(doc, next + 1, end, marks)
  if (grammar.upos(next) === 'DET' && draft.kind === 'ratio') return phraseAfter(doc, next, end, marks)
  return attributive(draft, next, end, marks, doc)
}

/** `a 3,000-strong workforce`: so many are in it, and no noun says what they are. */
export const isStrong = (hyphen: number, { layers: { token } }: Reading): boolean =>
  token.norm(hyphen) === '-' && token.norm(hyphen + 1) === 'strong'

/** A noun phrase right behind the figure, without an article of its own. Of `a 5% rise in wages` it is what rises. */
function attributive(draft: Draft, next: number, end: number, marks: Marks, doc: Reading): Phrase | null {
  const { token, grammar } = doc.layers
  const upos = grammar.upos(next)
  if (upos === 'DET' || upos === 'PRON' || upos === 'NUM') return null
  const noun = phraseAfter(doc, next, end, marks)
  if (!noun || draft.bare) return noun
  if (grammar.xpos(next) === 'VBG') return null // `a guideline of 15 ppb requiring action`
  if (
    draft.kind === 'percent' ? token.shape[noun.head] !== Shape.lower : upos === 'PROPN' && draft.kind !== 'ratio' && isVerb(doc, noun.end)
  )
    return null // `Dow +0.2% Nasdaq +0.8%`
  if (directionOf(token.norm(noun.head)) === null) return noun
  return /^(?:in|of|for|to|on)$/.test(token.norm(noun.head + 1)) ? phraseAfter(doc, noun.head + 2, end, marks) : null
}

/** `$500m in foreign exchange`, not `$500m in Russia`, nor `in the fund`. */
function inKind(doc: Reading, from: number, end: number, marks: Marks): Phrase | null {
  const upos = doc.layers.grammar.upos(from)
  const phrase = upos === 'DET' || upos === 'PROPN' || upos === 'PRON' ? null : phraseAfter(doc, from, end, marks)
  return phrase && doc.layers.grammar.upos(phrase.head) === 'NOUN' ? phrase : null
}
