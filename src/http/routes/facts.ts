import { Readable } from 'node:stream'
import { z } from 'zod'
import { PAGE_BYTES, type FactQuery, type PageRequest, type Store } from '../../store/port.js'
import type { FactRecord } from '../../store/records.js'
import { listPieces } from '../bytes.js'
import { inUnit } from '../article-answer.js'
import { bodiesInUnit, factLines, factStream, started, withMember } from '../formats/facts.js'
import { annotationDocument, annotationPage } from '../formats/json-ld.js'
import { didYouMean, factLookUps } from '../did-you-mean.js'
import { negotiate } from '../negotiate.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { Problem } from '../problems.js'
import { idParameter, offsetUnitParameter, pageParameters } from '../schemas/common.js'
import { citationPage, factPage, singleFact } from '../schemas/fact.js'
import { factQueryOf, factQuerySchema } from '../schemas/fact-query.js'

const JSON_LD = 'application/ld+json'
const NDJSON = 'application/x-ndjson'
const CSV = 'text/csv'
const PAGE_TYPES = ['application/json', NDJSON, CSV, JSON_LD] as const
const SINGLE_TYPES = ['application/json', JSON_LD] as const

/** JSON-LD says the address of an article at each citation: of a page that outgrows any other, as many facts as fit are read again. */
async function fitting(store: Store, asked: FactQuery, request: PageRequest, cursor: string | null, bodies: readonly string[]) {
  const facts = bodies.map((body) => JSON.parse(body) as FactRecord)
  let bytes = 0
  const fit = facts.findIndex((fact) => (bytes += Buffer.byteLength(annotationDocument(fact))) > PAGE_BYTES)
  if (fit < 1) return { facts, cursor }
  const page = await store.facts(asked, { ...request, limit: fit })
  const again = await bodiesInUnit(store, page.items, 'codepoint')
  return { facts: again.map((body) => JSON.parse(body) as FactRecord), cursor: page.next }
}

export const listFacts = operation({
  method: 'GET',
  path: '/v1/facts',
  operationId: 'listFacts',
  summary: 'Find facts',
  description:
    'Facts of all current articles, a page at a time; all filters combine. `Accept` gives other formats, too: `application/ld+json` a page at a time, ' +
    '`application/x-ndjson` and `text/csv` without `limit` everything, streamed. Everything as a file: `/v1/exports/facts`.',
  tag: 'Facts',
  scope: 'read',
  query: factQuerySchema,
  answers: {
    200: {
      description: 'A page of facts.',
      schema: factPage,
      byAccept: [NDJSON, CSV, JSON_LD],
      headers: { Link: 'The next page.', 'Offset-Unit': 'What offsets count.', ETag: 'Strong tag of this answer.' },
    },
  },
  problems: ['invalid_cursor'],
  handle: async ({ query, request }, { store, settings }) => {
    const type = negotiate(request.headers.accept, PAGE_TYPES)
    const asked = factQueryOf(query)
    const unit = type === JSON_LD ? 'codepoint' : query.offsetUnit
    const headers = { 'offset-unit': unit, vary: 'Accept' }
    const lines = type === NDJSON ? 'ndjson' : type === CSV ? 'csv' : undefined
    const contentType = type === CSV ? 'text/csv; charset=utf-8; header=present' : type
    if (lines && query.limit === undefined) {
      const stream = factStream(store, asked, { format: lines, unit, ...(query.cursor !== undefined && { cursor: query.cursor }) })
      return { status: 200, headers, type: contentType, body: Readable.from(await started(stream), { objectMode: true, highWaterMark: 1 }) }
    }
    const [page, facets] = await Promise.all([
      store.facts(asked, pageRequest(query)),
      query.facets && !lines ? store.factCounts(asked, query.facets) : undefined,
    ])
    const bodies = await bodiesInUnit(store, page.items, unit)
    const paged: Record<string, string> = { ...headers, ...linkToNext(request, page.next) }
    if (lines) return { status: 200, headers: paged, type: contentType, body: factLines(bodies, lines, unit) }
    if (type === JSON_LD) {
      const { facts, cursor } = await fitting(store, asked, pageRequest(query), page.next, bodies)
      const link = linkToNext(request, cursor)
      const next = /<(.*)>/.exec(link['link'] ?? '')?.[1]
      const under = (path: string): string => settings.BASE_PATH + path
      return {
        status: 200,
        headers: { ...headers, ...link },
        type,
        body: annotationPage(facts, under(request.url), next === undefined ? null : under(next)),
      }
    }
    const meant = await didYouMean(store, page, query.cursor, factLookUps(query, request.query as Record<string, unknown>))
    const counts = (facets ? `,"facets":${JSON.stringify(facets)}` : '') + (meant ? `,"didYouMean":${JSON.stringify(meant)}` : '')
    return { status: 200, headers: paged, tag: 'content', json: listPieces(bodies, page.next, `,"offsetUnit":"${unit}"${counts}`) }
  },
})

export const getFact = operation({
  method: 'GET',
  path: '/v1/facts/{id}',
  operationId: 'getFact',
  summary: 'Read a fact',
  description: 'One fact with its citations; with `Accept: application/ld+json` as a W3C Web Annotation.',
  tag: 'Facts',
  scope: 'read',
  params: idParameter('fact'),
  query: z.strictObject(offsetUnitParameter),
  answers: {
    200: {
      description: 'The fact.',
      schema: singleFact,
      byAccept: [JSON_LD],
      headers: { 'Offset-Unit': 'What offsets count.', ETag: 'Strong tag of this answer.' },
    },
  },
  problems: ['fact_not_found'],
  handle: async ({ params, query, request }, { store }) => {
    const type = negotiate(request.headers.accept, SINGLE_TYPES)
    const unit = type === JSON_LD ? 'codepoint' : query.offsetUnit
    const fact = await store.fact(params.id)
    const [body] = fact ? await bodiesInUnit(store, [fact], unit) : []
    if (body === undefined) throw new Problem('fact_not_found')
    const headers = { 'offset-unit': unit, vary: 'Accept' }
    if (type === JSON_LD) return { status: 200, headers, type, body: annotationDocument(JSON.parse(body) as FactRecord) }
    return { status: 200, headers, tag: 'content', json: [withMember(body, 'offsetUnit', unit)] }
  },
})

export const listCitations = operation({
  method: 'GET',
  path: '/v1/facts/{id}/citations',
  operationId: 'listCitations',
  summary: 'List the citations of a fact',
  description: 'Every place in the article that says it, in the same order as in the fact, which has the first 20.',
  tag: 'Facts',
  scope: 'read',
  params: idParameter('fact'),
  query: z.strictObject({ ...offsetUnitParameter, ...pageParameters }),
  answers: { 200: { description: 'A page of citations.', schema: citationPage, headers: { Link: 'The next page.' } } },
  problems: ['fact_not_found', 'invalid_cursor'],
  handle: async ({ params, query: { offsetUnit, ...rest }, request }, { store }) => {
    const page = await store.citations(params.id, pageRequest(rest))
    if (!page) throw new Problem('fact_not_found')
    const place = ({ articleId, version }: (typeof page.items)[number]) => ({ articleId: articleId!, version: version! })
    const items = await inUnit(store, page.items, place, offsetUnit)
    return { status: 200, headers: linkToNext(request, page.next), value: { items, next: page.next, offsetUnit } }
  },
})
