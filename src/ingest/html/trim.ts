import type { Block } from './layout.js'

/** What the page says of its article, as far as it shows up in its text again. */
export interface Repeated {
  readonly title: string | null
  readonly author: string | null
}

/** A block of links longer than this is a paragraph that happens to be linked. */
const MOST_LINK = 250
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
  const body = kept.filter(({ text }, i) => i >= head || !repeats(text, repeated))
  let end = body.length
  while (end > 0 && body[end - 1]!.heading) end--
  return end > 0 ? body.slice(0, end) : kept
}

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
