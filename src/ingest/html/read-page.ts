import { pageMeta, type PageMeta } from '../page-meta.js'
import { joined, type Block } from './layout.js'
import { mainContent, type MainContent } from './main-content.js'
import { scanPage, type PageSize } from './page.js'
import { plainContent } from './plain-content.js'
import { trimmed } from './trim.js'

/**
 * Pages within these bounds go through the reader view, whose work is not linear; the rest through the plain reader. Of 60 news
 * pages the largest has 3,700 elements, 26 levels and 226 siblings.
 */
const BOUNDS: PageSize & { readonly characters: number } = {
  characters: 2_000_000,
  elements: 10_000,
  texts: 20_000,
  depth: 100,
  widest: 1_000,
  attributes: 63,
}
/** A main content under so many characters is checked against the whole page. */
const SHORT = 140

const NOTHING: MainContent = { blocks: [], byline: null }

/** The article's text, as paragraphs, and what the page says of itself; `address` is where it is known to be from. `text` is '' when the page has none. */
export function readPage(raw: string, address: string | null): { readonly text: string; readonly meta: PageMeta } {
  const html = raw.replace(/[\0\p{Cs}]/gu, '\ufffd')
  const { head, size } = scanPage(html)
  const main = withinBounds(html, size) ? mainContent(html) : NOTHING
  const meta = pageMeta(head, main.byline, address)
  const blocks = length(main.blocks) >= SHORT ? main.blocks : longer(main.blocks, plainContent(html))
  return { text: joined(trimmed(blocks, meta)), meta }
}

const withinBounds = (html: string, size: PageSize): boolean =>
  html.length <= BOUNDS.characters && (Object.keys(size) as (keyof PageSize)[]).every((measure) => size[measure] <= BOUNDS[measure])

const length = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0)

/** The main content, unless it is next to nothing beside the page. */
const longer = (main: readonly Block[], plain: readonly Block[]): readonly Block[] => (length(main) * 2 >= length(plain) ? main : plain)
