import { randomBytes } from 'node:crypto'

/** An id for a job, drawn by lot. */
export const drawJobId = (): string => `job_${randomBytes(10).toString('hex')}`

/** The given ids one after the other, then ids drawn by lot: for jobs that documentation speaks of. */
export function jobIds(...first: readonly string[]): () => string {
  const left = first.values()
  return () => left.next().value ?? drawJobId()
}
