import { FINITE } from '../../document/grammar.js'
import type { Fact, Figure } from '../../document/layers.js'
import { mentionsIn } from '../../document/entities.js'
import { firstEndingAfter, overlap, shallow, within, type Span } from '../../document/span.js'
import { isVagueNoun } from '../../lang/en/event-words.js'
import { MOST_AT_ONCE } from '../bounds.js'
import { confidenceOf } from './confidence.js'
import { cover, type Evidence } from './evidence.js'
import { inOrder, inPhrase } from './figure-phrase.js'
import { statementOf, type Statement } from './statement.js'
import { inSummary, statusInWords } from './words.js'

/** Characters of a clause that a summary repeats; a longer one gives way to the figure and its noun. */
const CLAUSE = 200

/** One claim for each figure that says something: `8,000 North Korean labourers in Russia, according to …`. */
export function figureFacts(evidence: Evidence): Fact[] {
  const { figure } = evidence.doc.layers
  const tables = tablesOf(evidence)
  const facts = figure.flatMap((one, index) => {
    const word = headOf(evidence, one)
    const next = figure[index + 1]
    if (!speaks(evidence, one, word) || isStart(one, next) || tables.has(evidence.sentence(one).start)) return []
    const clause = evidence.doc.layers.grammar.clause(word)
    const stated = inClause(evidence, word, clause)
    const relative = stated === null ? relativeOf(evidence, word) : -1
    const whole = stated ?? (relative < 0 ? inOrder(evidence, one, figure[index - 1]) : inClause(evidence, word, relative))
    const own = whole ?? inPhrase(evidence, one, word, figure[index - 1])
    return own === null || (whole === null && !isAnchored(evidence, one, word, own))
      ? []
      : [figureFact(evidence, one, index, relative < 0 ? word : relative, own, whole !== null)]
  })
  return shallow(facts, MOST_AT_ONCE, ({ citations }) => citations[0]!)
}

/** Whether words without a clause tell something that is so: of what it is, where or when, or how it changed; `44 other Republicans` do not. */
function isAnchored(evidence: Evidence, figure: Figure, word: number, { tokens }: Statement): boolean {
  if (sharesNoun(evidence, figure) || !isPlain(evidence, figure) || !isNominal(evidence, tokens)) return false
  if (figure.change !== null || figure.kind === 'age') return true
  if (!isPhrase(evidence, figure, tokens) || (figure.kind === 'count' && !isThere(evidence, word))) return false
  return isSituated(evidence, figure, word) || namesMore(evidence, tokens)
}

/** Whether a figure is plainly affirmed. */
function isPlain(evidence: Evidence, figure: Figure): boolean {
  const { status, polarity } = evidence.status(figure)
  return status === 'asserted' && polarity === 'affirmed'
}

/** Whether words are those of a noun: no verb with a tense among them, no preposition before them but that of `at least`. */
function isNominal({ doc: { layers } }: Evidence, tokens: ReadonlySet<number>): boolean {
  const { grammar, token } = layers
  for (const i of tokens) if (FINITE.test(grammar.xpos(i))) return false
  const first = Math.min(...tokens)
  return grammar.upos(first) !== 'ADP' || /^(?:least|most)$/.test(token.norm(first + 1))
}

/** Whether the text says of a figure where or when. */
const isSituated = (evidence: Evidence, figure: Figure, word: number): boolean =>
  evidence.place(word) !== null || evidence.timeOf(word, evidence.doc.layers.token.range(figure).end) !== null

/** Whether words name anything but people. */
function namesMore(evidence: Evidence, tokens: ReadonlySet<number>): boolean {
  const { entity } = evidence.doc.layers
  return mentionsIn(entity, evidence.spanOf(tokens)!).some(
    (mention) => mention.form !== 'pronoun' && entity.all[mention.entity]!.type !== 'PERSON',
  )
}

/** Whether a figure is told in its own phrase, not put together from its noun and its number (`the U.S.: $300 billion`, `29 percent of voters`). */
function isPhrase({ doc: { layers } }: Evidence, { kind, start, end }: Figure, tokens: ReadonlySet<number>): boolean {
  const { first, end: after } = layers.token.range({ start, end })
  return kind !== 'percent' && (tokens.has(first - 1) || tokens.has(after))
}

/** Whether the figure before says its number of the same words: of the second the tree knows no noun. */
function sharesNoun({ doc: { layers } }: Evidence, { of, start, change, kind }: Figure): boolean {
  const before = layers.figure[firstEndingAfter(layers.figure, start - 1) - 1]
  if (change !== null || kind === 'money') return false
  return of !== null && before?.of != null && before.of.start === of.start && before.start < start && of.start < start
}

/** Whether a clause says that so many exist: `There are some 8,000 labourers`. */
function isThere({ doc: { layers } }: Evidence, word: number): boolean {
  const { grammar } = layers
  return grammar.children(grammar.clause(word)).some((child) => grammar.relation(child) === 'expl' && layers.token.norm(child) === 'there')
}

/** Starts of the sentences that are rows of a table, not prose: many figures among few words. */
function tablesOf(evidence: Evidence): ReadonlySet<number> {
  const { figure, sentence } = evidence.doc.layers
  const tables = new Set<number>()
  let at = 0
  for (const { start, end, firstToken, endToken } of sentence) {
    const from = at
    while (at < figure.length && figure[at]!.start < end) at++
    if (at - from > 5 && (at - from) * 8 > endToken - firstToken) tables.add(start)
  }
  return tables
}

