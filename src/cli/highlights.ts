import type { FactRecord } from '../store/records.js'

/** What each property of a fact adds to its confidence (0 to 1); weighed so that no single one decides. */
const WEIGHTS = { compared: 0.4, sameOffice: 0.1, namedSource: 0.15, notPlainlySo: 0.2, dated: 0.1 } as const
/** What each fact already chosen takes from those of its kind and of its article, so that the choice spreads. */
const CROWDING = { kind: 0.1, article: 0.15 } as const
/** Shorter ones say little by themselves, longer ones are hard to take in. Characters of a summary. */
const LENGTH = { least: 30, most: 170 } as const
/** Facts of a form that is wrong more often than not are no showpieces. */
const LEAST_CONFIDENCE = 0.6
/** Fewer words are the subject of a remark, not the remark: `the summit` of `Mr. Trump has not commented on the summit`. */
const LEAST_QUOTED = 3
/** Figures further apart than this are seldom about the same thing. */
const FAR_APART = 2
/** Words that two summaries must share to be about the same thing. */
const SHARED_WORDS = 2

/**
 * The `count` most telling facts of an archive: sure ones before doubtful ones, spread over kinds and articles, and those first
 * that other articles speak of too, that have a named source or a date, or that are planned, possible or denied. No two come from one sentence.
 */
export function highlights(facts: readonly FactRecord[], count: number): FactRecord[] {
  const others = describe(facts)
  const left = new Map(facts.filter(tellable).map((fact) => [fact, worth(fact, others)]))
  const chosen: FactRecord[] = []
  while (chosen.length < count && left.size > 0) {
    const [best] = [...left].reduce((a, b) => (b[1] > a[1] ? b : a))
    chosen.push(best)
    for (const [fact, value] of left) {
      if (sameSentence(fact, best) || sameOffice(fact, best)) left.delete(fact)
      else
        left.set(fact, value - (fact.kind === best.kind ? CROWDING.kind : 0) - (fact.articleId === best.articleId ? CROWDING.article : 0))
    }
  }
  return facts.filter((fact) => chosen.includes(fact))
}

/** What begins its sentence and is nobody's name reads badly inside another: `according to Their letter`. */
const readsWell = ({ entityId, name }: FactRecord['attribution'][number]): boolean => entityId !== null || !/^\p{Lu}/u.test(name)

const tellable = ({ summary, confidence, citations, attribution }: FactRecord): boolean =>
  citations[0]!.quote.split(/\s+/).length >= LEAST_QUOTED &&
  attribution.every(readsWell) &&
  confidence >= LEAST_CONFIDENCE &&
  summary.length >= LENGTH.least &&
  summary.length <= LENGTH.most &&
  !summary.endsWith('…')

interface Described {
  readonly fact: FactRecord
  readonly words: ReadonlySet<string>
}

const describe = (facts: readonly FactRecord[]): Described[] => facts.map((fact) => ({ fact, words: wordsOf(fact.summary) }))

/** Names and nouns as far as their length tells: words of four letters or more. */
const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu))

function worth(fact: FactRecord, all: readonly Described[]): number {
  const words = wordsOf(fact.summary)
  const elsewhere = all.filter((other) => other.fact.articleId !== fact.articleId)
  return (
    fact.confidence +
    (elsewhere.some((other) => differs(fact, words, other)) ? WEIGHTS.compared : 0) +
    (elsewhere.some((other) => sameOffice(fact, other.fact)) ? WEIGHTS.sameOffice : 0) +
    (fact.attribution.some(({ entityId }) => entityId !== null) ? WEIGHTS.namedSource : 0) +
    (fact.status !== 'asserted' || fact.polarity !== 'affirmed' ? WEIGHTS.notPlainlySo : 0) +
    (fact.time ? WEIGHTS.dated : 0)
  )
}

/** Both give a figure of what seems to be the same thing, near each other and different. */
function differs(fact: FactRecord, words: ReadonlySet<string>, other: Described): boolean {
  const [value, against] = [fact.figure?.value, other.fact.figure?.value]
  if (!value || !against || value === against || fact.figure!.kind !== other.fact.figure!.kind) return false
  if (Math.max(value / against, against / value) > FAR_APART) return false
  return [...words].filter((word) => other.words.has(word)).length >= SHARED_WORDS
}

/** Both say that the same person has the same office. */
const sameOffice = (a: FactRecord, b: FactRecord): boolean =>
  a.kind === 'role' &&
  b.kind === 'role' &&
  a.predicate === b.predicate &&
  a.subject?.entityId != null &&
  a.subject.entityId === b.subject?.entityId

function sameSentence(a: FactRecord, b: FactRecord): boolean {
  const [first, second] = [a.citations[0]!.sentence, b.citations[0]!.sentence]
  return a.articleId === b.articleId && first.start < second.end && second.start < first.end
}
