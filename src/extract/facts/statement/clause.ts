import type { Grammar } from '../../../document/grammar.js'
import type { Tokens } from '../../../document/tokens.js'
import { argumentsOf } from '../../events/arguments.js'
import { chainOf } from '../../events/clause.js'
import type { Evidence } from '../evidence.js'

/** A verb's clause before it is put in words: what most faults are told by. */
export interface Clause {
  readonly evidence: Evidence
  readonly grammar: Grammar
  readonly token: Tokens
  /** The verb that is asked about. */
  readonly verb: number
  /** The verbs from the one that opens its chain down to it: `plans → try → visit`. */
  readonly chain: readonly number[]
  /** The first of them: subject and tense are its own. */
  readonly top: number
  /** The head of the subject's phrase; -1 where there is none. */
  readonly subject: number
}

/** The clause of a verb. */
export function clauseOfVerb(evidence: Evidence, verb: number): Clause {
  const { doc } = evidence
  const { grammar, token } = doc.layers
  const chain = chainOf(doc, verb)
  const top = chain[0]!
  const { agent, patient, passive } = argumentsOf(doc, top)
  return { evidence, grammar, token, verb, chain, top, subject: passive ? patient : agent }
}
