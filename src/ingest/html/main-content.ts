import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { breakOf, TextBuilder } from './layout.js'

/** The part of the DOM that is read here. */
interface HtmlNode {
  readonly nodeType: number
  readonly localName?: string
  readonly nodeValue: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
}

const TEXT_NODE = 3
const ELEMENT_NODE = 1

/** The article of a page as Mozilla's reader view finds it; '' where it finds none. For pages within bounds only: it is not linear. */
export function mainContent(html: string): string {
  const { document } = parseHTML(html) as unknown as { document: never }
  const article = new Readability<HtmlNode>(document, {
    disableJSONLD: true,
    charThreshold: 250,
    serializer: (node: unknown) => node as HtmlNode,
  }).parse()
  if (!article?.content) return ''
  const out = new TextBuilder()
  write(article.content, out, false)
  return out.toString()
}

function write(node: HtmlNode, out: TextBuilder, preformatted: boolean): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) {
      if (preformatted) out.addLines(child.nodeValue ?? '')
      else out.add(child.nodeValue ?? '')
    } else if (child.nodeType === ELEMENT_NODE) {
      const name = child.localName ?? ''
      const kind = breakOf(name)
      if (kind === 'hidden') continue
      if (name === 'td' || name === 'th') out.cell()
      out.break(kind)
      write(child, out, preformatted || name === 'pre')
      out.break(kind)
    }
  }
}
