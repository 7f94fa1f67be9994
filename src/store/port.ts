import type { EntityType, FactKind, Certainty, Polarity } from '../document/layers.js'
import type {
  Article,
  ArticleMeta,
  ArticleVersion,
  Change,
  Citation,
  Counts,
  FactRecord,
  Job,
  JobStatus,
  SearchHit,
  SharedEntity,
  SharedEntityDetail,
  SkippedLayer,
  Stats,
  Warning,
} from './records.js'
import type { Ignored } from '../document/layers.js'
import type { WindowRequest } from './annotation-window.js'
import type { WordQuery } from './word-query.js'
import type { Precondition } from './precondition.js'

/** A page of a list; `next` is an opaque cursor, null on the last page. A cursor of another list raises `BadCursor`. */
export interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

/**
 * Where a page is full, however few items it has: UTF-8 bytes of their JSON. An answer stays under 8 MiB, also in another unit
 * or format.
 */
export const PAGE_BYTES = 4 * 1024 * 1024

export interface PageRequest {
  readonly limit: number
  readonly cursor?: string
  /** One of many that make up a stream: it holds up no single read. */
  readonly patient?: boolean
}

export interface ChangesRequest extends PageRequest {
  /** The last sequence number that the caller has seen, where it has no cursor. */
  readonly after?: number
}
export interface ChangePage extends Page<Change> {
  /** Where the page ends: what happens later comes behind it. */
  readonly cursor: string
}

/** A cursor that this store did not make, or made for another list or filter. */
export class BadCursor extends Error {}

/** One analysed article, ready to be written: `version` is the one the caller expects to write. */
export interface AnalysedArticle {
  readonly id: string
  readonly version: number
  /** Hash of what makes two versions the same: text, title, publisher, author, publishedAt, timezone, language. */
  readonly contentHash: string
  readonly meta: ArticleMeta
  readonly text: string
  /** The page as it came, compressed; null for plain text. */
  readonly page: Uint8Array | null
  readonly ignored: readonly Ignored[]
  readonly skipped: readonly SkippedLayer[]
  readonly warnings: readonly Warning[]
  readonly counts: Counts
  readonly extractorVersion: string
  /** The answer of `/annotations` but its text and its facts, encoded by `codec.ts`. */
  readonly annotations: Uint8Array
  readonly sentences: readonly SentenceRow[]
  readonly entities: readonly EntityRow[]
  readonly facts: readonly FactRow[]
}

/** What an article is found by. */
export type Rows = Pick<AnalysedArticle, 'sentences' | 'entities' | 'facts'>

/** The same with its rows encoded by `codec.ts`: a long article has a hundred thousand, and bytes go from thread to thread at once. */
export type PackedArticle = Omit<AnalysedArticle, keyof Rows> & PackedRows

export interface PackedRows<Buffer extends ArrayBufferLike = ArrayBufferLike> {
  readonly rows: Uint8Array<Buffer>
  readonly bodies: Uint8Array<Buffer>
}

export interface SentenceRow {
  readonly start: number
  readonly end: number
}

export interface EntityRow {
  /** `ent_…`, derived from type and folded name. */
  readonly entityId: string
  readonly type: EntityType
  readonly name: string
  readonly mentions: number
  readonly aliases: readonly { readonly text: string; readonly count: number }[]
}

/** What a fact can be found by, beside the fact itself, encoded as the API answers it (UTF-16 offsets). */
export interface FactRow {
  readonly id: string
  readonly kind: FactKind
  readonly status: Certainty
  readonly polarity: Polarity
  readonly predicate: string | null
  readonly office: string | null
  readonly summary: string
  /** Sentences of its citations: searched by `q` together with the summary. */
  readonly sentences: string
  readonly entityIds: readonly string[]
  readonly sources: readonly { readonly role: 'speaker' | 'document' | 'outlet'; readonly entityId: string | null; readonly name: string }[]
  /** Where it happens; null where no entity is meant. */
  readonly placeId: string | null
  readonly confidence: number
  /** UTC milliseconds, half-open; null where undated. */
  readonly timeFrom: number | null
  readonly timeTo: number | null
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly unit: string | null
  readonly currency: string | null
  /** Words of what is counted. */
  readonly of: string | null
  /** Those that stand with the fact. */
  readonly citations: readonly { readonly start: number; readonly end: number; readonly quote: string }[]
  /** Where there are more: start and end of every one, in turn. */
  readonly places: readonly number[]
  /** `FactRecord` as JSON, its article null: that stands once a version, and the store fills it in. */
  readonly body: string
}

/** The record that makes a repeated request give the first answer; it commits with the article. */
export interface IdempotencyRecord {
  readonly keyOwner: string
  readonly key: string
  readonly requestHash: string
  readonly status: number
  readonly articleId: string | null
  readonly version: number | null
  readonly jobId: string | null
}

