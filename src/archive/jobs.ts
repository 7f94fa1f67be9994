import { setTimeout as delay } from 'node:timers/promises'
import type { Store } from '../store/port.js'
import { StoreError } from '../store/store-error.js'
import { needSpace } from './space.js'

/** How often the queue is asked for jobs of other processes. Milliseconds. */
const POLL = 2000
/** How long a fault of the store is waited for before the next try: doubled each time, up to a bound. Milliseconds. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 10_000

type TakenJob = NonNullable<Awaited<ReturnType<Store['takeJob']>>>

export interface JobParts {
  readonly store: Store
  readonly now: () => string
  /** Jobs that run at the same time. */
  readonly atOnce: number
  /** Does the job, and stores its end together with its article. */
  readonly run: (job: TakenJob) => Promise<void>
  /** The code and words under which a failure is shown to the job's sender. */
  readonly explain: (error: unknown) => { readonly code: string; readonly detail: string }
  /** Is told of failures that are ours. */
  readonly onError: (error: unknown, doing: string) => void
}

/**
 * Runs queued jobs, a few at a time, until it is stopped. Only a fault of its text fails a job: while the store cannot write, jobs wait and are tried
 * again.
 */
export class Jobs {
  readonly #running = new Set<Promise<void>>()
  #loop: Promise<void> | undefined
  readonly #stopping = new AbortController()
  /** Tries in a row that failed for the store. */
  #faults = 0
  #idle: AbortController | undefined
  #awake = false

  constructor(private readonly parts: JobParts) {}

  get count(): number {
    return this.#running.size
  }

  /** Begins, with what an earlier process left unfinished. */
  start(): void {
    if (!this.#stopped) this.#loop ??= this.#takeUntilStopped()
  }

  /** Says that there is a new job. */
  wake(): void {
    this.#awake = true
    this.#idle?.abort()
  }

  /** Takes no more jobs, and waits for those that run; the others stay in the queue. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    this.wake()
    await this.#loop
    await Promise.all(this.#running)
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted
  }

  async #takeUntilStopped(): Promise<void> {
    let requeued = false
    while (!this.#stopped) {
      if (this.#running.size >= this.parts.atOnce) {
        await Promise.race(this.#running)
        continue
      }
      this.#awake = false
      try {
        if (!requeued) await this.parts.store.requeueJobs(this.parts.now())
        requeued = true
        const job = await this.#take()
        this.#faults = 0
        if (job) this.#begin(job)
        else if (!this.#awake) await this.#idleFor(POLL)
      } catch (error) {
        this.parts.onError(error, 'take a job')
        await this.#pause(this.#faults++)
      }
    }
  }

  /** The next job; none is begun that could not be written. */
  async #take(): Promise<TakenJob | undefined> {
    const { store } = this.parts
    if ((await store.queueLength()) === 0) return undefined
    await needSpace(store)
    return store.takeJob()
  }

  #begin(job: TakenJob): void {
    const work = this.#finish(job).finally(() => this.#running.delete(work))
    this.#running.add(work)
  }

  /** Does the job, however often the store fails; one that is not done when the service stops goes back into the queue. */
  async #finish(job: TakenJob): Promise<void> {
    for (let attempt = 0; !this.#stopped || attempt === 0; attempt++) {
      try {
        return await this.#attempt(job)
      } catch (error) {
        this.parts.onError(error, `finish job ${job.id}`)
        if (!(error instanceof StoreError)) return
      }
      await this.#pause(attempt)
    }
    await this.parts.store.releaseJob(job.id).catch((error: unknown) => this.parts.onError(error, `put back job ${job.id}`))
  }

  /** Raises `StoreError` where it may be tried again. */
  async #attempt(job: TakenJob): Promise<void> {
    const { run, explain, store, now } = this.parts
    try {
      await needSpace(store)
      await run(job)
    } catch (error) {
      if (error instanceof StoreError) throw error
      await store.failJob(job.id, explain(error), now())
    }
  }

  /** Waits for the store to recover, or for the stop. */
  #pause(attempt: number): Promise<void> {
    return rest(Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempt), this.#stopping.signal)
  }

  /** Waits so many milliseconds, or for a new job. */
  #idleFor(milliseconds: number): Promise<void> {
    this.#idle = new AbortController()
    return rest(milliseconds, this.#idle.signal)
  }
}

const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
