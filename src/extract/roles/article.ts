import type { Document } from '../../document/document.js'
import { mentionOf } from '../../document/entities.js'
import type { Mention } from '../../document/layers.js'

/** What the roles stage reads. */
export type Article = Document<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'status'>

/** Tokens `[first, end)` that may be looked at: those of one sentence. */
export interface Bounds {
  readonly first: number
  readonly end: number
}

/** The name (no pronoun, no description) that covers token `i`; null where none does. */
export function nameAt({ layers: { token, entity } }: Article, i: number): Mention | null {
  if (i < 0 || i >= token.count) return null
  const mention = mentionOf(entity, token, i)
  return mention?.form === 'name' ? mention : null
}

/** The name of a person that covers token `i`; null where none does. */
export function personAt(doc: Article, i: number): Mention | null {
  const name = nameAt(doc, i)
  return name && doc.layers.entity.all[name.entity]!.type === 'PERSON' ? name : null
}
