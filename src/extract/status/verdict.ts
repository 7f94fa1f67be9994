import { FINITE, TENSED } from '../../document/grammar.js'
import type { Certainty, Polarity } from '../../document/layers.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import type { Clause } from './clauses.js'
import { beforeTo, governorOf, throughWord } from './governor.js'
import { isGiven, isPresupposed, NOUN_SIGNS } from './nouns.js'
import { infinitive, negator, part, preposition } from './parts.js'
import type { Parsed, Reading } from './reading.js'
import type { Sign, SignRule } from './sign.js'
import { SIGNS } from './signs.js'
import { WORD } from './words.js'
import { MOST_CUES } from '../bounds.js'

/** What is said of one clause. */
export interface Verdict {
  readonly status: Certainty
  readonly polarity: Polarity
  /** Tokens, in text order. */
  readonly cues: readonly number[]
  readonly rule: string
  /** What came from outside the clause: a conjunct with a subject of its own shares only this. */
  readonly inherited: Verdict | null
}

const verdictOf = (
  status: Certainty,
  polarity: Polarity,
  cues: readonly number[],
  rule: string,
  inherited: Verdict | null = null,
): Verdict => ({ status, polarity, cues: cues.length > MOST_CUES ? cues.slice(-MOST_CUES) : cues, rule, inherited })

const PLAIN = verdictOf('asserted', 'affirmed', [], 'en.status.plain')

/** A verdict for each clause; one that governs comes before what it governs. `questions` holds the question mark that asks a clause, or -1. */
export function verdictsOf(reading: Reading, clauses: readonly Clause[], questions: Int32Array, words: number): Verdict[] {
  const verdicts: Verdict[] = []
  for (let c = 0; c < clauses.length; c++) {
    const clause = clauses[c]!
    const inherited = inherit(reading.doc, clause, clauses[clause.parent], verdicts[clause.parent])
    let verdict = inherited
    if (questions[c]! >= 0) verdict = joined(verdict, { status: 'questioned', cues: [questions[c]!] }, 'en.status.question')
    const present = clause.nominal ? EVERY : presentIn(reading.doc, clause.head)
    const looked = clause.nominal ? OF_NOUNS : OF_CLAUSES
    for (let r = 0; r < looked.length; r++) {
      const { relation, word, rule } = looked[r]!
      if ((relation & present) !== relation || (word & words) !== word) continue
      const sign = rule.find(reading, clause)
      if (sign) verdict = joined(verdict, sign, rule.id, clause.nominal)
    }
    verdicts.push(verdict === PLAIN ? PLAIN : verdictOf(verdict.status, verdict.polarity, verdict.cues, verdict.rule, inherited))
  }
  return verdicts
}

const BIT = { aux: 1, mark: 2, advmod: 4 } as const
const EVERY = 7

/** Rules with what they need as bits. */
const looking = (rules: readonly SignRule[]): readonly Looked[] =>
  rules.map((rule) => ({ rule, relation: rule.needs ? BIT[rule.needs] : 0, word: rule.words ? WORD[rule.words] : 0 }))

interface Looked {
  readonly rule: SignRule
  readonly relation: number
  readonly word: number
}

const OF_NOUNS = looking(NOUN_SIGNS)
const OF_CLAUSES = looking(SIGNS)

/** Which of the relations that signs need a word's dependents have. */
function presentIn({ layers: { grammar } }: Parsed, head: number): number {
  let present = 0
  for (const child of grammar.children(head)) {
    const relation = grammar.relation(child)
    if (relation.startsWith('aux')) present |= BIT.aux
    else if (relation === 'mark') present |= BIT.mark
    else if (relation === 'advmod') present |= BIT.advmod
  }
  return present
}

const COMPLEMENT: ReadonlySet<string> = new Set(['xcomp', 'ccomp', 'csubj', 'csubj:pass', 'csubj:outer'])

/** `will examine whether it was safe`: the plan is to ask. An adverbial clause is none of the verb's, whatever the tree takes it for. */
const standsFree = (doc: Parsed, { head, relation }: Clause): boolean => relation === 'ccomp' && FREE.test(preposition(doc, head))

const FREE = /^(whether|unless|because|although|though|while|when|after|before|since|until|lest)$/

