import type { Grammar, Upos } from '../document/grammar.js'
import type { Tokens } from '../document/tokens.js'
import { lemmaOf } from '../lang/en/lemmas.js'
import { pennOf, universalOf } from './tag-labels.js'
import { treeColumns, type TreeColumns } from './tree-columns.js'

/** What the models say of every token, as numbers. */
export interface Parsed {
  /** Indexes into `tagLabels` and `relations`; heads are token indexes, -1 for a root. */
  readonly tag: Uint8Array
  readonly head: Int32Array
  readonly relation: Uint8Array
  readonly tagLabels: readonly string[]
  readonly relations: readonly string[]
}

/** Tags and trees as columns of numbers; a lemma is made when it is first asked for, once for a word and tag. */
export class GrammarColumns implements Grammar {
  private readonly lemmas = new Map<number, string>()
  private readonly lists: (readonly number[] | undefined)[] = []
  private readonly penn: readonly string[]
  private readonly universal: readonly Upos[]
  private readonly tree: TreeColumns

  constructor(
    private readonly token: Tokens,
    private readonly parsed: Parsed,
  ) {
    this.penn = parsed.tagLabels.map(pennOf)
    this.universal = parsed.tagLabels.map(universalOf)
    this.tree = treeColumns(parsed)
  }

  upos(i: number): Upos {
    return this.universal[this.parsed.tag[i]!] ?? 'X'
  }

  xpos(i: number): string {
    return this.penn[this.parsed.tag[i]!] ?? ''
  }

  lemma(i: number): string {
    if (!(i >= 0 && i < this.token.count)) return ''
    const tag = this.xpos(i)
    if (tag === 'NNP' || tag === 'NNPS') return lemmaOf(this.token.norm(i), tag, this.token.form(i))
    const key = this.token.word[i]! * 256 + this.parsed.tag[i]!
    let lemma = this.lemmas.get(key)
    if (lemma === undefined) this.lemmas.set(key, (lemma = lemmaOf(this.token.norm(i), tag, this.token.norm(i))))
    return lemma
  }

  head(i: number): number {
    return this.parsed.head[i] ?? -1
  }

  relation(i: number): string {
    return this.parsed.relations[this.parsed.relation[i]!] ?? 'dep'
  }

  children(i: number): readonly number[] {
    const { childStart, child } = this.tree
    if (!(i >= 0 && i < this.token.count)) return NONE
    const from = childStart[i]!
    const to = childStart[i + 1]!
    return from === to ? NONE : (this.lists[i] ??= listOf(child, from, to))
  }

  subtree(i: number): { readonly first: number; readonly last: number } {
    return { first: this.tree.first[i] ?? i, last: this.tree.last[i] ?? i }
  }

  clause(i: number): number {
    return this.tree.clause[i] ?? i
  }
}

const NONE: readonly number[] = []

/** A stretch of a column as a list; `Array.from` takes ten times as long for a few numbers. */
function listOf(column: Uint32Array, from: number, to: number): number[] {
  const list: number[] = []
  for (let k = from; k < to; k++) list.push(column[k]!)
  return list
}
