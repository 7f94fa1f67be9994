import type { Stage } from '../document/document.js'
import type { Certainty, Polarity, Status } from '../document/layers.js'
import { REPORTING_VERBS } from '../lang/en/reporting.js'
import { clausesOf, type Clause, type Parsed } from './status/clauses.js'
import { fromGovernor, SIGNS, type Sign } from './status/signs.js'

/** Says of each clause how certain it is. A clause that another interrupts has a span for each of its pieces. */
export const status: Stage<'token' | 'sentence' | 'grammar' | 'quote', 'status'> = {
  adds: 'status',
  run: (doc) => {
    const { token, sentence } = doc.layers
    const found: Status[] = []
    for (const { firstToken: first, endToken: end } of sentence) {
      const clauses = clausesOf(doc, first, end)
      const verdicts = decide(doc, clauses.all)
      for (let i = first; i < end;) {
        const clause = clauses.of[i - first]!
        let next = i + 1
        while (next < end && clauses.of[next - first] === clause) next++
        const { status: certainty, polarity, cues, rule } = verdicts[clause]!
        const spans = cues.map((cue) => ({ start: token.start[cue]!, end: token.end[cue]! }))
        found.push({ start: token.start[i]!, end: token.end[next - 1]!, status: certainty, polarity, cues: spans, rule })
        i = next
      }
    }
    return found
  },
}

interface Verdict {
  readonly status: Certainty
  readonly polarity: Polarity
  readonly cues: readonly number[]
  readonly rule: string
  /** What came from outside the clause: a conjunct with a subject of its own shares only this. */
  readonly inherited: Verdict | null
}

const PLAIN: Verdict = { status: 'asserted', polarity: 'affirmed', cues: [], rule: 'en.status.plain', inherited: null }

/** A verdict for each clause; one that governs comes before what it governs. */
function decide(doc: Parsed, clauses: readonly Clause[]): Verdict[] {
  const verdicts: Verdict[] = []
  for (const clause of clauses) {
    const inherited = inherit(doc, clause, verdicts[clause.parent])
    let verdict: Verdict = { ...inherited, inherited }
    for (const { id, find } of SIGNS) {
      const sign = find(doc, clause)
      if (sign) verdict = { ...joined(verdict, sign, id), inherited }
    }
    verdicts.push(verdict)
  }
  return verdicts
}

/** What a clause takes from the one that governs it. What somebody says, thinks or writes is judged for itself. */
function inherit(doc: Parsed, clause: Clause, parent: Verdict | undefined): Verdict {
  if (!parent) return PLAIN
  const { grammar } = doc.layers
  if (clause.relation === 'conj') {
    const ownSubject = grammar.children(clause.head).some((child) => grammar.relation(child).startsWith('nsubj'))
    return ownSubject ? (parent.inherited ?? PLAIN) : parent
  }
  const sign = fromGovernor(doc, clause)
  const complement =
    clause.relation === 'xcomp' || (clause.relation === 'ccomp' && !REPORTING_VERBS.has(grammar.lemma(grammar.head(clause.head))))
  const base = complement ? { ...parent, polarity: 'affirmed' as Polarity } : PLAIN
  if (complement && !sign && parent.polarity === 'negated') return parent
  return sign ? joined(base, sign, 'en.status.governor') : base
}

/** The first sign that speaks of certainty decides it; two negations leave the matter open. */
function joined(verdict: Verdict, sign: Sign, rule: string): Verdict {
  const decides = sign.status !== undefined && verdict.status === 'asserted'
  const polarity =
    sign.polarity === undefined
      ? verdict.polarity
      : sign.polarity === 'negated' && verdict.polarity === 'negated'
        ? 'unknown'
        : sign.polarity
  if (!decides && polarity === verdict.polarity) return verdict
  return {
    ...verdict,
    status: decides ? sign.status! : verdict.status,
    polarity,
    cues: [...verdict.cues, ...sign.cues].sort((a, b) => a - b),
    rule,
  }
}
