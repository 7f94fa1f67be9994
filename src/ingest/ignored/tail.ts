import type { IgnoredReason } from '../../document/layers.js'
import type { Line } from './lines.js'

/** What each line is, where it is not the article; filled by the rules, then by the steps below. */
export type Marks = (IgnoredReason | null)[]

/** Names of people the article is told to be by. */
export interface Known {
  readonly author?: string | null
}

/** A reply form stands below an article of at least so many characters, or in the second half. */
const LEAST_ARTICLE = 400
const MOST_LINKS = 8
const MOST_LINK = 160

/**
 * Everything below the first sign of a comment section is comments: `Leave a Reply`, a count of comments in the second half, or
 * a link to the full story (what stands under it is by readers, who are not marked as such).
 */
export function markComments(lines: readonly Line[], rules: readonly (string | null)[], marks: Marks, length: number): void {
  const fullStories = rules.filter((rule) => rule?.startsWith('full-story.')).length
  for (const [i, line] of lines.entries()) {
    const late = line.start * 2 >= length
    const opens =
      rules[i] === 'comments.form'
        ? late || line.start >= LEAST_ARTICLE
        : late && (rules[i] === 'comments.count' || (fullStories === 1 && rules[i] === 'full-story.link'))
    if (!opens) continue
    for (let below = i + 1; below < lines.length; below++) marks[below] ??= 'comments'
    return
  }
}

/** Headlines under a bare label: `READ MORE:`, then lines without a full stop. */
export function markLinkLists(lines: readonly Line[], rules: readonly (string | null)[], marks: Marks): void {
  for (const [i, line] of lines.entries()) {
    if (!rules[i]?.startsWith('related.') || !isLabel(line.text)) continue
    for (let below = i + 1; below < lines.length && below <= i + MOST_LINKS; below++) {
      const { text } = lines[below]!
      if (marks[below] || text.length > MOST_LINK || /[.!?:;,…]["”’)]?$/.test(text)) break
      marks[below] = 'related-links'
    }
  }
}

/** `READ MORE:` is followed by its links; `Read more: Five lunches` holds its own. */
const isLabel = (text: string): boolean => text.length <= 40 && !/[:|»>→] ?\S/.test(text)

const ABOUT = /^About (?:the (?:author|writer|reporter|journalist)s?|(\p{Lu}[\p{L}.'’-]{0,30}(?: \p{Lu}[\p{L}.'’-]{0,30}){0,4}))$/u
/** A bio stands in the last third, or in the last lines of a short text. */
const LAST_LINES = 8
/** Or above the text. */
const FIRST_LINES = 6

/** `About NAME` and the paragraph about that person, and what stands below it; sentences on the article's author at its end. */
export function markAuthorBio(lines: readonly Line[], marks: Marks, length: number, known: Known): void {
  for (let i = 0; i < Math.min(lines.length - 1, FIRST_LINES); i++) if (isIntroduction(lines[i]!.text, known)) marks[i] ??= 'author-bio'
  const first = lines.findIndex((line, i) => (line.start * 3 >= length * 2 || i >= lines.length - LAST_LINES) && i > 0)
  if (first === -1) return
  for (let i = first; i < lines.length; i++) {
    const heading = ABOUT.exec(lines[i]!.text) ?? (isAuthor(lines[i]!.text, known) ? ['', lines[i]!.text] : null)
    if (heading && i + 1 < lines.length && isAbout(lines[i + 1]!.text, heading[1] ?? '')) {
      marks[i] ??= 'author-bio'
      marks[i + 1] ??= 'author-bio'
      for (let below = i + 2; below < lines.length; below++) marks[below] ??= 'related-links'
      return
    }
    if (isSignature(lines[i]!.text, known)) marks[i] ??= 'author-bio'
  }
}

/** Whether a paragraph speaks of the person in its heading (or of an unnamed author). */
function isAbout(paragraph: string, name: string): boolean {
  const start = paragraph.slice(0, 80)
  if (/^(?:He|She|They|I|We|An?|The author|The writer)\b/.test(start)) return true
  const parts = name.split(' ').filter((part) => part.length > 1)
  return name === '' || parts.some((part) => start.includes(part))
}

/** A line that is nothing but the name of the author: what follows is about them. */
const isAuthor = (text: string, { author }: Known): boolean => author != null && author.split(', ').includes(text)

const CONTACT =
  /^(?:follow (?:him|her|them|me) (?:on|at|@)|you can (?:follow|reach|contact|e-?mail) (?:him|her|them|me|the (?:author|writer|reporter))|(?:contact|e-?mail|reach|write to) (?:the (?:author|writer|reporter|editor)|him|her|them|me|[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{1,30}){0,2}) (?:at|on|via) ?:? ?\S{0,60}[@.])/i
const HANDLE =
  /\b(?:[Ff]ollow (?:him|her|them|me)\b.{0,40}@\w|[Ff]ollow (?:him|her|them|me) on (?:Twitter|Facebook|Instagram|LinkedIn|X)\b)/

const OFFICE = /\b(?:reporter|writer|journalist|correspondent|editor|columnist|contributor|author|producer|critic|blogger)\b/

/** `Jane Roe has been a reporter at the Ledger since 2013.` above her own text. */
function isIntroduction(text: string, { author }: Known): boolean {
  const name = author?.split(/,| and /, 1)[0]?.trim() ?? ''
  if (name.length < 4 || text.length > 600 || !text.startsWith(`${name} `)) return false
  const said = text.slice(name.length + 1, name.length + 120)
  return /^(?:is|was|has been|has worked|works|covers|writes)\b/.test(said) && (OFFICE.test(said) || /^(?:covers|writes)/.test(said))
}

/** `Jane Roe covers the ports for the Ledger.` where Jane Roe is the author; `Follow her on Twitter @janeroe`. */
function isSignature(text: string, { author }: Known): boolean {
  if (CONTACT.test(text) || HANDLE.test(text)) return true
  const name = author?.split(/,| and /, 1)[0]?.trim() ?? ''
  if (name.length < 4 || !text.startsWith(name)) return false
  return /^,? (?:is|was|covers|writes|reports|teaches|works|has|joined|leads|edits|hosts|can be|contributed)\b/.test(
    text.slice(name.length),
  )
}
