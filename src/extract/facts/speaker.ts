import { mentionOf } from '../../document/entities.js'
import type { Entity, Speaker } from '../../document/layers.js'
import { officeKind } from '../../lang/en/offices.js'
import { canSpeak } from '../../lang/en/reporting.js'
import { isPronounAlone } from '../../lang/en/pronouns.js'
import type { Evidence } from './evidence.js'

/** Words that are nobody: a pronoun whose entity is not known tells no reader who spoke, and `my eyes` are the writer's. */
const NOBODY =
  /^(?:(?:i|you|he|she|it|we|they|this|that|these|those|both|who|which|what|one|there|all|some|many|others?|nobody|somebody|someone|everybody|everyone|anyone|none|his|her|its|their)$|(?:my|our|your|no|when|where|if|this|that|these|those|back)\b)/i

/** Whether a source is only a pronoun: `he` tells no reader who passed it on, and what nobody says is not said. */
export const isPronoun = (name: string): boolean => isPronounAlone(name.trim().toLowerCase())

/** Whether a speaker is somebody who can speak: named, or described by what people, bodies and documents are called. */
export function isSomebody({ doc }: Evidence, speaker: Speaker): boolean {
  if (NOBODY.test(speaker.name.trim())) return false
  if (speaker.entity !== null) return speaks(doc.layers.entity.all[speaker.entity]!)
  const { grammar, token, entity } = doc.layers
  const { first, end } = token.range(speaker)
  // `their attorney` of nobody known
  if (POSSESSIVE.test(speaker.name) && mentionOf(entity, token, first) === null) return false
  for (let i = first; i < end; i++) {
    if (!/^(?:NOUN|PROPN|ADJ|VERB)$/.test(grammar.upos(i))) continue
    if (grammar.xpos(i + 1) === 'POS' && i + 1 < end) continue // `voters' concerns`
    if (i > first && /^(?:of|at|in|with|from|for|who|that|by|on)$/.test(token.norm(i - 1))) return false
    const word = token.norm(i)
    if (grammar.upos(i) === 'PROPN' && i === end - 1) return true
    if (canSpeak(word) || canSpeak(grammar.lemma(i)) || officeKind(word) !== undefined || officeKind(grammar.lemma(i)) !== undefined)
      return true
  }
  return false
}

/** A speaker in words that can be read alone: `Ann Lee's lawyer` for `her lawyer`. */
export function named({ doc, wording }: Evidence, speaker: Speaker, name: string): string {
  const { first, end } = doc.layers.token.range(speaker)
  if (speaker.entity !== null || !POSSESSIVE.test(name) || name !== doc.slice(speaker)) return name
  return wording.of(Array.from({ length: end - first }, (_, k) => first + k))
}

const POSSESSIVE = /^(?:his|her|its|their)\b/i

/** Events, products and dates say nothing. */
const speaks = ({ type }: Entity): boolean => !/^(?:EVENT|PRODUCT)$/.test(type)
