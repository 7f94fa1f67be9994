import type { Document } from '../../document/document.js'
import type { DateMention } from '../../document/layers.js'
import { isEventNoun } from '../../lang/en/event-words.js'

/** What links times to words. */
export type Dated = Document<'token' | 'sentence' | 'grammar' | 'date'>

/** How many heads are climbed from a word to its clause. */
const STEPS = 16

/** Nouns made of verbs: what stands `in 2014` after them is their own time. */
const ACTION = /(?:tion|sion|ment|ance|ence|ture|al)$/

/** Whether a noun is made of a verb: `annexation`. */
export const isAction = (lemma: string): boolean => ACTION.test(lemma)

/** Which calendar date governs which word, by the tree: built once for a text, asked in constant time. */
export class Times {
  /** Indexes into the date layer by the noun or the clause they hang on, in text order. */
  private readonly byGovernor = new Map<number, number[]>()

  constructor(private readonly doc: Dated) {
    doc.layers.date.forEach((date, index) => {
      if (!isCalendar(date)) return
      for (const governor of this.governors(date)) {
        const known = this.byGovernor.get(governor)
        if (known) known.push(index)
        else this.byGovernor.set(governor, [index])
      }
    })
  }

  /** The dates that hang on a noun or on a clause's head itself. */
  of(governor: number): readonly number[] {
    return this.byGovernor.get(governor) ?? []
  }

  /** The dates of a clause: its own, else those of the clause that it completes (`left on Monday to meet`). */
  ofClause(head: number): readonly number[] {
    const { grammar } = this.doc.layers
    for (let at = head, steps = 0; at >= 0 && steps < 4; steps++) {
      const own = this.of(at)
      if (own.length > 0) return at === head || grammar.relation(head) !== 'conj' ? own : own.filter((index) => this.leads(index, at))
      if (!/^(?:xcomp|advcl|conj)$/.test(grammar.relation(at)) || grammar.children(at).some((child) => this.sets(child))) return []
      at = grammar.head(at)
    }
    return []
  }

  /** The dates that govern a word inside a clause: those of the nouns above it, then those of its clause and the clauses it completes. */
  ofWord(word: number): readonly number[] {
    const { grammar } = this.doc.layers
    const clause = grammar.clause(word)
    for (let at = word, steps = 0; at >= 0 && at !== clause && steps < STEPS; at = grammar.head(at), steps++) {
      const own = this.of(at)
      if (own.length > 0) return own
    }
    const own = this.ofClause(clause)
    if (own.length > 0 || !/^acl/.test(grammar.relation(clause))) return own
    const outer = grammar.head(clause)
    return outer < 0 ? own : this.of(outer).length > 0 ? this.of(outer) : this.ofClause(grammar.clause(outer))
  }

  /** The word of a date on which nothing else of it depends from outside: its head. */
  headOf(date: DateMention): number {
    const { token, grammar } = this.doc.layers
    const { first, end } = token.range(date)
    for (let i = first; i < end; i++) if (grammar.head(i) < first || grammar.head(i) >= end) return i
    return first
  }

  /** What a date says the time of: a noun that names what happens, and the clause unless the date is part of the noun. */
  private governors(date: DateMention): number[] {
    const { token, grammar } = this.doc.layers
    const word = this.first(this.headOf(date))
    const clause = grammar.clause(word)
    const head = this.unnamed(word, clause)
    if (head < 0 || head === clause) return this.completed(clause)
    const tag = grammar.upos(head)
    if (tag !== 'NOUN') return tag === 'NUM' || tag === 'SYM' ? [head, clause] : [clause]
    const named = isEventNoun(grammar.lemma(head))
    const preposition = token.norm(token.at(date.start) - 1)
    if (word < head || preposition === 'of' || preposition === 'from') return [head]
    if (grammar.relation(head) === 'obj') return named ? [head, clause] : [clause]
    if (
      named &&
      grammar.relation(head) === 'obl' &&
      grammar.children(head).some((child) => /^(?:at|during|in|on)$/.test(token.norm(child)))
    )
      return [head, clause]
    return named || isAction(grammar.lemma(head)) ? [head] : [clause]
  }

  /** What a date hangs on, past the names before it: in `a visit to Rome in May` it is the time of the visit. */
  private unnamed(word: number, clause: number): number {
    const { grammar } = this.doc.layers
    let at = grammar.head(word)
    while (at >= 0 && at < word && at !== clause && grammar.upos(at) === 'PROPN' && grammar.relation(at) === 'nmod') at = grammar.head(at)
    return at
  }

  /** A clause, and for a noun that completes a verb (`was named head of the bank in July`) the verb's too. */
  private completed(clause: number): number[] {
    const { grammar } = this.doc.layers
    const completes = grammar.relation(clause) === 'xcomp' && /^(?:NOUN|PROPN|ADJ)$/.test(grammar.upos(clause))
    return completes ? [clause, grammar.head(clause)] : [clause]
  }

  /** The first of the words that `and` joins. */
  private first(word: number): number {
    const { grammar } = this.doc.layers
    return grammar.relation(word) === 'conj' && grammar.upos(grammar.head(word)) !== 'VERB' ? grammar.head(word) : word
  }

  /** Whether a date stands before the head of its clause: then it holds for what `and` adds. */
  private leads(index: number, head: number): boolean {
    return this.doc.layers.date[index]!.end <= this.doc.layers.token.start[head]!
  }

  /** Whether a dependent gives its clause a subject of its own. */
  private sets(child: number): boolean {
    return /^[nc]subj/.test(this.doc.layers.grammar.relation(child))
  }
}

/** Whether a time expression has a place in the calendar. */
export const isCalendar = ({ type, value, from }: DateMention): boolean =>
  (type === 'DATE' || type === 'TIME') && value !== null && from !== null
