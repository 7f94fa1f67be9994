import type { Span } from '../../document/span.js'
import { noiseRule } from './noise/match.js'
import { OpenElements } from './open-elements.js'
import { readHtml } from './tokens.js'

/** Elements whose content is no text of the page. */
const UNREAD: ReadonlySet<string> = new Set(['script', 'style', 'noscript', 'template', 'svg', 'iframe', 'object'])

/** An element that may go: where it stands, and what it holds. */
interface Candidate {
  readonly start: number
  end: number
  /** The most of the page's words that it may hold, as a share; 2 where it goes in any case. */
  readonly most: number
  words: number
  headlines: number
}

/** What was open when an element began; on the open elements. */
interface Kept {
  readonly candidate: Candidate | null
  readonly words: number
  readonly headlines: number
}

/**
 * A page without what is not its text: scripts, styles, comments of its makers, pictures in `data:` addresses, and the blocks
 * around the article (`noise/rules.ts`), `use` = `text` also those that tell of its author. One linear pass; what is left is cut out of the page as it came.
 */
export function cleaned(html: string, use: 'all' | 'text' = 'all'): string {
  const { candidates, cuts, words, headlines } = survey(html, use)
  const goes = ({ most, words: held, headlines: inside }: Candidate) =>
    most > 1 || (held <= words * most && (headlines === 0 || inside < headlines))
  return without(
    html,
    [...cuts, ...candidates.filter(goes)].sort((a, b) => a.start - b.start),
  )
}

function survey(html: string, use: 'all' | 'text') {
  const candidates: Candidate[] = []
  const cuts: Span[] = []
  let words = 0
  let headlines = 0
  let links = 0
  let at: Span = { start: 0, end: 0 }
  const open = new OpenElements<Kept>(({ name, kept }, byItsTag) => {
    if (name === 'a') links--
    if (!kept.candidate) return
    kept.candidate.end = byItsTag ? at.end : at.start
    kept.candidate.words = words - kept.words
    kept.candidate.headlines = headlines - kept.headlines
  })
  readHtml(html, {
    open(name, attributes, tag) {
      at = tag
      open.endImplied(name)
      const rule = UNREAD.has(name) ? undefined : noiseRule(name, attributes)
      const goes = UNREAD.has(name) || (rule !== undefined && (use === 'text' || !rule.textOnly))
      const candidate: Candidate | null = goes
        ? { start: tag.start, end: tag.end, most: rule ? rule.most : 2, words: 0, headlines: 0 }
        : null
      if (candidate) candidates.push(candidate)
      if (name === 'h1') headlines++
      if (name === 'a') links++
      open.enter(name, { candidate, words, headlines })
    },
    close(name, tag) {
      at = tag
      open.leave(name)
    },
    text(text) {
      if (links <= 0 && !UNREAD.has(open.top?.name ?? '')) words += text.trim().length
    },
    comment: (comment) => void cuts.push(comment),
    longValue: (value) => void cuts.push(value),
  })
  at = { start: html.length, end: html.length }
  open.end()
  return { candidates, cuts, words, headlines }
}

/** The rest of a text, without spans that begin in order; a span inside of another is gone with it. */
function without(text: string, spans: readonly Span[]): string {
  const parts: string[] = []
  let from = 0
  for (const { start, end } of spans) {
    if (start < from) continue
    parts.push(text.slice(from, start))
    from = end
  }
  parts.push(text.slice(from))
  return parts.join('')
}
