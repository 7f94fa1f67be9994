import type { Stage } from '../document/document.js'

/** Marks what somebody said, who said it, and by which way it came. */
export const quotes: Stage<'token' | 'sentence' | 'grammar' | 'entity', 'quote'> = { adds: 'quote', run: () => [] }
