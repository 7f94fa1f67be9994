import { FINITE } from '../../document/grammar.js'
import type { Span } from '../../document/span.js'
import { Shape } from '../../document/tokens.js'
import { SOURCE_NOUNS } from '../../lang/en/reporting.js'
import { isWeekday } from '../../lang/en/calendar.js'
import { resumption } from './resumption.js'
import { controllerOf, isHyphen, nounPhrase, spanOf, type Parsed, type TokenRange } from './phrase.js'

const QUOTES: ReadonlySet<string> = new Set(['"', '“', '”', '„', '«', '‘', "'", '``'])

/** Whether a word is an opening quotation mark. */
export const isQuote = (norm: string): boolean => QUOTES.has(norm)

/** What stands between subject and verb. */
const BESIDE = /^(AUX|ADV|PART)$/

/** So many words after its verb `that` may stand. */
const THAT_REACH = 10

/** An aside before `that` has at most so many words, a title with its marks so many tokens. */
const ASIDE_REACH = 14
const LONGEST_TITLE = 9

const TRAILING = /^[,;:.!?–—-]$|^--$|^…$/
const LEADING = /^[,;:.!?–—-]$|^--$/

/** The words that only report: subject, verb, to whom, when; up to the next comma, `that`, quotation mark or complement. */
export function cueClause(doc: Parsed, verb: number, subject: number | null, sentence: TokenRange): TokenRange {
  const { token, grammar } = doc.layers
  let first = verb
  const leftmost = subject !== null && subject < verb ? nounPhrase(doc, subject).first : verb
  while (first > sentence.first && verb - first < 6 && BESIDE.test(grammar.upos(first - 1))) first--
  if (verb - leftmost < 40) first = Math.min(first, leftmost)
  const complement = complementOf(doc, verb)
  const limit = complement !== null && complement > verb ? grammar.subtree(complement).first : sentence.end
  let end = verb + 1
  if (subject !== null && subject > verb) end = nounPhrase(doc, subject).end
  while (end < Math.max(limit, verb + 1) && end < sentence.end) {
    const norm = token.norm(end)
    const apart = isRelative(doc, end, verb) ? relativeEnd(doc, end, sentence.end) : titleEnd(doc, end, sentence.end)
    if (apart >= 0) {
      end = apart
      continue
    }
    if (TRAILING.test(norm) || isQuote(norm) || norm === 'that' || norm === 'whether') break
    // `said Monday the bridge is safe`: a day right behind the verb says when
    if (!belongs(doc, end, verb, subject) && !(end === verb + 1 && isWeekday(norm))) break
    end++
  }
  end = thatAfter(doc, end, sentence) ?? thatBehindAside(doc, end, sentence) ?? end
  return { first: Math.max(first, sentence.first), end }
}

