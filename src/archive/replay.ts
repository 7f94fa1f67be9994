import type { IdempotencyRecord, Store } from '../store/port.js'
import { ArchiveError, type Added, type AddOptions } from './archive.js'

type Idempotency = NonNullable<AddOptions['idempotency']>

/** Gives a repeated request the answer of the first. What is in flight is known to this process alone. */
export class Replays {
  readonly #inFlight = new Map<string, string>()

  constructor(
    private readonly store: Store,
    private readonly now: () => string,
  ) {}

  /** The first answer under this key, or `first()`. Raises `ArchiveError` for a key in use or of another request. */
  async once(idempotency: Idempotency | undefined, first: () => Promise<Added>): Promise<Added> {
    if (!idempotency) return first()
    const { keyOwner, key, requestHash } = idempotency
    const slot = JSON.stringify([keyOwner, key])
    const running = this.#inFlight.get(slot)
    if (running !== undefined) throw running === requestHash ? inFlight(key) : reused(key)
    this.#inFlight.set(slot, requestHash)
    try {
      const record = await this.store.idempotency(keyOwner, key, this.now())
      if (record && record.requestHash !== requestHash) throw reused(key)
      return (record && (await this.#replay(record))) ?? (await first())
    } finally {
      this.#inFlight.delete(slot)
    }
  }

  async #replay({ status, articleId, version, jobId }: IdempotencyRecord): Promise<Added | undefined> {
    if (jobId !== null) {
      const job = await this.store.job(jobId)
      return job && { outcome: 'queued', job, replayed: true }
    }
    const article = articleId === null ? undefined : await this.store.article(articleId, version ?? undefined)
    return article && { outcome: status === 201 ? 'created' : 'unchanged', article, replayed: true }
  }
}

const inFlight = (key: string): ArchiveError =>
  new ArchiveError('idempotency_key_in_flight', `The first request with the Idempotency-Key "${key}" has not been answered yet.`)
const reused = (key: string): ArchiveError =>
  new ArchiveError('idempotency_key_reused', `The Idempotency-Key "${key}" belongs to another request.`)
