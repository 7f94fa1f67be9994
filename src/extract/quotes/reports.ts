import { FINITE } from '../../document/grammar.js'
import { within, type Span } from '../../document/span.js'
import { isAddressed, ATTRIBUTING_VERBS, HOLDING_WORDS, SOURCE_NOUNS, type ReportingVerb } from '../../lang/en/reporting.js'
import { afterDateline } from '../../text/dateline.js'
import { ends, endsQuotation, isAside, isPassive, isSetting, isSource, says } from './aside.js'
import { closingReport } from './closing.js'
import { complementIn, passiveIn, shown } from './complement.js'
import { headline } from './headline.js'
import { after, before, complementOf, cueClause, isNouns, isQuote, stretch } from './extent.js'
import { agentOf, nounPhrase, spanOf, type Parsed, type TokenRange } from './phrase.js'
import { byAdjective, byNoun } from './nominal.js'
import type { Article } from './speaker.js'
import { reporterOf } from './subject.js'

/** One act of reporting: the word that reports, who reports, and the stretches that are reported. */
export interface Report {
  /** Token of the cue's head. */
  readonly cueToken: number
  readonly cue: Span
  /** The words for the speaker; null where nobody is named. */
  readonly speaker: TokenRange | null
  readonly speakerHead: number | null
  /** In text order; more than one where the cue interrupts. */
  readonly content: readonly Span[]
  /** Whether it tells what somebody wants or supports rather than what they state. */
  readonly stance: boolean
  readonly rule: string
}

type Finder = (doc: Parsed, i: number, sentence: TokenRange) => Report | null

/** Every act of reporting in the text, sentence by sentence. */
export function reports(doc: Article): Report[] {
  const { token, grammar, sentence } = doc.layers
  const isAccording = token.each((norm) => norm === 'according')
  const isHolding = token.each((norm) => HOLDING_WORDS.has(norm))
  const found: Report[] = []
  for (const { firstToken, endToken: end } of sentence) {
    const first = afterDateline(doc, firstToken, end)
    const from = found.length
    const title = headline(doc, { first, end })
    if (title) found.push(title)
    for (let i = first; i < end; i++) {
      const find = isAccording[token.word[i]!] ? accordingTo : BY_TAG[grammar.upos(i)]
      const closes = i + 2 >= end && i > first + 3
      if (!closes && (find === undefined || (find !== byVerb && find !== accordingTo && (i + 1 === end || !isHolding[token.word[i + 1]!]))))
        continue
      const report = find?.(doc, i, { first, end }) ?? (closes ? closingReport(doc, i, { first, end }) : null)
      if (report) found.push(report)
    }
    shorten(found, from)
  }
  return found
}

/** So many acts of reporting that close a sentence are looked at: more stand only in text that nobody wrote. */
const MOST_CLOSING = 4

/** Takes the act of reporting that closes a sentence out of what is said inside it: `She confirmed the visit, Reuters reported`. */
function shorten(found: Report[], from: number): void {
  const closing = found
    .slice(from)
    .filter(({ rule, content }) => (rule === 'content-verb' || rule === 'according-to') && content.length === 1)
  for (const outer of closing.slice(-MOST_CLOSING)) {
    const limit = outer.content[0]!
    for (let i = from; i < found.length; i++) {
      const inner = found[i]!
      if (inner === outer || !within(inner.cue, limit) || outer.cue.start < limit.end) continue
      const content = inner.content.flatMap(({ start, end }) => (start < limit.end ? [{ start, end: Math.min(end, limit.end) }] : []))
      if (content.length) found[i] = { ...inner, content }
    }
  }
}

