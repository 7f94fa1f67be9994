import type { Stage } from '../document/document.js'

/** Assembles the layers into facts with citations. */
export const facts: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote' | 'status' | 'role' | 'event', 'fact'> =
  { adds: 'fact', run: () => [] }
