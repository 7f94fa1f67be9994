import type { Span } from '../../document/span.js'
import { REPORTING_VERBS, SOURCE_NOUNS } from '../../lang/en/reporting.js'
import { nounPhrase, spanOf, type Parsed, type TokenRange } from './phrase.js'
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
  readonly rule: string
}

type Finder = (doc: Parsed, i: number, sentence: TokenRange) => Report | null

/** Every act of reporting in the text, sentence by sentence. */
export function reports(doc: Parsed): Report[] {
  const { token, grammar, sentence } = doc.layers
  const trigger = token.each((norm) => norm === 'according' || norm === 'per')
  const found: Report[] = []
  for (const { firstToken: first, endToken: end } of sentence) {
    for (let i = first; i < end; i++) {
      const find = trigger[token.word[i]!] ? accordingTo : BY_TAG[grammar.upos(i)]
      const report = find?.(doc, i, { first, end })
      if (report) found.push(report)
    }
  }
  return found
}

/** `… said that …`, `… , he said`, `confirmed the meeting`, `vowed to …`. */
const byVerb: Finder = (doc, i, sentence) => {
  const { token, grammar } = doc.layers
  const verb = REPORTING_VERBS.get(grammar.lemma(i))
  if (!verb) return null
  const subject = reporterOf(doc, i, sentence)
  const clause = cueClause(doc, i, subject, sentence)
  const complement = complementOf(doc, i)
  const report = (content: readonly Span[], rule: string): Report | null =>
    content.length === 0
      ? null
      : { cueToken: i, cue: spanOf(doc, { first: i, end: i + 1 }), ...speakerOf(doc, subject, clause), content, rule }

  const follows = clause.end < sentence.end ? token.norm(clause.end) : ''
  const quoteFollows = QUOTE.test(follows) || (/^[,:]$/.test(follows) && QUOTE.test(token.norm(clause.end + 1)))
  if (verb.that && (follows === 'that' || follows === ':' || quoteFollows))
    return report([after(doc, clause.end, i, sentence)].flat(), 'verb-content')
  if (before(doc, clause.first, sentence) && (complement === null || complement < i)) {
    const resumes = follows === ',' && (QUOTE.test(token.norm(clause.end + 1)) || (subject !== null && subject < i && !QUOTE.test(token.norm(clause.first - 1))))
    const rest = resumes ? after(doc, clause.end, i, sentence) : []
    return report([...stretch(doc, sentence.first, clause.first), ...rest], 'content-verb')
  }
  if (complement !== null && complement > i) {
    const clausal = grammar.relation(complement) !== 'xcomp'
    if (clausal && verb.that) return report(after(doc, Math.min(grammar.subtree(complement).first, clause.end), i, sentence), 'verb-clause')
    if (!clausal && verb.inf) return report(subtree(doc, complement), 'verb-infinitive')
  }
  const object = grammar.children(i).find((child) => child > i && grammar.relation(child) === 'obj')
  if (verb.np && object !== undefined && subject !== null) return report(subtree(doc, object), 'verb-object')
  return null
}

/** `the claim that …`: a noun that holds a clause. */
const byNoun: Finder = (doc, i) => {
  const { grammar, token } = doc.layers
  if (!SOURCE_NOUNS.has(grammar.lemma(i)) || token.norm(i + 1) !== 'that') return null
  const clause = grammar.children(i).find((child) => child > i && /^(acl|ccomp)$/.test(grammar.relation(child)))
  if (clause === undefined) return null
  const owner = grammar.children(i).find((child) => grammar.relation(child) === 'nmod:poss') ?? null
  return {
    cueToken: i,
    cue: spanOf(doc, { first: i, end: i + 1 }),
    ...speakerOf(doc, owner, { first: i, end: i + 1 }),
    content: subtree(doc, clause),
    rule: 'noun-clause',
  }
}

const BY_TAG: Readonly<Partial<Record<string, Finder>>> = { VERB: byVerb, NOUN: byNoun }

/** `According to X, …`, `…, according to X`, `… , according to X, …`. */
const accordingTo: Finder = (doc, i, sentence) => {
  const { token, grammar } = doc.layers
  const isPer = token.norm(i) === 'per'
  if (isPer || token.norm(i + 1) !== 'to') return null
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
  const content = [
    ...stretch(doc, sentence.first, i),
    ...(closing > speaker.end || i === sentence.first ? stretch(doc, closing, sentence.end) : []),
  ]
  return content.length === 0
    ? null
    : { cueToken: i, cue: spanOf(doc, { first: i, end: i + 2 }), speaker, speakerHead: head, content, rule: 'according-to' }
}

