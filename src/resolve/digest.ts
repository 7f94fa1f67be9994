import { hash } from 'node:crypto'

/** 80 bits: two of a million things share an id with a probability of one in 10^12. */
const CHARACTERS = 20

/** An opaque id made of what it stands for: `art_`, what `lead` gives, and the first 80 bits of SHA-256 over the parts, in hex. */
export function contentId(prefix: 'art' | 'fct' | 'ent', parts: readonly string[], lead = ''): string {
  return `${prefix}_${lead}${sha256(parts).slice(0, CHARACTERS)}`
}

/** SHA-256 in hex over parts that may hold any character: as JSON, so that `ab, c` is not `a, bc`. */
export function sha256(parts: readonly (string | null)[]): string {
  return hash('sha256', JSON.stringify(parts))
}
