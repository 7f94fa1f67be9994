import type { Clause } from './clause.js'

/** Why a clause cannot be told as a sentence of its own. */
export interface Fault<Of extends Clause> {
  /** `en.fault.asks`. */
  readonly id: string
  /** What is wrong with the clause, in words that follow `not told:`. */
  readonly means: string
  readonly spoils: (clause: Of) => boolean
  /** Sentences in which this is the first fault of the named word's clause; none where only a wrong tree shows it. */
  readonly examples?: readonly (readonly [sentence: string, verb: string])[]
  /** Sentences like them in which the clause of the named word has no fault. */
  readonly never?: readonly (readonly [sentence: string, verb: string])[]
}

/** The first fault of a table that spoils a clause; null where none does. */
export function firstFault<Of extends Clause>(faults: readonly Fault<Of>[], clause: Of): Fault<Of> | null {
  for (const fault of faults) if (fault.spoils(clause)) return fault
  return null
}
