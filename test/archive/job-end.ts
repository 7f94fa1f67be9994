import type { Added } from '../../src/archive/archive.js'
import type { Store } from '../../src/store/port.js'

/** The job, once it has ended. */
export async function ended(store: Store, id: string) {
  for (;;) {
    const job = (await store.job(id))!
    if (job.status === 'done' || job.status === 'failed') return job
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** The id of the job that an article became. */
export function queued(added: Added): string {
  if (added.outcome !== 'queued') throw new Error(`was ${added.outcome}`)
  return added.job.id
}