export type SaveOutcome =
  | { readonly outcome: 'created'; readonly article: Article }
  /** Content equal to a stored version: nothing was written but the idempotency record. */
  | { readonly outcome: 'unchanged'; readonly article: Article }
  /** Somebody else wrote this version first: read again and analyse for the next one. */
  | { readonly outcome: 'raced' }
  | { readonly outcome: 'deleted' }
  /** The precondition does not hold: nothing was written. */
  | { readonly outcome: 'stale' }

export interface SaveEffects {
  /** RFC 3339; recorded as `createdAt`. */
  readonly at: string
  readonly restore: boolean
  readonly idempotency?: Omit<IdempotencyRecord, 'articleId' | 'version' | 'status' | 'jobId'>
  /** The job this save finishes. */
  readonly jobId?: string
  /** Others follow: it may wait a moment to be written together with them. */
  readonly patient?: boolean
  readonly condition?: Precondition
  /** A change of what is there: only the newest version counts as the same content. */
  readonly revision?: boolean
}

/** What is told of an article and no fact is read with. */
export type Labels = Pick<ArticleMeta, 'externalId' | 'tags'>

export interface ArticleQuery {
  readonly publisher?: readonly string[]
  readonly tag?: readonly string[]
  readonly externalId?: string
  /** RFC 3339 or a date; by publication. */
  readonly from?: string
  readonly to?: string
  readonly q?: WordQuery
}

export type FactSort = 'published' | '-published' | 'time' | '-time' | 'value' | '-value' | 'relevance'
/** What facts are counted by. */
export const FACETS = [
  'kind',
  'publisher',
  'entity',
  'status',
  'unit',
  'speaker',
  'place',
  'month',
  'polarity',
  'currency',
  'event',
] as const
export type Facet = (typeof FACETS)[number]

/** All filters combine; of the values of one filter any will do. Instants in UTC milliseconds. */
export interface FactQuery {
  readonly q?: WordQuery
  readonly kind?: readonly FactKind[]
  /** Each of these must take part, under one of its names. */
  readonly entity?: readonly (readonly string[])[]
  readonly article?: readonly string[]
  /** A name in any case, or whole words of one where none is just so. */
  readonly publisher?: readonly string[]
  readonly tag?: readonly string[]
  readonly status?: readonly Certainty[]
  readonly polarity?: readonly Polarity[]
  readonly attributed?: boolean
  readonly speaker?: readonly string[]
  readonly via?: readonly string[]
  readonly place?: readonly string[]
  readonly role?: readonly string[]
  readonly event?: readonly string[]
  readonly from?: number
  readonly to?: number
  readonly publishedFrom?: number
  readonly publishedTo?: number
  readonly unit?: readonly string[]
  readonly currency?: readonly string[]
  readonly min?: number
  readonly max?: number
  readonly minConfidence?: number
  readonly of?: WordQuery
  /** Only facts with a time of their own (the timeline). */
  readonly dated?: boolean
  /** Whether a time may be without beginning or end (`since 1950`). */
  readonly open?: boolean
  readonly sort: FactSort
}

/** A fact as it was written: encoded, with what the edge needs to convert offsets. */
export interface StoredFact {
  readonly id: string
  readonly articleId: string
  readonly version: number
  /** `FactRecord` as JSON, UTF-16 offsets. */
  readonly body: string
  /** Whether the article has characters outside the BMP: only then do code points differ from UTF-16 units. */
  readonly astral: boolean
  /** Whether every character of the article is ASCII: then all three units agree. */
  readonly ascii: boolean
}

/** How many facts have a value. Of parties the value is what a filter takes: the id of an entity, or words; `name` is for people. */
export interface FacetCount {
  readonly value: string
  readonly name?: string
  readonly count: number
}
export type FactCounts = Partial<Record<Facet, readonly FacetCount[]>>

/** Words that were looked for: in summaries and sentences of facts, in what they count, in sentences, in names of entities. */
export interface WordsOf {
  readonly among: 'said' | 'counted' | 'sentences' | 'names'
  readonly query: WordQuery
  /** The words as they were written. */
  readonly text: string
}

/** Values of a filter that were looked for, with what each can mean. */
export interface ValuesOf {
  readonly among: 'event' | 'unit' | 'role' | 'publisher' | 'party'
  readonly values: readonly { readonly given: string; readonly meant: readonly string[] }[]
}
export type LookedUp = WordsOf | ValuesOf

/** What is nowhere as it was given, and what there is instead, the nearest first. */
export interface NearMiss {
  readonly given: string
  readonly values: readonly string[]
}

export type Presence = 'present' | 'absent' | 'deleted'

/** How much room is left to write: `scarce` where the next writes could fail for lack of it, `unreachable` where it cannot be told. */
export type Space = 'ample' | 'scarce' | 'unreachable'

