import { tidyLines } from '../tidy.js'
import { BlockBuilder, type Block } from './layout.js'
import { plainContent } from './plain-content.js'

/** Of two texts of one article the page's own is taken, unless it has less than this share of the other. */
const MUCH_SHORTER = 0.6
/** A body of fewer characters is a teaser. */
const LEAST = 300

/**
 * The text of a page: its own, or the `articleBody` of its JSON-LD where its own is missing or much shorter (a page that is drawn by
 * a script, a stub before a paywall).
 */
export function withArticleBody(own: readonly Block[], stated: string | null): readonly Block[] {
  if (stated === null || stated.length < LEAST) return own
  const body = bodyBlocks(stated)
  return length(own) < length(body) * MUCH_SHORTER ? body : own
}

/** Paragraphs of an `articleBody`: HTML by its tags, plain text by its line breaks. */
function bodyBlocks(stated: string): readonly Block[] {
  const body = tidyLines(stated)
  if (/<(?:p|br|div|h\d|li)\b[^>]*>/i.test(body)) return plainContent(body)
  const out = new BlockBuilder()
  for (const paragraph of body.replace(/<\/?[a-z][^>]{0,500}>/gi, '').split(/\r\n?|\n/)) {
    out.add(paragraph, false)
    out.break('paragraph')
  }
  return out.blocks()
}

const length = (blocks: readonly Block[]): number => blocks.reduce((sum, { text }) => sum + text.length, 0)
