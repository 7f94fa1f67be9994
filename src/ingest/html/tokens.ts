import { Tokenizer } from 'htmlparser2'

/** What stands in a page, in its order. Tag and attribute names are in lower case, entities are decoded. */
export interface HtmlReader {
  open(name: string, attributes: ReadonlyMap<string, string>): void
  close(name: string): void
  text(text: string): void
}

/** Elements that have no content and no end tag (HTML standard, 13.1.2). */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base basefont br col embed frame hr img input link meta param source track wbr'.split(' '),
)

/** Attributes past this many on one element are dropped: no page of news needs them. */
const MOST_ATTRIBUTES = 64

/**
 * Reads a page tag by tag in time linear in its length, whatever it holds: there is no tree and no stack of open elements
 * (htmlparser2's own parser searches and shifts one for each tag, which is quadratic in its depth).
 */
export function readHtml(html: string, reader: HtmlReader): void {
  let name = ''
  let attribute = ''
  let value: string[] = []
  let attributes = new Map<string, string>()
  const opened = () => {
    reader.open(name, attributes)
    attributes = new Map()
  }
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => void (name = html.slice(start, end).toLowerCase()),
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => reader.close(html.slice(start, end).toLowerCase()),
      onattribname: (start, end) => {
        attribute = html.slice(start, end).toLowerCase()
        value = []
      },
      onattribdata: (start, end) => void value.push(html.slice(start, end)),
      onattribentity: (codePoint) => void value.push(String.fromCodePoint(codePoint)),
      onattribend: () => {
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute)) attributes.set(attribute, value.join(''))
      },
      ontext: (start, end) => reader.text(html.slice(start, end)),
      ontextentity: (codePoint) => reader.text(String.fromCodePoint(codePoint)),
      oncdata: () => undefined,
      oncomment: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: () => undefined,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
}
