import { mentionOf } from '../../document/entities.js'
import { FINITE, type Grammar } from '../../document/grammar.js'
import type { Quote, Speaker } from '../../document/layers.js'
import type { Span } from '../../document/span.js'
import { ATTRIBUTING_VERBS, needsAddressee } from '../../lang/en/reporting.js'
import { isThirdPerson } from '../../lang/en/pronouns.js'
import { isFinite } from '../events/arguments.js'
import type { TokenRange } from '../../text/tree.js'
import { withMark } from '../figures/mark.js'
import type { Form } from './confidence.js'
import type { Evidence } from './evidence.js'
import { statementOf } from './statement.js'
import { oneLine, shorten } from './words.js'

/** Characters of a quotation that its summary repeats, and of the name before it. */
const IN_SUMMARY = 170
const NAME = 60

/** Words that a direct quotation has at least: `“killing fields”` is an expression, not a saying. */
const FEWEST = 3

/** At least so many words. */
const SEVERAL = /\S \S+ \S/

/** Tokens of a reported clause that are put in words; the rest would be cut. */
const LONGEST = 60

/** What a quotation says as a sentence with its speaker. */
export interface Said {
  readonly words: string
  readonly form: Form
}

/** What a quotation says as a sentence with its speaker; null where its words alone tell nothing. */
export function said(evidence: Evidence, quote: Quote, name: string): Said | null {
  if (quote.direct) return direct(evidence, quote, name)
  const tokens = tokensOf(evidence, quote)
  const infinitive = evidence.doc.layers.token.norm(tokens[0] ?? -1) === 'to'
  return !infinitive && !NOMINAL.test(quote.rule) && isClause(evidence, tokens) && !isPhrase(evidence, quote, tokens)
    ? reported(evidence, quote, name, tokens)
    : acted(evidence, quote)
}

/** Rules that take a noun, a name or an infinitive for what is said. */
const NOMINAL = /verb-(?:object|preposition|object-preposition|naming|gerund|infinitive)$/

/** All words of a quotation, those of its speaker between them left out. */
export const wordsOf = ({ doc }: Evidence, { segments, start, end }: Quote): string =>
  segments.length === 0
    ? oneLine(doc.slice({ start, end }))
    : segments.map((one) => oneLine(doc.slice(one))).reduce((before, next) => `${closed(before, next)} ${next}`)

/** The comma before `she said` ends a sentence where the words go on with another. */
const closed = (before: string, next: string): string => (/^[A-Z]/.test(next) && !/^I\b/.test(next) ? before.replace(/,$/, '.') : before)

/** The words as they stand in marks. */
function direct(evidence: Evidence, quote: Quote, name: string): Said | null {
  const words = wordsOf(evidence, quote).replace(/[,;:\s]+$/, '')
  if (!SEVERAL.test(words)) return null
  return { words: `${shorten(name, NAME)}: “${shorten(words, IN_SUMMARY)}”`, form: 'quote.direct' }
}

