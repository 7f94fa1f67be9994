import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Added, AddOptions } from '../../archive/archive.js'
import type { Article } from '../../store/records.js'
import { articleTag } from '../article-answer.js'
import { offsetMap, mapSpans } from '../../document/offsets.js'
import { operation, type Reply } from '../operation.js'
import { Problem } from '../problems.js'
import { articleSchema } from '../schemas/article.js'
import { flag, idParameter, offsetUnitParameter, type OffsetUnit } from '../schemas/common.js'
import { jobSchema } from '../schemas/job.js'
import { submissionSchema } from '../schemas/submission.js'
import type { Services } from '../services.js'
import { submissionOf } from '../submission.js'
import { preconditionOf } from '../conditional.js'
import { ASK_AGAIN } from './jobs.js'
import type { Caller } from '../auth.js'

/** What the headers and the query say about how to add an article. Raises `invalid_request`. */
function optionsOf(request: FastifyRequest, restore: boolean | undefined): AddOptions {
  const key = request.headers['idempotency-key']
  if (typeof key === 'string' && !/^[\x21-\x7e]{1,255}$/.test(key)) {
    const errors = [{ pointer: '/idempotency-key', in: 'header' as const, detail: 'must be 1 to 255 visible ASCII characters' }]
    throw new Problem('invalid_request', 'The header Idempotency-Key must be 1 to 255 visible ASCII characters.', { errors })
  }
  const condition = preconditionOf(request.headers)
  return {
    ...(condition && { condition }),
    ...(restore && { restore }),
    ...(/(^|[,\s])respond-async($|[,;\s])/i.test(String(request.headers['prefer'] ?? '')) && { respondAsync: true }),
    ...(typeof key === 'string' && {
      idempotency: {
        keyOwner: request.getDecorator<Caller>('caller').owner,
        key,
        requestHash: `${request.getDecorator<string>('bodyHash')}${restore ? '+restore' : ''}`,
      },
    }),
  }
}

/** Counts what came of an addition. */
export function countAdded({ metrics }: Services, added: Added): void {
  if (added.replayed) return
  metrics.article(added.outcome, added.outcome === 'created' ? added.article.counts.facts : 0)
}

/** An article as it is answered, in the unit asked for. */
export function articleAnswer(article: Article, unit: OffsetUnit): { readonly value: unknown; readonly tag: string } {
  const map = article.ignored.length > 0 ? offsetMap(article.text, unit) : undefined
  return { value: { ...article, ignored: mapSpans(article.ignored, map), offsetUnit: unit }, tag: articleTag(article, unit) }
}

function answerAdded(added: Added, options: AddOptions, unit: OffsetUnit): Reply {
  const replayed = added.replayed && { 'idempotency-replayed': 'true' }
  if (added.outcome === 'queued') {
    const applied = options.respondAsync && { 'preference-applied': 'respond-async' }
    return { status: 202, headers: { location: `/v1/jobs/${added.job.id}`, ...ASK_AGAIN, ...applied, ...replayed }, value: added.job }
  }
  const location = { location: `/v1/articles/${added.article.id}` }
  const { value, tag } = articleAnswer(added.article, unit)
  return { status: added.outcome === 'created' ? 201 : 200, headers: { ...location, etag: `"${tag}"`, ...replayed }, value }
}

export const addArticle = operation({
  method: 'POST',
  path: '/v1/articles',
  operationId: 'addArticle',
  summary: 'Add an article',
  description:
    'Adds one article, as plain `text` or as a page in `html`, analyses it, and answers once its facts are stored. The same article with the same ' +
    'content changes nothing (200); with other content it becomes the next version (201). `If-Match` keeps it from replacing a version that you have not seen. A text over 256 KiB, or a request with `Prefer: respond-async`, becomes a job (202).',
  tag: 'Articles',
  scope: 'write',
  query: z.strictObject({ restore: flag.optional().describe('Bring a deleted article back as a new version.'), ...offsetUnitParameter }),
  body: submissionSchema,
  headers: {
    'Idempotency-Key': 'Repeating a request with the same key within 24 hours returns the first answer and adds nothing.',
    Prefer: '`respond-async`: answer at once with a job.',
    'If-Match': 'Write only if the article has this `ETag` (strong comparison); `*`: only if it exists. A job checks again when it runs.',
    'If-None-Match': '`*`: write only if the article does not exist yet.',
  },
  answers: {
    201: {
      description: 'A new article, or a new version of one.',
      schema: articleSchema,
      headers: { Location: 'Its address.', ETag: 'Its tag.' },
    },
    200: {
      description: 'Already known with this content: nothing has changed.',
      schema: articleSchema,
      headers: { Location: 'Its address.', ETag: 'Its tag.' },
    },
    202: {
      description: 'Accepted as a job.',
      schema: jobSchema,
      headers: { Location: 'The address of the job.', 'Retry-After': 'Seconds after which to ask there.' },
    },
  },
  problems: [
    'article_deleted',
    'idempotency_key_in_flight',
    'idempotency_key_reused',
    'no_main_content',
    'overloaded',
    'precondition_failed',
  ],
  handle: async ({ query, body, request }, services) => {
    const options = optionsOf(request, query.restore)
    const added = await services.archive.add(submissionOf(body), options)
    countAdded(services, added)
    return answerAdded(added, options, query.offsetUnit)
  },
})

export const deleteArticle = operation({
  method: 'DELETE',
  path: '/v1/articles/{id}',
  operationId: 'deleteArticle',
  summary: 'Delete an article',
  description:
    'Removes the text, the page, the search index, and whatever jobs and idempotency keys hold of any of its versions. From then on the id is answered with 410.',
  tag: 'Articles',
  scope: 'write',
  params: idParameter('article'),
  headers: { 'If-Match': 'Delete only if the article still has this `ETag`.' },
  answers: { 204: { description: 'Deleted.' } },
  problems: ['article_not_found', 'article_gone', 'precondition_failed'],
  handle: async ({ params, request }, { archive }) => {
    const outcome = await archive.remove(params.id, preconditionOf(request.headers))
    if (outcome === 'absent') throw new Problem('article_not_found')
    if (outcome === 'gone') throw new Problem('article_gone')
    if (outcome === 'stale') throw new Problem('precondition_failed')
    return { status: 204, nothing: true }
  },
})
