import type { Block } from './layout.js'

/** What the page says of its article, as far as it shows up in its text again. */
export interface Repeated {
  readonly title: string | null
  readonly author: string | null
}

/** A block of links longer than this is a paragraph that happens to be linked. */
const MOST_LINK = 250
/** Blocks behind the first paragraph where a byline may stand. */
const MOST_BEHIND = 4
/** Blocks before the article's first real paragraph that may be a dateline or byline. */
const MOST_HEAD = 12

const DATE_LINE =
  /^(?:(?:published|updated|posted|last updated|first published|date)\b:?\s?(?:on |at )?)?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?(?:\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})?(?:[\s,|•·–-]{0,4}(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[a-z]{2,4})?)?(?:[\s,|•·–-]{0,4}\d{1,2} min(?:ute)?s? read)?$/i
const BYLINE = /^by:? .{2,80}$/i
const PLAYER_LINE =
  /^(?:\d{1,2} min(?:ute)?s? read|listen to this (?:story|article)\.?|enjoy more audio and podcasts on ios or android ?\.?)$/i

/** The article's blocks without what repeats its metadata above it, blocks that are nothing but links, and headings of nothing. */
export function trimmed(blocks: readonly Block[], repeated: Repeated): readonly Block[] {
  const kept = blocks.filter((block) => !isLink(block))
  const first = kept.findIndex(({ text, heading }) => !heading && text.length >= 80 && /[.!?…]["”’)]?$/.test(text))
  const head = Math.min(first === -1 ? 0 : first, MOST_HEAD)
  const menu = menuLength(kept.slice(0, first === -1 ? 0 : first))
  const body = kept.filter((block, i) => i >= menu && !(i < head + MOST_BEHIND && isByline(block, i < head, repeated)))
  let end = body.length
  while (end > 0 && body[end - 1]!.heading) end--
  return end > 0 ? body.slice(0, end) : kept
}

/** Labels without a full stop, several in a row: the menu of a page, whose items are no links where a script opens them. */
const LONGEST_LABEL = 30
const LEAST_LABELS = 5

function menuLength(head: readonly Block[]): number {
  const end = head.findIndex(
    ({ text, heading }) => heading || text.length > LONGEST_LABEL || /[.!?:;,]$/.test(text.replace(/^(?:\p{L}\.)+$/u, '')),
  )
  const labels = end === -1 ? head.length : end
  return labels >= LEAST_LABELS ? labels : 0
}

/** What repeats metadata above the article; a byline may also stand behind its standfirst. */
const isByline = ({ text }: Block, above: boolean, repeated: Repeated): boolean =>
  above
    ? repeats(text, repeated)
    : BYLINE.test(text) &&
      !/[.!?…]["”’)]?$/.test(text) &&
      /\d{4}|^(?:By|BY|by):? \p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(text)

const isLink = ({ text, linked, heading }: Block): boolean => !heading && text.length <= MOST_LINK && linked * 10 >= text.length * 9

function repeats(text: string, { title, author }: Repeated): boolean {
  const same = (other: string | null) => other !== null && letters(text) === letters(other)
  return (
    same(title) ||
    same(author) ||
    text === 'By' ||
    BYLINE.test(text) ||
    (text.length <= 120 && DATE_LINE.test(text)) ||
    PLAYER_LINE.test(text)
  )
}

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
