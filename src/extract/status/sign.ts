import type { Certainty, Polarity } from '../../document/layers.js'
import type { Clause } from './clauses.js'
import type { Reading } from './reading.js'
import type { WordKind } from './words.js'

/** What one sign says of a clause, and the tokens that say it. */
export interface Sign {
  readonly status?: Certainty | undefined
  readonly polarity?: Polarity | undefined
  readonly cues: readonly number[]
}

/** A sign to look for in a clause, with sentences that prove it: the clause of the named word has this status and polarity. */
export interface SignRule {
  readonly id: string
  /** The relation of a dependent without which the sign cannot be there: spares looking for it. */
  readonly needs?: 'aux' | 'mark' | 'advmod'
  /** The kind of word that its sentence must hold. */
  readonly words?: WordKind
  readonly find: (reading: Reading, clause: Clause) => Sign | null
  readonly examples: readonly (readonly [sentence: string, word: string, status: Certainty, polarity: Polarity])[]
  /** Sentences in whose clause of the named word the sign is not found. */
  readonly never: readonly (readonly [sentence: string, word: string])[]
}
