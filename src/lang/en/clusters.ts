import { hashOf } from '../../learn/hash.js'
import { readTsv } from './tsv.js'
import { WordNumbers } from './word-numbers.js'

/** The classes of a word, narrow to wide: 1 of 1,024, of 160, of 40; 0 for a word that is in none, so they count from 1. */
export interface Clusters {
  /** Class numbers of a lower-cased word by its `hashOf`, packed: `narrow << 16 | wider << 8 | widest`; 0 for an unknown word. */
  of(hash: number): number
  /** Whether it is one of the most frequent 50,000, which hold few errors of writing. */
  isFrequent(hash: number): boolean
}

/** Room for 120,000 words, as a power of two. */
const BITS = 18

/** Marks the classes of the most frequent words. */
const FREQUENT = 1 << 28

let loaded: Clusters | undefined

/** Reads `data/en/clusters.tsv` once for a thread. */
export function clusters(): Clusters {
  if (loaded) return loaded
  const classes = new WordNumbers(BITS)
  readTsv('clusters').forEach(([widest, wider, frequent, others], narrow) => {
    const packed = ((narrow + 1) << 16) | ((Number(wider) + 1) << 8) | (Number(widest) + 1)
    if (others) classes.set(others.split(' '), packed)
    classes.set(frequent!.split(' '), packed | FREQUENT)
  })
  return (loaded = {
    of: (hash) => classes.of(hash) & ~FREQUENT,
    isFrequent: (hash) => (classes.of(hash) & FREQUENT) !== 0,
  })
}

/** Whether a lower-cased word is a frequent one: whether it is a word at all. */
export const isWord = (word: string): boolean => clusters().isFrequent(hashOf(word))
