import type { Span } from '../../document/span.js'

/** A line of the text without the white space around it; never empty. */
export interface Line extends Span {
  /** Its first characters (at most `MOST_READ`): what rules look at. */
  readonly text: string
  /** First word in lower case behind bullets and opening brackets: `share`, `©`, `<number>`; '' before anything else. */
  readonly lead: string
}

/** Longer lines are prose for every rule. */
export const MOST_READ = 600

const LEAD = /[•*–—»>|[(\s-]{0,4}(?:(\p{L}{1,20})|(©)|(\d))?/uy

/** The lines of a text that hold anything. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let from = 0; from < text.length;) {
    const feed = text.indexOf('\n', from)
    const to = feed === -1 ? text.length : feed
    const start = forward(text, from, to)
    if (start < to) {
      const end = backward(text, start, to)
      const read = text.slice(start, Math.min(end, start + MOST_READ))
      lines.push({ start, end, text: read, lead: leadOf(read) })
    }
    from = to + 1
  }
  return lines
}

function leadOf(line: string): string {
  LEAD.lastIndex = 0
  const [, word, sign, digit] = LEAD.exec(line) ?? []
  return word?.toLowerCase() ?? sign ?? (digit ? '<number>' : '')
}

const blank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)

function forward(text: string, from: number, to: number): number {
  while (from < to && blank(text.charCodeAt(from))) from++
  return from
}

function backward(text: string, from: number, to: number): number {
  while (to > from && blank(text.charCodeAt(to - 1))) to--
  return to
}
