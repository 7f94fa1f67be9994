import type { Certainty, Polarity } from '../../document/layers.js'
import { readTsv } from './tsv.js'

/** What a word says of what it governs; undefined leaves it as it is. */
export interface Embedding {
  readonly status: Certainty | undefined
  readonly polarity: Polarity | undefined
  /** The polarity (or `unlikely`) of what it governs when the word itself is negated: `did not deny` leaves it unknown. */
  readonly whenNegated: Polarity | 'unlikely' | undefined
}

export type EmbeddingClass = 'verb' | 'adjective' | 'noun' | 'adverb'

const said = (cell: string | undefined): string | undefined => (cell === '-' ? undefined : cell)

const TABLE: ReadonlyMap<string, Embedding> = new Map(
  readTsv('embedding-words').map(([lemma, wordClass, status, polarity, whenNegated]) => [
    `${wordClass} ${lemma}`,
    {
      status: said(status) as Certainty | undefined,
      polarity: said(polarity) as Polarity | undefined,
      whenNegated: said(whenNegated) as Embedding['whenNegated'],
    },
  ]),
)

/** What a word of this class says of what it governs; undefined for most words. */
export const embedding = (wordClass: EmbeddingClass, lemma: string): Embedding | undefined => TABLE.get(`${wordClass} ${lemma}`)
