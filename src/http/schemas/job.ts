import { z } from 'zod'
import { CHANGE_TYPES, JOB_STATUSES } from '../../store/records.js'
import { pageOf } from './common.js'

export const jobSchema = z
  .object({
    id: z.string(),
    status: z.enum(JOB_STATUSES),
    progress: z.number().describe('From 0 to 1.'),
    article: z.object({ id: z.string(), version: z.int() }).optional(),
    error: z.object({ code: z.string(), detail: z.string() }).optional(),
    createdAt: z.string(),
    finishedAt: z.string().optional(),
  })
  .meta({ id: 'Job', description: 'Work that continues after the answer.' })

export const jobPage = pageOf(jobSchema)

export const bulkResult = z
  .object({
    line: z.int().describe('From 1.'),
    status: z.int().describe('The HTTP status this line would have had by itself.'),
    id: z.string().optional(),
    version: z.int().optional(),
    jobId: z.string().optional().describe('Where a long text became a job.'),
    error: z
      .object({
        type: z.string(),
        code: z.string(),
        title: z.string(),
        detail: z.string(),
        errors: z
          .array(z.object({ pointer: z.string(), detail: z.string(), in: z.string().optional(), position: z.int().optional() }))
          .optional(),
      })
      .optional(),
  })
  .meta({ id: 'BulkResult', description: 'What became of one line.' })

export const changePage = pageOf(
  z
    .object({
      sequence: z.int().describe('Grows with each change.'),
      type: z.enum(CHANGE_TYPES),
      articleId: z.string(),
      version: z.int(),
      at: z.string(),
      factIds: z.array(z.string()).max(200).optional().describe('Which facts, where the change is one of facts.'),
    })
    .meta({ id: 'Change', description: 'A change that a copy has to follow.' }),
  { cursor: z.string().describe('Where this page ends; every page has it. Ask with it again for what happens later.') },
)

export const statsSchema = z
  .object({
    articles: z.int(),
    versions: z.int(),
    facts: z.int(),
    entities: z.int(),
    sentences: z.int(),
    factsByKind: z.object({ figure: z.int(), event: z.int(), quote: z.int(), role: z.int() }),
    publishers: z.int(),
    jobs: z.object({ queued: z.int(), running: z.int(), done: z.int(), failed: z.int() }),
    extractorVersion: z.string().nullable(),
  })
  .meta({ id: 'Stats', description: 'How much is stored.' })

export const health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' })
export const readiness = z
  .object({
    status: z.literal('ok'),
    checks: z.object({ store: z.literal('ok'), queue: z.literal('ok'), disk: z.literal('ok') }),
    queued: z.int(),
  })
  .meta({ id: 'Readiness' })
