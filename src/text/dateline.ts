import type { Document } from '../document/document.js'
import { Shape } from '../document/tokens.js'

type Doc = Document<'token' | 'sentence'>

/** So many tokens a date line has at most: `WASHINGTON, D.C., Jan. 14, 2019 (AP) —`. */
const LONGEST = 16

const DASH = /^(?:—|–|-|--)$/

/**
 * The token after the date line that opens a sentence (`MOSCOW, April 19 (Reuters) - `, `VLADIVOSTOK, Russia — `); `first` where it has none.
 * `NATO — the alliance — said` has two dashes and no date line.
 */
export function afterDateline({ layers: { token } }: Doc, first: number, end: number): number {
  if (first >= end || token.shape[first] !== Shape.upper || token.end[first]! - token.start[first]! < 4) return first
  let after = first
  for (let i = first + 1; i < end; i++) {
    if (!DASH.test(token.norm(i)) || token.joined(i) || token.joined(i - 1)) continue
    if (after > first || i - first > LONGEST) return first
    after = i + 1
  }
  return after < end ? after : first
}
