import { PERCENT } from './measures.js'
import { unitOf } from './units.js'

const IS_PERCENT = new RegExp(`^${PERCENT}$`, 'iu')

/** The name that figures give a unit, of its word or symbol: `tonne` of `tonnes`, `kilometre` of `km`, `percentage` of `%`; undefined for none. */
export const unitNameOf = (form: string): string | undefined => (IS_PERCENT.test(form) ? 'percentage' : unitOf(form)?.name)
