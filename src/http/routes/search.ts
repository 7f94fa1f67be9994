import { z } from 'zod'
import type { SearchHit } from '../../store/records.js'
import { inUnit } from '../article-answer.js'
import { offsetMap } from '../../document/offsets.js'
import { didYouMean, wordsIn } from '../did-you-mean.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { offsetUnitParameter, pageParameters, type OffsetUnit } from '../schemas/common.js'
import { GRAMMAR, wantedWords } from '../schemas/filters.js'
import { searchPage } from '../schemas/search.js'

/** Highlights count within the sentence, so its own text maps them. */
function withHighlights(hit: SearchHit, unit: OffsetUnit): SearchHit {
  const map = offsetMap(hit.sentence, unit)
  return map ? { ...hit, highlights: hit.highlights.map(([start, end]) => [map.out(start), map.out(end)] as const) } : hit
}

export const search = operation({
  method: 'GET',
  path: '/v1/search',
  operationId: 'search',
  summary: 'Search sentences',
  description: `Sentences of all articles, in any language, the latest published first: ${GRAMMAR}.`,
  tag: 'Search',
  scope: 'read',
  query: z.strictObject({ q: wantedWords, ...offsetUnitParameter, ...pageParameters }),
  answers: { 200: { description: 'A page of sentences.', schema: searchPage, headers: { Link: 'The next page.' } } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { q, offsetUnit, ...rest }, request }, { store }) => {
    const page = await store.search(q, pageRequest(rest))
    const items = (await inUnit(store, page.items, (hit) => hit, offsetUnit)).map((hit) => withHighlights(hit, offsetUnit))
    const { q: text } = request.query as { q: string }
    const meant = await didYouMean(store, page, rest.cursor, { q: wordsIn('sentences', q, text) })
    return { status: 200, headers: linkToNext(request, page.next), value: { items, next: page.next, offsetUnit, didYouMean: meant } }
  },
})