/** `said on Friday that`, `told a crowd of workers that`, `asked Lund whether`: where the clause begins, no verb before it. */
function thatAfter(doc: Parsed, from: number, { end }: TokenRange): number | null {
  const { token, grammar } = doc.layers
  for (let i = from; i < Math.min(end, from + THAT_REACH); i++) {
    if (token.norm(i) === 'whether' && i > from) return i
    if (token.norm(i) === 'that')
      return (grammar.upos(i) === 'DET' && i === from) || isNouns(doc, i) || isRelative(doc, i, from - 1) ? null : i
    if (/^(VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(grammar.upos(i))) return null
  }
  return null
}

/** `told the press, including Reuters, that`: where the clause begins that an aside between two commas keeps from its verb. */
function thatBehindAside({ layers: { token, grammar } }: Parsed, comma: number, { end }: TokenRange): number | null {
  if (token.norm(comma) !== ',') return null
  for (let i = comma + 1; i + 1 < Math.min(end, comma + ASIDE_REACH); i++) {
    if (token.norm(i) === ',') return token.norm(i + 1) === 'that' && grammar.xpos(i + 1) === 'IN' ? i + 1 : null
    if (FINITE.test(grammar.xpos(i)) || /^(PUNCT|CCONJ)$/.test(grammar.upos(i))) return null
  }
  return null
}

/** `told CNN on “State of the Union”`: the token after a title, which begins behind a preposition and is written in capitals; -1 where none begins. */
function titleEnd({ layers: { token, grammar } }: Parsed, open: number, end: number): number {
  if (!isQuote(token.norm(open)) || grammar.upos(open - 1) !== 'ADP' || !PLACES.has(token.norm(open - 1))) return -1
  for (let i = open + 1; i < Math.min(end, open + LONGEST_TITLE); i++) {
    if (isClosing(token.norm(i))) return i > open + 1 ? i + 1 : -1
    if (token.shape[i] === Shape.lower && /^(NOUN|VERB|AUX|ADJ|ADV|PRON)$/.test(grammar.upos(i))) return -1
  }
  return -1
}

/** Prepositions before the name of what somebody speaks in: a programme, a newspaper, a book. */
const PLACES: ReadonlySet<string> = new Set(['on', 'in', 'for', 'at', 'to', 'during', 'from'])

/** Whether `that` is the subject of a relative clause: `agreed on a deal that would last`, `in an interview that aired`. */
const isRelative = ({ layers: { token, grammar } }: Parsed, that: number, verb: number): boolean =>
  token.norm(that) === 'that' &&
  that > verb + 1 &&
  (grammar.xpos(that) === 'WDT' || grammar.upos(that - 1) === 'NOUN') &&
  /^(VERB|AUX)$/.test(grammar.upos(that + 1)) &&
  grammar.xpos(that + 1) !== 'VBG'

/** Where a relative clause ends: the tree may not know, so at the next mark. */
function relativeEnd({ layers: { token } }: Parsed, that: number, end: number): number {
  let at = that + 1
  while (at < end && !TRAILING.test(token.norm(at)) && !isQuote(token.norm(at)) && token.norm(at) !== 'that') at++
  return at
}

/** Whether `that` begins what a noun holds: `found no sign that`, `rejected the claim that`. */
export const isNouns = ({ layers: { token, grammar } }: Parsed, that: number): boolean =>
  grammar.upos(that - 1) === 'NOUN' && SOURCE_NOUNS.get(grammar.lemma(that - 1)) === 'statement' && token.norm(that) === 'that'

/** Whether a token after the verb hangs on it without being what is said. */
function belongs(doc: Parsed, i: number, verb: number, subject: number | null): boolean {
  const { grammar } = doc.layers
  for (let at = i, steps = 0; at >= 0 && steps < 12; at = grammar.head(at), steps++) {
    if (at === subject) return true
    if (grammar.head(at) === verb)
      return (
        /^(obl|obl:tmod|obl:npmod|obl:unmarked|iobj|advmod|obj|compound:prt|nsubj|aux|nmod:tmod|nmod)/.test(grammar.relation(at)) &&
        at > verb
      )
  }
  return false
}

/** The clause or infinitive that a verb takes. */
export const complementOf = (doc: Parsed, verb: number): number | null => {
  const { grammar } = doc.layers
  const children = grammar.children(verb)
  return (
    children.find((child) => grammar.relation(child) === 'ccomp') ??
    children.find((child) => child > verb && (grammar.relation(child) === 'xcomp' || controllerOf(grammar, child) >= 0)) ??
    null
  )
}

/** Whether what is said stands before: a comma, a closing mark or a question before the cue, and words before that. */
export function before(doc: Parsed, first: number, sentence: TokenRange): boolean {
  const { token } = doc.layers
  return first - sentence.first >= 2 && !isHyphen(doc, first - 1) && /^[,?!”"’'»—–-]$|^''$|^--$/.test(token.norm(first - 1))
}

/**
 * From `from` to the end of the sentence, short of what continues the act of reporting itself (`, adding that …`) and of the end of the
 * relative clause that reports (`Lee, who said it was late, left`).
 */
export function after(doc: Parsed, from: number, cue: number, sentence: TokenRange): Span[] {
  const { token, grammar } = doc.layers
  const start = token.norm(from) === 'that' || LEADING.test(token.norm(from)) ? from + 1 : from
  const { last } = grammar.subtree(cue)
  const isRelative = grammar.relation(cue) === 'acl:relcl' && token.norm(last + 1) === ',' && last > start
  const end = isRelative ? Math.min(sentence.end, last + 1) : mainVerb(doc, cue, start, sentence.end)
  return stretch(doc, start, resumption(doc, cue, start, end))
}

/** Where the verb of the main clause follows the comma behind a relative clause: `Lee, who said it was late, left`; `end` where none does. */
function mainVerb({ layers: { token, grammar } }: Parsed, cue: number, start: number, end: number): number {
  if (token.norm(cue - 1) !== 'who' || token.norm(cue - 2) !== ',') return end
  for (let i = start + 1; i + 1 < end; i++)
    if (token.norm(i) === ',' && /^(VBD|VBZ|MD)$/.test(grammar.xpos(i + 1)) && grammar.upos(i + 1) !== 'NOUN') return i
  return end
}

/** Everything that depends on a token, as a span. */
export const subtree = (doc: Parsed, i: number): Span[] => {
  const { first, last } = doc.layers.grammar.subtree(i)
  return stretch(doc, first, last + 1)
}

const CLOSING: ReadonlySet<string> = new Set(['"', '“', '”', '’', "'", '»', "''"])
const isClosing = (norm: string): boolean => CLOSING.has(norm)

/** A mark and its partner lie at most so many tokens apart. */
const PAIR_REACH = 40

/** Whether a mark at the edge of a stretch has its partner inside, not at the other edge: `“a disgrace” to the town`. */
function isPaired({ layers: { token } }: Parsed, mark: number, step: 1 | -1, limit: number): boolean {
  for (let i = mark + step, left = PAIR_REACH; left > 0 && (step > 0 ? i < limit - 1 : i > limit); i += step, left--) {
    const norm = token.norm(i)
    if (step > 0 ? isClosing(norm) : isQuote(norm)) return norm !== "'" && norm !== '’'
  }
  return false
}

/** A stretch of tokens as a span, without the punctuation and quotation marks around it; nothing where no word is left. */
export function stretch(doc: Parsed, first: number, end: number): Span[] {
  const { token, grammar } = doc.layers
  while (
    first < end &&
    (TRAILING.test(token.norm(first)) || token.isBullet(first) || (isQuote(token.norm(first)) && !isPaired(doc, first, 1, end)))
  )
    first++
  while (end > first && (TRAILING.test(token.norm(end - 1)) || (isClosing(token.norm(end - 1)) && !isPaired(doc, end - 1, -1, first))))
    end--
  if (first < end && token.norm(end - 1) === 'and') end--
  for (let i = first; i < end; i++) if (grammar.upos(i) !== 'PUNCT') return [spanOf(doc, { first, end })]
  return []
}
