import { Tokenizer } from 'htmlparser2'
import type { Span } from '../../document/span.js'

/** What stands in a page, in its order. Tag and attribute names are in lower case, entities are decoded. */
export interface HtmlReader {
  /** `at` is the whole tag. */
  open(name: string, attributes: ReadonlyMap<string, string>, at: Span): void
  close(name: string, at: Span): void
  text(text: string): void
  comment?(at: Span): void
  /** A value that nobody reads: a picture in a `data:` address. `at` is the value. */
  longValue?(at: Span): void
}

/** Elements that have no content and no end tag (HTML standard, 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Attributes past this many on one element are dropped: no page of news needs them. */
const MOST_ATTRIBUTES = 64

/** Longer values are addresses of pictures and data of scripts, not names. */
const LONG_VALUE = 1000
/** Attributes that a reader view looks at, however long they are. */
const READ_VALUES: ReadonlySet<string> = new Set(['class', 'id', 'style', 'content'])

/**
 * Reads a page tag by tag in time linear in its length, whatever it holds: there is no tree and no stack of open elements
 * (htmlparser2's own parser searches and shifts one for each tag, which is quadratic in its depth).
 */
export function readHtml(html: string, reader: HtmlReader): void {
  let name = ''
  let attribute = ''
  let value: string[] = []
  let attributes = new Map<string, string>()
  let tagStart = 0
  const opened = (end: number) => {
    reader.open(name, attributes, { start: tagStart, end: end + 1 })
    attributes = new Map()
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => {
        tagStart = start - 1
        name = html.slice(start, end).toLowerCase()
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        const bracket = html.indexOf('>', end)
        reader.close(html.slice(start, end).toLowerCase(), { start: start - 2, end: bracket === -1 ? html.length : bracket + 1 })
      },
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = []
      },
      onattribdata: (start, end) => {
        value.push(html.slice(start, end))
        if (end - start > LONG_VALUE && !READ_VALUES.has(attribute)) reader.longValue?.({ start, end })
      },
      onattribentity: (codePoint) => void value.push(String.fromCodePoint(codePoint)),
      onattribend: () => {
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value.join(''))
      },
      ontext: (start, end) => reader.text(html.slice(start, end)),
      ontextentity: (codePoint) => reader.text(String.fromCodePoint(codePoint)),
      oncdata: () => undefined,
      oncomment: (start, end) => {
        if (html.startsWith('<!--', start - 4)) reader.comment?.({ start: start - 4, end: Math.min(end + 1, html.length) })
      },
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
