import type { IncomingHttpHeaders } from 'node:http'
import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Added } from '../../archive/archive.js'
import { normaliseUrl } from '../../ingest/url.js'
import { inOrder } from '../in-order.js'
import { problemOf } from '../errors.js'
import { serialiser } from '../json-schema.js'
import { readJson } from '../json-text.js'
import { linesOf, type Line } from '../lines.js'
import { operation } from '../operation.js'
import { Problem, problemPage, PROBLEMS } from '../problems.js'
import { bulkResult } from '../schemas/job.js'
import { flag } from '../schemas/common.js'
import { submissionSchema } from '../schemas/submission.js'
import type { Services } from '../services.js'
import { submissionOf } from '../submission.js'
import { validated } from '../validate.js'
import { countAdded } from './articles.js'

/** Lines under way at a time: enough to keep the workers and the writer busy, few enough to hold in memory. */
const WINDOW = 8
/** An answer may have so many bytes for each that was read, and these besides: more are refusals of lines that are hardly there. */
const GROWTH = 7
const SPARE = 512 * 1024
const NDJSON = 'application/x-ndjson'
const write = serialiser(bulkResult)

type Result = z.output<typeof bulkResult>

const succeeded = (line: number, added: Added): Result =>
  added.outcome === 'queued'
    ? { line, status: 202, jobId: added.job.id }
    : { line, status: added.outcome === 'created' ? 201 : 200, id: added.article.id, version: added.article.version }

function failed(line: number, error: unknown, { log, settings }: Services): Result {
  const problem = problemOf(error)
  const cause = problem.code === 'internal_error' ? error : problem.cause
  if (cause !== undefined) log.error({ err: cause, line }, 'a line of a bulk request failed')
  const { code, status, more } = problem
  const errors = more.errors && [...more.errors]
  return {
    line,
    status,
    error: {
      type: problemPage(code, settings.BASE_PATH),
      code,
      title: PROBLEMS[code].title,
      detail: problem.message,
      ...(errors && { errors }),
    },
  }
}

/** Adds articles line by line; two with one address one after the other, so that the later line is the later version. */
function adder(services: Services, restore: boolean) {
  const last = new Map<string, Promise<unknown>>()
  return async ({ number, bytes }: Line): Promise<Result> => {
    try {
      if (!bytes)
        throw new Problem('body_too_large', `The line is larger than ${services.settings.BODY_LIMIT} bytes, the setting BODY_LIMIT.`)
      const submission = submissionOf(validated(submissionSchema, readJson(bytes, ['html']), 'body'))
      const key = submission.url === undefined ? `line ${number}` : normaliseUrl(submission.url)
      const add = (): Promise<Added> => services.archive.add(submission, { restore, patient: true })
      const mine = (last.get(key) ?? Promise.resolve()).then(add, add)
      last.set(key, mine)
      const added = await mine.finally(() => last.get(key) === mine && last.delete(key))
      countAdded(services, added)
      return succeeded(number, added)
    } catch (error) {
      services.metrics.article('failed', 0)
      return failed(number, error, services)
    }
  }
}

const TOO_MANY = 'More is refused than the answer can hold: this line and all after it were not read.'

/**
 * The results as lines. Where refusals outgrow the request, the next line to be taken is refused as the last; the rest is read past,
 * since who is cut off while sending never reads why.
 */
async function* answered(input: AsyncIterator<Line>, add: (line: Line) => Promise<Result>, stopping: AbortSignal, services: Services) {
  let most = SPARE
  let written = 0
  let full = false
  let told = false
  const take = async (line: Line): Promise<Result | undefined> => {
    most += GROWTH * ((line.bytes?.length ?? services.settings.BODY_LIMIT) + 1)
    if (!full) return add(line)
    if (told) return undefined
    told = true
    return failed(line.number, new Problem('invalid_request', TOO_MANY), services)
  }
  for await (const result of inOrder(input, WINDOW, take, stopping)) {
    if (!result) continue
    const text = write(result) + '\n'
    written += Buffer.byteLength(text)
    full ||= result.error !== undefined && written > most
    yield text
  }
}

/** Headers that promise something of one article, which a stream of many cannot keep. */
const OF_ONE_ARTICLE = ['if-match', 'if-none-match', 'idempotency-key']

function refuseHeadersOfOne(headers: IncomingHttpHeaders): void {
  const given = OF_ONE_ARTICLE.filter((name) => headers[name] !== undefined)
  if (given.length === 0) return
  const detail = 'does not apply to a stream of articles; send the article to POST /v1/articles'
  const errors = given.map((name) => ({ pointer: `/${name}`, in: 'header' as const, detail }))
  throw new Problem('invalid_request', `The header ${given[0]} ${detail}.`, { errors })
}

export const addArticles = operation({
  method: 'POST',
  path: '/v1/articles/bulk',
  operationId: 'addArticles',
  summary: 'Add many articles as a stream',
  description:
    'Takes one article per line and answers with one result per line, in the same order, while the request is still being sent. An invalid line does not stop the others, unless refusals take more than seven times the bytes that were read (and 512 KiB): then one more says which line was the first not to be read. Empty lines are ' +
    'skipped. The request is read no faster than its answer is. `If-Match`, `If-None-Match` and `Idempotency-Key` apply to a single article and are refused here.',
  tag: 'Articles',
  scope: 'write',
  query: z.strictObject({ restore: flag.optional().describe('Bring deleted articles back as new versions.') }),
  body: submissionSchema,
  streams: [NDJSON, 'application/ndjson', 'application/jsonl'],
  answers: {
    200: {
      description:
        'For each line `{line, status, id?, version?, jobId?, error?}`: its number from 1, the status it would have had on its own, and what became of it.',
      types: { [NDJSON]: 'text' },
    },
  },
  problems: [],
  handle: async ({ query, body, request }, services) => {
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Problem('unsupported_media_type', 'The body is compressed.')
    refuseHeadersOfOne(request.headers)
    const input = linesOf((body as unknown as Readable | undefined) ?? Readable.from([]), services.settings.BODY_LIMIT)
    const stopping = request.server.getDecorator<AbortSignal>('stopping')
    const lines = answered(input, adder(services, query.restore ?? false), stopping, services)
    return { status: 200, type: NDJSON, body: Readable.from(lines, { objectMode: true, highWaterMark: 1 }) }
  },
})
