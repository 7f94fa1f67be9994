import type { Front } from './front.js'
import type { Block } from './layout.js'
import type { Line, Mark, Outline } from './outline.js'

/** Lines between the headline and the text that may be its lead. */
const MOST_LINES = 40
const MOST_LEAD = 8
const LEAST = 25
const LONGEST = 700
/** Without a mark, a lead is at least so long. */
const SENTENCE = 40
/** Beginnings that are compared: readers join and cut what follows. */
const COMPARED = 60

/**
 * What stands between the headline and the text and belongs to it: the standfirst, key points, a quotation that leads. The reader
 * view begins at the densest block and leaves them out.
 */
export function leadOf({ lines }: Outline, front: Front, blocks: readonly Block[], description: string | null): readonly Block[] {
  const headline = lines.findIndex(({ level, text }) => level === 1 && front.headlines.some((stated) => stated.text === text))
  if (headline === -1) return []
  const kept = new Set(blocks.map(({ text }) => beginning(text)))
  const span = lines.slice(headline + 1, headline + 1 + MOST_LINES)
  const start = span.findIndex((line) => line.text.length >= LEAST && kept.has(beginning(line.text)))
  if (start === -1) return []
  const described = description === null ? '' : beginning(description)
  const found: Line[] = []
  let first = true
  for (const line of span.slice(0, start)) {
    if (line.text.length < LEAST || isFurniture(line)) continue
    const listed = found.length > 0 && line.marks.has('item')
    const told = line.marks.has('dek') || beginning(line.text) === described || ((first || listed) && isSentence(line))
    first = false
    if (told && !kept.has(beginning(line.text))) found.push(line)
  }
  return found.slice(0, MOST_LEAD).map(({ text, linked, gap, level }) => ({ text, linked, gap, heading: level > 3 }))
}

const isFurniture = ({ text, linked, marks }: Line): boolean =>
  text.length > LONGEST || linked * 2 > text.length || FURNITURE.some((mark) => marks.has(mark))

const FURNITURE: readonly Mark[] = ['aside', 'byline', 'author', 'date', 'caption', 'bio']

/** What nothing marks is a lead where it follows the headline, or in a list behind a lead, and is a sentence. */
const isSentence = ({ text, level }: Line): boolean => level < 4 && text.length >= SENTENCE && /[.!?…]["”’)]?$/.test(text)

const beginning = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, COMPARED)
