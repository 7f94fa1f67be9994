import { part } from './parts.js'
import type { Parsed } from './reading.js'

const IF = /^(if|unless|provided|providing|assuming|lest|whether)$/

/** The conjunction of a condition before `head`; -1 where there is none. `Even if` concedes, it sets no condition. */
export const condition = (doc: Parsed, head: number): number => {
  const { token, grammar } = doc.layers
  return part(doc, head, (i) => i < head && IF.test(token.norm(i)) && grammar.relation(i) === 'mark' && token.norm(i - 1) !== 'as')
}

/** Words that take `if` for `whether`: `asked if`, `not sure if`. */
const ASKING =
  /^(ask|wonder|know|see|say|tell|decide|check|question|determine|doubt|find|understand|consider|investigate|examine|discuss|explain|establish|learn|sure|clear|unclear|certain|uncertain|unsure)$/
/** Whether the word that governs a clause takes `if` for `whether`. */
export const isAskedBy = ({ layers: { grammar } }: Parsed, head: number): boolean => ASKING.test(grammar.lemma(grammar.head(head)))
