import type { Ignored } from '../document/layers.js'
import { captionButtons } from './ignored/caption-buttons.js'
import { captionCredit } from './ignored/caption-credit.js'
import { linesOf, MOST_READ, type Line } from './ignored/lines.js'
import { LINE_RULES } from './ignored/line-rules.js'
import type { LineRule } from './ignored/rule.js'
import { markAuthorBio, markComments, markLinkLists, type Known, type Marks } from './ignored/tail.js'

const BY_START = new Map<string, LineRule[]>()
for (const rule of LINE_RULES) for (const start of rule.starts) BY_START.set(start, [...(BY_START.get(start) ?? []), rule])

/** Lines at the top and at the bottom that count as the edge of a text. */
const EDGE_LINES = 10

/**
 * Marks what is not the article: navigation, credits, share lines, comments, bios, notices, links. Spans are disjoint, in text
 * order, without white space at their ends, and never the whole text. Linear in the text.
 */
export function ignored(text: string, known: Known = {}): readonly Ignored[] {
  const lines = linesOf(text)
  const rules = lines.map((line, i) => ruleFor(line, i, lines.length, text.length))
  const marks: Marks = rules.map((rule) => rule?.reason ?? null)
  const ids = rules.map((rule) => rule?.id ?? null)
  markLinkLists(lines, ids, marks)
  markAuthorBio(lines, marks, text.length, known)
  markComments(lines, ids, marks, text.length)
  return marks.includes(null) ? spans(lines, marks, text) : []
}

/** The rule that a whole line matches, by its first word. */
function ruleFor(line: Line, index: number, count: number, length: number): LineRule | null {
  const candidates = BY_START.get(line.lead)
  if (!candidates || line.end - line.start > MOST_READ) return null
  const words = bare(line.text)
  const tail = line.start * 2 >= length || index >= count - EDGE_LINES
  for (const rule of candidates) {
    if (rule.where !== 'anywhere' && !tail && !(rule.where === 'edge' && index < EDGE_LINES)) continue
    if (rule.pattern.test(words)) return rule
  }
  return null
}

/** A line as patterns see it: plain spaces, no bullet, no brackets around it. */
function bare(line: string): string {
  const plain = line.replace(/\s+/g, ' ').replace(/^[•*–—»>|[(\s-]{1,4}/u, '')
  return /^[[(]/.test(line) ? plain.replace(/[\])]$/, '') : plain
}

/** Marked lines, neighbours of one reason together, and the credits inside the others. */
function spans(lines: readonly Line[], marks: Marks, text: string): Ignored[] {
  const found: Ignored[] = []
  let whole = 0
  for (const [i, line] of lines.entries()) {
    const reason = marks[i]
    const before = i > 0 && marks[i - 1] === reason ? found.at(-1) : undefined
    if (reason && before) found[found.length - 1] = { start: before.start, end: line.end, reason }
    else if (reason) found.push({ start: line.start, end: line.end, reason })
    else {
      const buttons = captionButtons(line)
      const credit = captionCredit(line, text)
      if (buttons && credit?.start !== line.start) found.push({ ...buttons, reason: 'share' })
      if (credit) found.push({ start: credit.start, end: credit.end, reason: 'caption-credit' })
      if (credit?.start !== line.start) whole++
    }
  }
  return whole > 0 ? found : []
}
