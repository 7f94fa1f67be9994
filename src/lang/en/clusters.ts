import { hashOf } from '../../learn/hash.js'
import { readTsv } from './tsv.js'

/** The classes of a word, narrow to wide: 1 of 1,024, of 160, of 40; 0 for a word that is in none, so they count from 1. */
export interface Clusters {
  /** Class numbers of a lower-cased word by its `hashOf`, packed: `narrow << 16 | wider << 8 | widest`; 0 for an unknown word. */
  of(hash: number): number
  /** Whether it is one of the most frequent 50,000, which hold few errors of writing. */
  isFrequent(hash: number): boolean
}

/** Room for 120,000 words, filled half. */
const SLOTS = 1 << 18

/** Marks the classes of the most frequent words. */
const FREQUENT = 1 << 28

let loaded: Clusters | undefined

/** Reads `data/en/clusters.tsv` once for a thread. Hashes stand for the words: a map of strings takes ten times the room. */
export function clusters(): Clusters {
  if (loaded) return loaded
  const keys = new Int32Array(SLOTS)
  const classes = new Int32Array(SLOTS)
  const slotOf = (hash: number): number => {
    let slot = Math.imul(hash, 0x2c1b3c6d) >>> 14
    while (classes[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
    return slot
  }
  const enter = (words: string, packed: number): void => {
    for (const word of words.split(' ')) {
      const hash = hashOf(word)
      const slot = slotOf(hash)
      keys[slot] = hash
      classes[slot] = packed
    }
  }
  readTsv('clusters').forEach(([widest, wider, frequent, others], narrow) => {
    const packed = ((narrow + 1) << 16) | ((Number(wider) + 1) << 8) | (Number(widest) + 1)
    if (others) enter(others, packed)
    enter(frequent!, packed | FREQUENT)
  })
  return (loaded = {
    of: (hash) => classes[slotOf(hash)]! & ~FREQUENT,
    isFrequent: (hash) => (classes[slotOf(hash)]! & FREQUENT) !== 0,
  })
}

/** Whether a lower-cased word is a frequent one: whether it is a word at all. */
export const isWord = (word: string): boolean => clusters().isFrequent(hashOf(word))
