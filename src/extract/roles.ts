import type { Stage } from '../document/document.js'

/** Marks who is what. */
export const roles: Stage<'token' | 'sentence' | 'grammar' | 'entity' | 'date', 'role'> = { adds: 'role', run: () => [] }
