import type { Store } from '../store/port.js'
import { StoreError } from '../store/store-error.js'

/** Raises `StoreError` where an article more could fill the disk: what is under way must still find room, and deleting too. */
export async function needSpace(store: Pick<Store, 'space'>): Promise<void> {
  if ((await store.space()) !== 'scarce') return
  throw new StoreError('full', 'The disk under the database is nearly full, so that nothing is added; reading and deleting go on.')
}
