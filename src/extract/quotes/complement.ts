import type { Span } from '../../document/span.js'
import { isAddressed, SOURCE_NOUNS, type ReportingVerb } from '../../lang/en/reporting.js'
import { complementOf, isQuote, stretch, subtree } from './extent.js'
import { isOwn } from './nominal.js'
import type { Parsed, TokenRange } from './phrase.js'

/** So far after its verb a preposition with what is said may stand: `accused the former head of the bank of lying`. */
const REACH = 12

interface Held {
  readonly content: readonly Span[]
  readonly rule: string
}

const held = (content: readonly Span[], rule: string): Held | null => (content.length ? { content, rule } : null)

/** What a verb says without a clause: `vowed to stay`, `called for talks`, `called it a mistake`, `accused them of lying`, `confirmed the visit`. */
export function complementIn(doc: Parsed, i: number, verb: ReportingVerb, sentence: TokenRange): Held | null {
  const { token, grammar } = doc.layers
  if (verb.inf) {
    const infinitive = infinitiveOf(doc, i, sentence)
    if (infinitive) return held(infinitive, 'verb-infinitive')
  }
  if (verb.ing) {
    const gerund = gerundOf(doc, i)
    if (gerund !== null) return held(subtree(doc, gerund), 'verb-gerund')
  }
  const object = grammar.children(i).find((child) => child > i && grammar.relation(child) === 'obj')
  const from = wordAfter(doc, i)
  if (verb.prepositions.size) {
    if (verb.prepositions.has(token.norm(from))) return held(prepositional(doc, from, sentence), 'verb-preposition')
    const preposition = prepositionBehind(doc, i, object, verb.prepositions, sentence)
    if (preposition !== null) {
      const end = endOf(doc, preposition, sentence)
      // `told a committee of parliament`: whom, not of what
      if (isAddressed(grammar.lemma(i)) && grammar.head(grammar.head(preposition)) === object) return null
      return held(stretch(doc, token.norm(preposition) === 'about' ? preposition + 1 : from, end), 'verb-object-preposition')
    }
  }
  if (verb.names && !isEverybody(doc, i)) {
    const named = naming(doc, i, object, sentence)
    if (named) return held(named, 'verb-naming')
  }
  return verb.np && object !== undefined && !isOwn(doc, object, sentence) ? held(subtree(doc, object), 'verb-object') : null
}

/** What is said by nobody in particular, or by whom `by` names: `is expected to win`, `was accused of lying`. */
export function passiveIn(doc: Parsed, i: number, verb: ReportingVerb, sentence: TokenRange): Held | null {
  const { token } = doc.layers
  if (verb.passive) {
    const infinitive = infinitiveOf(doc, i, sentence)
    if (infinitive) return held(infinitive, 'passive-infinitive')
  }
  const from = wordAfter(doc, i)
  return verb.prepositions.has(token.norm(from)) ? held(prepositional(doc, from, sentence), 'passive-preposition') : null
}

/** The `-ing` form that a verb takes: `proposed closing the plant`. */
function gerundOf({ layers: { grammar } }: Parsed, i: number): number | null {
  const gerund = grammar.children(i).find((child) => child > i && /^(xcomp|ccomp)$/.test(grammar.relation(child)))
  return gerund !== undefined && grammar.xpos(gerund) === 'VBG' && grammar.subtree(gerund).first > i ? gerund : null
}

/** `The poll shows Ms Lee ahead`: what a document shows, to the end of the clause. */
export function shown(doc: Parsed, i: number, verb: ReportingVerb, subject: number): Held | null {
  const { grammar } = doc.layers
  if (verb.kind !== 'evidence' || SOURCE_NOUNS.get(grammar.lemma(subject)) !== 'document') return null
  const object = grammar.children(i).find((child) => child > i && /^(obj|xcomp)$/.test(grammar.relation(child)))
  return object === undefined ? null : held(stretch(doc, grammar.subtree(object).first, grammar.subtree(i).last + 1), 'document-shows')
}

