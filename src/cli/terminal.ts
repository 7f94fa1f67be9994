import type { Writable } from 'node:stream'

/** Where a command writes: results to `out`, everything else to `err`. */
export interface Terminal {
  readonly out: Stream
  readonly err: Stream
}
type Stream = Writable & { readonly isTTY?: boolean; readonly columns?: number }

const CODES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const
export type Colour = keyof typeof CODES
export type Paint = (colour: Colour, text: string) => string

/** Colours on a terminal, plain text in a file or pipe, and where NO_COLOR asks for it (no-color.org). */
export function painter(stream: Stream): Paint {
  const coloured = stream.isTTY === true && !process.env.NO_COLOR
  return (colour, text) => (coloured && text !== '' ? `\u001b[${CODES[colour]}m${text}\u001b[0m` : text)
}

/** Columns of a terminal; in a file or pipe, as many as a wide one has. */
export const columnsOf = (stream: Stream): number => (stream.isTTY ? (stream.columns ?? 80) : 160)

/** The codes that `painter` writes. */
const CODE = /\u001b\[\d+m/g
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u
const UNSEEN = /[\p{M}\p{Cf}]/u

const widthOfCharacter = (character: string): number => (UNSEEN.test(character) ? 0 : WIDE.test(character) ? 2 : 1)

/** How many columns a text takes: East Asian characters two, combining marks and colours none. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text.replace(CODE, '')) width += widthOfCharacter(character)
  return width
}

/** One line of at most `width` columns, `…` where something was cut; control characters become spaces. */
export function fit(text: string, width: number): string {
  const line = oneLine(text)
  if (widthOf(line) <= width) return line
  let kept = ''
  let used = 0
  for (const character of line) {
    used += widthOfCharacter(character)
    if (used > width - 1) break
    kept += character
  }
  return kept + '…'
}

/** The lines of a text in at most `width` columns, broken between words; a longer word is broken where the line ends. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of oneLine(text).split(' ')) {
    if (line !== '' && widthOf(line) + 1 + widthOf(word) > width) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
    while (widthOf(line) > width) {
      const piece = beginning(line, width)
      lines.push(piece)
      line = line.slice(piece.length)
    }
  }
  return [...lines, line]
}

/** As many characters as fit into `width` columns, and one at least. */
function beginning(text: string, width: number): string {
  let kept = ''
  for (const character of text) {
    if (kept !== '' && widthOf(kept + character) > width) break
    kept += character
  }
  return kept
}

/** Without line breaks and without what could steer the terminal. */
export const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim()

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** Rows as aligned columns, each as wide as its widest cell and cut at `widths`; the last one takes what is left. */
export function columns(rows: readonly (readonly string[])[], widths: readonly number[]): string[] {
  const fitted = rows.map((row) => row.map((cell, i) => fit(cell, widths[i] ?? Infinity)))
  const widest = widths.map((_, i) => Math.max(0, ...fitted.map((row) => widthOf(row[i] ?? ''))))
  return fitted.map((row) =>
    row
      .map((cell, i) => (i === row.length - 1 ? cell : padEnd(cell, widest[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
}
