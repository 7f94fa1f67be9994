import { createRequire } from 'node:module'
import type { Readability as Reader } from '@mozilla/readability'
import type { parseHTML as ParseHtml } from 'linkedom'
import { breakOf, type Block } from './layout.js'
import { TextWriter } from './writer.js'

/** The part of the DOM that is read here. */
interface HtmlNode {
  readonly nodeType: number
  readonly localName?: string
  readonly nodeValue: string | null
  readonly firstChild: HtmlNode | null
  readonly nextSibling: HtmlNode | null
  readonly textContent: string | null
  getAttribute?(name: string): string | null
}

const TEXT_NODE = 3
const ELEMENT_NODE = 1

/** The article as found on a page. */
export interface MainContent {
  readonly blocks: readonly Block[]
  /** The line that names the author, where the page marks one. */
  readonly byline: string | null
}

interface Libraries {
  readonly Readability: typeof Reader
  readonly parseHTML: typeof ParseHtml
}

let loaded: Libraries | undefined

/** Loaded at the first page: they take 20 MB a thread, which a reader of plain text does not pay. */
function libraries(): Libraries {
  const require = createRequire(import.meta.url)
  return (loaded ??= {
    Readability: (require('@mozilla/readability') as { Readability: typeof Reader }).Readability,
    parseHTML: (require('linkedom') as { parseHTML: typeof ParseHtml }).parseHTML,
  })
}

const NOTHING: MainContent = { blocks: [], byline: null }

/** The article of a page as Mozilla's reader view finds it; no blocks where it finds none. For pages within bounds only: it is not linear. */
export function mainContent(html: string): MainContent {
  const article = readerView(html)
  if (!article?.content) return NOTHING
  const out = new TextWriter()
  write(article.content, out, { preformatted: false, inLink: false })
  return { blocks: out.blocks(), byline: article.byline ?? null }
}

function readerView(html: string): ReturnType<Reader<HtmlNode>['parse']> {
  const { Readability, parseHTML } = libraries()
  try {
    const { document } = parseHTML(html) as unknown as { document: never }
    const serializer = (node: unknown) => node as HtmlNode
    return new Readability<HtmlNode>(document, { disableJSONLD: true, charThreshold: 250, keepClasses: true, serializer }).parse()
  } catch {
    return null // both libraries throw on trees without a body or a head; the plain reader takes those pages
  }
}

/** Classes by which pages mark a picture's caption and credit: `wp-caption-text`, `image__credit`. */
const CAPTION_CLASS = /(?:^|[\s_-])(?:fig|photo|image|img|wp|media)?-?(?:captions?|credits?)(?:$|[\s_-])/i
const MOST_CAPTION = 600

const isCaption = (node: HtmlNode): boolean =>
  CAPTION_CLASS.test(node.getAttribute?.('class')?.slice(0, 300) ?? '') && (node.textContent?.length ?? 0) <= MOST_CAPTION

const PICTURES: ReadonlySet<string> = new Set(['img', 'picture', 'video'])
/** What pages also put into a `<figure>`: quotations, tables, listings. */
const TEXTS: ReadonlySet<string> = new Set(['blockquote', 'table', 'pre', 'ul', 'ol', 'h1', 'h2', 'h3'])

/** A `<figure>` with a picture: its text is a caption, whatever element that stands in. */
const isPicture = (node: HtmlNode): boolean =>
  node.localName === 'figure' && (node.textContent?.length ?? 0) <= MOST_CAPTION && holds(node, PICTURES) && !holds(node, TEXTS)

function holds(node: HtmlNode, names: ReadonlySet<string>): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (names.has(child.localName ?? '') || holds(child, names)) return true
  }
  return false
}

interface Style {
  readonly preformatted: boolean
  readonly inLink: boolean
}

function write(node: HtmlNode, out: TextWriter, style: Style): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === TEXT_NODE) {
      out.text(child.nodeValue ?? '', style.inLink, style.preformatted)
    } else if (child.nodeType === ELEMENT_NODE) {
      const name = child.localName ?? ''
      if (breakOf(name) === 'hidden' || isCaption(child) || isPicture(child)) continue
      const element = child
      out.open(name, (attribute) => element.getAttribute?.(attribute))
      write(child, out, { preformatted: style.preformatted || name === 'pre', inLink: style.inLink || name === 'a' })
      out.close(name)
    }
  }
}
