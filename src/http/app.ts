import compress from '@fastify/compress'
import cors from '@fastify/cors'
import helmet from '@fastify/helmet'
import { fastify, LogController, type FastifyInstance, type FastifyPluginCallback, type FastifyRequest } from 'fastify'
import { randomUUID } from 'node:crypto'
import { setMaxListeners } from 'node:events'
import type { RequestListener, Server } from 'node:http'
import { createGate, type Caller } from './auth.js'
import { docs } from './docs.js'
import { addressesUnder, withoutBase } from './base-path.js'
import { createConnections, type Connections } from './connections.js'
import { pathOf, problemSender } from './errors.js'
import type { Operation } from './operation.js'
import { Problem } from './problems.js'
import { createRateLimit } from './rate-limit.js'
import { registerAll } from './bodies.js'
import { answerUnknown } from './unknown-route.js'
import { offerSecondServer, openServer } from './server.js'
import type { Services } from './services.js'
import type { Settings } from '../settings.js'

/** The service as a value: every route over these services, listening nowhere yet. `tracing` is a Fastify plugin. */
export async function createApp(services: Services, tracing?: unknown): Promise<FastifyInstance> {
  const { settings, log } = services
  const sendProblem = problemSender(settings.BASE_PATH)
  const connections = createConnections()
  const open = (handle: RequestListener): Server => openServer(handle, connections, log)
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: settings.BODY_LIMIT,
    genReqId: requestId,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    serverFactory: open,
    rewriteUrl: ({ url = '/' }) => withoutBase(url, settings.BASE_PATH),
    trustProxy: trustOf(settings.TRUST_PROXY),
    routerOptions: { maxParamLength: 1000 },
    frameworkErrors: sendProblem,
    clientErrorHandler: () => undefined, // openServer has its own
  }) as unknown as FastifyInstance
  if (tracing) await app.register(tracing as FastifyPluginCallback)
  offerSecondServer(app, open)
  app.setErrorHandler(sendProblem)
  app.setNotFoundHandler(answerUnknown)
  app.decorateRequest('bodyHash', '')
  app.decorateRequest('caller', null)
  await manners(app, services)
  observe(app, services)
  await guard(app, services, connections)
  await registerAll(app, services)
  await app.register(docs, { base: settings.BASE_PATH })
  return app
}

/** The setting as Fastify takes it: addresses, or how many steps back the caller stands. */
const trustOf = (proxies: Settings['TRUST_PROXY']) =>
  typeof proxies === 'number' ? (_address: string, step: number) => step < proxies : proxies && [...proxies]

/** Security headers, CORS where it is set, compression where it is asked for. */
async function manners(app: FastifyInstance, { settings }: Services): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] } },
    strictTransportSecurity: false, // who ends TLS decides that
  })
  const origins = settings.CORS_ORIGINS
  if (origins.length > 0) {
    await app.register(cors, {
      origin: origins === '*' ? '*' : [...origins],
      methods: ['GET', 'HEAD', 'POST', 'PATCH', 'DELETE'],
      strictPreflight: false, // what it would answer is no problem document
      exposedHeaders: ['ETag', 'Link', 'Location', 'Offset-Unit', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'X-Request-Id'],
    })
  }
  if (settings.BASE_PATH !== '') app.addHook('onSend', addressesUnder(settings.BASE_PATH))
  await app.register(compress, { encodings: ['gzip'], threshold: 2048, zlibOptions: { level: 4 }, globalDecompression: false })
  // Another encoding is another representation, and strong tags tell them apart.
  app.addHook('onRoute', (route) => {
    const before = route.onSend === undefined ? [] : [route.onSend].flat()
    route.onSend = [
      ...before,
      async (_request, reply, payload) => {
        const tag = reply.getHeader('etag')
        if (typeof tag === 'string' && reply.getHeader('content-encoding') === 'gzip') reply.header('etag', tag.replace(/"$/, '-gzip"'))
        return payload
      },
    ]
  })
}

/** Request ids, a line in the log and a measurement for each answer. */
function observe(app: FastifyInstance, { metrics }: Services): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.request(route, request.method, reply.statusCode, reply.elapsedTime / 1000)
    request.log.info(
      { method: request.method, path: pathOf(request.url), status: reply.statusCode, ms: Math.round(reply.elapsedTime * 100) / 100 },
      'answered',
    )
    done()
  })
}

/** What a request must pass before its body is read: address, key, rate. */
async function guard(app: FastifyInstance, { settings, store }: Services, connections: Connections): Promise<void> {
  const admit = await createGate(settings, store)
  const take = createRateLimit(settings.RATE_LIMIT)
  let closing = false
  const stopping = new AbortController()
  setMaxListeners(0, stopping.signal) // streams and waiting readers listen, as many as there are
  app.decorate('stopping', stopping.signal)
  app.addHook('preClose', (done) => {
    closing = true
    stopping.abort()
    connections.stop()
    done()
  })
  app.addHook('onRequest', async (request, reply) => {
    if (closing) throw new Problem('shutting_down', undefined, { headers: { connection: 'close', 'retry-after': '5' } })
    checkHead(request)
    if (request.is404 || Object.values(request.params as Record<string, string>).includes('')) return answerUnknown(request, reply)
    const scope = (request.routeOptions.config as { operation?: Operation } | undefined)?.operation?.scope ?? 'open'
    let caller: Caller
    try {
      caller = await admit(request, scope)
      request.setDecorator('caller', caller)
    } catch (error) {
      reply.headers(take(`address:${request.ip}`)) // guessing keys is limited too
      throw error
    }
    if (scope !== 'open') reply.headers(take(caller.owner))
  })
  app.addHook('preParsing', async (request, reply) => {
    if (Number(request.headers['content-length'] ?? 0) > request.routeOptions.bodyLimit) throw new Problem('body_too_large')
    if (request.routeOptions.bodyLimit < Number.MAX_SAFE_INTEGER) connections.awaitBody(request.raw)
    if (request.headers.expect !== undefined) reply.raw.writeContinue()
  })
  app.addHook('preValidation', async (request) => connections.accept(request.raw))
  app.addHook('onSend', async (_request, reply, payload) => {
    if (closing) reply.header('connection', 'close')
    return payload
  })
}

/** What the head of a request must have, whatever it asks for. */
function checkHead({ url, headers, raw }: FastifyRequest): void {
  if (headers.host === undefined && raw.httpVersion === '1.1') throw new Problem('bad_http', 'The request has no Host header.')
  if (headers.expect !== undefined && headers.expect.toLowerCase() !== '100-continue') throw new Problem('expectation_failed')
  if (!url.includes('%')) return
  try {
    decodeURIComponent(url)
  } catch {
    throw new Problem('invalid_url')
  }
}

function requestId({ headers }: { headers: Readonly<Record<string, string | string[] | undefined>> }): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID()
}
