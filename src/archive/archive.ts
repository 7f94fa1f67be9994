import type { Submission } from '../ingest/submission.js'
import type { WindowRequest } from '../store/annotation-window.js'
import type { Article, ArticleMeta, Job } from '../store/records.js'
import type { ReextractFilter } from '../store/port.js'
import type { Precondition } from '../store/precondition.js'

/** Everything an article's way can fail with that its sender can mend. `code` is a key of the table of problems. */
export class ArchiveError extends Error {
  constructor(
    readonly code:
      | 'article_deleted'
      | 'precondition_failed'
      | 'no_main_content'
      | 'body_too_large'
      | 'idempotency_key_reused'
      | 'idempotency_key_in_flight'
      /** As much is under way as fits into memory: 503, with `Retry-After`. */
      | 'overloaded'
      | 'shutting_down',
    detail: string,
  ) {
    super(detail)
  }
}

export interface AddOptions {
  /** Bring a deleted identity back as a new version. */
  readonly restore?: boolean
  /** What must hold of the article when it is written; a job looks at it when it runs. */
  readonly condition?: Precondition
  /** Answer with a job instead of waiting. Texts over 256 KiB always do. */
  readonly respondAsync?: boolean
  /** Wait however long the text is; for a caller that is no client of a server. */
  readonly wait?: boolean
  /** Others follow at once: this one may wait a moment for them. */
  readonly patient?: boolean
  readonly idempotency?: { readonly keyOwner: string; readonly key: string; readonly requestHash: string }
}

export type Added =
  /** `replayed`: the answer of an earlier request with the same idempotency key. */
  | { readonly outcome: 'created' | 'unchanged'; readonly article: Article; readonly replayed: boolean }
  | { readonly outcome: 'queued'; readonly job: Job; readonly replayed: boolean }

export interface Progress {
  readonly done: number
  readonly total: number
  readonly failed: number
}

/** What shall be told of an article from now on; null takes away, what is missing stays. */
export type ArticleChange = Partial<{ readonly [Name in Exclude<keyof ArticleMeta, 'tags' | 'url'>]: string | null }> & {
  readonly tags?: readonly string[] | null
}

/** Leads an article along its way; what HTTP, CLI and jobs call. */
export interface Archive {
  /** Ingests, analyses and stores one article. Raises `ArchiveError`. */
  add(submission: Submission, options?: AddOptions): Promise<Added>
  /** Changes what is told of a stored article; undefined where there is none. Raises `ArchiveError`. */
  change(articleId: string, changes: ArticleChange, condition?: Precondition): Promise<Article | undefined>
  /** The same analysis, with nothing stored: a part of what was found, as JSON. */
  extract(submission: Submission, window: WindowRequest): Promise<string>
  remove(articleId: string, condition?: Precondition): Promise<'deleted' | 'absent' | 'gone' | 'stale'>
  /** Runs stored articles through the engine again, oldest first. */
  reextract(filter: ReextractFilter, onProgress?: (progress: Progress) => void): Promise<Progress>
  /** Takes up queued jobs (those of an earlier process too) until `close`. */
  startJobs(): Promise<void>
  /** Resolves when this process has written into the feed of changes, or after so many milliseconds, or at `stop`. */
  nextWrite(milliseconds: number, stop: AbortSignal): Promise<void>
  /** Articles and jobs under way. */
  inFlight(): number
  /** Finishes what was accepted, then stops the workers. */
  close(): Promise<void>
}
