import { z } from 'zod'
import { inUnit, storedArticle } from '../article-answer.js'
import { operation } from '../operation.js'
import { linkToNext, pageRequest } from '../paging.js'
import { annotationsSchema, windowOf, windowParameters } from '../schemas/annotations.js'
import { articlePage, articleSchema, articleVersions } from '../schemas/article.js'
import { idParameter, offsetUnitParameter, pageParameters, timeText, wholeNumber, words } from '../schemas/common.js'
import { GRAMMAR, names, wordQuery } from '../schemas/filters.js'
import { articleAnswer } from './articles.js'
import { didYouMean, valuesIn, wordsIn } from '../did-you-mean.js'
import { defined } from '../defined.js'

const version = wholeNumber(1, 1_000_000_000).optional().describe('Which version; the newest by default.')
const etag = { ETag: 'Strong tag of this answer.' }

export const listArticles = operation({
  method: 'GET',
  path: '/v1/articles',
  operationId: 'listArticles',
  summary: 'List articles',
  description: 'Articles in their newest version, without their text, most recently published first. `q` searches titles and sentences.',
  tag: 'Articles',
  scope: 'read',
  query: z.strictObject({
    publisher: names.optional().describe('Its name in any case, or whole words of it; any of several.'),
    tag: names.optional().describe('Any of several.'),
    externalId: words.optional().describe('Your own id.'),
    from: timeText.optional().describe('Published at or after.'),
    to: timeText.optional().describe('Published before.'),
    q: wordQuery.optional().describe(`Each somewhere in the article: ${GRAMMAR}.`),
    ...offsetUnitParameter,
    ...pageParameters,
  }),
  answers: { 200: { description: 'A page of articles.', schema: articlePage, headers: { Link: 'The next page.', ...etag } } },
  problems: ['invalid_cursor'],
  handle: async ({ query, request }, { store }) => {
    const { limit, cursor, offsetUnit, ...filter } = query
    const page = await store.articles(defined(filter), pageRequest({ limit, cursor }))
    const marked = page.items.filter(({ ignored }) => ignored.length > 0)
    const place = ({ id, version }: { id: string; version: number }) => ({ articleId: id, version })
    const converted = new Map((await inUnit(store, marked, place, offsetUnit)).map((article) => [article.id, article]))
    const items = page.items.map((article) => converted.get(article.id) ?? article)
    const { q: text } = request.query as { q?: string }
    const lookUps = { q: wordsIn('sentences', filter.q, text), publisher: valuesIn('publisher', filter.publisher) }
    const value = { items, next: page.next, offsetUnit, didYouMean: await didYouMean(store, page, cursor, lookUps) }
    return { status: 200, headers: linkToNext(request, page.next), tag: 'content', value }
  },
})

export const getArticle = operation({
  method: 'GET',
  path: '/v1/articles/{id}',
  operationId: 'getArticle',
  summary: 'Read an article',
  description: 'One article with its text, in its newest version or a given one.',
  tag: 'Articles',
  scope: 'read',
  params: idParameter('article'),
  query: z.strictObject({ version, ...offsetUnitParameter }),
  answers: { 200: { description: 'The article.', schema: articleSchema, headers: etag } },
  problems: ['article_not_found', 'version_not_found', 'article_gone'],
  handle: async ({ params, query }, { store }) => ({
    status: 200,
    ...articleAnswer(await storedArticle(store, params.id, query.version), query.offsetUnit),
  }),
})

export const listVersions = operation({
  method: 'GET',
  path: '/v1/articles/{id}/versions',
  operationId: 'listVersions',
  summary: 'List the versions of an article',
  description: 'Every version that was added, the first one first.',
  tag: 'Articles',
  scope: 'read',
  params: idParameter('article'),
  answers: { 200: { description: 'The versions.', schema: articleVersions, headers: etag } },
  problems: ['article_not_found', 'article_gone'],
  handle: async ({ params }, { store }) => {
    const items = await store.versions(params.id)
    if (items.length === 0) await storedArticle(store, params.id)
    return { status: 200, tag: 'content', value: { items } }
  },
})

export const getAnnotations = operation({
  method: 'GET',
  path: '/v1/articles/{id}/annotations',
  operationId: 'getAnnotations',
  summary: 'Get everything found in an article',
  description:
    'All layers of a stored article: sentences, entities, dates, figures, quotes, facts, with the rule that found each. An answer has ' +
    'at most 8 MiB: `truncated.next` is the `from` of the next part of a longer one.',
  tag: 'Articles',
  scope: 'read',
  params: idParameter('article'),
  query: z.strictObject({ version, ...windowParameters }),
  answers: { 200: { description: 'The layers.', schema: annotationsSchema, headers: etag } },
  problems: ['article_not_found', 'version_not_found', 'article_gone'],
  handle: async ({ params, query: { version, ...window } }, { store }) => {
    const json = await store.annotations(params.id, { ...windowOf(window), ...defined({ version }) })
    if (json !== undefined) return { status: 200, tag: 'content', json: [json] }
    await storedArticle(store, params.id, version)
    throw new Error(`article ${params.id} has no annotations`)
  },
})
