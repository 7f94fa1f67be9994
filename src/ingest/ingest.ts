import { deflateSync } from 'node:zlib'
import type { Ignored } from '../document/layers.js'
import { IngestError } from './errors.js'
import { readPage, type PageArticle } from './html/read-page.js'
import { ignored } from './ignored.js'
import { identifyLanguage } from './language.js'
import type { ArticleMeta } from './meta.js'
import type { Submission } from './submission.js'
import { warningsOf, type Warning } from './warnings.js'

export { IngestError }

/** An article ready to be analysed: its text as it will be cited, and what is known of it. */
export interface Ingested {
  readonly text: string
  /** The page as it came (UTF-8, deflated); null for plain text. */
  readonly page: Uint8Array | null
  readonly meta: ArticleMeta
  readonly ignored: readonly Ignored[]
  readonly warnings: readonly Warning[]
}

/**
 * Takes the article out of what a client sent: main content of a page, metadata, what to ignore, language. Raises `IngestError`
 * for a page without text.
 */
export function ingest(submission: Submission): Ingested {
  if (submission.html === undefined) return assemble(submission, submission.text ?? '', null, null)
  const page = readPage(submission.html, submission.url ?? null)
  if (page.text === '') throw new IngestError('no_main_content', 'The page has no text that could be an article.')
  return assemble(submission, page.text, page, deflateSync(submission.html))
}

function assemble(submission: Submission, text: string, article: PageArticle | null, raw: Uint8Array | null): Ingested {
  const page = article?.meta
  const author = submission.author ?? page?.author ?? null
  const marked = ignored(text, { author })
  const publishedAt = submission.publishedAt ?? page?.publishedAt ?? null
  return {
    text,
    page: raw,
    ignored: marked,
    warnings: warningsOf(text, marked, publishedAt, article),
    meta: {
      url: submission.url ?? page?.url ?? null,
      title: submission.title ?? page?.title ?? null,
      publisher: submission.publisher ?? page?.publisher ?? null,
      author,
      publishedAt,
      timezone: submission.timezone ?? null,
      language: submission.language ? primary(submission.language) : identifyLanguage(sample(text, marked), page?.language),
      externalId: submission.externalId ?? null,
      tags: submission.tags ?? [],
    },
  }
}

/** `en-GB` → `en`. */
const primary = (tag: string): string => tag.split(/[-_]/, 1)[0]!.toLowerCase()

const SAMPLE = 8192

/** The first characters of the article itself. */
function sample(text: string, marked: readonly Ignored[]): string {
  const parts: string[] = []
  let from = 0
  let taken = 0
  for (const { start, end } of [...marked, { start: text.length, end: text.length }]) {
    const part = text.slice(from, Math.min(start, from + SAMPLE - taken))
    parts.push(part)
    taken += part.length
    from = end
    if (taken >= SAMPLE) break
  }
  return parts.join('\n')
}
