import type { Stage } from '../document/document.js'

/** Marks what happened, happens or will. */
export const events: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date' | 'figure' | 'quote', 'event'> = {
  adds: 'event',
  run: () => [],
}