export interface ApiKeyRecord {
  readonly id: string
  readonly name: string
  readonly scope: 'read' | 'write'
  /** SHA-256 of the key, hex. */
  readonly hash: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

/** What a job needs to run after a restart. */
export interface JobRequest {
  readonly id: string
  /** The request, encoded; purged when the job ends or its article is deleted. */
  readonly body: Uint8Array
  /** The article it is about, where that is known before the page is read: its deletion purges the body. */
  readonly articleId: string | null
  readonly at: string
  readonly idempotency?: SaveEffects['idempotency']
}

export interface ReextractFilter {
  readonly article?: string
  readonly publisher?: string
  readonly tag?: string
  /** Only articles whose newest extraction is of another extractor version. */
  readonly outdatedFor?: string
}

/**
 * The store, in the words of the domain. Each method is one atomic unit of work: it happens whole or not at all, and what it
 * answered survives the end of the process. There is no transaction to hold open. What the store itself cannot do now, it refuses with
 * `StoreError`: it may be asked again.
 */
export interface Store {
  /** Writes all that one article yields, checks every citation against the text (`slice === quote`), and logs the change. Takes over the bytes of a packed article. */
  saveAnalysis(article: AnalysedArticle | PackedArticle, effects: SaveEffects): Promise<SaveOutcome>
  /** Replaces the newest extraction of a version; ids of unchanged facts stay, the old extraction is kept as history. Takes over bytes as above. */
  saveReextraction(article: AnalysedArticle | PackedArticle, at: string): Promise<{ readonly changed: number } | undefined>
  /** What is stored under an identity: its newest version, and the version with this content where there is one. */
  identify(
    articleId: string,
    contentHash: string,
  ): Promise<{ readonly presence: Presence; readonly newest: number; readonly same: Article | undefined }>
  /** Writes tags and the sender's id into the newest version: no other version, no other reading. `created` where they are others. */
  relabel(id: string, labels: Labels, effects: Pick<SaveEffects, 'at' | 'condition'>): Promise<SaveOutcome>
  /** Purges text, page, index, job bodies and idempotency records; `stale` when the condition does not hold. */
  deleteArticle(id: string, at: string, condition?: Precondition): Promise<'deleted' | 'absent' | 'gone' | 'stale'>

  presence(articleId: string): Promise<Presence>
  article(id: string, version?: number): Promise<Article | undefined>
  articles(query: ArticleQuery, page: PageRequest): Promise<Page<Omit<Article, 'text'>>>
  versions(articleId: string): Promise<readonly ArticleVersion[]>
  /** A part of all that was found in a version, the newest or a given one, as JSON. */
  annotations(articleId: string, window: WindowRequest & { readonly version?: number }): Promise<string | undefined>
  /** What happened, the oldest first; an article's facts follow it. */
  changes(page: ChangesRequest): Promise<ChangePage>
  /** Keyset page over stored articles, for re-extraction and export. */
  articlesToReextract(filter: ReextractFilter, page: PageRequest): Promise<Page<{ readonly id: string; readonly version: number }>>
  countToReextract(filter: ReextractFilter): Promise<number>

  facts(query: FactQuery, page: PageRequest): Promise<Page<StoredFact>>
  factCounts(query: FactQuery, facets: readonly Facet[]): Promise<FactCounts>
  fact(id: string): Promise<StoredFact | undefined>
  /** All places of a fact, in its order; undefined where there is no such fact. */
  citations(factId: string, page: PageRequest): Promise<Page<Citation> | undefined>

  entities(query: { readonly q?: WordQuery; readonly type?: readonly EntityType[] }, page: PageRequest): Promise<Page<SharedEntity>>
  entity(id: string): Promise<SharedEntityDetail | undefined>
  /** What could have been meant where nothing is found. */
  nearMisses(lookedUp: LookedUp): Promise<readonly NearMiss[]>
  search(q: WordQuery, page: PageRequest): Promise<Page<SearchHit>>
  stats(): Promise<Stats>

  enqueue(job: JobRequest): Promise<Job>
  job(id: string): Promise<Job | undefined>
  /** The latest first. */
  jobs(query: { readonly status?: readonly JobStatus[] }, page: PageRequest): Promise<Page<Job>>
  /** Takes the oldest queued job; on start, `requeueJobs` puts back those that were running when the process ended. */
  takeJob(): Promise<{ readonly id: string; readonly body: Uint8Array; readonly idempotency?: SaveEffects['idempotency'] } | undefined>
  /** Puts back a job that was taken and could not be done for a fault of the store; it does not count as begun. */
  releaseJob(id: string): Promise<void>
  /** Their number. One whose process ended ten times is not put back: it fails as `internal_error`. */
  requeueJobs(at: string): Promise<number>
  reportJob(id: string, progress: number): Promise<void>
  failJob(id: string, error: { readonly code: string; readonly detail: string }, at: string): Promise<void>
  queueLength(): Promise<number>

  /** The record under this key, unless it is older than 24 hours at `now`. */
  idempotency(keyOwner: string, key: string, now: string): Promise<IdempotencyRecord | undefined>

  apiKeys(): Promise<readonly ApiKeyRecord[]>
  addApiKey(key: ApiKeyRecord): Promise<void>
  /** False when no such key is active. */
  revokeApiKey(id: string, at: string): Promise<boolean>

  /** Whether it can be written to: for `/readyz`. */
  ready(): Promise<boolean>
  space(): Promise<Space>
  close(): Promise<void>
}

export type { FactRecord }