/** A clause that is reported, with names and dates resolved: `The Kremlin confirmed that …`, `…, according to Ann Lee`, `Mr Lund: …`. */
function reported(evidence: Evidence, { cue, speaker }: Quote, who: string, tokens: readonly number[]): Said | null {
  const { token, grammar } = evidence.doc.layers
  const name = `${hasArticle(evidence, speaker!) ? 'the ' : ''}${shorten(who, NAME)}`
  const at = cue === null ? -1 : token.at(cue.start)
  const content = shorten(
    lower(evidence, tokens, evidence.wording.of(tokens, pauses(evidence, tokens), speaker!.entity).replace(/ ,/g, ',')),
    IN_SUMMARY,
  ).replace(/[,;:]$|,(?=[”"]$)/, '')
  if (at >= 0 && /^accord/.test(token.norm(at)))
    return OPENED.test(content) ? null : { words: `${content}, according to ${name}`, form: 'quote.source' }
  if (lacksSubject(evidence, tokens[0]!) || /^(?:who|which)\b/i.test(content) || isAboutUnknown(evidence, tokens, speaker!)) return null
  if (at >= 0 && (isReduced(evidence, at) || !isSaid(evidence, cue!))) return null
  const verb = at < 0 ? '' : sayingOf(evidence, at, cue!)
  if (verb === null || (verb === '' && OPENED.test(content))) return null
  const that = OPENED.test(content) || grammar.relation(tokens[0]!) === 'xcomp' ? '' : 'that '
  return verb === ''
    ? { words: `${name}: ${content}`, form: 'quote.colon' }
    : { words: `${name} ${verb} ${that}${content}`, form: 'quote.clause' }
}

/** Whether what is said begins with a verb that has a tense. */
const lacksSubject = ({ doc: { layers } }: Evidence, first: number): boolean =>
  /^(?:AUX|VERB)$/.test(layers.grammar.upos(first)) && FINITE.test(layers.grammar.xpos(first))

/** Whether it was said, not only asked or supposed. */
function isSaid(evidence: Evidence, cue: Span): boolean {
  const { status, polarity } = evidence.status(cue)
  return polarity === 'affirmed' && !/^(?:conditional|questioned)$/.test(status)
}

/** Whether what is said is of `it` or `they`, of whom only the text before tells; a body may speak so of itself, and several of themselves. */
function isAboutUnknown({ doc }: Evidence, tokens: readonly number[], { entity }: Speaker): boolean {
  const { grammar, token } = doc.layers
  const subject = tokens.find((i) => /^nsubj/.test(grammar.relation(i)))
  if (subject === undefined || subject > tokens[0]! + 2) return false
  const norm = token.norm(subject)
  if (!isThirdPerson(norm) || mentionOf(doc.layers.entity, token, subject)) return false
  const type = entity === null ? null : doc.layers.entity.all[entity]!.type
  const predicate = grammar.head(subject)
  if (norm === 'it') return type !== 'ORGANIZATION' && type !== 'LOCATION' && type !== null && !isEmpty(grammar, predicate)
  return norm === 'they' ? type === 'PERSON' : type !== null && type !== 'PERSON'
}

/** `it is clear that`, `it would harm us to`: a subject that stands for the clause behind it. */
const isEmpty = (grammar: Grammar, predicate: number): boolean =>
  grammar.upos(predicate) === 'ADJ' ||
  grammar.children(predicate).some((child) => child > predicate && /^(?:ccomp|csubj|xcomp|advcl|acl)/.test(grammar.relation(child)))

/** Whether a saying tells which noun is meant, and lacks that noun: `the bill the city says it needs`. */
function isReduced({ doc }: Evidence, at: number): boolean {
  const { grammar, token } = doc.layers
  const subject = grammar.children(at).find((child) => child < at && grammar.relation(child) === 'nsubj')
  if (subject === undefined || /^W/.test(grammar.xpos(subject))) return false
  if (grammar.relation(at) === 'acl:relcl') return true
  const { first } = grammar.subtree(subject)
  return first > 0 && grammar.upos(first - 1) === 'NOUN' && token.norm(first) === 'the' && grammar.relation(at) !== 'root'
}

/** How somebody says it (`denied`, `has said`); '' where only a colon tells it, null where nobody is said to have said it (`to say that …`). */
function sayingOf({ doc }: Evidence, at: number, cue: Span): string | null {
  const { token, grammar } = doc.layers
  const frame = ATTRIBUTING_VERBS.get(grammar.lemma(at))
  const tag = grammar.xpos(at)
  if (grammar.upos(at) !== 'VERB' || frame === undefined || token.end[at] !== cue.end) return ''
  if (tag === 'VBG') return frame.kind === 'speech' ? '' : null
  const have = grammar.children(at).find((child) => /^aux$/.test(grammar.relation(child)) && /^(?:has|have|had)$/.test(token.norm(child)))
  // `sources say`: right behind a noun it is no infinitive
  if ((tag === 'VB' && grammar.upos(at - 1) !== 'NOUN') || (tag === 'VBN' && have === undefined)) return null
  if (!frame.that || needsAddressee(grammar.lemma(at))) return ''
  const particle = grammar.relation(at + 1) === 'compound:prt' || (grammar.lemma(at) === 'point' && token.norm(at + 1) === 'out')
  return `${tag === 'VBN' ? `${token.norm(have!)} ` : ''}${token.norm(at)}${particle ? ` ${token.norm(at + 1)}` : ''}`
}

/** The commas around `she said` come back as one before the words that go on. */
function pauses({ doc }: Evidence, tokens: readonly number[]): ReadonlyMap<number, string> {
  const goesOn = tokens.filter((i, k) => k > 0 && tokens[k - 1]! < i - 1 && !/^(?:VERB|AUX|ADJ|PART)$/.test(doc.layers.grammar.upos(i)))
  return new Map(goesOn.map((i) => [i, ',']))
}

/** Whether the text gives a speaker's name an article that is no part of it: `the Kremlin`. */
function hasArticle({ doc }: Evidence, { start, name }: Speaker): boolean {
  const { token } = doc.layers
  return token.norm(token.at(start) - 1) === 'the' && !/^the /i.test(name) && oneLine(doc.text.slice(start, start + name.length)) === name
}

/** What needs no `that` before it. */
const OPENED = /^(?:whether|if|how|what|why|who|when|where|which|to)\b/i

/** What somebody does by saying it (`denied any wrongdoing`, `called it a joke`): the clause of the verb; null where it only takes a side. */
function acted(evidence: Evidence, { cue, start, end }: Quote): Said | null {
  if (cue === null) return null
  const { token, grammar } = evidence.doc.layers
  const verb = token.at(cue.start)
  const kind = grammar.upos(verb) === 'VERB' ? ATTRIBUTING_VERBS.get(grammar.lemma(verb))?.kind : undefined
  if (kind !== 'speech' && kind !== 'writing') return null
  // `met them to explain the memos`: nobody is known to have said it
  if (grammar.xpos(verb) === 'VB' && !grammar.children(verb).some((child) => grammar.relation(child) === 'aux')) return null
  const certainty = evidence.status(cue)
  if (/^(?:possible|conditional|questioned|unlikely|expected)$/.test(certainty.status)) return null
  const statement = statementOf(evidence, verb)
  const content = token.range({ start, end })
  if (VAGUE.test(token.norm(content.first)) && grammar.relation(content.first) !== 'det') return null
  if (statement === null || content.first < verb || content.end - content.first < 2) return null
  if (!statement.tokens.has(endOf(evidence, content))) return null
  return { words: statement.words, form: 'quote.act' }
}

/** Words that name nothing; before a noun they say which. */
const VAGUE = /^(?:something|anything|nothing|everything|things|that|so|it|this)$/

/** The last token of what is said before a clause that describes it: `a plan that …`. */
function endOf({ doc }: Evidence, { first, end }: TokenRange): number {
  for (let i = first + 1; i < end; i++) if (/^W(?:DT|P)/.test(doc.layers.grammar.xpos(i))) return i - 1
  return end - 1
}

/** The tokens of what is said, without the conjunctions before it. */
function tokensOf({ doc }: Evidence, quote: Quote): number[] {
  const { token, grammar } = doc.layers
  const tokens: number[] = []
  for (const span of quote.segments.length === 0 ? [quote] : quote.segments) {
    const { first, end } = token.range(span)
    for (let i = first; i < end && tokens.length < LONGEST; i++)
      if (
        tokens.length > 0 ||
        !(token.norm(i) === 'that' || grammar.upos(i) === 'CCONJ' || grammar.upos(i) === 'PUNCT') ||
        isMark(token.norm(i)) ||
        withMark(doc, i + 1) === i
      )
        tokens.push(i)
  }
  return tokens
}

const isMark = (norm: string): boolean => /^["“'‘]/.test(norm)

const SUBJECT = /^(?:nsubj|csubj|expl)/
/** Whether words hold a finite predicate with its subject, and do not break off before what they announce. */
function isClause({ doc }: Evidence, tokens: readonly number[]): boolean {
  const { grammar } = doc.layers
  if (tokens.length < FEWEST || /^(?:AUX|SCONJ|DET|CCONJ)$/.test(grammar.upos(tokens.at(-1)!))) return false
  const inside = new Set(tokens)
  // the tree of a sentence that `, she said,` interrupts hangs its pieces on the saying
  const broken = tokens.at(-1)! - tokens[0]! >= tokens.length
  if (broken && tokens.some((i) => SUBJECT.test(grammar.relation(i))) && tokens.some((i) => FINITE.test(grammar.xpos(i)))) return true
  return tokens.some((i) => {
    const head = grammar.head(i)
    return (
      SUBJECT.test(grammar.relation(i)) &&
      inside.has(head) &&
      !(/^(?:acl|advcl)/.test(grammar.relation(head)) && inside.has(grammar.head(head))) &&
      isFinite(doc, head)
    )
  })
}

/** Whether what a verb takes is a noun, whatever clauses hang on it: `touted his record, noting that he won`. */
function isPhrase({ doc }: Evidence, { cue }: Quote, tokens: readonly number[]): boolean {
  const { grammar, token } = doc.layers
  const at = cue === null ? -1 : token.at(cue.start)
  if (at < 0 || grammar.upos(at) !== 'VERB' || ATTRIBUTING_VERBS.get(grammar.lemma(at))?.that === true) return false
  return (
    tokens[0]! > at &&
    grammar.children(at).some((child) => grammar.relation(child) === 'obj' && child >= tokens[0]! && child <= tokens.at(-1)!)
  )
}

/** A sentence's own capital goes where the words no longer begin one. */
function lower({ doc }: Evidence, tokens: readonly number[], words: string): string {
  const first = tokens[0] ?? 0
  const { grammar } = doc.layers
  const common = /^(?:DET|PRON|ADP|SCONJ|CCONJ|ADV|NOUN|NUM)$/.test(grammar.upos(first)) || grammar.xpos(first) === 'VBG'
  return common && /^[A-Z][a-z ]/.test(words) && !/^I\b/.test(words) && words.startsWith(doc.layers.token.form(first))
    ? words.charAt(0).toLowerCase() + words.slice(1)
    : words
}
