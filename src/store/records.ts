/**
 * What the store keeps and the service answers, in the words of the contract. Times are RFC 3339, offsets are UTF-16 units:
 * only the HTTP edge converts them.
 */
import type { Certainty, DateMention, EntityType, FactKind, Figure, Ignored, MentionForm, Polarity } from '../document/layers.js'
import type { Span } from '../document/span.js'
import type { ArticleMeta } from '../ingest/meta.js'
import type { Warning } from '../ingest/warnings.js'

export type { ArticleMeta, Warning }

/** A span with the characters it covers. */
export interface Excerpt extends Span {
  readonly text: string
}

export interface Counts {
  readonly sentences: number
  readonly entities: number
  readonly dates: number
  readonly figures: number
  readonly quotes: number
  readonly facts: number
}

export interface SkippedLayer {
  readonly layer: string
  readonly reason: 'unsupported-language'
}

export interface Article extends ArticleMeta {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly counts: Counts
  readonly ignored: readonly Ignored[]
  readonly skipped: readonly SkippedLayer[]
  readonly warnings: readonly Warning[]
  readonly createdAt: string
  readonly extractor: { readonly version: string }
}

export interface ArticleVersion {
  readonly version: number
  readonly createdAt: string
  readonly publishedAt: string | null
  readonly counts: Counts
}

export interface MentionRecord extends Excerpt {
  readonly form: MentionForm
  readonly metonymy?: true | undefined
  readonly rule: string
}

export interface EntityRecord {
  /** Local to the article: `e1`. */
  readonly id: string
  /** Shared across articles: `ent_…`; absent where nothing is stored. */
  readonly entityId?: string | undefined
  readonly type: EntityType
  readonly name: string
  readonly country?: string | undefined
  readonly mentions: readonly MentionRecord[]
}

export interface DateRecord extends Omit<DateMention, 'basis' | 'reason'>, Excerpt {
  readonly reason?: DateMention['reason'] | undefined
}

export interface FigureRecord extends Omit<Figure, 'of' | 'vague' | 'si'>, Excerpt {
  readonly vague?: true | undefined
  readonly si?: Figure['si'] | undefined
  readonly of: Excerpt | null
}

export interface SpeakerRecord extends Excerpt {
  /** Local entity id (`e4`), null for an unnamed speaker. */
  readonly entity: string | null
  readonly name: string
}

export interface LinkRecord extends Excerpt {
  readonly role: 'speaker' | 'document' | 'outlet'
  readonly name: string
  readonly entity?: string | null
  readonly entityId: string | null
  readonly cue: Excerpt
}

export interface QuoteRecord extends Excerpt {
  readonly kind: 'statement' | 'stance'
  readonly direct: boolean
  readonly speaker: SpeakerRecord | null
  readonly cue: Excerpt | null
  readonly addressee: SpeakerRecord | null
  readonly attribution: readonly LinkRecord[]
  readonly segments: readonly Excerpt[]
  readonly rule: string
}

export interface Reference {
  readonly entityId: string | null
  readonly text: string
}

/** The article of a fact, for whom shows it. */
export interface FactArticle {
  readonly id: string
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly url: string | null
  readonly publishedAt: string | null
}

export interface Citation extends Span {
  readonly articleId: string | null
  readonly version: number | null
  /** The exact text of the evidence. */
  readonly quote: string
  readonly prefix: string
  readonly suffix: string
  readonly sentence: Excerpt
  /** Behind the article's address, it opens the page at the quote and marks it. */
  readonly fragment: string
}

/** One claim of one article. `articleId`, `version` and `article` are null where nothing is stored. */
export interface FactRecord {
  readonly id: string
  readonly kind: FactKind
  readonly articleId: string | null
  readonly version: number | null
  readonly summary: string
  readonly subject: Reference | null
  readonly predicate: string | null
  readonly object: Reference | null
  readonly figure: FigureRecord | null
  readonly time: { readonly value: string; readonly from: string | null; readonly to: string | null } | null
  readonly place: Reference | null
  readonly entities: readonly string[]
  readonly status: Certainty
  readonly polarity: Polarity
  readonly statusCues: readonly Excerpt[]
  readonly attribution: readonly LinkRecord[]
  readonly confidence: number
  readonly rule: string
  /** The first places of the claim, in text order. */
  readonly citations: readonly Citation[]
  /** How many places there are. */
  readonly citationCount: number
  readonly article: FactArticle | null
}

/** Everything found in a text. */
export interface Annotations {
  readonly language: string
  readonly text: string
  readonly title: string | null
  readonly publishedAt: string | null
  readonly sentences: readonly Span[]
  readonly entities: readonly EntityRecord[]
  readonly dates: readonly DateRecord[]
  readonly figures: readonly FigureRecord[]
  readonly quotes: readonly QuoteRecord[]
  readonly facts: readonly FactRecord[]
  readonly ignored: readonly Ignored[]
  readonly skipped: readonly SkippedLayer[]
  readonly warnings: readonly Warning[]
}

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed'] as const
export type JobStatus = (typeof JOB_STATUSES)[number]

export interface Job {
  readonly id: string
  readonly status: JobStatus
  /** 0 to 1. */
  readonly progress: number
  readonly article?: { readonly id: string; readonly version: number }
  readonly error?: { readonly code: string; readonly detail: string }
  readonly createdAt: string
  readonly finishedAt?: string
}

export const CHANGE_TYPES = [
  'article.added',
  'article.superseded',
  'article.reextracted',
  'article.updated',
  'article.deleted',
  'fact.removed',
  'fact.changed',
  'fact.added',
] as const

export interface Change {
  readonly sequence: number
  readonly type: (typeof CHANGE_TYPES)[number]
  readonly articleId: string
  readonly version: number
  readonly at: string
  /** Of the facts that were added, changed or removed. */
  readonly factIds?: readonly string[]
}

/** An entity across articles. */
export interface SharedEntity {
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly aliases: readonly { readonly text: string; readonly count: number }[]
  readonly articles: number
  readonly mentions: number
}

export interface SharedEntityDetail extends SharedEntity {
  readonly roles: readonly FactRecord[]
  /** Who is named in the same articles most often. */
  readonly companions: readonly { readonly entityId: string; readonly name: string; readonly articles: number }[]
}

export interface SearchHit extends Span {
  readonly articleId: string
  readonly version: number
  readonly title: string | null
  readonly publisher: string | null
  readonly publishedAt: string | null
  readonly sentence: string
  /** Relative to the sentence. */
  readonly highlights: readonly (readonly [start: number, end: number])[]
}

export interface Stats {
  readonly articles: number
  readonly versions: number
  readonly facts: number
  readonly entities: number
  readonly sentences: number
  readonly factsByKind: Readonly<Record<FactKind, number>>
  readonly publishers: number
  readonly jobs: Readonly<Record<JobStatus, number>>
  readonly extractorVersion: string | null
}
