import type { Ignored } from '../document/layers.js'
import type { ArticleMeta } from './meta.js'
import type { Submission } from './submission.js'

/** An article ready to be analysed: its text as it will be cited, and what is known of it. */
export interface Ingested {
  readonly text: string
  /** The page as it came (UTF-8, deflated); null for plain text. */
  readonly page: Uint8Array | null
  readonly meta: ArticleMeta
  readonly ignored: readonly Ignored[]
}

/** Takes the article out of what a client sent: main content of a page, metadata, what to ignore, language. */
export function ingest(submission: Submission): Ingested {
  throw new Error('not built yet: ' + Object.keys(submission).join())
}
