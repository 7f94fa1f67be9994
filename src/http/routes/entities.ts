import { z } from 'zod'
import { ENTITY_TYPES } from '../../document/layers.js'
import { inUnit } from '../article-answer.js'
import { defined } from '../defined.js'
import { didYouMean, wordsIn } from '../did-you-mean.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { Problem } from '../problems.js'
import { idParameter, offsetUnitParameter, pageParameters } from '../schemas/common.js'
import { anyOf, nameWords } from '../schemas/filters.js'
import { entityDetail, entityPage } from '../schemas/entity.js'

const etag = { ETag: 'Strong tag of this answer.' }

export const listEntities = operation({
  method: 'GET',
  path: '/v1/entities',
  operationId: 'listEntities',
  summary: 'List entities',
  description: 'People, organisations, places and other names across articles, in the order of their names.',
  tag: 'Entities',
  scope: 'read',
  query: z.strictObject({
    q: nameWords.optional().describe('Whole words of any alias; `begin*`, "phrases", OR, -not and brackets.'),
    type: anyOf(ENTITY_TYPES).optional().describe('Any of several.'),
    ...pageParameters,
  }),
  answers: { 200: { description: 'A page of entities.', schema: entityPage, headers: { Link: 'The next page.', ...etag } } },
  problems: ['invalid_cursor'],
  handle: async ({ query: { q, type, ...page }, request }, { store }) => {
    const entities = await store.entities(defined({ q, type }), pageRequest(page))
    const { q: text } = request.query as { q?: string }
    const meant = await didYouMean(store, entities, page.cursor, { q: wordsIn('names', q, text) })
    return { status: 200, headers: linkToNext(request, entities.next), tag: 'content', value: { ...entities, didYouMean: meant } }
  },
})

export const getEntity = operation({
  method: 'GET',
  path: '/v1/entities/{id}',
  operationId: 'getEntity',
  summary: 'Read an entity',
  description: 'How articles write its name, its roles (as facts), and who is most often mentioned in the same articles.',
  tag: 'Entities',
  scope: 'read',
  params: idParameter('entity'),
  query: z.strictObject(offsetUnitParameter),
  answers: { 200: { description: 'The entity.', schema: entityDetail, headers: etag } },
  problems: ['entity_not_found'],
  handle: async ({ params, query: { offsetUnit } }, { store }) => {
    const entity = await store.entity(params.id)
    if (!entity) throw new Problem('entity_not_found')
    const place = ({ articleId, version }: (typeof entity.roles)[number]) => ({ articleId: articleId!, version: version! })
    const roles = await inUnit(store, entity.roles, place, offsetUnit)
    return { status: 200, tag: 'content', value: { ...entity, roles, offsetUnit } }
  },
})
