import type { Stage } from '../document/document.js'
import type { Sentence } from '../document/layers.js'

/** Longer sentences are cut: later stages may then do work per sentence and stay linear. Tokens. */
const LONGEST = 512

/** Ends a sentence at a full stop, at a line break and at what is ignored. */
export const sentences: Stage<'token', 'sentence'> = {
  adds: 'sentence',
  run: (doc) => {
    const { token } = doc.layers
    const found: Sentence[] = []
    let first = 0
    for (let i = 0; i < token.count; i++) {
      const last = i + 1 === token.count
      const gap = last ? '' : doc.text.slice(token.end[i], token.start[i + 1])
      if (last || gap.includes('\n') || (gap !== '' && /^[.!?…]$/.test(token.norm(i))) || gap.length > 200 || i - first + 1 === LONGEST) {
        found.push({ start: token.start[first]!, end: token.end[i]!, firstToken: first, endToken: i + 1 })
        first = i + 1
      }
    }
    return found
  },
}
