import { readList } from './lists.js'
import type { ArticleMeta } from './meta.js'

const BY_HOST = new Map(readList('publishers.tsv').map(([host, country]) => [host!, country!]))
const BY_NAME = new Map(readList('outlets.tsv').map(([name, country]) => [name!.toLowerCase(), country!]))

/** Country domains that the whole world uses as a generic ending. */
const GENERIC: ReadonlySet<string> = new Set('ai cc co fm gg io ly me nu so tk to tv ws eu'.split(' '))
/** Country domains that are not the country's ISO code. */
const OTHER_CODE: ReadonlyMap<string, string> = new Map([['uk', 'GB']])

/**
 * Where an article's outlet is at home, ISO 3166-1 alpha-2: by its site, by its country domain, by its name; null where none tells.
 * Decides whose dollars `$` are and whether 4/5 is in April.
 */
export function publisherCountry({ url, publisher }: Pick<ArticleMeta, 'url' | 'publisher'>): string | null {
  return (url ? countryOfSite(url) : null) ?? (publisher ? nameCountry(publisher) : null)
}

function countryOfSite(url: string): string | null {
  if (!URL.canParse(url)) return null
  const labels = new URL(url).hostname.replace(/\.$/, '').split('.')
  for (let i = Math.max(0, labels.length - 4); i < labels.length - 1; i++) {
    const country = BY_HOST.get(labels.slice(i).join('.'))
    if (country) return country
  }
  const domain = labels.length > 1 ? labels.at(-1)! : ''
  if (!/^[a-z]{2}$/.test(domain) || GENERIC.has(domain)) return null
  return OTHER_CODE.get(domain) ?? domain.toUpperCase()
}

const nameCountry = (name: string): string | null => {
  const folded = name.trim().toLowerCase()
  return BY_NAME.get(folded) ?? BY_NAME.get(folded.replace(/^the /, '')) ?? BY_NAME.get('the ' + folded) ?? null
}
