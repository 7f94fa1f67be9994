import { Worker } from 'node:worker_threads'
import { workerEntry } from '../../observability/worker-entry.js'
import type { PackedArticle, Store } from '../port.js'
import { StoreError } from '../store-error.js'
import { errorOf, type Call, type Reply, type ThreadSettings } from './thread-messages.js'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Room for young objects in MB: rows and pages are soon done with. */
const YOUNG = 6

/** How soon after its start a thread that was lost is started again. Milliseconds. */
const PAUSE = 1000

/**
 * A thread with a connection of its own; calls are answered in order. When it is lost, what was under way fails as `unavailable`, and a later
 * call starts it again.
 */
export class StoreThread {
  private worker: Worker | undefined
  private readonly waiting = new Map<number, Waiting>()
  private calls = 0
  private startedAt = -Infinity
  private closed = false

  constructor(private readonly settings: ThreadSettings) {}

  /** How many calls are under way. */
  get load(): number {
    return this.waiting.size
  }

  call<M extends keyof Store>(method: M, args: Parameters<Store[M]>): ReturnType<Store[M]> {
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.closed) return reject(new StoreError('unavailable', 'The store is closed.'))
      const worker = this.worker ?? this.start()
      if (!worker) return reject(new StoreError('unavailable', 'A thread of the store was lost; it is started again in a moment.'))
      const call: Call = { call: ++this.calls, method, args }
      this.waiting.set(call.call, { resolve, reject })
      worker.postMessage(call, bytesOf(args))
    })
    return answer as ReturnType<Store[M]>
  }

  /** Finishes what was asked, closes the connection and ends the thread. */
  async close(): Promise<void> {
    const { worker } = this
    if (worker) {
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
      await this.call('close', []).catch(() => undefined)
      this.closed = true
      await ended
    }
    this.closed = true
  }

  private start(): Worker | undefined {
    if (performance.now() - this.startedAt < PAUSE) return undefined
    this.startedAt = performance.now()
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG }
    const worker = new Worker(workerEntry(import.meta.url, './thread.js'), { workerData: this.settings, resourceLimits })
    worker.on('message', (reply: Reply) => this.answer(reply))
    worker.on('error', (error) => this.lose(worker, error.message))
    worker.on('exit', (code) => this.lose(worker, `it ended with ${code}`))
    return (this.worker = worker)
  }

  private answer({ call, value, error }: Reply): void {
    const waiting = this.waiting.get(call)
    this.waiting.delete(call)
    if (error) waiting?.reject(errorOf(error))
    else waiting?.resolve(value)
  }

  private lose(worker: Worker, why: string): void {
    if (this.worker !== worker) return
    this.worker = undefined
    for (const { reject } of this.waiting.values()) reject(new StoreError('unavailable', `A thread of the store was lost: ${why}.`))
    this.waiting.clear()
  }
}

/** The bytes of a packed article, which are handed over: copying those of a long one takes half a second. */
function bytesOf([article]: readonly unknown[]): ArrayBuffer[] {
  if (typeof article !== 'object' || article === null || !('rows' in article)) return []
  const { annotations, rows, bodies } = article as PackedArticle
  return [annotations, rows, bodies].map(({ buffer }) => buffer as ArrayBuffer)
}
