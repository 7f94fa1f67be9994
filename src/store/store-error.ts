/**
 * What can be wrong with a store while the request is right. `full`: no room to write. `busy`: others held it too long.
 * `unavailable`: the disk, the file or its thread failed.
 */
export type StoreFault = 'full' | 'busy' | 'unavailable'

/** The store could not do what it was asked, and may do it later. Nothing of it was written, or all of it. */
export class StoreError extends Error {
  constructor(
    readonly fault: StoreFault,
    detail: string,
  ) {
    super(detail)
  }
}

/** A database that cannot be opened as it is: a sentence that says why, for who chose it. */
export class UnusableDatabase extends Error {}
