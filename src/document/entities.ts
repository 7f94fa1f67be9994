import type { Entities, Entity, Mention } from './layers.js'
import { firstEndingAfter, type Span } from './span.js'
import type { Tokens } from './tokens.js'

/** The first mention that shares a character with `span`; null where none does. */
export function mentionAt(entities: Entities, span: Span): Mention | null {
  const mention = entities.mentions[firstEndingAfter(entities.mentions, span.start)]
  return mention && mention.start < span.end ? mention : null
}

/** The mention that token `i` is part of; null where it is of none. */
export const mentionOf = (entities: Entities, token: Tokens, i: number): Mention | null =>
  mentionAt(entities, { start: token.start[i]!, end: token.end[i]! })

/** All mentions that share a character with `span`, in text order. */
export function mentionsIn(entities: Entities, span: Span): readonly Mention[] {
  const { mentions } = entities
  const first = firstEndingAfter(mentions, span.start)
  let end = first
  while (end < mentions.length && mentions[end]!.start < span.end) end++
  return mentions.slice(first, end)
}

/** The entity that a mention speaks of. */
export const entityOf = (entities: Entities, mention: Mention): Entity => entities.all[mention.entity]!
