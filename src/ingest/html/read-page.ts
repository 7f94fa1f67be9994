import { mainContent } from './main-content.js'
import { scanPage, type PageHead, type PageSize } from './page.js'
import { plainContent } from './plain-content.js'

/**
 * Pages within these bounds go through the reader view, whose work is not linear; the rest through the plain reader. Of 60 news
 * pages the largest has 9,000 elements, 60 levels and 400 siblings.
 */
const BOUNDS = { characters: 4_000_000, elements: 20_000, depth: 250, widest: 2_000 }
/** A main content under so many characters is checked against the whole page. */
const SHORT = 140

/** The article's text, as paragraphs, and what the page says of itself. `text` is '' when the page has none. */
export function readPage(raw: string): { readonly text: string; readonly head: PageHead } {
  const html = raw.replace(/[\0\p{Cs}]/gu, '\ufffd')
  const { head, size } = scanPage(html)
  const main = withinBounds(html, size) ? mainContent(html) : ''
  return { head, text: main.length >= SHORT ? main : longer(main, plainContent(html)) }
}

const withinBounds = (html: string, size: PageSize): boolean =>
  html.length <= BOUNDS.characters && size.elements <= BOUNDS.elements && size.depth <= BOUNDS.depth && size.widest <= BOUNDS.widest

/** The main content, unless it is next to nothing beside the page. */
const longer = (main: string, plain: string): string => (main.length * 2 >= plain.length ? main : plain)
