import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { readJson, readJsonInTurns } from './json-text.js'
import { readsOf, type Operation } from './operation.js'
import { OPERATIONS } from './operations.js'
import { Problem } from './problems.js'
import { register } from './register.js'
import type { Services } from './services.js'

/** All routes, each with the way its bodies are read: as JSON, as a stream by its handler, or not at all. */
export async function registerAll(app: FastifyInstance, services: Services): Promise<void> {
  const within = (operations: readonly Operation[], read: (scope: FastifyInstance, operation: Operation) => void) =>
    operations.map((operation) =>
      app.register(async (scope) => {
        scope.removeAllContentTypeParsers()
        read(scope, operation)
        register(scope, operation, services)
      }),
    )
  await Promise.all([
    ...within(
      OPERATIONS.filter(({ body, streams }) => body && !streams),
      readAsJson,
    ),
    ...within(
      OPERATIONS.filter(({ streams }) => streams),
      handOver,
    ),
    ...within(
      OPERATIONS.filter(({ body, streams }) => !body && !streams),
      ignore,
    ),
  ])
}

const handOver = (scope: FastifyInstance, { streams = [] }: Operation): void => {
  scope.addContentTypeParser([...streams], (_request, payload, done) => done(null, payload))
}

/** A body that the route does not ask for means nothing: clients send empty ones, some with a type. */
const ignore = (scope: FastifyInstance): void => {
  // Fastify refuses a type that is none (`json`, `/`) before it looks for a parser.
  scope.addHook('onRequest', (request, _reply, done) => {
    delete request.headers['content-type']
    done()
  })
  scope.addContentTypeParser('*', (_request, payload, done) => {
    payload.resume()
    done(null)
  })
}

/** Larger bodies take so long to read that others want their turn between. Bytes. */
const LARGE = 512 * 1024

/** JSON in UTF-8, uncompressed. */
const readAsJson = (scope: FastifyInstance, operation: Operation): void => {
  scope.addContentTypeParser([...readsOf(operation)], { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    const charset = /;\s*charset="?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !/^utf-?8$/i.test(charset))
      throw new Problem('unsupported_media_type', `The body is in ${charset}; this service reads UTF-8.`)
    if ((request.headers['content-encoding'] ?? 'identity') !== 'identity')
      throw new Problem('unsupported_media_type', 'The body is compressed.')
    if (request.headers['idempotency-key'] !== undefined) request.setDecorator('bodyHash', createHash('sha256').update(body).digest('hex'))
    if (body.length === 0) return undefined
    return body.length > LARGE ? readJsonInTurns(body, ['html']) : readJson(body, ['html'])
  })
}
