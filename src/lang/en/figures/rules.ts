import { COUNTS } from './counts.js'
import { MEASURES } from './measures.js'
import { MONEY } from './money.js'
import type { FigureRule } from './quantity.js'

/** Every rule that reads a quantity; of equally long matches the earlier rule's is kept. */
export const FIGURES: readonly FigureRule[] = [...COUNTS, ...MONEY, ...MEASURES]
