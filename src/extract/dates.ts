import type { Stage } from '../document/document.js'

/** Marks time expressions and resolves them against the publication time. */
export const dates: Stage<'token' | 'sentence' | 'grammar' | 'entity', 'date'> = { adds: 'date', run: () => [] }
