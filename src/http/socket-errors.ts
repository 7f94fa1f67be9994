import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Log } from '../observability/log.js'
import { Problem, PROBLEM_TYPE, problemBody, type ProblemCode } from './problems.js'

const OF_SOCKET: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Writes a problem on a bare connection and ends it; answers with the request id. */
export function answerOnSocket(socket: Socket, problem: Problem, instance: string): string {
  const requestId = randomUUID()
  const body = JSON.stringify(problemBody(problem, instance, requestId))
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
    `X-Request-Id: ${requestId}`,
    ...Object.entries(problem.more.headers ?? {}).map(([name, value]) => `${name}: ${value}`),
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
  return requestId
}

/** Answers what Node could not read as a request. */
export function answerClientError(log: Log) {
  return (error: Error & { code?: string; reason?: string }, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const code = OF_SOCKET[error.code ?? ''] ?? 'bad_http'
    const detail =
      code === 'bad_http' && error.reason ? `The bytes that arrived are not a request of HTTP/1.1: ${error.reason}.` : undefined
    const requestId = answerOnSocket(socket, new Problem(code, detail), '/')
    log.debug({ err: error, requestId }, 'request could not be read')
  }
}