/** `… said that …`, `… , he said`, `confirmed the meeting`, `vowed to …`, `called for talks`. */
const byVerb: Finder = (doc, i, sentence) => {
  const { token, grammar } = doc.layers
  const verb = ATTRIBUTING_VERBS.get(grammar.lemma(i))
  if (!verb || isIdiom(doc, i) || isCitation(doc, i)) return null
  const subject = reporterOf(doc, i, sentence)
  // `asked whether he would go, he left`: nobody is known to ask
  if (subject === null && grammar.xpos(i) === 'VBN') return null
  const clause = cueClause(doc, i, subject, sentence)
  // `neither confirmed nor denied that`: the verb beside the clause reports it
  const passesOn = grammar.upos(clause.end) === 'CCONJ' && grammar.head(clause.end + 1) === i && grammar.relation(clause.end + 1) === 'conj'
  const complement = passesOn ? null : complementOf(doc, i)
  if (verb.kind === 'evidence' && grammar.xpos(i) === 'VB' && (subject === null || SOURCE_NOUNS.get(grammar.lemma(subject)) !== 'document'))
    return null
  if (verb.kind === 'thought' && isTold(doc, i, verb)) return null
  // `it was reported that`: nobody says who
  const source = subject !== null && token.norm(subject) === 'it' && isPassive(doc, i) ? agentOf(doc, i) : subject
  const report = (content: readonly Span[], rule: string): Report | null =>
    content.length === 0
      ? null
      : {
          cueToken: i,
          cue: spanOf(doc, { first: i, end: i + 1 }),
          ...speakerOf(doc, source, clause),
          content,
          stance: isStance(verb, rule),
          rule,
        }

  const follows = clause.end < sentence.end ? token.norm(clause.end) : ''
  const quoteFollows = isQuote(follows) || (/^[,:]$/.test(follows) && isQuote(token.norm(clause.end + 1)))
  if (
    verb.that &&
    ((follows === 'that' && !isNouns(doc, clause.end) && !isObjects(doc, i, clause.end)) ||
      follows === 'whether' ||
      follows === ':' ||
      quoteFollows)
  )
    return report([after(doc, clause.end, i, sentence)].flat(), 'verb-content')
  if (verb.quote && quoteFollows && (verb.kind !== 'manner' || !isQuote(follows)))
    return report(after(doc, clause.end, i, sentence), 'verb-content')
  const closed = endsQuotation(doc, clause.first)
  // `…, Lund said, since …`: what follows is part of what is said where the tree takes it for that
  const interrupts = follows === ',' && (grammar.upos(clause.end + 1) !== 'SCONJ' || (complement !== null && complement > i))
  const resumes =
    follows === ',' &&
    grammar.xpos(clause.end + 1) !== 'VBG' &&
    !/^(but|while|though|although)$/.test(token.norm(clause.end + 1)) &&
    (isQuote(token.norm(clause.end + 1)) || (subject !== null && subject < i && !isQuote(token.norm(clause.first - 1))))
  const aside =
    closed ||
    (isAside(doc, i, subject) &&
      (resumes || !isSetting(doc, sentence.first, clause.first, i)) &&
      (interrupts || ((complement === null || complement < i) && ends(follows) && says(doc, sentence.first, clause.first))))
  if ((verb.that || (verb.quote && closed)) && aside && before(doc, clause.first, sentence)) {
    if (!closed && !isSource(doc, i, verb, subject)) return null
    const rest = resumes ? after(doc, clause.end, i, sentence) : []
    return report([...stretch(doc, sentence.first, clause.first), ...rest], 'content-verb')
  }
  // `as decency demands, …`: nobody says that it is so
  if (verb.that && follows === ',' && token.norm(clause.first - 1) === 'as' && grammar.lemma(i) !== 'demand')
    return report(after(doc, clause.end + 1, i, sentence), 'as-clause')
  const infinitive = verb.inf && token.norm(i + 1) === 'to'
  if (!infinitive && complement !== null && complement > i && verb.that && !/^(xcomp|advcl)$/.test(grammar.relation(complement)))
    return report(after(doc, clauseStart(doc, i, Math.min(grammar.subtree(complement).first, clause.end)), i, sentence), 'verb-clause')
  const from = clauseStart(doc, i, clause.end)
  if (verb.that && from < clause.end) return report(after(doc, from, i, sentence), 'verb-clause')
  if (isPassive(doc, i)) {
    const said = passiveIn(doc, i, verb, sentence)
    const agent = agentOf(doc, i)
    return said && { ...report(said.content, said.rule)!, ...speakerOf(doc, agent, clause) }
  }
  if (subject === null || isTold(doc, i, verb)) return null
  const held = complementIn(doc, i, verb, sentence) ?? shown(doc, i, verb, subject)
  if (held) return report(held.content, held.rule)
  return verb.that && opensClause(doc, i, sentence) ? report(after(doc, i + 1, i, sentence), 'verb-clause') : null
}

