import { part } from './parts.js'
import type { Parsed } from './reading.js'
import type { Sign } from './sign.js'

/** Verbs whose infinitive takes place, whatever the tree hangs it on: `has begun to sell`. */
const REALISING = /^(begin|start|continue|come|tend|proceed|happen|help|cease)$/

/** `has begun to sell`: it is done. */
export const isRealised = ({ layers: { grammar } }: Parsed, to: number): boolean => REALISING.test(grammar.lemma(to - 1))

/** `went on to say`: it was said. */
export const wentOn = ({ layers: { token, grammar } }: Parsed, to: number): boolean =>
  token.norm(to - 1) === 'on' && grammar.lemma(to - 2) === 'go'

/** `The aim is to end …`, `the ministers are to meet`: `to` after `be`. */
export function toBe(doc: Parsed, head: number, to: number): Sign | null {
  const { token, grammar } = doc.layers
  const before = part(doc, head, (i) => i < to && /^(cop|aux)$/.test(grammar.relation(i)))
  return before >= 0 && grammar.lemma(before) === 'be' && token.norm(before) !== 'been' ? { status: 'planned', cues: [to] } : null
}

/** `the first to lead`, `the largest city to vote`: it did. */
export function afterSuperlative(doc: Parsed, head: number): boolean {
  const { token, grammar } = doc.layers
  const noun = grammar.head(head)
  const says = (i: number): boolean =>
    /^(first|second|third|last|latest|only|next)$/.test(token.norm(i)) || /^(JJS|RBS)$/.test(grammar.xpos(i))
  return says(noun) || part(doc, noun, (i) => i < noun && says(i)) >= 0
}

/** Verbs whose infinitive tells what came of it: `rose to reach`, `returned to find`. */
const OUTCOME =
  /^(rise|climb|jump|fall|drop|grow|rally|recover|go|come|return|wake|survive|live|emerge|beat|defeat|turn|combine|proceed|use)$/

/** Infinitives that tell how a day or a rise ended: `fell 3% to close at`. */
const ENDING = /^(reach|end|close|finish|hit|stand|total|settle)$/

/** `rose to reach`, `fell 3% to close at`: it came to that. */
export const isOutcome = (doc: Parsed, head: number, to: number): boolean => {
  const { token, grammar } = doc.layers
  const governor = grammar.head(head)
  if (token.norm(to - 1) === 'only') return true
  return (
    (OUTCOME.test(grammar.lemma(governor)) || ENDING.test(grammar.lemma(head))) && /^(VBD|VBN|VBZ|VBP|VBG)$/.test(grammar.xpos(governor))
  )
}
