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

/** What a word of this class says of what it governs; undefined for most words. A verb may bring its particle: `call off`. */
export const embedding = (wordClass: EmbeddingClass, lemma: string): Embedding | undefined => TABLE[wordClass].get(lemma)