const BY_TAG: Readonly<Partial<Record<string, Finder>>> = { VERB: byVerb, NOUN: byNoun, ADJ: byAdjective }

/** `According to X, …`, `…, according to X`, `… , according to X, …`. */
const accordingTo: Finder = (doc, i, sentence) => {
  const { token, grammar } = doc.layers
  if (token.norm(i + 1) !== 'to') return null
  let head = i + 2
  const stop = Math.min(sentence.end, i + 24)
  while (head < stop && !/^(NOUN|PROPN|PRON)$/.test(grammar.upos(head))) head++
  if (head >= stop) return null
  // the head of the phrase that begins here: climb while the head stays inside it
  while (
    grammar.head(head) > i + 1 &&
    grammar.head(head) < stop &&
    /^(compound|flat|nmod:poss|amod|nummod|det)$/.test(grammar.relation(head))
  )
    head = grammar.head(head)
  const speaker = { first: i + 2, end: Math.max(nounPhrase(doc, head).end, head + 1) }
  const closing = token.norm(speaker.end) === ',' ? speaker.end + 1 : speaker.end
  // `The bridge, according to Lee, is safe`, not `…, according to Lee, a scholar`
  const resumes =
    i === sentence.first || (closing > speaker.end && /^(VERB|AUX)$/.test(grammar.upos(closing)) && grammar.xpos(closing) !== 'VBG')
  if (i > sentence.first && MANNERS.has(grammar.lemma(head)) && token.norm(i - 1) !== ',') return null
  const content = [...stretch(doc, clauseBefore(doc, i, sentence.first), i), ...(resumes ? stretch(doc, closing, sentence.end) : [])]
  return content.length === 0
    ? null
    : { cueToken: i, cue: spanOf(doc, { first: i, end: i + 2 }), speaker, speakerHead: head, content, stance: false, rule: 'according-to' }
}

/** What something is done in accordance with: `pays claims according to current law`. */
const MANNERS: ReadonlySet<string> = new Set(
  'law rule plan schedule need size age rank custom tradition principle standard formula criterion procedure merit ability'.split(' '),
)

/** Where the clause begins that ends before a cue: behind the last colon or semicolon, if a verb stands between. */
function clauseBefore({ layers: { token, grammar } }: Parsed, cue: number, first: number): number {
  let verb = false
  for (let i = cue - 1; i > first; i--) {
    if (FINITE.test(grammar.xpos(i))) verb = true
    if (verb && /^[:;]$/.test(token.norm(i))) return i + 1
  }
  return first
}

/** What is thought or done without a clause that says it is a stance: `supports the ban`, `hopes to win`, `is expected to win`. */
const isStance = ({ kind }: ReportingVerb, rule: string): boolean =>
  kind === 'attitude' || kind === 'act' || kind === 'thought' ? !CLAUSAL.test(rule) : rule.startsWith('passive')

const CLAUSAL = /^(verb-content|content-verb|verb-clause|as-clause)$/

function speakerOf(doc: Parsed, subject: number | null, clause: TokenRange): Pick<Report, 'speaker' | 'speakerHead'> {
  if (subject === null || clause.end <= clause.first) return { speaker: null, speakerHead: null }
  return { speaker: nounPhrase(doc, subject), speakerHead: subject }
}

