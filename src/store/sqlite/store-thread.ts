import { Worker } from 'node:worker_threads'
import { workerEntry } from '../../observability/worker-entry.js'
import { BadCursor, type PackedArticle, type Store } from '../port.js'
import type { Call, Reply, ThreadSettings } from './thread-messages.js'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

/** Room for young objects in MB: rows and pages are soon done with. */
const YOUNG = 6

/** A thread with a connection of its own; calls are answered in order. Once it has died every call fails. */
export class StoreThread {
  private readonly worker: Worker
  private readonly waiting = new Map<number, Waiting>()
  private calls = 0
  private death: Error | undefined

  constructor(settings: ThreadSettings) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG }
    this.worker = new Worker(workerEntry(import.meta.url, './thread.js'), { workerData: settings, resourceLimits })
    this.worker.on('message', (reply: Reply) => this.answer(reply))
    this.worker.on('error', (error) => this.die(error))
    this.worker.on('exit', () => this.die(new Error('The store is closed.')))
  }

  /** How many calls are under way. */
  get load(): number {
    return this.waiting.size
  }

  call<M extends keyof Store>(method: M, args: Parameters<Store[M]>): ReturnType<Store[M]> {
    const answer = new Promise<unknown>((resolve, reject) => {
      if (this.death) return reject(this.death)
      const call: Call = { call: ++this.calls, method, args }
      this.waiting.set(call.call, { resolve, reject })
      this.worker.postMessage(call, bytesOf(args))
    })
    return answer as ReturnType<Store[M]>
  }

  /** Finishes what was asked, closes the connection and ends the thread. */
  async close(): Promise<void> {
    if (this.death) return
    const ended = new Promise<void>((resolve) => this.worker.once('exit', () => resolve()))
    await this.call('close', [])
    await ended
  }

  private answer({ call, value, error }: Reply): void {
    const waiting = this.waiting.get(call)
    this.waiting.delete(call)
    if (error) waiting?.reject(error.badCursor ? new BadCursor(error.message) : new Error(error.message))
    else waiting?.resolve(value)
  }

  private die(error: Error): void {
    this.death ??= error
    for (const { reject } of this.waiting.values()) reject(this.death)
    this.waiting.clear()
  }
}

/** The bytes of a packed article, which are handed over: copying those of a long one takes half a second. */
function bytesOf([article]: readonly unknown[]): ArrayBuffer[] {
  if (typeof article !== 'object' || article === null || !('rows' in article)) return []
  const { annotations, rows, bodies } = article as PackedArticle
  return [annotations, rows, bodies].map(({ buffer }) => buffer as ArrayBuffer)
}
