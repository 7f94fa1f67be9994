import { isTelling, SOURCE_NOUNS, type ReportingVerb } from '../../lang/en/reporting.js'
import { isTime } from '../../lang/en/calendar.js'
import type { Parsed } from './phrase.js'

/** `was accused by …`: what follows is not what its subject says. */
export const isPassive = ({ layers: { grammar } }: Parsed, i: number): boolean =>
  grammar.xpos(i) === 'VBN' &&
  grammar
    .children(i)
    .some((child) => (grammar.relation(child) === 'aux:pass' && grammar.xpos(child) !== 'VBZ') || grammar.relation(child) === 'nsubj:pass')

/** Whether a verb can stand aside from what it tells: it has a tense, and no object of its own (`Lund, the head of the bank, announced cuts`). */
export function isAside({ layers: { grammar, token } }: Parsed, i: number, subject: number | null): boolean {
  // `fell by $26m, officials say, a drop of half`: what stands behind the comma goes on with what is said
  const isObject = (child: number): boolean =>
    child > i &&
    token.norm(i + 1) !== ',' &&
    child !== subject &&
    grammar.relation(child) === 'obj' &&
    !isTelling(grammar.lemma(i)) &&
    !isTime(token.norm(child))
  return (!/^VB[GN]$/.test(grammar.xpos(i)) || grammar.lemma(i - 1) === 'have') && !grammar.children(i).some(isObject)
}

/** Whether the words before a verb only tell when or why it is said: `As prices fell, Lund announced cuts`. */
export function isSetting({ layers: { grammar, token } }: Parsed, first: number, end: number, i: number): boolean {
  if (!/^(as|when|while|after|before|although|though|since|because|in|with|by|even)$/.test(token.norm(first))) return false
  let top = end - 1
  while (top > first && !/^(VERB|AUX)$/.test(grammar.upos(top))) top--
  for (let steps = 0; steps < CLIMB && grammar.head(top) >= first && grammar.head(top) < end; steps++) top = grammar.head(top)
  return grammar.head(top) === i && /^(advcl|obl|advmod)/.test(grammar.relation(top))
}

/** So far up the tree the main verb of a stretch is looked for. */
const CLIMB = 12

/** Whether words before the verb can be what its subject says: no passive, no `after it was proclaimed`, no thing that proves. */
export function isSource(doc: Parsed, i: number, { kind }: ReportingVerb, subject: number | null): boolean {
  const { token, grammar } = doc.layers
  if (subject !== null && kind === 'evidence' && SOURCE_NOUNS.get(grammar.lemma(subject)) !== 'document') return false
  if (isPassive(doc, i) && (subject === null || token.norm(subject) !== 'it')) return false
  return !grammar.children(i).some((child) => grammar.relation(child) === 'mark' && child < i && !/^(as|that)$/.test(token.norm(child)))
}

export const endsQuotation = ({ layers: { token } }: Parsed, first: number): boolean => /^["”’'»]$|^\'\'$/.test(token.norm(first - 1))

/** Whether the act of reporting is over: `…, he said.`, not `In interviews, he questioned the plan`. */
export const ends = (follows: string): boolean => follows === '' || /^[.,;:?!)”"»—–-]$|^--$|^''$|^…$/.test(follows)

/** Whether there is a clause in a stretch of tokens. */
export function says({ layers: { grammar } }: Parsed, first: number, end: number): boolean {
  for (let i = end - 1; i >= first && i > end - 60; i--) if (/^(VERB|AUX)$/.test(grammar.upos(i))) return true
  return false
}
