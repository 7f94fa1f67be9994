import { BadCursor, type Store } from '../port.js'
import { StoreError, type StoreFault } from '../store-error.js'
import { asStoreError } from './faults.js'

/** What a store thread is started with. */
export interface ThreadSettings {
  readonly path: string
  readonly mode: 'read' | 'write'
}

/** A method to run, and its number. */
export interface Call {
  readonly call: number
  readonly method: keyof Store
  readonly args: readonly unknown[]
}

/** An error on its way between threads, where it would lose its class. */
export interface Refusal {
  readonly message: string
  readonly kind: StoreFault | 'bad-cursor' | 'unexpected'
}

/** What came of a call. */
export interface Reply {
  readonly call: number
  readonly value?: unknown
  readonly error?: Refusal
}

/** What a thread says of an error. */
export function refusalOf(thrown: unknown): Refusal {
  const error = asStoreError(thrown)
  const kind = error instanceof StoreError ? error.fault : error instanceof BadCursor ? 'bad-cursor' : 'unexpected'
  return { message: error instanceof Error ? error.message : String(error), kind }
}

/** The error that was refused, in its class. */
export function errorOf({ message, kind }: Refusal): Error {
  if (kind === 'bad-cursor') return new BadCursor(message)
  return kind === 'unexpected' ? new Error(message) : new StoreError(kind, message)
}