/** Whether a figure tells something by itself: of what it is, and more than `one` or `both sides`. */
function speaks({ doc }: Evidence, { kind, of, value, min, max, start, end }: Figure, word: number): boolean {
  const { grammar, token } = doc.layers
  if (kind === 'ordinal' || (value === null && min === null && max === null)) return false
  if (kind === 'age') return of !== null && mentionsIn(doc.layers.entity, of).length > 0
  // `Only 29 percent agreed`: of whom, the text before tells
  if (kind === 'percent' && of === null && grammar.relation(word).startsWith('nsubj')) return false
  if (kind !== 'count') return of !== null || kind === 'money' || kind === 'percent' || kind === 'measure'
  if (of === null) return false
  const noun = token.at(of.end - 1)
  if (value === 1 || (token.norm(token.at(end)) === '-' && token.joined(token.at(end)))) return false // `a two-man race`
  if (value !== null && value < 13 && grammar.upos(noun) === 'PROPN') return false // `the two Koreas`
  if (value !== null && value < 13 && !/^\d/.test(token.norm(token.at(start))) && isVagueNoun(grammar.lemma(noun))) return false
  return grammar.relation(word) !== 'discourse'
}

/** Whether a figure is only where the next one's change begins: `from $60m` in `from $60m to $34m`. */
const isStart = (figure: Figure, next: Figure | undefined): boolean =>
  next?.change?.from != null && next.change.from === figure.value && next.start - figure.end < 40

/** The word of a figure that hangs on something outside it. */
function headOf({ doc }: Evidence, figure: Span): number {
  const { token, grammar } = doc.layers
  const { first, end } = token.range(figure)
  for (let i = first; i < end; i++) if (grammar.upos(i) !== 'PUNCT' && (grammar.head(i) < first || grammar.head(i) >= end)) return i
  return first
}

/** The verb of a relative clause that tells of what is counted: `2,000 tonnes of wheat, which was shipped to Rajin`; -1 where none does. */
function relativeOf(evidence: Evidence, word: number): number {
  const { grammar } = evidence.doc.layers
  const noun = grammar.relation(word) === 'nummod' ? grammar.head(word) : word
  for (const one of [noun, ...grammar.children(noun).filter((child) => grammar.relation(child) === 'nmod')])
    for (const child of grammar.children(one))
      if (grammar.relation(child) === 'acl:relcl' && inClause(evidence, word, child) !== null) return child
  return -1
}

/** The clause around a figure where it makes a short sentence that holds the figure. */
function inClause(evidence: Evidence, word: number, clause: number): Statement | null {
  const { grammar } = evidence.doc.layers
  const predicate = grammar.upos(clause) === 'VERB' || grammar.children(clause).some((child) => grammar.relation(child) === 'cop')
  if (
    !predicate ||
    (grammar.relation(clause) === 'advcl' && !grammar.children(clause).some((child) => grammar.relation(child).startsWith('nsubj')))
  )
    return null
  const statement = statementOf(evidence, clause)
  return statement !== null && statement.tokens.has(word) && statement.words.length <= CLAUSE ? statement : null
}

function figureFact(evidence: Evidence, figure: Figure, index: number, word: number, statement: Statement, whole: boolean): Fact {
  const governing = evidence.timeOf(word, evidence.doc.layers.token.range(figure).end)
  const place = evidence.place(word)
  const chain = evidence.chain(figure)
  const { token } = evidence.doc.layers
  const said = { start: token.start[word]!, end: token.end[word]! }
  const certainty = evidence.status(within(said, figure) ? figure : said)
  const sentence = evidence.sentence(figure)
  const near = figure.of !== null && overlap(figure.of, sentence) && within(figure.of, sentence) ? figure.of : null
  const of = figure.of === null ? null : evidence.text(figure.of)
  const amount = evidence.text(figure)
  const cited = cover(figure, near, evidence.spanOf(statement.tokens))
  const known = evidence.wording.tells(statement.tokens, certainty.statusCues)
  const where = place && !within(place, cited) ? ` in ${evidence.name(place.entity!)}` : ''
  const when = governing && !evidence.saysTime(statement.tokens, governing) ? ` ${governing.words}` : ''
  return {
    kind: 'figure',
    summary: inSummary(
      `${statement.words}${whole ? '' : inWords(evidence, figure, index)}${where}${when}`,
      known ? '' : statusInWords(certainty.status, certainty.polarity),
      evidence.source(chain, statement.tokens),
    ),
    subject: of === null ? null : { entity: evidence.headEntity(figure.of!), text: of },
    predicate: predicateOf(evidence, figure, word),
    object: { entity: null, text: amount },
    figure: index,
    time: governing?.time ?? null,
    place: evidence.reference(place),
    entities: evidence.entities(cited),
    ...certainty,
    attribution: chain,
    confidence: confidenceOf(whole ? 'figure.clause' : 'figure.phrase'),
    rule: figure.rule,
    trigger: figure,
    citations: [within(cited, sentence) ? cited : { start: figure.start, end: figure.end }],
  }
}

/** The change that a second figure carries: ` (down from $60m)`. */
function inWords(evidence: Evidence, { change }: Figure, index: number): string {
  if (change === null) return ''
  const before = evidence.doc.layers.figure[index - 1]
  const from = change.from !== null && before?.value === change.from ? ` from ${evidence.text(before)}` : ''
  return ` (${change.direction}${from})`
}

/** Lemma of the verb that governs the figure; `number` or `amount` where there is none. */
function predicateOf({ doc: { layers } }: Evidence, figure: Figure, word: number): string {
  const clause = layers.grammar.clause(word)
  if (layers.grammar.upos(clause) === 'VERB') return layers.grammar.lemma(clause)
  return figure.kind === 'count' ? 'number' : 'amount'
}
