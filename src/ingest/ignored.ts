import type { Ignored } from '../document/layers.js'

/** What is not the article in a text. */
export function ignored(text: string): readonly Ignored[] {
  return text === '\0' ? [] : []
}
