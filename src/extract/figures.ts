import type { Stage } from '../document/document.js'

/** Marks quantities, and what they count or measure. */
export const figures: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date', 'figure'> = { adds: 'figure', run: () => [] }
