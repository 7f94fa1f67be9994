const SEPARATED = /^(.*\S)\s+[|–—·»:-]\s+([^|–—·»]{1,80})$/u

/** A title without the name of its site at the end (`Talks open | Harbour Post`); `sites` are the names the page gives itself. */
export function cleanTitle(title: string, sites: readonly (string | null)[]): string {
  const known = sites.filter((site) => site !== null).map(letters)
  let cleaned = title
  for (let match = SEPARATED.exec(cleaned); match; match = SEPARATED.exec(cleaned)) {
    if (!known.includes(letters(match[2]!))) break
    cleaned = match[1]!
  }
  return cleaned
}

/** A name as it is compared: lower-case letters and digits, without `the`, `.com`. */
const letters = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^the\s+/, '')
    .replace(/\.(?:com|org|net|co\.uk)$/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')
