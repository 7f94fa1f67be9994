import type { FastifyInstance } from 'fastify'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Connections } from './connections.js'
import { answerClientError, answerOnSocket } from './socket-errors.js'
import type { Log } from '../observability/log.js'
import { Problem } from './problems.js'

/** How long a connection without a request stays open, and how long the head of a request may take. Milliseconds. */
const KEEP_ALIVE_MS = 72_000
const HEAD_MS = 60_000

/**
 * Node's HTTP server, with every answer that Node would give by itself left to the app or written as a problem: expectations,
 * a missing `Host`, CONNECT, and what is no HTTP.
 */
export function openServer(handle: RequestListener, connections: Connections, log: Log): Server {
  const server = createServer({ requireHostHeader: false, headersTimeout: HEAD_MS, requestTimeout: 0 }, handle)
  server.keepAliveTimeout = KEEP_ALIVE_MS
  connections.watch(server)
  server.on('clientError', answerClientError(log))
  server.on('checkContinue', handle)
  server.on('checkExpectation', handle)
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    socket.on('error', () => socket.destroy())
    const refusal = new Problem('method_not_allowed', 'This service is no proxy: CONNECT is not known.', { headers: { allow: '' } })
    answerOnSocket(socket, refusal, request.url ?? '/')
  })
  return server
}

/** Listens on the first address, and on the second with another server over the same routes; where that is taken, on the first alone. */
export async function listenOn(app: FastifyInstance, host: string, port: number): Promise<string> {
  if (host !== 'localhost') return app.listen({ host, port })
  const address = await app.listen({ host: '127.0.0.1', port })
  const second = app.getDecorator<() => Server>('secondServer')()
  await new Promise<void>((resolve) => {
    second.once('error', () => resolve()).listen({ host: '::1', port: (app.server.address() as AddressInfo).port }, resolve)
  })
  return address.replace('127.0.0.1', 'localhost')
}

/** Lets an app have a second server, which stops with it. */
export function offerSecondServer(app: FastifyInstance, open: (handle: RequestListener) => Server): void {
  let second: Server | undefined
  app.decorate('secondServer', () => (second = open((request, response) => app.routing(request, response))))
  app.addHook('onClose', async () => {
    const server = second
    if (server?.listening) await new Promise((resolve) => server.close(resolve))
  })
}
