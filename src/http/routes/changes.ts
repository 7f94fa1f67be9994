import { z } from 'zod'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { pageParameters } from '../schemas/common.js'
import { changePage } from '../schemas/job.js'

export const listChanges = operation({
  method: 'GET',
  path: '/v1/changes',
  operationId: 'listChanges',
  summary: 'Follow what changes',
  description: 'Every addition, new version, deletion and re-extraction, the oldest first, for clients that keep a copy.',
  tag: 'Articles',
  scope: 'read',
  query: z.strictObject(pageParameters),
  answers: { 200: { description: 'A page of changes.', schema: changePage, headers: { Link: 'The next page.' } } },
  problems: ['invalid_cursor'],
  handle: async ({ query, request }, { store }) => {
    const page = await store.changes(pageRequest(query))
    return { status: 200, headers: linkToNext(request, page.next), value: page }
  },
})
