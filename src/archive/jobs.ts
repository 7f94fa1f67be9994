import type { Store } from '../store/port.js'

/** How often the queue is asked for jobs of other processes. Milliseconds. */
const POLL = 2000

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

/** Runs queued jobs, a few at a time, until it is stopped. */
export class Jobs {
  readonly #running = new Set<Promise<void>>()
  #loop: Promise<void> | undefined
  #stopped = false
  #wake: () => void = () => undefined
  #awake = false

  constructor(private readonly parts: JobParts) {}

  get count(): number {
    return this.#running.size
  }

  /** Puts back what an earlier process left unfinished, and begins. */
  async start(): Promise<void> {
    if (this.#loop || this.#stopped) return
    await this.parts.store.requeueJobs(this.parts.now())
    this.#loop = this.#takeUntilStopped()
  }

  /** Says that there is a new job. */
  wake(): void {
    this.#awake = true
    this.#wake()
  }

  /** Takes no more jobs, and waits for those that run; the others stay in the queue. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#wake()
    await this.#loop
    await Promise.all(this.#running)
  }

  async #takeUntilStopped(): Promise<void> {
    while (!this.#stopped) {
      if (this.#running.size >= this.parts.atOnce) {
        await Promise.race(this.#running)
        continue
      }
      this.#awake = false
      const job = await this.#take()
      if (job) this.#begin(job)
      else await this.#rest()
    }
  }

  async #take(): Promise<TakenJob | undefined> {
    try {
      return await this.parts.store.takeJob()
    } catch (error) {
      this.parts.onError(error, 'take a job')
      return undefined
    }
  }

  #begin(job: TakenJob): void {
    const work = this.#finish(job).finally(() => this.#running.delete(work))
    this.#running.add(work)
  }

  async #finish(job: TakenJob): Promise<void> {
    const { run, explain, store, now, onError } = this.parts
    try {
      await run(job)
    } catch (error) {
      try {
        await store.failJob(job.id, explain(error), now())
      } catch (unwritten) {
        onError(unwritten, `record the failure of job ${job.id}`)
      }
    }
  }

  async #rest(): Promise<void> {
    if (this.#awake || this.#stopped) return
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL)
      timer.unref()
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
