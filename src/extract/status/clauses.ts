import type { Document } from '../../document/document.js'

export type Parsed = Document<'token' | 'sentence' | 'grammar'>

/** A clause: its head word and the clause that governs it. */
export interface Clause {
  readonly head: number
  /** Index into the list of clauses; -1 for a main clause. */
  readonly parent: number
  /** UD relation of the head: `ccomp`, `advcl`, `conj`… */
  readonly relation: string
}

/** The clauses of one sentence and, for each of its tokens, the clause it belongs to. */
export interface Clauses {
  readonly all: readonly Clause[]
  /** Indexed by token minus the sentence's first. */
  readonly of: Int32Array
}

const CLAUSAL = /^(root|ccomp|xcomp|csubj|csubj:pass|csubj:outer|advcl|advcl:relcl|acl|acl:relcl|parataxis)$/

/** Divides a sentence into clauses along its tree: every clausal head starts one, every other word belongs to its head's. */
export function clausesOf({ layers: { grammar } }: Parsed, first: number, end: number): Clauses {
  const all: Clause[] = []
  const of = new Int32Array(end - first).fill(-1)
  const path: number[] = []
  for (let i = first; i < end; i++) {
    let at = i
    path.length = 0
    while (of[at - first] === -1) {
      path.push(at)
      const head = grammar.head(at)
      if (head < first || head >= end || path.length > end - first) break
      at = head
    }
    for (let p = path.length - 1; p >= 0; p--) {
      const token = path[p]!
      const head = grammar.head(token)
      const inside = head >= first && head < end && of[head - first]! >= 0
      const parent = inside ? of[head - first]! : -1
      if (!inside || heads(grammar.relation(token), token, grammar)) {
        of[token - first] = all.length
        all.push({ head: token, parent, relation: inside ? grammar.relation(token) : 'root' })
      } else of[token - first] = parent
    }
  }
  return { all, of }
}

/** A conjunct heads a clause when it is a verb or has a subject of its own. */
const heads = (relation: string, token: number, grammar: Parsed['layers']['grammar']): boolean =>
  CLAUSAL.test(relation) ||
  (relation === 'conj' &&
    (grammar.upos(token) === 'VERB' || grammar.children(token).some((child) => /^(nsubj|cop)/.test(grammar.relation(child)))))
