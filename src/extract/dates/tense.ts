import type { Document } from '../../document/document.js'
import type { Sentence } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { MODAL, PLANNED } from '../../lang/en/dates/verbs.js'
import { clauseDirection } from './clause.js'

/**
 * `ahead` where only an infinitive or a present tense looks ahead, `behind` where a past verb rules the time through a noun alone (`told of a
 * cut in September`): what is near may outweigh these.
 */
export type Direction = 'past' | 'behind' | 'future' | 'ahead' | null
type Doc = Document<'token' | 'sentence' | 'grammar'>

const POSSESSIVE = new Set(["'s", '’s'])

/** How far a verb may stand from its time. Tokens. */
const REACH = 25

/** Whether the verb that governs a time lies before or after the publication; null where no verb says so. */
export function directionOf(doc: Doc, sentence: Sentence, span: Span): Direction {
  const { token } = doc.layers
  const first = token.at(span.start)
  const last = token.at(span.end - 1)
  if (POSSESSIVE.has(token.norm(last + 1))) return modalWithin(doc, last + 2, Math.min(sentence.endToken, last + 7))
  const clause = clauseDirection(doc, span)
  if (clause !== undefined) return clause
  for (let i = first - 1; i >= sentence.firstToken && i >= first - REACH; i--) {
    const norm = token.norm(i)
    if (norm === ';' || norm === '“' || norm === '``') break
    const direction = verb(doc, i, sentence.firstToken)
    if (direction !== undefined) return direction
  }
  for (let i = last + 1; i < sentence.endToken && i <= last + REACH; i++) {
    const norm = token.norm(i)
    if (norm === ';') break
    const direction = verb(doc, i, sentence.firstToken)
    if (direction !== undefined) return direction
  }
  return null
}

/** `Friday's meeting will …`: only what the noun itself does says whether its day is to come. */
function modalWithin(doc: Doc, first: number, end: number): Direction {
  for (let i = first; i < end; i++) if (MODAL.has(doc.layers.token.norm(i))) return 'future'
  return null
}

/** What the verb at a token says; undefined where there is none. */
function verb(doc: Doc, i: number, start: number): Direction | undefined {
  const { token, grammar } = doc.layers
  const norm = token.norm(i)
  const tag = grammar.xpos(i)
  if (MODAL.has(norm)) return 'future'
  if (tag === 'VBD') return PLANNED.has(norm) && (token.norm(i + 1) === 'to' || token.norm(i + 1) === 'for') ? 'future' : 'past'
  if (tag === 'VBN') return PLANNED.has(norm) ? 'future' : passive(doc, i, start)
  if (tag === 'VB') return infinitive(doc, i, start)
  if (tag === 'VBG') return progressive(doc, i, start)
  if (tag === 'VBZ' || tag === 'VBP')
    return PLANNED.has(norm) || PLANNED.has(token.norm(i + 1)) ? 'future' : norm === 'says' || norm === 'say' ? 'past' : undefined
  if (tag === '' && (norm === 'said' || norm === 'was' || norm === 'were' || norm === 'had')) return 'past'
  return undefined
}

/** A participle follows its auxiliary: `will be held`, `has been held`, `was held`; alone it is past. */
function passive(doc: Doc, i: number, start: number): Direction {
  const { token } = doc.layers
  for (let k = i - 1; k >= start && k >= i - 4; k--) {
    const norm = token.norm(k)
    if (MODAL.has(norm)) return 'future'
    if (norm === 'to') return 'future'
    if (norm === 'was' || norm === 'were' || norm === 'had' || norm === 'has' || norm === 'have') return 'past'
  }
  return 'past'
}

/** An infinitive takes the time of the verb that rules it: `plans to meet`, `failed to meet`. */
function infinitive(doc: Doc, i: number, start: number): Direction | undefined {
  const { token, grammar } = doc.layers
  const toldTo = token.norm(i - 1) === 'to' || token.norm(i - 2) === 'to'
  for (let k = i - 1; k >= start && k >= i - 8; k--) {
    const norm = token.norm(k)
    const tag = grammar.xpos(k)
    if (tag === 'MD' || PLANNED.has(norm)) return 'future'
    if (norm === 'did') return 'past'
    if (tag === 'VBD') return 'past'
    if (tag === 'VBZ' || tag === 'VBP') return 'future'
  }
  return toldTo ? 'ahead' : undefined
}

function progressive(doc: Doc, i: number, start: number): Direction | undefined {
  const { token } = doc.layers
  for (let k = i - 1; k >= start && k >= i - 3; k--) {
    const norm = token.norm(k)
    if (norm === 'is' || norm === 'are' || norm === 'be' || norm === 'am') return 'future'
    if (norm === 'was' || norm === 'were' || norm === 'been') return 'past'
  }
  return undefined
}
