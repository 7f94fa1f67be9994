import type { Parsed } from './reading.js'
import type { Clause, Clauses } from './clauses.js'

/** For each clause of a sentence the question mark that asks it; -1 for most. The mark asks the largest clause that ends there. */
export function questionsIn(doc: Parsed, clauses: Clauses, first: number, end: number): Int32Array {
  const { token, grammar } = doc.layers
  const asked = new Int32Array(clauses.all.length).fill(-1)
  for (let i = first + 1; i < end; i++) {
    if (token.norm(i) !== '?') continue
    let at = clauses.of[i - first]!
    const stop = lastWordFrom(i, end, (t) => grammar.upos(t) === 'PUNCT')
    for (let up = clauses.all[at]!.parent; up >= 0 && clauses.all[up]!.last < stop; up = clauses.all[up]!.parent) at = up
    asked[at] = i
  }
  spread(clauses.all, asked)
  return asked
}

/** The first word after a question mark. */
function lastWordFrom(mark: number, end: number, isPunctuation: (t: number) => boolean): number {
  let i = mark + 1
  while (i < end && isPunctuation(i)) i++
  return i
}

/** `Did he resign or was he dismissed?`: what is joined to a question is asked too. */
function spread(all: readonly Clause[], asked: Int32Array): void {
  for (let c = 0; c < all.length; c++) {
    const { parent, relation } = all[c]!
    if (asked[c] === -1 && parent >= 0 && relation === 'conj' && asked[parent]! >= 0) asked[c] = asked[parent]!
  }
}
