import type { Evidence } from './evidence.js'
import { clauseOfVerb } from './statement/clause.js'
import { firstFault, type Fault } from './statement/fault.js'
import { FAULTS_OF_CLAUSE, FAULTS_OF_WORDS } from './statement/faults.js'
import { spokenOf, type Spoken } from './statement/spoken.js'

/** A clause as a sentence of its own. */
export interface Statement {
  readonly words: string
  readonly tokens: ReadonlySet<number>
}

/** A clause as a sentence, or what keeps it from being one. */
export type Told = Statement | Pick<Fault<never>, 'id' | 'means'>

/** What a verb's clause says as a sentence that stands alone; null where it has a fault. */
export function statementOf(evidence: Evidence, verb: number): Statement | null {
  const told = toldOf(evidence, verb)
  return 'words' in told ? told : null
}

/** What a verb's clause says as a sentence, or its first fault. */
export function toldOf(evidence: Evidence, verb: number): Told {
  let told = evidence.told.get(verb)
  if (told === undefined) evidence.told.set(verb, (told = madeOf(evidence, verb)))
  return told
}

function madeOf(evidence: Evidence, verb: number): Told {
  const clause = clauseOfVerb(evidence, verb)
  const fault = firstFault(FAULTS_OF_CLAUSE, clause)
  if (fault !== null) return fault
  const spoken = spokenOf(clause)
  return firstFault(FAULTS_OF_WORDS, spoken) ?? sentenceOf(spoken)
}

function sentenceOf({ evidence, tokens, first, auxiliary }: Spoken): Statement {
  const inserted = new Map(auxiliary === '' ? [] : [[first, auxiliary]])
  return { words: sentenceLike(evidence.wording.of(tokens, inserted)), tokens: new Set(tokens) }
}

/** Words without the comma or dash that a left-out part leaves behind; the sign of a number stays (`-5 degrees`). */
export const sentenceLike = (words: string): string => words.replace(/^[,;:–—-]+(?![\p{N}\p{Sc}]) */u, '').replace(/[ ,;:–—-]+$/, '')
