import { overlap, type Span } from '../../document/span.js'

/** An annotated or found span. */
export interface Scored extends Span {
  readonly type: string
  readonly value: string | number | null
}

/** Counts over all documents of a corpus. */
export interface Tally {
  gold: number
  found: number
  /** Pairs of the same extent. */
  strict: number
  /** Pairs that overlap. */
  relaxed: number
  /** Overlapping pairs of equal value. */
  value: number
}

export const emptyTally = (): Tally => ({ gold: 0, found: 0, strict: 0, relaxed: 0, value: 0 })

/**
 * Adds one document to a tally, as TempEval-3 counts (UzZaman et al. 2013): gold and found spans are paired one to one, first
 * those of the same extent, then left to right those that overlap.
 */
export function tally(total: Tally, gold: readonly Scored[], found: readonly Scored[], sameType: boolean): void {
  const free = new Set(found)
  const pair = (of: Scored, fits: (other: Scored) => boolean): Scored | undefined => {
    for (const other of free) {
      if (!fits(other) || (sameType && of.type !== other.type)) continue
      free.delete(other)
      return other
    }
    return undefined
  }
  const pairs = new Map<Scored, Scored>()
  for (const of of gold) {
    const same = pair(of, (other) => of.start === other.start && of.end === other.end)
    if (same) pairs.set(of, same)
  }
  for (const of of gold) {
    const near = pairs.has(of) ? undefined : pair(of, (other) => overlap(of, other))
    if (near) pairs.set(of, near)
  }
  total.gold += gold.length
  total.found += found.length
  for (const [of, other] of pairs) {
    total.relaxed++
    if (of.start === other.start && of.end === other.end) total.strict++
    if (equal(of.value, other.value)) total.value++
  }
}

const equal = (a: Scored['value'], b: Scored['value']): boolean =>
  typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) <= 1e-8 + 1e-5 * Math.abs(a) : a === b

/** Harmonic mean of precision and recall, in percent. */
export function f1(hits: number, { gold, found }: Pick<Tally, 'gold' | 'found'>): number {
  const precision = found ? hits / found : 0
  const recall = gold ? hits / gold : 0
  return precision + recall ? (200 * precision * recall) / (precision + recall) : 0
}

/** Value F1: relaxed F1 times the share of pairs with equal value. */
export const valueF1 = (total: Tally): number => (total.relaxed ? (f1(total.relaxed, total) * total.value) / total.relaxed : 0)