/** `They call the cliff “The Nose”`: a name, not what anybody says. */
const isEverybody = ({ layers: { token } }: Parsed, i: number): boolean =>
  /^(they|we|you|people|locals|is|are|was|were)$/.test(token.norm(i - 1))

/** The token after the verb, adverbs and particles left out: `called again for`. */
function wordAfter({ layers: { grammar } }: Parsed, i: number): number {
  return grammar.upos(i + 1) === 'ADV' || grammar.relation(i + 1) === 'compound:prt' ? i + 2 : i + 1
}

/** `vowed to stay`, `urged Congress to act`: from the person asked, or from `to`. */
function infinitiveOf(doc: Parsed, i: number, sentence: TokenRange): Span[] | null {
  const { token, grammar } = doc.layers
  const complement = complementOf(doc, i)
  const open = complement !== null && complement > i && /^(xcomp|advcl)$/.test(grammar.relation(complement)) ? complement : null
  if (open !== null && token.norm(grammar.subtree(open).first) === 'to') return subtree(doc, open)
  const from = wordAfter(doc, i)
  if (token.norm(from) !== 'to' || !/^(VB|NN)$/.test(grammar.xpos(from + 1))) return null
  return stretch(doc, from, Math.min(sentence.end, grammar.subtree(from + 1).last + 1))
}

/** What a preposition holds. */
function prepositional(doc: Parsed, preposition: number, sentence: TokenRange): Span[] {
  return stretch(doc, preposition + 1, endOf(doc, preposition, sentence))
}

/** Where the phrase ends that a preposition begins; `for the state to act` is one. */
function endOf({ layers: { token, grammar } }: Parsed, preposition: number, sentence: TokenRange): number {
  const noun = grammar.head(preposition)
  const last = noun > preposition ? grammar.subtree(noun).last : preposition + 1
  const acts = token.norm(preposition) === 'for' && token.norm(last + 1) === 'to' && grammar.xpos(last + 2) === 'VB'
  return Math.min(sentence.end, (acts ? Math.max(grammar.subtree(last + 2).last, last + 2) : last) + 1)
}

/** The first of the prepositions in the words after the verb, where an object stands between. */
function prepositionBehind(
  { layers: { token } }: Parsed,
  i: number,
  object: number | undefined,
  prepositions: ReadonlySet<string>,
  sentence: TokenRange,
): number | null {
  if (object === undefined) return null
  for (let at = object + 1; at < Math.min(sentence.end, i + REACH); at++) {
    const norm = token.norm(at)
    if (/^[.,;:?!]$/.test(norm)) return null
    if (prepositions.has(norm)) return at
  }
  return null
}

/** `called the plan a mistake`, `called it “reckless”`: what is named and how. */
function naming(doc: Parsed, i: number, object: number | undefined, sentence: TokenRange): Span[] | null {
  const { token, grammar } = doc.layers
  const complement = grammar.children(i).find((child) => child > i && /^(xcomp|ccomp)$/.test(grammar.relation(child)))
  if (complement !== undefined) {
    const first =
      object === undefined ? grammar.subtree(complement).first : Math.min(grammar.subtree(object).first, grammar.subtree(complement).first)
    return token.norm(first) === 'to' ? null : stretch(doc, Math.max(first, i + 1), grammar.subtree(complement).last + 1)
  }
  if (object === undefined) return null
  const { last } = grammar.subtree(object)
  for (let at = i + 1; at <= last + 1 && at < sentence.end; at++)
    if (isQuote(token.norm(at))) return stretch(doc, i + 1, Math.max(last + 1, closing(doc, at, sentence)))
  return null
}

/** The token after the mark that closes the quotation opened at `open`; the sentence's end where none does. */
function closing({ layers: { token } }: Parsed, open: number, sentence: TokenRange): number {
  for (let at = open + 1; at < sentence.end; at++) if (/^["”’'»]$|^''$/.test(token.norm(at))) return at + 1
  return sentence.end
}
