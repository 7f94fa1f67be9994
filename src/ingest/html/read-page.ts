import { linkedData, pageMeta, type PageMeta } from '../page-meta.js'
import { withArticleBody } from './article-body.js'
import { cleaned } from './clean.js'
import { holdsSeveral, isStub } from './doubts.js'
import { frontMatter } from './front.js'
import { readHead } from './head.js'
import { joined, type Block } from './layout.js'
import { leadOf } from './lead.js'
import { mainContent, type MainContent } from './main-content.js'
import { outline, type PageSize } from './outline.js'
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

/** The article of a page. */
export interface PageArticle {
  /** As paragraphs; '' when the page has none. */
  readonly text: string
  readonly meta: PageMeta
  /** Whether the text is the beginning of a longer one, and whether the page holds several articles. */
  readonly stub: boolean
  readonly several: boolean
}

/** The article's text and what the page says of itself; `address` is where it is known to be from. */
export function readPage(raw: string, address: string | null): PageArticle {
  const page = raw.replace(/[\0\p{Cs}]/gu, '\ufffd')
  const head = readHead(page)
  const whole = cleaned(page)
  const found = outline(whole)
  const html = cleaned(whole, 'text')
  const main = withinBounds(html, found.size) ? mainContent(html) : NOTHING
  const linked = linkedData(head, address)
  const front = frontMatter(found)
  const meta = pageMeta({ head, linked, front, byline: main.byline, address })
  const own = length(main.blocks) >= SHORT ? main.blocks : longer(main.blocks, plainContent(html))
  const description = head.metas.get('og:description') ?? head.metas.get('description') ?? null
  const article = trimmed([...leadOf(found, front, own, description), ...own], meta)
  const text = joined(withArticleBody(article, linked.article?.body ?? null))
  return { text, meta, stub: isStub(page, text, linked), several: holdsSeveral(found, linked) }
}

const withinBounds = (html: string, size: PageSize): boolean =>
  html.length <= BOUNDS.characters && (Object.keys(size) as (keyof PageSize)[]).every((measure) => size[measure] <= BOUNDS[measure])

const length = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0)

/** The main content, unless it is next to nothing beside the page. */
const longer = (main: readonly Block[], plain: readonly Block[]): readonly Block[] => (length(main) * 2 >= length(plain) ? main : plain)
