const SEPARATED = /^(.*\S)\s+[|–—·»:-]\s+([^|–—·»]{1,80})$/u

/**
 * A title without the name of its site at the end (`Talks open | Harbour Post`); `sites` are the names the page gives itself, and
 * the host of its address counts as one.
 */
export function cleanTitle(title: string, sites: readonly (string | null)[], url: string | null = null): string {
  const host = hostName(url)
  const known = sites.filter((site) => site !== null).map(letters)
  let cleaned = title
  for (let match = SEPARATED.exec(cleaned); match; match = SEPARATED.exec(cleaned)) {
    const name = letters(match[2]!)
    if (!known.includes(name) && !(host !== '' && name.startsWith(host))) break
    cleaned = match[1]!
  }
  return cleaned
}

/** The letters of the host's own label: `https://www.harbour-post.example/a` → `harbourpost`; '' when too short to tell. */
function hostName(url: string | null): string {
  const labels = url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '').split('.') : []
  const longest = labels.reduce((best, label) => (label.length > best.length ? label : best), '')
  return longest.length >= 5 ? letters(longest) : ''
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
