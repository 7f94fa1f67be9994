import type { FastifyReply, FastifyRequest } from 'fastify'
import type { IncomingMessage } from 'node:http'
import { ArchiveError } from '../archive/archive.js'
import { IngestError } from '../ingest/errors.js'
import { BadCursor } from '../store/port.js'
import { StoreError } from '../store/store-error.js'
import { answerEarly } from './early-answer.js'
import type { Operation } from './operation.js'
import { Problem, PROBLEMS, PROBLEM_TYPE, problemBody, type ProblemCode } from './problems.js'

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_json',
  FST_ERR_BAD_URL: 'invalid_url',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
}

/** What a refusal of a library is called here. Others keep their status under a name that fits any. */
const OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  404: 'route_not_found',
  405: 'method_not_allowed',
  406: 'not_acceptable',
  408: 'request_timeout',
  413: 'body_too_large',
  415: 'unsupported_media_type',
  416: 'range_not_satisfiable',
  417: 'expectation_failed',
  431: 'headers_too_large',
}

interface LibraryError {
  readonly code?: string
  readonly statusCode?: number
  readonly status?: number
  readonly message?: string
}

/** What a library threw: its refusals stay refusals; the rest is a fault of the service. */
function problemOfLibrary(error: LibraryError | null): Problem {
  const status = error?.statusCode ?? error?.status ?? 500
  const code = OF_FASTIFY[error?.code ?? ''] ?? OF_STATUS[status]
  if (code) return new Problem(code)
  if (status < 400 || status > 499) return new Problem('internal_error')
  return new Problem('request_refused', error?.message, { status })
}

/** Whatever was thrown, as the problem its caller is told of; what nobody foresaw is an `internal_error` without details. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ArchiveError || error instanceof IngestError) {
    const later = PROBLEMS[error.code].status === 503
    return new Problem(error.code, error.message, later ? { headers: { 'retry-after': '5' } } : {})
  }
  if (error instanceof BadCursor) return new Problem('invalid_cursor')
  if (error instanceof StoreError)
    return error.fault === 'full'
      ? new Problem('storage_full', error.message, { headers: { 'retry-after': '30' }, cause: error })
      : new Problem('not_ready', error.message, { headers: { 'retry-after': '5' }, cause: error })
  return problemOfLibrary(error as LibraryError | null)
}

/** The path that was asked for, without its query. */
export const pathOf = (url: string): string => url.split('?', 1)[0]!

/** What a route says of the bodies it takes, where a general refusal would leave the caller guessing. */
export interface RouteWords {
  readonly operation?: Operation
  /** Media types that it reads. */
  readonly reads?: readonly string[]
}

/** Where a refusal rests on what the route takes, that is part of the answer. */
function inWords(problem: Problem, request: FastifyRequest): Problem {
  if (problem.message !== PROBLEMS[problem.code].why) return problem
  const { reads } = (request.routeOptions.config ?? {}) as RouteWords
  if (problem.code === 'body_too_large') {
    const limit = request.routeOptions.bodyLimit
    return new Problem(problem.code, `The body is larger than ${limit} bytes, the setting BODY_LIMIT.`, problem.more)
  }
  if (problem.code === 'unsupported_media_type' && reads) {
    const given = request.headers['content-type']
    const said = given === undefined ? 'has no Content-Type' : `came as ${given.slice(0, 100)}`
    return new Problem(problem.code, `The body ${said}; this route reads ${reads.join(', ')}.`, problem.more)
  }
  return problem
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** Answers with a problem, under addresses that begin with `base`; logs those that are our fault. */
export function problemSender(base: string) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const problem = inWords(problemOf(error), request)
    const cause = problem.code === 'internal_error' ? error : problem.cause
    if (cause !== undefined) request.log.error({ err: cause }, 'request failed')
    const body = JSON.stringify(problemBody(problem, pathOf(request.url), request.id, base))
    reply
      .code(problem.status)
      .headers({ ...problem.more.headers, 'cache-control': 'no-store', 'x-request-id': request.id })
      .type(PROBLEM_TYPE)
    // Without a server around it (tests), a request has no such mark and has come in whole.
    const early = request.raw.complete === false && hasBody(request.raw)
    // Who waits for leave to send a body will not send it now; who sends too much is not to go on.
    if (early && (problem.status === 413 || request.headers.expect !== undefined)) reply.header('connection', 'close')
    if (early) answerEarly(reply, body)
    else reply.send(body)
  }
}
