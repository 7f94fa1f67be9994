import type { Document } from '../../document/document.js'
import type { Span } from '../../document/span.js'

/** A stretch between quotation marks, marks left out: a piece for each paragraph it runs through. */
export interface Quoted extends Span {
  readonly pieces: readonly Span[]
  /** From the opening to the closing mark. */
  readonly outer: Span
  /** False where the closing mark is missing. */
  readonly closed: boolean
}

/** Closing marks for each opening one. The wrong way round (`“word“`) is a common slip. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”“"'],
  ['”', '”'],
  ['„', '“”"'],
  ['"', '"”'],
  ['«', '»'],
  ['»', '«'],
  ['‹', '›'],
  ['‘', "’'"],
  ["'", "'’"],
  ['``', "''"],
  ["''", "''\""],
])
const SINGLE = "‘'"

/** Fewer tokens between quotation marks, without a cue, are a title, an idiom or scare quotes. */
const SHORTEST = 5

/** An unclosed stretch of fewer tokens is a stray mark, not a quotation. */
const SHORTEST_UNCLOSED = 4

/** A single quotation mark is believed only when it closes within so many tokens: else it is an apostrophe. */
const SINGLE_REACH = 120

/**
 * Pairs quotation marks, paragraph by paragraph. A quotation that a paragraph leaves open goes on in the next one when that
 * begins with the same mark again. A mark inside an open quotation of another kind belongs to it.
 */
export function quoted(doc: Document<'token' | 'sentence'>): Quoted[] {
  const { token } = doc.layers
  const isMark = token.each((norm) => CLOSERS.has(norm) || '”’»›'.includes(norm) || norm === "''")
  const found: Quoted[] = []
  let carried: { mark: string; start: number; pieces: Span[] } | null = null

  for (const { first, end } of paragraphs(doc)) {
    let i = first
    let open: { mark: string; start: number; from: number; pieces: Span[]; at: number } | null = null
    if (carried) {
      if (opens(doc, first, carried.mark)) {
        open = { mark: carried.mark, start: carried.start, from: token.end[first]!, pieces: carried.pieces, at: first }
        i = first + 1
      } else add(found, doc, carried.pieces, { start: carried.start, end: carried.pieces.at(-1)!.end }, false)
      carried = null
    }
    for (; i < end; i++) {
      if (!isMark[token.word[i]!]) continue
      const mark = token.norm(i)
      if (!open) {
        if (opens(doc, i, mark) && (!SINGLE.includes(mark) || closesWithin(doc, i, end, mark))) {
          open = { mark, start: token.start[i]!, from: token.end[i]!, pieces: [], at: i }
        }
      } else if (closes(doc, i, end, open.mark)) {
        add(found, doc, [...open.pieces, { start: open.from, end: token.start[i]! }], { start: open.start, end: token.end[i]! }, true)
        open = null
      }
    }
    if (open && (open.pieces.length > 0 || end - open.at > SHORTEST_UNCLOSED)) {
      carried = { mark: open.mark, start: open.start, pieces: [...open.pieces, { start: open.from, end: token.end[end - 1]! }] }
    }
  }
  if (carried) add(found, doc, carried.pieces, { start: carried.start, end: carried.pieces.at(-1)!.end }, false)
  return found
}

/** Token ranges between line breaks at which a sentence ends. */
export function paragraphs(doc: Document<'token' | 'sentence'>): { first: number; end: number }[] {
  const { sentence } = doc.layers
  const found: { first: number; end: number }[] = []
  let first = sentence[0]?.firstToken ?? 0
  sentence.forEach((current, s) => {
    const next = sentence[s + 1]
    if (!next || doc.text.slice(current.end, next.start).includes('\n')) {
      found.push({ first, end: current.endToken })
      first = current.endToken
    }
  })
  return found
}

function opens(doc: Document<'token' | 'sentence'>, i: number, mark: string): boolean {
  const { token } = doc.layers
  if (token.norm(i) !== mark || !CLOSERS.has(mark)) return false
  const before = doc.text[token.start[i]! - 1] ?? ' '
  const after = doc.text[token.end[i]!] ?? ' '
  if (/\s/.test(after)) return mark === '«'
  if (SINGLE.includes(mark)) return /[\s([“"—–-]/.test(before) && /\p{L}/u.test(after)
  if (mark === '"' || mark === '”' || mark === "''") return /[\s([{‘'—–:/-]/.test(before)
  return true
}

function closes(doc: Document<'token' | 'sentence'>, i: number, end: number, mark: string): boolean {
  const { token } = doc.layers
  const norm = token.norm(i)
  if (!CLOSERS.get(mark)!.includes(norm)) return false
  const before = doc.text[token.start[i]! - 1] ?? ' '
  const after = doc.text[token.end[i]!] ?? ' '
  if (norm === '“') return !/\s/.test(before) && !/[\p{L}\p{N}]/u.test(after)
  if (norm === '"' || norm === "''") return !/\s/.test(before) || /[\s.,;:!?)\]]/.test(after)
  if (!SINGLE.includes(mark)) return true
  if (/[\p{L}\p{N}]/u.test(after)) return false
  // `workers’ rights’`: after an s and before a word it may be a possessive; a later mark then closes.
  return !/[sS]/.test(before) || !/\s/.test(after) || !closesWithin(doc, i, Math.min(end, i + 12), mark)
}

function closesWithin(doc: Document<'token' | 'sentence'>, i: number, end: number, mark: string): boolean {
  const { token } = doc.layers
  for (let j = i + 1; j < Math.min(end, i + SINGLE_REACH); j++) {
    if (token.norm(j) === mark && mark === '‘') return false
    const after = doc.text[token.end[j]!] ?? ' '
    if (CLOSERS.get(mark)!.includes(token.norm(j)) && !/[\p{L}\p{N}]/u.test(after)) return true
  }
  return false
}

function add(found: Quoted[], doc: Document<'token' | 'sentence'>, pieces: readonly Span[], outer: Span, closed: boolean): void {
  const trimmed = pieces.flatMap((piece) => trim(doc.text, piece))
  if (trimmed.length) found.push({ start: trimmed[0]!.start, end: trimmed.at(-1)!.end, pieces: trimmed, outer, closed })
}

function trim(text: string, { start, end }: Span): Span[] {
  while (start < end && /\s/.test(text[start]!)) start++
  while (start < end && /\s/.test(text[end - 1]!)) end--
  return start < end ? [{ start, end }] : []
}

/** Whether what is quoted says something: long enough, and with a verb. */
export function isStatement(doc: Document<'token' | 'grammar'>, quotation: Quoted): boolean {
  const { token, grammar } = doc.layers
  const { first, end } = token.range(quotation)
  if (end - first < SHORTEST) return false
  for (let i = first; i < end; i++) if (/^(VERB|AUX)$/.test(grammar.upos(i))) return true
  return false
}
