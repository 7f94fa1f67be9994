import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { analyse as analyseEnglish, segment } from '../analyse.js'
import type { Context } from '../document/document.js'
import { EXTRACTOR_VERSION } from '../extractor-version.js'
import { publisherCountry } from '../ingest/country.js'
import { IngestError } from '../ingest/errors.js'
import { ignored } from '../ingest/ignored.js'
import { ingest as takeIn, type Ingested } from '../ingest/ingest.js'
import type { Submission } from '../ingest/submission.js'
import { annotationWindow, type WindowRequest } from '../store/annotation-window.js'
import { encodeAnnotations, packRows } from '../store/codec.js'
import type { AnalysedArticle, FactRow } from '../store/port.js'
import type { Annotations, ArticleMeta, SkippedLayer, Warning } from '../store/records.js'
import type { Precondition } from '../store/precondition.js'
import { annotate, type Annotated, type Named } from './annotate.js'
import { articleId, contentHash } from './identity.js'

/** An article as it was taken in, and which one it is. */
export interface Identified extends Ingested {
  readonly id: string
  readonly contentHash: string
}

/** What makes an article again after a restart. */
export interface JobBody {
  readonly submission: Submission
  readonly restore: boolean
  readonly condition?: Precondition
}

/** What the engine adds to an article that was taken in. */
export type Analysis = Omit<AnalysedArticle, 'text' | 'page'>

/** Takes the article out of what a client sent. Raises `IngestError`. */
export const ingest = (submission: Submission): Identified => identify(takeIn(submission))

/** Encodes a submission for the queue, and names its article where that needs no look into a page. */
export function pack(body: JobBody): { readonly body: Uint8Array; readonly articleId: string | null } {
  const { submission } = body
  const known = submission.html === undefined || submission.url !== undefined
  const { url = null, publisher = null, title = null, publishedAt = null } = submission
  return {
    body: new Uint8Array(deflateRawSync(JSON.stringify(body), { level: 1 })),
    articleId: known ? articleId({ text: submission.text ?? '', meta: { url, publisher, title, publishedAt } }) : null,
  }
}

/** The article of a queued submission. Raises `IngestError`. */
export function unpack(bytes: Uint8Array): Identified & Omit<JobBody, 'submission'> {
  const { submission, ...how } = JSON.parse(inflateRawSync(bytes).toString()) as JobBody
  return { ...ingest(submission), ...how }
}

/** An article of which the engine makes a version. */
interface Version {
  readonly article: Omit<Identified, 'page'>
  readonly version: number
}

/** Everything the store keeps of one version of an article, its facts one by one. */
function analysed({ article, version }: Version): Omit<Analysis, 'facts'> & { readonly facts: Iterable<FactRow> } {
  const { id, meta, contentHash } = article
  const { found, counts, sentences, entities, factRows } = annotated(article, { id, version, identity: id })
  return {
    id,
    version,
    contentHash,
    meta,
    ignored: found.ignored,
    skipped: found.skipped,
    warnings: found.warnings,
    extractorVersion: EXTRACTOR_VERSION,
    annotations: encodeAnnotations(found),
    counts,
    sentences,
    entities,
    facts: factRows(),
  }
}

/** A stored version, which the engine reads again. */
interface Stored {
  readonly id: string
  readonly version: number
  readonly text: string
  readonly meta: ArticleMeta
  readonly warnings: readonly Warning[]
}

/** What to ignore is found again, by the rules of today. */
function againOf(stored: Stored): Version {
  const { id, version, text, meta, warnings } = stored
  const article = { id, text, meta, contentHash: contentHash(stored), ignored: ignored(text, { author: meta.author }), warnings }
  return { article, version }
}

/** Everything the store keeps of one version of an article. */
export function analyse(version: Version): Analysis {
  const analysis = analysed(version)
  return { ...analysis, facts: [...analysis.facts] }
}

/** The same for an article that is stored. */
export const reanalyse = (stored: Stored): Analysis => analyse(againOf(stored))

/** What a thread hands over of them: rows as bytes. */
export const analysePacked = (version: Version) => packRows(analysed(version))
export const reanalysePacked = (stored: Stored) => packRows(analysed(againOf(stored)))

/** UTF-8 bytes of the longest text that is read while the sender waits; a page around it may be longer. */
const LONGEST_EXTRACTED = 1024 * 1024

/** What was found in a part of a text that is not stored, as JSON: cheaper to hand over than its objects. Raises `IngestError`. */
export function extract({ submission, window }: { readonly submission: Submission; readonly window: WindowRequest }): string {
  const article = ingest(submission)
  if (Buffer.byteLength(article.text) > LONGEST_EXTRACTED) {
    throw new IngestError(
      'body_too_large',
      'The text is longer than 1 MiB. Send it to POST /v1/articles with `Prefer: respond-async`: a job reads it, and /v1/articles/{id}/annotations has the same answer.',
    )
  }
  const { found, facts, counts } = annotated(article, unstored(article))
  return annotationWindow(found, facts(), counts, window)
}

/** Everything found in a text that is not stored. Raises `IngestError`. */
export function annotations(submission: Submission): Annotations {
  const article = ingest(submission)
  return whole(annotated(article, unstored(article)))
}

const whole = ({ found, facts }: Annotated): Annotations => ({ ...found, facts: [...facts()] })

/** Reads what the engine keeps in memory, so that the first article need not wait for it. */
export function warmUp(): void {
  analyseEnglish(SPECIMEN, { publishedAt: '2001-01-01' })
}

/** Has a sentence for every stage. */
const SPECIMEN =
  '“We sold 12 ships last year,” Jane Smith, the mayor of Springfield, told reporters on Monday. She denied that two had been lost.'

/** The same with the layers it was made of; null where the language has none. */
export function inspect(submission: Submission): { readonly found: Annotations; readonly doc: ReturnType<typeof analyseEnglish> | null } {
  const article = ingest(submission)
  if (article.meta.language !== 'en') return { found: whole(annotated(article, unstored(article))), doc: null }
  const doc = analyseEnglish(article.text, contextOf(article))
  return { found: whole(annotate(doc, { ...article, skipped: [] }, unstored(article))), doc }
}

const unstored = ({ id }: Identified): Named => ({ id: null, version: null, identity: id })

const identify = (ingested: Ingested): Identified => ({
  ...ingested,
  page: ingested.page && new Uint8Array(ingested.page), // in memory of its own, so that a thread can hand it over
  id: articleId(ingested),
  contentHash: contentHash(ingested),
})

const SKIPPED: readonly SkippedLayer[] = ['entities', 'dates', 'figures', 'quotes', 'facts'].map((layer) => ({
  layer,
  reason: 'unsupported-language',
}))

function annotated(article: Omit<Ingested, 'page'>, named: Parameters<typeof annotate>[2]): Annotated {
  const { text, meta } = article
  const context = contextOf(article)
  return meta.language === 'en'
    ? annotate(analyseEnglish(text, context), { ...article, skipped: [] }, named)
    : annotate(segment(text, context), { ...article, skipped: SKIPPED }, named)
}

/** What the engine is told of an article. */
export function contextOf({ meta, ignored }: Omit<Ingested, 'page'>): Partial<Context> {
  const { publishedAt, timezone, language, title, publisher } = meta
  return { publishedAt, timezone, language, country: publisherCountry(meta), title, publisher, ignored }
}