/** What a clause takes from the one that governs it. What somebody says, thinks or writes is judged for itself. */
function inherit(doc: Parsed, clause: Clause, above: Clause | undefined, parent: Verdict | undefined): Verdict {
  if (!above || !parent) return unattached(doc, clause)
  if (clause.relation === 'conj') return clause.nominal ? parent : joinedTo(doc, clause, above, parent)
  if (clause.nominal && isGiven(doc, clause.head)) return PLAIN
  const { grammar } = doc.layers
  const governor = grammar.head(clause.head)
  const governed = governorOf(doc, clause.head, clause.relation, clause.nominal)
  const context = contextOf(doc, governed?.cue ?? governor, above, parent)
  const told = clause.relation === 'ccomp' && REPORTING_VERBS.has(grammar.lemma(governor))
  const belongs = clause.nominal || (COMPLEMENT.has(clause.relation) && !told && !standsFree(doc, clause))
  const status = belongs ? parent.status : 'asserted'
  if (!governed) {
    if (!belongs) return context === 'negated' && told ? verdictOf('asserted', 'unknown', parent.cues, 'en.polarity.not-said') : PLAIN
    const polarity = clause.nominal ? (isPresupposed(doc, clause.head) ? 'affirmed' : parent.polarity) : context
    if (status === 'asserted' && polarity === 'affirmed') return PLAIN
    return verdictOf(status, polarity, parent.cues, parent.rule)
  }
  const { status: certain, polarity } = throughWord(governed.word, context)
  const takes = (belongs && parent.status !== 'asserted') || context !== 'affirmed'
  return verdictOf(
    status === 'asserted' ? (certain ?? status) : status,
    polarity,
    merged(takes ? parent.cues : [], [governed.cue]),
    certain === undefined && polarity === 'affirmed' && !takes ? PLAIN.rule : 'en.status.governor',
  )
}

/** A main clause may still follow a word that speaks of it: `is due to arrive`, where the tree takes `due to` for a preposition. */
function unattached(doc: Parsed, { head }: Clause): Verdict {
  const governed = beforeTo(doc, head)
  if (!governed) return PLAIN
  const { status, polarity } = throughWord(governed.word, negator(doc, governed.cue) < 0 ? 'affirmed' : 'negated')
  return verdictOf(status ?? 'asserted', polarity, [governed.cue], 'en.status.governor')
}

/** Whether the word that governs is itself negated: the head of its clause, or what a negation of the clause is about. */
function contextOf(doc: Parsed, governor: number, above: Clause, parent: Verdict): Polarity {
  if (governor === above.head) return parent.polarity
  const { token, grammar } = doc.layers
  const relation = grammar.relation(governor)
  if (/^(obj|nsubj:pass|cop|aux)$/.test(relation)) return parent.polarity
  const no = (): boolean => part(doc, governor, (i) => i < governor && token.norm(i) === 'no') >= 0
  const there = (): boolean => part(doc, grammar.head(governor), (i) => grammar.relation(i) === 'expl') >= 0
  if (relation !== 'nsubj') return 'affirmed'
  return no() ? 'negated' : there() ? parent.polarity : 'affirmed'
}

/** What a conjunct shares: auxiliaries and negation where its verb has the same form and no auxiliary or subject of its own, else what both inherit. */
function joinedTo(doc: Parsed, { head }: Clause, above: Clause, parent: Verdict): Verdict {
  const { token, grammar } = doc.layers
  const own = part(doc, head, (i) => i < head && /^(nsubj|aux|cop|expl)/.test(grammar.relation(i))) >= 0
  const finite = TENSED.test(grammar.xpos(head))
  // `does not try to win but is content`: a finite clause is not joined to an infinitive
  const isApart = (finite || hasFinite(doc, head)) && infinitive(doc, above.head) >= 0 && infinitive(doc, head) < 0
  if (isApart) return PLAIN
  if (own) return parent.inherited ?? PLAIN
  if (finite && grammar.xpos(head) !== grammar.xpos(above.head)) return parent.inherited ?? PLAIN
  const cc = part(doc, head, (i) => grammar.relation(i) === 'cc')
  const shares = parent.polarity !== 'negated' || (cc >= 0 && (/^(or|nor)$/.test(token.norm(cc)) || (!finite && token.norm(cc) === 'and')))
  return shares ? parent : verdictOf(parent.status, parent.inherited?.polarity ?? 'affirmed', parent.cues, parent.rule, parent.inherited)
}

/** Whether an auxiliary or `is` before a word has a tense. */
const hasFinite = (doc: Parsed, head: number): boolean =>
  part(doc, head, (i) => i < head && /^(aux|cop)/.test(doc.layers.grammar.relation(i)) && FINITE.test(doc.layers.grammar.xpos(i))) >= 0

/** The first sign that speaks of certainty decides it, but a noun's own attribute is nearer; two negations leave the matter open. */
function joined(verdict: Verdict, sign: Sign, rule: string, nearer = false): Verdict {
  const decides = sign.status !== undefined && sign.status !== verdict.status && (nearer || verdict.status === 'asserted')
  const polarity =
    sign.polarity === undefined
      ? verdict.polarity
      : sign.polarity === 'negated' && verdict.polarity === 'negated' && !sign.cues.some((cue) => verdict.cues.includes(cue))
        ? 'unknown'
        : sign.polarity
  if (!decides && polarity === verdict.polarity) return verdict
  return verdictOf(decides ? sign.status : verdict.status, polarity, merged(verdict.cues, sign.cues), rule, verdict.inherited)
}

const merged = (a: readonly number[], b: readonly number[]): number[] => [...new Set([...a, ...b])].sort((x, y) => x - y)
