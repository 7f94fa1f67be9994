import type { Store } from '../port.js'

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

/** What came of a call. */
export interface Reply {
  readonly call: number
  readonly value?: unknown
  readonly error?: { readonly message: string; readonly badCursor: boolean }
}
