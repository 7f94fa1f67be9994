import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Socket } from 'node:net'
import { ArchiveError } from '../archive/archive.js'
import { IngestError } from '../ingest/errors.js'
import type { Log } from '../observability/log.js'
import { BadCursor } from '../store/port.js'
import { StoreError } from '../store/store-error.js'
import { Problem, PROBLEMS, PROBLEM_TYPE, problemBody, type ProblemCode } from './problems.js'

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_json',
  FST_ERR_BAD_URL: 'invalid_url',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
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
  const code = OF_FASTIFY[(error as { code?: string } | null)?.code ?? '']
  return new Problem(code ?? 'internal_error')
}

/** The path that was asked for, without its query. */
export const pathOf = (url: string): string => url.split('?', 1)[0]!

/** Where a limit is the route's own, the way around it is part of the answer. */
function inWords(problem: Problem, request: FastifyRequest): Problem {
  if (problem.code !== 'body_too_large') return problem
  const { limitHint } = (request.routeOptions.config ?? {}) as { limitHint?: string }
  return limitHint === undefined ? problem : new Problem('body_too_large', limitHint, problem.more)
}

/** Answers with a problem; logs those that are our fault. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = inWords(problemOf(error), request)
  const cause = problem.code === 'internal_error' ? error : problem.cause
  if (cause !== undefined) request.log.error({ err: cause }, 'request failed')
  // What was read of the body stands in the way of the next request on this connection.
  if (problem.status === 413) reply.header('connection', 'close')
  reply
    .code(problem.status)
    .headers({ ...problem.more.headers, 'cache-control': 'no-store' })
    .type(PROBLEM_TYPE)
    .send(JSON.stringify(problemBody(problem, pathOf(request.url), request.id)))
}

const OF_SOCKET: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Answers what Node could not read as a request, on the bare socket. */
export function answerClientError(log: Log) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const problem = new Problem(OF_SOCKET[error.code ?? ''] ?? 'bad_http')
    const body = JSON.stringify(problemBody(problem, '/', 'none'))
    log.debug({ err: error }, 'request could not be read')
    const head = [
      `HTTP/1.1 ${problem.status} ${PROBLEMS[problem.code].title}`,
      `Content-Type: ${PROBLEM_TYPE}`,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
    ]
    socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  }
}
