import { lemmasOf } from '../lang/en/inflections.js'
import { unitNameOf } from '../lang/en/figures/unit-name.js'
import { fold } from '../store/fold.js'

/** The predicates that `event` can mean: its own words, and the dictionary forms of a single one. */
export const predicatesOf = (event: string): readonly string[] => [...new Set([fold(event), ...lemmasOf(fold(event))])]

/** The units that `unit` can mean: as it is written, the unit that the word or symbol names, or the singular of what is counted. */
export function unitsOf(unit: string): readonly string[] {
  const named = unitNameOf(unit)
  return [...new Set([unit, ...(named === undefined ? lemmasOf(fold(unit)) : [named])])]
}
