import type { Certainty, Polarity } from '../../document/layers.js'
import { readTsv } from './tsv.js'

/** What a word says of what it governs; undefined leaves it as it is. */
export interface Embedding {
  readonly status: Certainty | undefined
  readonly polarity: Polarity | undefined
  /** What becomes of what it governs when the word itself is negated: `did not deny` leaves it unknown, `not likely` makes it unlikely. */
  readonly whenNegated: Polarity | Certainty | undefined
  /** Where its nouns stand (`obj`, `amod`, `subj`, a preposition) and which clauses it takes: the header of the table explains. */
  readonly frames: ReadonlySet<string>
}

export type EmbeddingClass = 'verb' | 'adjective' | 'noun' | 'adverb'

const said = (cell: string | undefined): string | undefined => (cell === '-' ? undefined : cell)

const none = (): Map<string, Embedding> => new Map()
const TABLE: Readonly<Record<EmbeddingClass, Map<string, Embedding>>> = { verb: none(), adjective: none(), noun: none(), adverb: none() }
for (const [lemma, wordClass, status, polarity, whenNegated, frames] of readTsv('embedding-words'))
  TABLE[wordClass as EmbeddingClass].set(lemma!, {
    status: said(status) as Certainty | undefined,
    polarity: said(polarity) as Polarity | undefined,
    whenNegated: said(whenNegated) as Embedding['whenNegated'],
    frames: new Set(said(frames)?.split(' ')),
  })

/** Verbs that have a row with a particle. */
const WITH_PARTICLE: ReadonlySet<string> = new Set(
  [...TABLE.verb.keys()].filter((key) => key.includes(' ')).map((key) => key.split(' ')[0]!),
)

/** Whether a verb has particles that change what it says: `call off`, `rule out`. */
export const isPhrasal = (lemma: string): boolean => WITH_PARTICLE.has(lemma)

/** What a verb and its particle say together: `call` and `off`. */
export const phrasal = (lemma: string, particle: string): Embedding | undefined =>
  isPhrasal(lemma) ? TABLE.verb.get(`${lemma} ${particle}`) : undefined

/** What a word of this class says of what it governs; undefined for most words. */
export const embedding = (wordClass: EmbeddingClass, lemma: string): Embedding | undefined => TABLE[wordClass].get(lemma)
