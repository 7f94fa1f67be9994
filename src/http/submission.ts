import type { z } from 'zod'
import type { Submission } from '../ingest/submission.js'
import type { submissionSchema } from './schemas/submission.js'

/** A validated body as a submission: what is null counts as absent. */
export function submissionOf(body: z.output<typeof submissionSchema>): Submission {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null && value !== undefined))
}