/** `so to speak`, `that is to say`, `needless to say`, `wrote off`, `called up`. */
const isIdiom = ({ layers: { token, grammar } }: Parsed, i: number): boolean =>
  (grammar.lemma(i) === 'tell' && grammar.children(i).some((child) => grammar.relation(child) === 'obj' && TALE.test(token.norm(child)))) ||
  (token.norm(i - 1) === 'to' && /^(so|is|not|needless|suffice|sad|sorry|strange)$/.test(token.norm(i - 2))) ||
  /^(off|up|down)$/.test(token.norm(i + 1))

const TALE = /^(lie|lies|truth|truths|story|stories|joke|jokes|tale|tales|difference)$/

/** Whether `that` opens a clause about the verb's object: `explained every vote that he cast`; not `told the court that`. */
function isObjects({ layers: { grammar } }: Parsed, i: number, that: number): boolean {
  if (isAddressed(grammar.lemma(i)) || grammar.upos(that - 1) !== 'NOUN') return false
  const object = grammar.children(i).find((child) => child > i && grammar.relation(child) === 'obj')
  if (object === undefined || object >= that) return false
  const { last } = grammar.subtree(object)
  return last > that && grammar.relation(grammar.head(that)).startsWith('acl')
}

/** Whether a clause follows that the tree does not hang on the verb: `but said closing it could …`. */
function opensClause({ layers: { token, grammar } }: Parsed, verb: number, { end }: TokenRange): boolean {
  if (/^(ADP|PUNCT|CCONJ|PART|SCONJ)$/.test(grammar.upos(verb + 1))) return false
  for (let i = verb + 1; i < Math.min(end, verb + 25); i++) {
    if (/^[.;:?!,]$/.test(token.norm(i)) || grammar.xpos(i).startsWith('W')) return false
    if (FINITE.test(grammar.xpos(i))) return i > verb + 1
  }
  return false
}

/** Inside what somebody else says, only further speech is kept: `she said they oppose it` has one source. */
const isTold = ({ layers: { grammar } }: Parsed, i: number, { kind }: ReportingVerb): boolean =>
  grammar.relation(i) === 'ccomp' && kind !== 'evidence' && ATTRIBUTING_VERBS.has(grammar.lemma(grammar.head(i)))

/** Where the clause begins whose subject the tree took for an object: `warned the town was in danger`. */
function clauseStart({ layers: { grammar } }: Parsed, i: number, from: number): number {
  const object = grammar.children(i).find((child) => child > i && grammar.relation(child) === 'obj')
  if (object === undefined) return from
  const { first, last } = grammar.subtree(object)
  const next = last + 1
  return first > i && /^(VERB|AUX)$/.test(grammar.upos(next)) && FINITE.test(grammar.xpos(next)) ? Math.min(first, from) : from
}

/** `Yonhap said, citing the coast guard`, `quoted Lund as saying`: links of a chain, not something said. */
function isCitation({ layers: { token, grammar } }: Parsed, i: number): boolean {
  if (!/^(cite|quote)$/.test(grammar.lemma(i))) return false
  if (grammar.xpos(i) === 'VBG') {
    const before = token.norm(i - 1) === ',' ? i - 2 : i - 1
    return (
      ATTRIBUTING_VERBS.get(grammar.lemma(before))?.that === true ||
      (grammar.relation(i) === 'advcl' && ATTRIBUTING_VERBS.get(grammar.lemma(grammar.head(i)))?.that === true)
    )
  }
  for (let at = i + 1; at < i + CITED_REACH; at++) {
    if (/^[.,;:?!"“]$/.test(token.norm(at))) return false
    if (token.norm(at) === 'as' && grammar.xpos(at + 1) === 'VBG') return true
  }
  return false
}

/** So far behind its verb the one who is cited may end. */
const CITED_REACH = 12
