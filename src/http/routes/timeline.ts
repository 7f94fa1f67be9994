import { listPieces } from '../bytes.js'
import { bodiesInUnit } from '../formats/facts.js'
import { didYouMean, factLookUps } from '../did-you-mean.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { factPage } from '../schemas/fact.js'
import { timelineQueryOf, timelineQuerySchema } from '../schemas/fact-query.js'

export const timeline = operation({
  method: 'GET',
  path: '/v1/timeline',
  operationId: 'getTimeline',
  summary: 'List facts in order of time',
  description:
    'Facts that have a time of their own, the earliest first; the filters are those of `/v1/facts`. Times without a beginning or an end (`since 1950`) are shown with `open=true` only.',
  tag: 'Facts',
  scope: 'read',
  query: timelineQuerySchema,
  answers: { 200: { description: 'A page of dated facts.', schema: factPage, headers: { Link: 'The next page.' } } },
  problems: ['invalid_cursor'],
  handle: async ({ query, request }, { store }) => {
    const { offsetUnit } = query
    const page = await store.facts(timelineQueryOf(query), pageRequest(query))
    const bodies = await bodiesInUnit(store, page.items, offsetUnit)
    const meant = await didYouMean(store, page, query.cursor, factLookUps(query, request.query as Record<string, unknown>))
    const more = meant ? `,"didYouMean":${JSON.stringify(meant)}` : ''
    const json = listPieces(bodies, page.next, `,"offsetUnit":"${offsetUnit}"${more}`)
    return { status: 200, headers: linkToNext(request, page.next), tag: 'content', json }
  },
})
