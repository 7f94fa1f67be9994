import type { Document, Stage } from '../document/document.js'
import type { Sentence } from '../document/layers.js'
import { Shape, TokenKind, type Tokens } from '../document/tokens.js'
import { abbreviation, opensSentence } from '../lang/en/abbreviations.js'
import { isLower } from './characters.js'
import { Break, breakIn, Wrapping } from './line-breaks.js'

/** Longer sentences are cut: later stages may then do work per sentence and stay linear. Tokens. */
export const LONGEST = 512

/** Likewise in UTF-16 units, for what repeats a sentence or a part of it; the longest of 2,000 news articles has 1,773. */
export const WIDEST = 4_000

/** What the first and only character kind of a token says of a sentence's end. */
const Mark = { other: 0, stop: 1, strong: 2, ellipsis: 3, closer: 4, abbreviation: 5, straight: 6 } as const

/**
 * Ends a sentence at a stop with the quotation marks and brackets that close behind it, at a blank line, at a line break that does not
 * wrap, and at what is ignored.
 */
export const sentences: Stage<'token', 'sentence'> = {
  adds: 'sentence',
  run: (doc) => {
    const { token } = doc.layers
    const found: Sentence[] = []
    const ends = new Ends(doc)
    let first = 0
    for (let i = 0; i < token.count; i++) {
      const fits = i + 1 < token.count && i - first + 1 < LONGEST && token.end[i + 1]! - token.start[first]! <= WIDEST
      if (fits && !ends.after(i, first)) continue
      found.push({ start: token.start[first]!, end: token.end[i]!, firstToken: first, endToken: i + 1 })
      first = i + 1
    }
    return found
  },
}

class Ends {
  private readonly token: Tokens
  private readonly marks: readonly number[]
  private readonly wrapping: Wrapping
  private ignored = 0

  constructor(private readonly doc: Document<'token'>) {
    this.token = doc.layers.token
    this.marks = this.token.each(markOf)
    this.wrapping = new Wrapping(doc.text)
  }

  /** Whether a sentence that starts at token `first` ends with token `i`. */
  after(i: number, first: number): boolean {
    const { token } = this
    const from = token.end[i]!
    const to = token.start[i + 1]!
    if (to > from) {
      if (this.reachesIgnored(from, to)) return true
      const lines = to > from + 1 || this.doc.text.charCodeAt(from) < 32 ? breakIn(this.doc.text, from, to) : Break.none
      if (lines === Break.paragraph) return true
      if (lines === Break.line && this.lineEnds(i, from, to)) return true
    }
    return this.stops(i, first, to > from)
  }

  private reachesIgnored(from: number, to: number): boolean {
    const { ignored } = this.doc.context
    while (this.ignored < ignored.length && ignored[this.ignored]!.end <= from) this.ignored++
    return this.ignored < ignored.length && ignored[this.ignored]!.start < to
  }

  private lineEnds(i: number, from: number, to: number): boolean {
    const { token } = this
    return !this.wrapping.wrapped(from, to, token.end[i + 1]! - token.start[i + 1]!)
  }

  /** Whether token `i`, with what closes before it, ends the sentence and the next token may open one. */
  private stops(i: number, first: number, gap: boolean): boolean {
    const { token, marks } = this
    let at = i
    while (at > first && this.closes(at)) at--
    const mark = marks[token.word[at]!]!
    if (mark === Mark.other || mark === Mark.closer || mark === Mark.straight) return false
    const next = i + 1
    if (!gap && this.closes(next)) return false
    const nextMark = marks[token.word[next]!]!
    if (nextMark === Mark.stop || nextMark === Mark.strong) return false
    if (mark === Mark.abbreviation) return at === i && gap && this.abbreviationEnds(i)
    if (mark === Mark.strong && !gap && token.kind[at] !== TokenKind.word && this.isWideStop(at)) return true
    if (!gap && at === i) return mark === Mark.stop && this.missingSpace(at)
    const lower = isLower(this.doc.text.charCodeAt(token.start[next]!))
    if (mark === Mark.ellipsis || at < i || mark === Mark.strong) return !lower
    return !this.isListNumber(at, first)
  }

  /** Whether token `at` closes a quotation or a bracket: joined to what stands before it. */
  private closes(at: number): boolean {
    const mark = this.marks[this.token.word[at]!]!
    return (mark === Mark.closer || mark === Mark.straight) && this.token.joined(at - 1)
  }

  private isWideStop(at: number): boolean {
    return this.doc.text.charCodeAt(this.token.start[at]!) > 255
  }

  /** `the end.The next` */
  private missingSpace(at: number): boolean {
    const { token } = this
    return at > 0 && token.shape[at - 1] === Shape.lower && token.shape[at + 1] === Shape.capitalised
  }

  /** `1. Beat the eggs` */
  private isListNumber(at: number, first: number): boolean {
    const { token } = this
    return at === first + 1 && (token.kind[first] === TokenKind.number || token.end[first]! - token.start[first]! === 1)
  }

  private abbreviationEnds(i: number): boolean {
    const { token } = this
    const next = i + 1
    const form = token.form(i)
    const kind = abbreviation(form.slice(0, -1))
    if (kind === 'title' || kind === 'number') return false
    const shape = token.shape[next]!
    if (shape === Shape.none) return token.kind[next] === TokenKind.punctuation && OPENING.has(token.norm(next)) && kind === 'word'
    if (shape === Shape.lower) return false
    return opensSentence(token.norm(next)) && !(form.length === 2 && token.norm(next) === 'a')
  }
}

const OPENING = new Set(['“', '"', '‘'])
const STOPS = new Set(['.'])
const STRONG = /^(?:[!?]+|[。！？؟۔।॥｡])$/
const CLOSERS = new Set([...'”’)]»」』）】›〉》}'])

function markOf(norm: string): number {
  if (STOPS.has(norm)) return Mark.stop
  if (norm.length <= 100 && STRONG.test(norm)) return Mark.strong
  if (norm === '…' || /^\.{2,100}$/.test(norm)) return Mark.ellipsis
  if (CLOSERS.has(norm)) return Mark.closer
  if (norm === '"' || norm === "'" || norm === "''") return Mark.straight
  return norm.length < 25 && norm.endsWith('.') ? Mark.abbreviation : Mark.other
}
