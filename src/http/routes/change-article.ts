import { z } from 'zod'
import { preconditionOf } from '../conditional.js'
import { defined } from '../defined.js'
import { operation } from '../operation.js'
import { Problem } from '../problems.js'
import { articleSchema } from '../schemas/article.js'
import { idParameter, offsetUnitParameter } from '../schemas/common.js'
import { changeSchema } from '../schemas/submission.js'
import { articleAnswer } from './articles.js'

export const changeArticle = operation({
  method: 'PATCH',
  path: '/v1/articles/{id}',
  operationId: 'changeArticle',
  summary: "Change an article's metadata",
  description:
    'A merge patch (RFC 7396, `application/merge-patch+json` or `application/json`): null removes a value, what is left out stays. `tags` and `externalId` change in the current ' +
    'version; facts depend on everything else, so any other change makes the next version, whose text is read again. Text and address are changed with ' +
    '`POST /v1/articles`. The article keeps its id.',
  tag: 'Articles',
  scope: 'write',
  params: idParameter('article'),
  query: z.strictObject(offsetUnitParameter),
  body: changeSchema,
  headers: { 'If-Match': 'Change only while the article has this `ETag`.' },
  answers: { 200: { description: 'The article as it is now.', schema: articleSchema, headers: { ETag: 'Its tag.' } } },
  problems: ['article_not_found', 'article_gone', 'precondition_failed', 'overloaded'],
  handle: async ({ params, query, body, request }, { archive, store }) => {
    const article = await archive.change(params.id, defined(body), preconditionOf(request.headers))
    if (!article) throw new Problem((await store.presence(params.id)) === 'deleted' ? 'article_gone' : 'article_not_found')
    const { value, tag } = articleAnswer(article, query.offsetUnit)
    return { status: 200, headers: { etag: `"${tag}"` }, value }
  },
})
