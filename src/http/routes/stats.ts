import { operation } from '../operation.js'
import { statsSchema } from '../schemas/job.js'

export const getStats = operation({
  method: 'GET',
  path: '/v1/stats',
  operationId: 'getStats',
  summary: 'Get statistics',
  description: 'How many articles, facts, entities and jobs there are.',
  tag: 'Search',
  scope: 'read',
  answers: { 200: { description: 'The counts.', schema: statsSchema } },
  problems: [],
  handle: async (_asked, { store }) => ({ status: 200, value: await store.stats() }),
})