const QUOTE = /^["“”„«‘']$|^``$/
const TRAILING = /^[,;:.!?–—-]$|^--$|^…$/
const LEADING = /^[,;:.!?–—-]$|^--$/

/** The words that only report: subject, verb, to whom, when; up to the next comma, `that`, quotation mark or complement. */
function cueClause(doc: Parsed, verb: number, subject: number | null, sentence: TokenRange): TokenRange {
  const { token, grammar } = doc.layers
  let first = verb
  const leftmost = subject !== null && subject < verb ? nounPhrase(doc, subject).first : verb
  for (const child of grammar.children(verb)) {
    if (child < verb && /^(aux|aux:pass|advmod|nsubj|nsubj:pass|cc|expl)$/.test(grammar.relation(child)))
      first = Math.min(first, grammar.subtree(child).first)
  }
  if (verb - leftmost < 40) first = Math.min(first, leftmost)
  const complement = complementOf(doc, verb)
  const limit = complement !== null && complement > verb ? grammar.subtree(complement).first : sentence.end
  let end = verb + 1
  if (subject !== null && subject > verb) end = nounPhrase(doc, subject).end
  while (end < Math.max(limit, verb + 1) && end < sentence.end) {
    const norm = token.norm(end)
    if (TRAILING.test(norm) || QUOTE.test(norm) || norm === 'that' || norm === '"' || norm === '”') break
    if (!belongs(doc, end, verb, subject)) break
    end++
  }
  return { first: Math.max(first, sentence.first), end }
}

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

const complementOf = (doc: Parsed, verb: number): number | null => {
  const { grammar } = doc.layers
  const children = grammar.children(verb)
  return (
    children.find((child) => grammar.relation(child) === 'ccomp') ??
    children.find((child) => child > verb && grammar.relation(child) === 'xcomp') ??
    null
  )
}

/** Whether what is said stands before: a comma, a closing mark or a question before the cue, and words before that. */
function before(doc: Parsed, first: number, sentence: TokenRange): boolean {
  const { token } = doc.layers
  return first - sentence.first >= 2 && /^[,?!”"’'»—–-]$|^''$|^--$/.test(token.norm(first - 1))
}

/** From `from` to the end of the sentence, short of what continues the act of reporting itself (`, adding that …`). */
function after(doc: Parsed, from: number, cue: number, sentence: TokenRange): Span[] {
  const { grammar } = doc.layers
  const start = doc.layers.token.norm(from) === 'that' || LEADING.test(doc.layers.token.norm(from)) ? from + 1 : from
  const next = grammar
    .children(cue)
    .find(
      (child) => child > start + 1 && /^(conj|advcl|parataxis)$/.test(grammar.relation(child)) && REPORTING_VERBS.has(grammar.lemma(child)),
    )
  return stretch(doc, start, next === undefined ? sentence.end : Math.max(start, grammar.subtree(next).first))
}

const subtree = (doc: Parsed, i: number): Span[] => {
  const { first, last } = doc.layers.grammar.subtree(i)
  return stretch(doc, first, last + 1)
}

/** A stretch of tokens as a span, without the punctuation and quotation marks around it; nothing where no word is left. */
function stretch(doc: Parsed, first: number, end: number): Span[] {
  const { token, grammar } = doc.layers
  while (first < end && (TRAILING.test(token.norm(first)) || QUOTE.test(token.norm(first)))) first++
  while (end > first && (TRAILING.test(token.norm(end - 1)) || QUOTE.test(token.norm(end - 1)))) end--
  if (first < end && token.norm(end - 1) === 'and') end--
  for (let i = first; i < end; i++) if (grammar.upos(i) !== 'PUNCT') return [spanOf(doc, { first, end })]
  return []
}

function speakerOf(doc: Parsed, subject: number | null, clause: TokenRange): Pick<Report, 'speaker' | 'speakerHead'> {
  if (subject === null || clause.end <= clause.first) return { speaker: null, speakerHead: null }
  return { speaker: nounPhrase(doc, subject), speakerHead: subject }
}
