import { breakOf, type Block } from './layout.js'
import { TextWriter } from './writer.js'
import { readHtml } from './tokens.js'

/** Parts of a page around its article. */
const FURNITURE: ReadonlySet<string> = new Set(['nav', 'header', 'footer', 'aside', 'form', 'menu', 'dialog'])
/** Hidden elements that never have an end tag. */
const EMPTY: ReadonlySet<string> = new Set(['embed', 'input', 'link', 'meta', 'option'])
/** A block of fewer characters, without the end of a sentence, is taken for navigation at the page's edges. */
const SHORT_LINE = 60

/**
 * The text of a page without building its tree: linear for any page. Tags decide what is furniture; what is left at the edges in
 * short lines without a full stop (menus, headings of lists) is dropped. A page that hides everything is read whole.
 */
export function plainContent(html: string): readonly Block[] {
  const article = blocksOf(html, true)
  return withoutMenus(article.length > 0 ? article : blocksOf(html, false))
}

function blocksOf(html: string, dropFurniture: boolean): readonly Block[] {
  const out = new TextWriter()
  const hidden = new Map<string, number>()
  let depth = 0
  let links = 0
  readHtml(html, {
    open(name, attributes) {
      if (EMPTY.has(name)) return
      if (breakOf(name) === 'hidden' || (dropFurniture && FURNITURE.has(name))) {
        hidden.set(name, (hidden.get(name) ?? 0) + 1)
        depth++
      } else if (depth === 0) {
        if (name === 'a') links = 1
        out.open(name, (attribute) => attributes.get(attribute))
      }
    },
    close(name) {
      const open = hidden.get(name) ?? 0
      if (open > 0) {
        hidden.set(name, open - 1)
        depth--
      } else if (depth === 0) {
        if (name === 'a') links = 0
        out.close(name)
      }
    },
    text(text) {
      if (depth === 0) out.text(text, links > 0)
    },
  })
  return out.blocks()
}

function withoutMenus(blocks: readonly Block[]): readonly Block[] {
  const prose = ({ text, linked }: Block) => linked * 2 < text.length && (text.length >= SHORT_LINE || /[.!?…]["”’)]?$/.test(text))
  const first = blocks.findIndex(prose)
  return first === -1 ? blocks : blocks.slice(first, blocks.findLastIndex(prose) + 1)
}
