/** What a page's JSON-LD says of its article (schema.org `NewsArticle` and its kin). */
export interface LinkedArticle {
  readonly title: string | null
  readonly publisher: string | null
  /** People first: an organisation is named where a page has no author to name. */
  readonly people: readonly string[]
  readonly organisations: readonly string[]
  readonly publishedAt: string | null
  readonly createdAt: string | null
  readonly modifiedAt: string | null
  /** When the posts of a live page were published, and when its coverage began. */
  readonly posts: readonly string[]
  readonly url: string | null
  readonly language: string | null
  readonly body: string | null
  readonly words: number | null
  readonly live: boolean
}

/** What the JSON-LD scripts of a page hold. */
export interface Linked {
  readonly article: LinkedArticle | null
  /** Times of the page itself (`WebPage`). */
  readonly page: { readonly publishedAt: string | null; readonly modifiedAt: string | null }
  /** The site by its own name (`WebSite`). */
  readonly site: string | null
  /** Articles that are told whole. */
  readonly bodies: number
}

type Node = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/
const PAGE_TYPE = /^(?:Web|Item|AboutPage|Collection)?Page$/
/** Nodes looked at; pages have a dozen. */
const MOST_NODES = 500
/** An `articleBody` of fewer characters is a teaser. */
const LEAST_BODY = 600

/**
 * The article among the JSON-LD scripts of a page: plain, in an array, in `@graph`, or as `mainEntity` of a page. Of several it is
 * the one at one of these addresses, else the first; what stands beside it (videos, pictures, lists) says nothing of it.
 */
export function readJsonLd(scripts: readonly string[], addresses: readonly (string | null | undefined)[]): Linked {
  const nodes = scripts.flatMap((script) => allNodes(parse(script)))
  const typed = (type: RegExp) => nodes.filter((node) => types(node).some((name) => type.test(name)))
  const articles = typed(ARTICLE_TYPE)
  const page = typed(PAGE_TYPE)[0]
  const told = articles.filter((node) => (text(node['articleBody'])?.length ?? 0) >= LEAST_BODY)
  const mine = articles.find((node) => addresses.some((address) => address && addressOf(node) === address)) ?? articles[0]
  const byId = new Map(nodes.filter((node) => text(node['@id'])).map((node) => [text(node['@id'])!, node]))
  return {
    article: mine ? articleOf(mine, byId) : null,
    page: { publishedAt: text(page?.['datePublished']), modifiedAt: text(page?.['dateModified']) },
    site: text(typed(/^WebSite$/)[0]?.['name']),
    bodies: new Set(told.map((node) => text(node['headline']) ?? addressOf(node))).size,
  }
}

function articleOf(article: Node, byId: ReadonlyMap<string, Node>): LinkedArticle {
  const named = (value: unknown) => list(value).flatMap((item) => nameOf(item, byId))
  const isOrganisation = (item: unknown) => isNode(item) && types(resolved(item, byId)).some((type) => /Organization$/i.test(type))
  const authors = [...list(article['author']), ...list(article['creator'])]
  const posts = list(article['liveBlogUpdate']).filter(isNode)
  const words = Number(article['wordCount'])
  return {
    title: text(article['headline']) ?? text(article['name']),
    publisher: named(article['publisher'])[0] ?? named(article['sourceOrganization'])[0] ?? null,
    people: named(authors.filter((item) => !isOrganisation(item))).slice(0, 20),
    organisations: named(authors.filter(isOrganisation)).slice(0, 20),
    publishedAt: text(article['datePublished']),
    createdAt: text(article['dateCreated']),
    modifiedAt: text(article['dateModified']),
    posts: [article['coverageStartTime'], ...posts.map((post) => post['datePublished'])].map(text).filter((stamp) => stamp !== null),
    url: addressOf(article),
    language: text(article['inLanguage']),
    body: text(article['articleBody']),
    words: Number.isInteger(words) && words > 0 ? words : null,
    live: types(article).includes('LiveBlogPosting'),
  }
}

const addressOf = (node: Node): string | null => {
  const page = node['mainEntityOfPage']
  return text(node['url']) ?? text(page) ?? (isNode(page) ? (text(page['@id']) ?? text(page['url'])) : null)
}

function parse(script: string): unknown {
  const json = script
    .replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\s*\]\]>\s*\*\/|\]\]>)\s{0,99}$/, '')
  try {
    return JSON.parse(json)
  } catch {
    return tolerant(json)
  }
}

/** Some pages leave raw line breaks inside strings, or a semicolon at the end. */
function tolerant(json: string): unknown {
  try {
    return JSON.parse(json.replace(/[\u0000-\u001f]+/g, ' ').replace(/;? {0,99}$/, ''))
  } catch {
    return null
  }
}

function allNodes(root: unknown): Node[] {
  const found: Node[] = []
  const queue: unknown[] = [root]
  for (let next = 0; next < queue.length && next < MOST_NODES; next++) {
    const value = queue[next]
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MOST_NODES)) queue.push(item)
    } else if (isNode(value)) {
      found.push(value)
      queue.push(value['@graph'], value['mainEntity'], value['mainEntityOfPage'])
    }
  }
  return found
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value])
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)
const types = (node: Node): string[] => list(node['@type']).filter((type) => typeof type === 'string')

function nameOf(value: unknown, byId: ReadonlyMap<string, Node>): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value]
  if (!isNode(value)) return []
  return list(resolved(value, byId)['name']).filter((name) => typeof name === 'string' && name.trim() !== '') as string[]
}

const resolved = (node: Node, byId: ReadonlyMap<string, Node>): Node =>
  text(node['name']) ? node : (byId.get(text(node['@id']) ?? '') ?? node)
