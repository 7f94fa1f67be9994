import { tidy } from './tidy.js'
import { readList } from './lists.js'

const OUTLETS: ReadonlySet<string> = new Set(
  [...readList('outlets.tsv'), ...readList('photo-agencies.tsv')].map(([name]) => name!.toLowerCase()),
)
/** What a name of an organisation ends with. */
const ORGANISATION =
  /\b(?:press|news|times|post|media|staff|network|agency|agencies|desk|journal|herald|tribune|gazette|enquirer|correspondent|reporters?|editors?|writers?|contributors?|columnist)$/i
const DEGREE =
  /(?:,? (?:Ph\.?D|M\.?D|R\.?D\.?N?|L\.?D\.?N?|M\.?[AS]c?|B\.?[AS]c?|MBA|MPH|R\.?N|J\.?D|D\.?O|CFA|CPA|Esq|DDS|DVM|PharmD|EdD)\b\.?)+$/
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}'
/** From here on a byline speaks of something else: a date, a clock, when it was changed, where to write to. */
const AFTER_NAME = new RegExp(
  `\\s*[,|•·(–—-]*\\s*\\b(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?\\b|\\d{1,2}(?:st|nd|rd|th)? ${MONTH}\\b|\\d{1,2}[:/.]\\d|\\d{4}-\\d{2}|(?:updated|published|posted|last updated|follow|e-?mail|read more|view (?:bio|profile)|\\d{1,2} min)\\b).*$`,
  'i',
)
const MOST = 100
const MOST_WORDS = 7

/**
 * The names in what a page states as its author: without `By`, dates, degrees, and the outlet they write for. Nothing for
 * addresses, handles and sentences.
 */
export function cleanName(stated: string, sites: readonly string[]): string[] {
  const line = tidy(stated)
    ?.replace(/^(?:(?:written|words|story|posted|reported|reviewed) )?by\b:?[\s—–-]*/i, '')
    .replace(/^(?:words|text|story|authors?|writers?|reporters?): */i, '')
    .replace(AFTER_NAME, '')
    .replace(/\s(?:[|•·]\s).*$/, '')
    .replace(/[,;:|\s]+$/, '')
    .replace(/^(.{3,100}?)[\s,]+\1$/, '$1') // a link around the name, and one around the picture
  if (!line || line.length > MOST * 3 || /^(?:https?:|www\.|@)/i.test(line)) return []
  const parts = line.split(/\s*[,;]\s*(?:and )?|\s+(?:and|&)\s+/i).map((part) => withoutOutlet(part.replace(DEGREE, '').trim(), sites))
  const names = parts.filter((part, i) => part !== '' && (i === 0 || !isAffiliation(part, sites)))
  return names.every(isName) ? names : []
}

const isName = (name: string): boolean =>
  /^\p{L}/u.test(name) && name.length <= MOST && name.split(' ').length <= MOST_WORDS && !/[!?@{}<>]|\.\.|https?:/.test(name)

/** What stands behind a name and a comma: a degree, an outlet, an office. */
const isAffiliation = (part: string, sites: readonly string[]): boolean =>
  /^[A-Z.]{2,6}$/.test(part) || ORGANISATION.test(part) || OUTLETS.has(part.toLowerCase()) || sites.includes(part)

/** `Greyson Steele Battle Creek Enquirer` on the site of that name. */
function withoutOutlet(name: string, sites: readonly string[]): string {
  const site = sites.find((site) => name.length > site.length + 3 && name.toLowerCase().endsWith(` ${site.toLowerCase()}`))
  const rest = site ? name.slice(0, -site.length).trim() : name
  return rest.replace(/\s+(?:for|of|at|with)$/i, '')
}
