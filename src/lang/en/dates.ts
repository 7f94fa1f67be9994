import { monthDates } from './dates/calendar.js'
import { numericDates } from './dates/numeric.js'
import { clock } from './dates/clock.js'
import { deictic } from './dates/deictic.js'
import { durations } from './dates/durations.js'
import { periods } from './dates/periods.js'
import { relative } from './dates/relative.js'
import { sets } from './dates/sets.js'
import { years } from './dates/years.js'
import type { Rule } from '../../rules/rule.js'
import type { Said } from '../said.js'

/** Every rule for an English time expression on its own, in the order in which they are tried. */
export const DATE_RULES: readonly Rule<Said>[] = [
  ...monthDates,
  ...numericDates,
  ...years,
  ...periods,
  ...clock,
  ...deictic,
  ...relative,
  ...sets,
  ...durations,
]
