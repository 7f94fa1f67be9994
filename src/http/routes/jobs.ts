import { operation } from '../operation.js'
import { Problem } from '../problems.js'
import { idParameter } from '../schemas/common.js'
import { jobSchema } from '../schemas/job.js'

export const getJob = operation({
  method: 'GET',
  path: '/v1/jobs/{id}',
  operationId: 'getJob',
  summary: 'Look at a job',
  description: 'How far it is; when done, the article it made; when failed, why. Jobs survive a restart.',
  tag: 'Articles',
  scope: 'read',
  params: idParameter('job'),
  answers: { 200: { description: 'The job.', schema: jobSchema } },
  problems: ['job_not_found'],
  handle: async ({ params }, { store }) => {
    const job = await store.job(params.id)
    if (!job) throw new Problem('job_not_found')
    return { status: 200, headers: { 'cache-control': 'no-store' }, value: job }
  },
})
