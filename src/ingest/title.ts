const SEPARATOR = String.raw`(?:\s+[|–—·•»:-]\s+|\s?[|»]\s?)`
const AT_END = new RegExp(String.raw`^(.*\S)${SEPARATOR}([^|–—·»]{1,80})$`, 'u')
const AT_START = new RegExp(String.raw`^([^|–—·»]{1,60}?)(?:${SEPARATOR}|:\s+)(\S.*)$`, 'u')
/** A section stands between the headline and the site: `Fog stops ferry | UK News | Sky News`. */
const MOST_SECTION_WORDS = 3

/**
 * A title without the name of its site at the end or the beginning (`Talks open | Harbour Post`); `sites` are the names the page
 * gives itself, and the host of its address counts as one.
 */
export function cleanTitle(title: string, sites: readonly (string | null)[], url: string | null = null): string {
  const isSite = siteTest(sites, url)
  let cleaned = upToSite(title, sites)
  let sections = false
  for (let match = AT_END.exec(cleaned); match; match = AT_END.exec(cleaned)) {
    const section = sections && match[2]!.split(' ').length <= MOST_SECTION_WORDS && /\|/.test(cleaned.slice(match[1]!.length))
    if (!isSite(match[2]!) && !section) break
    sections = cleaned.slice(match[1]!.length).includes('|')
    cleaned = match[1]!
  }
  const start = AT_START.exec(cleaned)
  return start && isSite(start[1]!) ? start[2]! : cleaned
}

/** A title without what stands behind the site's name: a motto (`Fog stops ferry - Harbour Post - News from the coast`). */
function upToSite(title: string, sites: readonly (string | null)[]): string {
  const parts = title.split(new RegExp(`(${SEPARATOR})`, 'u'))
  const at = parts.findIndex((part, i) => i > 0 && i % 2 === 0 && sites.some((site) => site !== null && sameName(site, part)))
  return at === -1 ? title : parts.slice(0, at + 1).join('')
}

/** The site's name at the end of a title, where its letters are those of the host; null else. */
export function nameInTitle(title: string, url: string | null): string | null {
  const match = AT_END.exec(title.replace(/\s+/g, ' ').trim())
  return match && siteTest([], url)(match[2]!) ? match[2]! : null
}

function siteTest(sites: readonly (string | null)[], url: string | null): (name: string) => boolean {
  const host = hostName(url)
  const known = sites.filter((site) => site !== null && site !== '').map((site) => letters(site!))
  return (name) => {
    const bare = letters(name)
    if (bare === '') return false
    if (known.some((site) => site === bare || (site.length >= 3 && bare === `${site}news`))) return true
    if (host.length >= 5) return bare.startsWith(host) || (host.startsWith(bare) && bare.length >= 5)
    return host.length >= 2 && letters(name.split(' ', 1)[0]!) === host && name.split(' ').length <= 3 // `BBC News`
  }
}

/** The letters of the host's own label: `https://www.harbour-post.example/a` → `harbourpost`. */
function hostName(url: string | null): string {
  const labels =
    url && URL.canParse(url)
      ? new URL(url).hostname
          .replace(/^www\./, '')
          .split('.')
          .slice(0, -1)
      : []
  return letters(labels.reduce((best, label) => (label.length >= best.length ? label : best), ''))
}

/** Whether two names differ in signs, case and `the` alone. */
export const sameName = (a: string, b: string): boolean => letters(a) === letters(b)

/** A name as it is compared: lower-case letters and digits, without `the`, `.com`. */
const letters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\.(?:com|org|net|co\.uk)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
