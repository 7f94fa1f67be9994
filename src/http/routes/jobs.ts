import { z } from 'zod'
import { JOB_STATUSES, type Job } from '../../store/records.js'
import { defined } from '../defined.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { Problem } from '../problems.js'
import { idParameter, pageParameters } from '../schemas/common.js'
import { anyOf } from '../schemas/filters.js'
import { jobPage, jobSchema } from '../schemas/job.js'

/** When to ask again after a job that has not ended. Seconds. */
export const ASK_AGAIN = { 'retry-after': '1' }

const hasEnded = ({ status }: Job): boolean => status === 'done' || status === 'failed'

export const getJob = operation({
  method: 'GET',
  path: '/v1/jobs/{id}',
  operationId: 'getJob',
  summary: 'Get a job',
  description: 'How far it is; once done, the article it added; if it failed, why. Jobs survive a restart.',
  tag: 'Articles',
  scope: 'read',
  params: idParameter('job'),
  answers: {
    200: {
      description: 'The job.',
      schema: jobSchema,
      headers: { 'Retry-After': 'Seconds after which to ask again; absent once the job has finished.' },
    },
  },
  problems: ['job_not_found'],
  handle: async ({ params }, { store }) => {
    const job = await store.job(params.id)
    if (!job) throw new Problem('job_not_found')
    return { status: 200, headers: { 'cache-control': 'no-store', ...(!hasEnded(job) && ASK_AGAIN) }, value: job }
  },
})

export const listJobs = operation({
  method: 'GET',
  path: '/v1/jobs',
  operationId: 'listJobs',
  summary: 'List jobs',
  description: 'Jobs that are waiting, running or finished, the most recent first.',
  tag: 'Articles',
  scope: 'read',
  query: z.strictObject({ status: anyOf(JOB_STATUSES).optional().describe('Any of several.'), ...pageParameters }),
  answers: { 200: { description: 'A page of jobs.', schema: jobPage, headers: { Link: 'The next page.' } } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { status, ...page }, request }, { store }) => {
    const found = await store.jobs(defined({ status }), pageRequest(page))
    return { status: 200, headers: { 'cache-control': 'no-store', ...linkToNext(request, found.next) }, value: found }
  },
})
