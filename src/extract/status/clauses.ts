import type { Parsed } from './reading.js'

/** A clause, or a noun that something else is said of than of its clause: its head word and the clause that governs it. */
export interface Clause {
  readonly head: number
  /** Index into the list of clauses; -1 for a main clause. */
  readonly parent: number
  /** UD relation of the head: `ccomp`, `advcl`, `conj`, `obj`… */
  readonly relation: string
  /** Whether it is a noun's. */
  readonly nominal: boolean
  /** Last token of everything that depends on the head. */
  readonly last: number
}

/** The clauses of one sentence and, for each of its tokens, the clause it belongs to. */
export interface Clauses {
  readonly all: readonly Clause[]
  /** Indexed by token minus the sentence's first. */
  readonly of: Int32Array
}

const CLAUSAL: ReadonlySet<string> = new Set(
  'root ccomp xcomp csubj csubj:pass csubj:outer advcl advcl:relcl acl acl:relcl parataxis'.split(' '),
)

/**
 * Divides a sentence into clauses along its tree: every clausal head starts one, and every noun that `apart` names; any other word
 * belongs to its head's, punctuation to that of the word before it.
 */
export function clausesOf(doc: Parsed, first: number, end: number, apart: (noun: number) => boolean): Clauses {
  const { grammar } = doc.layers
  const all: Clause[] = []
  const of = new Int32Array(end - first).fill(-1)
  const path = new Int32Array(end - first + 1)
  for (let i = first; i < end; i++) {
    let at = i
    let steps = 0
    while (of[at - first] === -1) {
      path[steps++] = at
      const head = grammar.head(at)
      if (head < first || head >= end || steps > end - first) break
      at = head
    }
    for (let p = steps - 1; p >= 0; p--) {
      const token = path[p]!
      const head = grammar.head(token)
      const parent = head >= first && head < end ? of[head - first]! : -1
      const relation = parent < 0 ? 'root' : grammar.relation(token)
      const clausal = parent < 0 || heads(doc, relation, token)
      if (!clausal && !(NOMINAL.has(grammar.upos(token)) && apart(token))) {
        of[token - first] = parent
        continue
      }
      of[token - first] = all.length
      all.push({ head: token, parent, relation, nominal: !clausal, last: Math.min(grammar.subtree(token).last, end - 1) })
    }
  }
  for (let i = first + 1; i < end; i++) if (grammar.upos(i) === 'PUNCT') of[i - first] = of[i - 1 - first]!
  return { all, of }
}

const NOMINAL: ReadonlySet<string> = new Set(['NOUN', 'NUM', 'SYM', 'PROPN'])

/** A conjunct heads a clause when it is a verb or has a subject of its own. */
const heads = ({ layers: { grammar } }: Parsed, relation: string, token: number): boolean =>
  CLAUSAL.has(relation) ||
  (relation === 'conj' &&
    (grammar.upos(token) === 'VERB' || grammar.children(token).some((child) => /^(nsubj|cop)/.test(grammar.relation(child)))))
