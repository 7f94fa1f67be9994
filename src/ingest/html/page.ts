import { readHtml, VOID_ELEMENTS } from './tokens.js'

/** What a page says of itself outside its text. */
export interface PageHead {
  readonly title: string | null
  /** First value of each `<meta>` name or property, in lower case. */
  readonly metas: ReadonlyMap<string, string>
  /** Every value of `<meta name="author">` and its kin, for pages with several. */
  readonly authors: readonly string[]
  /** Contents of the JSON-LD scripts, unparsed. */
  readonly jsonLd: readonly string[]
  readonly canonical: string | null
  /** `<html lang>`. */
  readonly language: string | null
  /** `<time datetime>`, in page order; those marked as publication time first. */
  readonly times: readonly string[]
}

/** How large the tree of a page would be. */
export interface PageSize {
  readonly elements: number
  /** Runs of text; every entity and stray `<` begins one. */
  readonly texts: number
  readonly depth: number
  /** Most children of one element. */
  readonly widest: number
  /** Most attributes of one element, as far as they are counted. */
  readonly attributes: number
}

const AUTHOR_NAMES: ReadonlySet<string> = new Set([
  'author',
  'article:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
])
/** Ended by the next of their kind without an end tag, so they do not nest. */
const IMPLIED_END: ReadonlySet<string> = new Set('p li dt dd tr td th option optgroup tbody thead tfoot rp rt'.split(' '))
const MOST_TIMES = 20
const MOST_SCRIPT_CHARACTERS = 1_000_000

/** The open elements of a page, followed in constant time for each tag. */
class OpenElements {
  elements = 0
  depth = 0
  widest = 0
  private readonly names: string[] = []
  private readonly children: number[] = [0]
  private readonly open = new Map<string, number>()

  enter(name: string): void {
    this.elements++
    const top = this.children.length - 1
    this.children[top]!++
    if (this.children[top]! > this.widest) this.widest = this.children[top]!
    if (VOID_ELEMENTS.has(name) || IMPLIED_END.has(name)) return
    this.names.push(name)
    this.children.push(0)
    this.open.set(name, (this.open.get(name) ?? 0) + 1)
    if (this.names.length > this.depth) this.depth = this.names.length
  }

  leave(name: string): void {
    if (!this.open.get(name)) return
    for (let last = ''; last !== name;) {
      last = this.names.pop()!
      this.children.pop()
      this.open.set(last, this.open.get(last)! - 1)
    }
  }
}

/** Reads head data and measures the tree, in one linear pass. */
export function scanPage(html: string): { readonly head: PageHead; readonly size: PageSize } {
  const metas = new Map<string, string>()
  const authors: string[] = []
  const jsonLd: string[] = []
  const publishedTimes: string[] = []
  const otherTimes: string[] = []
  const open = new OpenElements()
  let title: string | null = null
  let canonical: string | null = null
  let language: string | null = null
  let scriptCharacters = 0
  let texts = 0
  let mostAttributes = 0
  let collecting: { readonly into: 'title' | 'json'; readonly parts: string[] } | null = null

  const meta = (attributes: ReadonlyMap<string, string>) => {
    const name = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop'))?.trim().toLowerCase()
    const content = attributes.get('content')?.trim()
    if (!name || !content) return
    if (!metas.has(name)) metas.set(name, content)
    if (AUTHOR_NAMES.has(name) && authors.length < 20) authors.push(content)
  }
  const time = (attributes: ReadonlyMap<string, string>) => {
    const stamp = attributes.get('datetime')
    if (!stamp || publishedTimes.length + otherTimes.length >= MOST_TIMES) return
    const marked = /publi|\bentry-date\b/i.test((attributes.get('itemprop') ?? '') + ' ' + (attributes.get('class') ?? '').slice(0, 200))
    ;(attributes.has('pubdate') || marked ? publishedTimes : otherTimes).push(stamp)
  }
  readHtml(html, {
    open(name, attributes) {
      open.enter(name)
      if (attributes.size > mostAttributes) mostAttributes = attributes.size
      if (name === 'meta') meta(attributes)
      else if (name === 'time') time(attributes)
      else if (name === 'html') language ??= attributes.get('lang') ?? null
      else if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical') canonical ??= attributes.get('href') ?? null
      else if (name === 'title' && title === null) collecting = { into: 'title', parts: [] }
      else if (name === 'script' && /\bld\+json\b/i.test(attributes.get('type') ?? '')) collecting = { into: 'json', parts: [] }
    },
    text(text) {
      texts++
      collecting?.parts.push(text)
    },
    close(name) {
      open.leave(name)
      if (!collecting || (name !== 'title' && name !== 'script')) return
      const content = collecting.parts.join('')
      if (collecting.into === 'title') title = content
      else if ((scriptCharacters += content.length) <= MOST_SCRIPT_CHARACTERS) jsonLd.push(content)
      collecting = null
    },
  })
  return {
    head: { title, metas, authors, jsonLd, canonical, language, times: [...publishedTimes, ...otherTimes] },
    size: { elements: open.elements, texts, depth: open.depth, widest: open.widest, attributes: mostAttributes },
  }
}
