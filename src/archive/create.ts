import { IngestError } from '../ingest/errors.js'
import { normaliseUrl } from '../ingest/url.js'
import type { Submission } from '../ingest/submission.js'
import type { Store } from '../store/port.js'
import { holds } from '../store/precondition.js'
import { StoreError } from '../store/store-error.js'
import { Admission } from './admission.js'
import { ArchiveError, type Added, type AddOptions, type Archive } from './archive.js'
import { Bell, ringing } from './bell.js'
import { change } from './change.js'
import { engineOfThreads, type Engine } from './engine.js'
import { drawJobId } from './job-ids.js'
import { Jobs } from './jobs.js'
import { keep, type Kept, type Way } from './keep.js'
import { reextract } from './reextract.js'
import { deleted, stale } from './refusals.js'
import { Replays } from './replay.js'
import { needSpace } from './space.js'
import { Turns } from './turns.js'
import type { Identified } from './work.js'

/** Longer texts are read in a job. UTF-8 bytes. */
const LONG_TEXT = 256 * 1024

export interface ArchiveParts {
  readonly store: Store
  /** Threads for the engine; 0 takes one a processor. */
  readonly workers?: number
  /** Instead of threads of its own. */
  readonly engine?: Engine
  /** The time that is written down; the engine never sees it. */
  readonly clock?: () => Date
  readonly jobsAtOnce?: number
  /** Gives the next job its id. */
  readonly jobId?: () => string
  /** Is told how long each stage took, in seconds. */
  readonly onStage?: (stage: string, seconds: number) => void
  /** Is told what became of the article of a job, and of how many facts were written. */
  readonly onJob?: (outcome: Kept['outcome'] | 'failed', facts: number) => void
  /** Is told of what failed behind the answers: jobs, re-extraction. */
  readonly onError?: (error: unknown, doing: string) => void
}

/** The archive over a store. It owns its threads, not the store: close the archive first. */
export function createArchive(parts: ArchiveParts): Archive {
  const { clock = () => new Date(), jobId = drawJobId, onError = () => undefined } = parts
  const bell = new Bell()
  const store = ringing(parts.store, bell)
  const engine = parts.engine ?? engineOfThreads(parts.workers)
  const now = (): string => clock().toISOString()
  const way: Way = { store, engine, turns: new Turns(), now, timed: stopwatch(parts.onStage) }
  const admission = new Admission()
  const replays = new Replays(store, now)
  const atOnce = parts.jobsAtOnce ?? Math.max(1, engine.threads - 1)
  const jobs = new Jobs({ store, now, atOnce, run: counted((job) => runJob(way, job), parts.onJob), explain: explainer(onError), onError })

  const enqueue = async (submission: Submission, options: AddOptions): Promise<Added> => {
    const { restore = false, condition, idempotency } = options
    const { body, articleId } = await engine.run('pack', { submission, restore, ...(condition && { condition }) })
    if (articleId !== null && !restore && (await store.presence(articleId)) === 'deleted') throw deleted(articleId)
    if (articleId !== null && condition && !holds(condition, await store.article(articleId))) throw stale(articleId)
    const job = await store.enqueue({ id: jobId(), body, articleId, at: now(), ...(idempotency && { idempotency }) })
    jobs.wake()
    return { outcome: 'queued', job, replayed: false }
  }

  /** Articles under one address are taken in the order in which they were sent: the last is the newest version. */
  const addInTurn = (submission: Submission, options: AddOptions): Promise<Added> => {
    const { url } = submission
    return url === undefined ? addNew(submission, options) : way.turns.take(normaliseUrl(url), () => addNew(submission, options))
  }

  const addNew = async (submission: Submission, options: AddOptions): Promise<Added> => {
    const mayWait = options.wait ?? false
    if (!mayWait && (options.respondAsync || isLong(submission.text ?? ''))) return enqueue(submission, options)
    const article = await way.timed('ingest', () => takeIn(engine, submission))
    if (!mayWait && submission.html !== undefined && isLong(article.text)) return enqueue(submission, options)
    const { restore = false, patient = false, condition, idempotency } = options
    const effects = { restore, patient, ...(condition && { condition }), ...(idempotency && { idempotency }) }
    return { ...(await keep(way, article, effects)), replayed: false }
  }

  return {
    add: (submission, options = {}) =>
      admission.admit(lengthOf(submission), async () => {
        await needSpace(store)
        return replays.once(options.idempotency, () => addInTurn(submission, options))
      }),
    extract: (submission, window) => admission.admit(lengthOf(submission), () => mendable(engine.run('extract', { submission, window }))),
    change: (articleId, changes, condition) =>
      admission.admit(0, async () => {
        await needSpace(store)
        return change(way, articleId, changes, condition)
      }),
    remove: (articleId, condition) => way.turns.take(articleId, () => store.deleteArticle(articleId, now(), condition)),
    reextract: (filter, onProgress = () => undefined) => reextract(way, filter, onProgress, onError),
    startJobs: async () => {
      engine.start()
      jobs.start()
    },
    nextWrite: (milliseconds, stop) => bell.next(milliseconds, stop),
    inFlight: () => admission.count + jobs.count,
    close: async () => {
      await Promise.all([admission.close(), jobs.stop()])
      await engine.close()
    },
  }
}

const isLong = (text: string): boolean => text.length > LONG_TEXT / 3 && Buffer.byteLength(text) > LONG_TEXT
const lengthOf = ({ text, html }: Submission): number => (text ?? html ?? '').length
const takeIn = (engine: Engine, submission: Submission): Promise<Identified> => mendable(engine.run('ingest', submission))

/** What the engine refuses, in the archive's terms. */
async function mendable<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw error instanceof IngestError ? new ArchiveError(error.code, error.message) : error
  }
}

type TakenJob = NonNullable<Awaited<ReturnType<Store['takeJob']>>>

async function runJob(way: Way, job: TakenJob): Promise<Kept> {
  const { restore, condition, ...article } = await way.timed('ingest', () => mendable(way.engine.run('unpack', job.body)))
  await way.store.reportJob(job.id, 0.3)
  return keep(way, article, { restore, jobId: job.id, ...(condition && { condition }) })
}

/** The same work, with what came of it told. */
function counted(run: (job: TakenJob) => Promise<Kept>, onJob: ArchiveParts['onJob'] = () => undefined): (job: TakenJob) => Promise<void> {
  return async (job) => {
    try {
      const { outcome, article } = await run(job)
      onJob(outcome, outcome === 'created' ? article.counts.facts : 0)
    } catch (error) {
      if (!(error instanceof StoreError)) onJob('failed', 0)
      throw error
    }
  }
}

const explainer =
  (onError: (error: unknown, doing: string) => void) =>
  (error: unknown): { readonly code: string; readonly detail: string } => {
    if (error instanceof ArchiveError) return { code: error.code, detail: error.message }
    onError(error, 'run a job')
    return { code: 'internal_error', detail: 'The article could not be read; the log of the service says why.' }
  }

function stopwatch(onStage: ArchiveParts['onStage']): Way['timed'] {
  if (!onStage) return (_, work) => work()
  return async (stage, work) => {
    const start = performance.now()
    const result = await work()
    onStage(stage, (performance.now() - start) / 1000)
    return result
  }
}
