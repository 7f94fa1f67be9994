import type { FactKind } from '../document/layers.js'
import { contentId } from '../resolve/digest.js'

const SPACE = /\s+/gu

/** Characters of an article's id that lead those of its facts, after the prefix: 24 bits. */
const LEAD = 6

/**
 * Names the facts of one article, in their order. An id is of the article, the kind, the words of the sentence and of the trigger, and
 * the place among facts that agree in all of that: not of offsets, version or rule, so that an unchanged claim keeps its id. It begins as
 * the id of the article does: an index over ids then keeps the facts of an article on one page, not on one each.
 */
export function factIds(articleId: string): (kind: FactKind, sentence: string, trigger: string) => string {
  const seen = new Map<string, number>()
  const plain = new Map<string, string>()
  const oneLine = (text: string): string => {
    let line = plain.get(text)
    if (line === undefined) plain.set(text, (line = text.replace(SPACE, ' ')))
    return line
  }
  const lead = articleId.slice('art_'.length, 'art_'.length + LEAD)
  return (kind, sentence, trigger) => {
    const parts = [articleId, kind, oneLine(sentence), oneLine(trigger)]
    const first = contentId('fct', parts, lead)
    const ordinal = seen.get(first) ?? 0
    seen.set(first, ordinal + 1)
    return ordinal === 0 ? first : contentId('fct', [...parts, String(ordinal)], lead)
  }
}
