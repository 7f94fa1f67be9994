import type { Store } from '../store/port.js'

/** Wakes those who wait for something to be written. */
export class Bell {
  #waiting = new Set<() => void>()

  ring(): void {
    const waiting = this.#waiting
    this.#waiting = new Set()
    for (const wake of waiting) wake()
  }

  /** Resolves at the next ring, or after so many milliseconds, or at `stop`. */
  next(milliseconds: number, stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        stop.removeEventListener('abort', wake)
        this.#waiting.delete(wake)
        resolve()
      }
      const timer = setTimeout(wake, milliseconds)
      this.#waiting.add(wake)
      stop.addEventListener('abort', wake)
    })
  }
}

/** The same store; whatever it writes into the feed of changes rings the bell. */
export function ringing(store: Store, bell: Bell): Store {
  const thenRing = async <Result>(written: Promise<Result>): Promise<Result> => {
    const result = await written
    bell.ring()
    return result
  }
  return {
    ...store,
    saveAnalysis: (...args) => thenRing(store.saveAnalysis(...args)),
    saveReextraction: (...args) => thenRing(store.saveReextraction(...args)),
    relabel: (...args) => thenRing(store.relabel(...args)),
    deleteArticle: (...args) => thenRing(store.deleteArticle(...args)),
  }
}
