/** What a page's JSON-LD says of its article (schema.org `NewsArticle` and its kin). */
export interface LinkedArticle {
  readonly title: string | null
  readonly publisher: string | null
  readonly authors: readonly string[]
  readonly publishedAt: string | null
  readonly url: string | null
  readonly language: string | null
}

type Node = Readonly<Record<string, unknown>>

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/
/** Nodes looked at; pages have a dozen. */
const MOST_NODES = 500

/** The first article among the JSON-LD scripts of a page: plain, in an array, in `@graph`, or as `mainEntity` of a page. */
export function jsonLdArticle(scripts: readonly string[]): LinkedArticle | null {
  const nodes = scripts.flatMap((script) => allNodes(parse(script)))
  const article = nodes.find((node) => types(node).some((type) => ARTICLE_TYPE.test(type)))
  if (!article) return null
  const byId = new Map(nodes.filter((node) => text(node['@id'])).map((node) => [text(node['@id'])!, node]))
  const named = (value: unknown) => list(value).flatMap((item) => nameOf(item, byId))
  return {
    title: text(article['headline']) ?? text(article['name']),
    publisher: named(article['publisher'])[0] ?? named(article['sourceOrganization'])[0] ?? null,
    authors: named(article['author']).slice(0, 20),
    publishedAt: text(article['datePublished']) ?? text(article['dateCreated']),
    url: text(article['url']) ?? text(article['mainEntityOfPage']) ?? null,
    language: text(article['inLanguage']),
  }
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
  const referred = text(value['name']) ? value : (byId.get(text(value['@id']) ?? '') ?? value)
  return list(referred['name']).filter((name) => typeof name === 'string' && name.trim() !== '') as string[]
}
