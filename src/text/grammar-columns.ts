import { UPOS, type Grammar, type Upos } from '../document/grammar.js'
import type { Tokens } from '../document/tokens.js'
import { lemmaOf } from '../lang/en/lemmas.js'

/** Tags as columns of numbers; a lemma is made when it is first asked for, once for a word and tag. */
export class Tagged implements Grammar {
  private readonly lemmas = new Map<number, string>()
  private readonly penn: readonly string[]
  private readonly universal: readonly Upos[]

  constructor(
    private readonly token: Tokens,
    labels: readonly string[],
    private readonly label: Uint8Array,
  ) {
    this.penn = labels.map((label) => label.split('|')[0]!)
    this.universal = labels.map((label) => UPOS.find((tag) => tag === label.split('|')[1]) ?? 'X')
  }

  upos(i: number): Upos {
    return this.universal[this.label[i]!] ?? 'X'
  }

  xpos(i: number): string {
    return this.penn[this.label[i]!] ?? ''
  }

  lemma(i: number): string {
    if (!(i >= 0 && i < this.token.count)) return ''
    const tag = this.xpos(i)
    if (tag === 'NNP' || tag === 'NNPS') return lemmaOf(this.token.norm(i), tag, this.token.form(i))
    const key = this.token.word[i]! * 256 + this.label[i]!
    let lemma = this.lemmas.get(key)
    if (lemma === undefined) this.lemmas.set(key, (lemma = lemmaOf(this.token.norm(i), tag, this.token.norm(i))))
    return lemma
  }

  head(_: number): number {
    return -1
  }

  relation(_: number): string {
    return 'dep'
  }

  children(_: number): readonly number[] {
    return []
  }

  subtree(i: number): { readonly first: number; readonly last: number } {
    return { first: i, last: i }
  }
}
