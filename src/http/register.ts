import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { bytesOf } from './bytes.js'
import type { RouteWords } from './errors.js'
import { isFresh, tagOf } from './conditional.js'
import { serialiser } from './json-schema.js'
import { negotiate } from './negotiate.js'
import { readsOf, type Operation, type Reply } from './operation.js'
import type { Services } from './services.js'
import { bodyOf, queryOf, validated } from './validate.js'

const JSON_TYPE = 'application/json; charset=utf-8'
const NOTHING = z.strictObject({})

/** Media types an operation writes; what it writes with success. */
export function typesOf({ answers }: Operation): readonly string[] {
  const types = Object.values(answers).flatMap(({ schema, types = {}, byAccept = [] }) => [
    ...(schema ? ['application/json'] : []),
    ...Object.keys(types),
    ...byAccept,
  ])
  return [...new Set(types)]
}

function writers({ answers }: Operation): (status: number, value: unknown) => string {
  const byStatus = new Map(Object.entries(answers).map(([status, { schema }]) => [Number(status), schema && serialiser(schema)]))
  return (status, value) => {
    const write = byStatus.get(status)
    if (!write) throw new Error(`no schema for an answer with status ${status}`)
    return write(value)
  }
}

/** Writes what a handler handed back, with its ETag; 304 where the caller has it already. */
function send(
  answer: Reply,
  write: (status: number, value: unknown) => string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  reply.code(answer.status)
  if (answer.headers) reply.headers(answer.headers)
  if ('nothing' in answer) return reply.send()
  const json = 'value' in answer ? bytesOf([write(answer.status, answer.value)]) : 'json' in answer ? bytesOf(answer.json) : undefined
  if (answer.tag !== undefined) {
    const tag = answer.tag === 'content' ? tagOf(json ?? '') : answer.tag
    reply.header('etag', `"${tag}"`).header('cache-control', 'private, no-cache')
    if (isFresh(request.headers['if-none-match'], tag)) return reply.code(304).send()
  }
  if (json !== undefined) return reply.type(JSON_TYPE).send(json)
  if (!('body' in answer)) throw new Error('an answer without a body')
  reply.type(answer.type)
  if (request.method === 'HEAD' && typeof answer.body !== 'string') {
    answer.body.destroy()
    return reply.send()
  }
  return reply.send(answer.body)
}

/** Makes a route of the app out of an operation. */
export function register(app: FastifyInstance, operation: Operation, services: Services): void {
  const { params, query, body } = operation
  const write = writers(operation)
  const offered = typesOf(operation)
  app.route({
    method: operation.method,
    url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    ...(operation.streams && { bodyLimit: Number.MAX_SAFE_INTEGER }), // a line at a time
    config: { operation, reads: readsOf(operation) } satisfies RouteWords,
    handler: async (request, reply) => {
      if (offered.length > 0) negotiate(request.headers.accept, offered)
      const asked = {
        params: params && validated(params, request.params, 'path'),
        query: query && validated(query, queryOf(request.query as Record<string, unknown>, query), 'query'),
        body: body && !operation.streams ? bodyOf(body, request.body) : request.body,
        request,
        reply,
      }
      if (!query) validated(NOTHING, queryOf(request.query as Record<string, unknown>), 'query')
      return send(await operation.handle(asked, services), write, request, reply)
    },
  })
}
