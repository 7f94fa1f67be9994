import type { Document } from '../../src/document/document.js'
import type { Rule } from '../../src/rules/rule.js'
import { DATE_RULES } from '../../src/lang/en/dates.js'
import { FIGURES } from '../../src/lang/en/figures/rules.js'

/** The layers that a rule may ask for where its examples are run. */
export type Ready = Document<'token' | 'sentence' | 'grammar' | 'entity'>

/** Every rule table of the engine. Rules may need any of the layers of `Ready`. */
export const TABLES: Readonly<Record<string, readonly Rule<object, never>[]>> = {
  dates: DATE_RULES as unknown as readonly Rule<object, never>[],
  figures: FIGURES as unknown as readonly Rule<object, never>[],
}
