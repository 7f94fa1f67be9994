import { readTsv } from './tsv.js'

/** The classes of a word, narrow to wide: 1 of 1,024, of 160, of 40; 0 for a word that is in none, so they count from 1. */
export interface Clusters {
  /** Class numbers of a lower-cased word, packed: `narrow << 16 | wider << 8 | widest`; 0 for an unknown word. */
  of(word: string): number
}

let loaded: Clusters | undefined

/** Reads `data/en/clusters.tsv` once for a thread. */
export function clusters(): Clusters {
  if (loaded) return loaded
  const classes = new Map<string, number>()
  readTsv('clusters').forEach(([widest, wider, words], narrow) => {
    const packed = ((narrow + 1) << 16) | ((Number(wider) + 1) << 8) | (Number(widest) + 1)
    for (const word of words!.split(' ')) classes.set(word, packed)
  })
  return (loaded = { of: (word) => classes.get(word) ?? 0 })
}
