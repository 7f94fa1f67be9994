import { breakOf, TextBuilder } from './layout.js'
import { readHtml } from './tokens.js'

/** Parts of a page around its article. */
const FURNITURE: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'menu', 'dialog'])
/** A paragraph of fewer characters, without the end of a sentence, is taken for navigation at the page's edges. */
const SHORT_LINE = 60

/**
 * The text of a page without building its tree: linear for any page. Tags decide what is furniture; what is left at the edges in
 * short lines without a full stop (menus, headings of lists) is dropped.
 */
export function plainContent(html: string): string {
  const out = new TextBuilder()
  const hidden = new Map<string, number>()
  let depth = 0
  const outside = (name: string) => breakOf(name) === 'hidden' || FURNITURE.has(name)
  readHtml(html, {
    open(name) {
      if (EMPTY.has(name)) return
      if (outside(name)) {
        hidden.set(name, (hidden.get(name) ?? 0) + 1)
        depth++
      } else if (depth === 0) {
        if (name === 'td' || name === 'th') out.cell()
        out.break(breakOf(name))
      }
    },
    close(name) {
      const open = hidden.get(name) ?? 0
      if (open > 0) {
        hidden.set(name, open - 1)
        depth--
      } else if (depth === 0) out.break(breakOf(name))
    },
    text(text) {
      if (depth === 0) out.add(text)
    },
  })
  return withoutMenus(out.toString())
}

/** Hidden elements that never have an end tag. */
const EMPTY: ReadonlySet<string> = new Set(['embed', 'input', 'link', 'meta', 'option'])

function withoutMenus(text: string): string {
  const paragraphs = text.split('\n\n')
  const prose = (paragraph: string) => paragraph.length >= SHORT_LINE || /[.!?…]["”’)]?$/.test(paragraph)
  const first = paragraphs.findIndex(prose)
  if (first === -1) return text
  const last = paragraphs.findLastIndex(prose)
  return paragraphs.slice(first, last + 1).join('\n\n')
}
