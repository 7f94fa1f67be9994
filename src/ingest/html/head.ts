import { readHtml } from './tokens.js'

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
}

const AUTHOR_NAMES: ReadonlySet<string> = new Set([
  'author',
  'article:author',
  'article_author',
  'byl',
  'byline',
  'cxenseparse:author',
  'dc.creator',
  'dcterms.creator',
  'parsely-author',
  'sailthru.author',
])
const MOST_SCRIPT_CHARACTERS = 4_000_000

/** Reads what stands in the head, and in the JSON-LD scripts anywhere, in one linear pass. */
export function readHead(html: string): PageHead {
  const metas = new Map<string, string>()
  const authors: string[] = []
  const jsonLd: string[] = []
  let title: string | null = null
  let canonical: string | null = null
  let language: string | null = null
  let scriptCharacters = 0
  let collecting: { readonly into: 'title' | 'json'; readonly parts: string[] } | null = null

  const meta = (attributes: ReadonlyMap<string, string>) => {
    const name = (attributes.get('property') ?? attributes.get('name') ?? attributes.get('itemprop'))?.trim().toLowerCase()
    const content = attributes.get('content')?.trim()
    if (!name || !content) return
    if (!metas.has(name)) metas.set(name, content)
    if (AUTHOR_NAMES.has(name) && authors.length < 20) authors.push(content)
  }
  readHtml(html, {
    open(name, attributes) {
      if (name === 'meta') meta(attributes)
      else if (name === 'html') language ??= attributes.get('lang') ?? null
      else if (name === 'link' && attributes.get('rel')?.toLowerCase() === 'canonical') canonical ??= attributes.get('href') ?? null
      else if (name === 'title' && title === null) collecting = { into: 'title', parts: [] }
      else if (name === 'script' && /\bld\+json\b/i.test(attributes.get('type') ?? '')) collecting = { into: 'json', parts: [] }
    },
    text(text) {
      collecting?.parts.push(text)
    },
    close(name) {
      if (!collecting || (name !== 'title' && name !== 'script')) return
      const content = collecting.parts.join('')
      if (collecting.into === 'title') title = content
      else if ((scriptCharacters += content.length) <= MOST_SCRIPT_CHARACTERS) jsonLd.push(content)
      collecting = null
    },
  })
  return { title, metas, authors, jsonLd, canonical, language }
}
