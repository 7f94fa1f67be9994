import type { Stage } from '../document/document.js'

/** Says of each clause how certain it is. */
export const status: Stage<'token' | 'sentence' | 'grammar' | 'quote', 'status'> = { adds: 'status', run: () => [] }
