import type { Span } from '../../document/span.js'
import { readList } from '../lists.js'
import type { Line } from './lines.js'

/** How much of a line's end is looked at. */
const REACH = 140

const agency = readList('photo-agencies.tsv')
  .map(([name]) => name!.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  .sort((a, b) => b.length - a.length)
  .join('|')
const NAME = `[A-Z0-9@©][\\p{L}\\p{N}.'’@-]{0,30}`
const MEDIUM = `(?:Photo|PHOTO|Photograph|Picture|PICTURE|Image|IMAGE|Illustration|Graphic|File photo|Credit|Photo credit|Image credit)s?`

/** `Photo: EPA-EFE`, `Photo by Lim Wei`, `Image via Reuters` behind a caption's full stop. */
const LABELLED = new RegExp(
  `(?<=[.!?”"’)\\]…] ?|[a-z] [|–—-] )${MEDIUM}(?: ?[:|/©] ?| (?:by|via|courtesy of|courtesy|copyright) ?)${NAME}(?:(?: |, ?|/| / | & | and | via | for )${NAME}){0,7}\\.?$`,
  'u',
)
/** `(AP Photo/Evan Lane)`, `[Photo/Xinhua]`, `(Photo by Lim Wei/AFP)`, `(Getty Images)`. */
const BRACKETED = new RegExp(
  `[([](?:(?:(?:${agency}|[A-Z]{2,6}) )?(?:(?:File )?(?:[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage)s?)(?: ?[:/] ?| (?:by|via|courtesy of|courtesy|credit) ?)[^()[\\]]{1,80}|(?:${NAME}[ /]){0,4}(?:/ ?)?(?:Getty Images|${agency})(?: ?/ ?(?:${agency}))? ?(?:file|via [A-Z][\\p{L} ]{1,20})?)[)\\]]\\.?$`,
  'u',
)
/** `Joe Lane/Getty Images`, `REUTERS/Lim Wei` as a line, or behind a caption's full stop. */
const SLASHED = new RegExp(
  `(?:^|(?<=[.!?”"’)…] ?))(?:(?:${NAME} ){0,3}${NAME} ?/ ?(?:${agency})(?: ?/ ?(?:${agency}))?|(?:${agency}) ?/ ?${NAME}(?: ${NAME}){0,3}|(?:Getty Images|EPA-EFE|Shutterstock))$`,
  'u',
)
/** A line that is nothing but `Joe Lane/NPR` or `(Joe Lane / Harbour Post)`. */
const ALONE = new RegExp(`^(?:${NAME}(?: ${NAME}){1,3} ?/ ?[A-Z]{2,6}|\\(${NAME}(?: ${NAME}){1,3} / ${NAME}(?: ${NAME}){0,4}\\))$`, 'u')
/** BBC pages: `…paradesImage copyrightAFP`, with or without a space. */
const GLUED = /Image (?:copyright|caption|source) ?[A-Z“"‘'].{0,80}$/

/** A picture credit at the end of a line (a caption), or the whole line where the credit is glued to it. */
export function captionCredit(line: Line, text: string): Span | null {
  const from = Math.max(line.start, line.end - REACH)
  const cut = from > line.start ? '\n' : '' // so that `^` means the line's start
  const end = cut + text.slice(from, line.end)
  if (!/hoto|HOTO|mage|MAGE|ictu|ICTU|redit|llustr|raphic|\/|Getty|EPA|Shutter|[)\]]/.test(end)) return null
  const glued = GLUED.exec(end)
  const match = glued ?? LABELLED.exec(end) ?? BRACKETED.exec(end) ?? SLASHED.exec(end) ?? ALONE.exec(end)
  if (!match) return null
  const start = from + match.index - cut.length
  return glued && isGlued(text, start) ? { start: line.start, end: line.end } : { start, end: line.end }
}

/** Whether a credit starts in the middle of a word: `paradesImage copyright`. */
const isGlued = (text: string, start: number): boolean => start > 0 && /[\p{L}\p{N}]/u.test(text[start - 1]!)
