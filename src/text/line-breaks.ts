/** What stands between two tokens. */
export const Break = { none: 0, line: 1, paragraph: 2 } as const
export type Break = (typeof Break)[keyof typeof Break]

const NEWLINE = 10
const RETURN = 13

/** Whether the gap `[from, to)` holds a line break, or a blank line. */
export function breakIn(text: string, from: number, to: number): Break {
  let lines = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE || (code === RETURN && text.charCodeAt(at + 1) !== NEWLINE) || code === 0x2028) lines++
    else if (code === 0x2029) lines = 2
    if (lines === 2) return Break.paragraph
  }
  return lines === 1 ? Break.line : Break.none
}

/** Shorter lines are headings or list items, not lines that were wrapped; longer ones are paragraphs. Characters. */
const NARROWEST = 40
const WIDEST = 130

/**
 * Tells a line break that wraps a sentence from one that ends it. In wrapped text no line is much longer than others, and a line
 * ends where the next word would not have fitted: that word's room tells a deliberate break.
 */
export class Wrapping {
  private blockEnd = -1
  private width = 0

  constructor(private readonly text: string) {}

  /** Whether the line that ends before `nextStart` was wrapped; `wordLength` is that of the word that starts there. */
  wrapped(lineEnd: number, nextStart: number, wordLength: number): boolean {
    if (nextStart > this.blockEnd) this.measure(lineEnd)
    if (this.width > WIDEST) return false
    const size = this.lineSize(lineEnd)
    return size >= NARROWEST && size + 1 + wordLength > this.width
  }

  /** The longest line from here to the next blank line; every block is measured once. */
  private measure(from: number): void {
    const { text } = this
    let start = text.lastIndexOf('\n', Math.max(0, from - 1)) + 1
    let width = 0
    for (;;) {
      let end = text.indexOf('\n', start)
      if (end < 0) end = text.length
      const size = text.slice(start, Math.min(end, start + 2 * WIDEST)).trimEnd().length
      if (size === 0) break
      width = Math.max(width, size)
      this.blockEnd = end
      if (end === text.length) break
      start = end + 1
    }
    this.blockEnd = Math.max(this.blockEnd, from)
    this.width = width
  }

  /** Size of the line that ends at `lineEnd`; no more is looked at than the widest. */
  private lineSize(lineEnd: number): number {
    const from = Math.max(0, lineEnd - WIDEST)
    const start = this.text.lastIndexOf('\n', lineEnd - 1)
    return lineEnd - Math.max(from, start + 1)
  }
}
