import type { Parsed } from './grammar-columns.js'
import { universalOf } from './tag-labels.js'

/** What follows from heads and relations, worked out once: rules may ask for it at every token. */
export interface TreeColumns {
  /** The children of `i` are `child[childStart[i] … childStart[i + 1])`, in text order. */
  readonly childStart: Uint32Array
  readonly child: Uint32Array
  /** First and last token of all that hangs on a token. */
  readonly first: Uint32Array
  readonly last: Uint32Array
  /** The word that heads the smallest clause around a token. */
  readonly clause: Uint32Array
}

/** Relations whose word heads a clause of its own. */
const CLAUSES = /^(?:root|ccomp|xcomp|advcl|acl|csubj|parataxis)(?::|$)/

/** Words that are the predicate when they stand side by side with one. */
const PREDICATES = new Set(['VERB', 'AUX'])

/** Works out children, extents and clauses in time linear in the tokens. */
export function treeColumns({ head, relation, tag, relations, tagLabels }: Parsed): TreeColumns {
  const count = head.length
  const childStart = new Uint32Array(count + 1)
  for (let i = 0; i < count; i++) if (head[i]! >= 0) childStart[head[i]! + 1]!++
  for (let i = 0; i < count; i++) childStart[i + 1]! += childStart[i]!
  const fill = childStart.slice()
  const child = new Uint32Array(childStart[count]!)
  for (let i = 0; i < count; i++) if (head[i]! >= 0) child[fill[head[i]!]!++] = i

  const order = leavesFirst(head, childStart)
  const first = Uint32Array.from({ length: count }, (_, i) => i)
  const last = first.slice()
  for (const i of order) {
    const h = head[i]!
    if (h < 0) continue
    if (first[i]! < first[h]!) first[h] = first[i]!
    if (last[i]! > last[h]!) last[h] = last[i]!
  }
  const opens = relations.map((name) => CLAUSES.test(name))
  const joins = relations.map((name) => name === 'conj')
  const predicate = tagLabels.map((label) => PREDICATES.has(universalOf(label)))
  const clause = new Uint32Array(count)
  for (let k = count - 1; k >= 0; k--) {
    const i = order[k]!
    const own = head[i]! < 0 || opens[relation[i]!] || (joins[relation[i]!] && predicate[tag[i]!])
    clause[i] = own ? i : clause[head[i]!]!
  }
  return { childStart, child, first, last, clause }
}

/** All tokens, every one after what hangs on it. */
function leavesFirst(head: Int32Array, childStart: Uint32Array): Uint32Array {
  const count = head.length
  const open = new Uint32Array(count)
  const order = new Uint32Array(count)
  let size = 0
  for (let i = 0; i < count; i++) {
    open[i] = childStart[i + 1]! - childStart[i]!
    if (open[i] === 0) order[size++] = i
  }
  for (let k = 0; k < size; k++) {
    const h = head[order[k]!]!
    if (h >= 0 && --open[h]! === 0) order[size++] = h
  }
  return order
}
