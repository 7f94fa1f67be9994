import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Problem } from './problems.js'
import { answerOnSocket } from './socket-errors.js'

/** How often a stop looks at the connections that are left. Milliseconds. */
const LOOK_MS = 100
/** A caller from whom nothing comes and who takes nothing for so long is not waited for. Milliseconds. */
const STALLED_MS = 5_000
/** What still arrives or leaves by then is cut. Within the 30 seconds that Kubernetes gives; milliseconds. */
const LONGEST_MS = 25_000

/** How long a body that is read whole may take to arrive; a stream may take any time. Milliseconds. */
const BODY_MS = 300_000

interface Connection {
  /** Requests that are not answered to their end. */
  readonly open: Map<ServerResponse, IncomingMessage>
  moved: number
  movedAt: number
}

/** The connections of the service: what each has under way, so that a stop waits for what was accepted and for nothing else. */
export interface Connections {
  /** Keeps account of the connections of a server. */
  watch(server: Server): void
  /** Gives the body of a request its time to arrive; who is slower is answered with 408 and cut. */
  awaitBody(request: IncomingMessage): void
  /** From here on the request counts as accepted: the service works on it, or writes its answer. */
  accept(request: IncomingMessage): void
  /** Closes connections as they fall idle, and those of callers who stand still; ends when none is left. */
  stop(): void
}

export function createConnections(bodyMs = BODY_MS, now: () => number = () => performance.now()): Connections {
  const connections = new Map<Socket, Connection>()
  const accepted = new WeakSet<IncomingMessage>()

  function opened(socket: Socket): void {
    connections.set(socket, { open: new Map(), moved: 0, movedAt: now() })
    socket.once('close', () => connections.delete(socket))
  }

  function asked(request: IncomingMessage, response: ServerResponse): void {
    const connection = connections.get(request.socket)
    connection?.open.set(response, request)
    response.once('close', () => connection?.open.delete(response))
  }

  /** Whether the service itself is at work, so that nothing needs to move. */
  const works = (socket: Socket, { open }: Connection): boolean =>
    socket.writableLength === 0 && [...open.values()].some((request) => accepted.has(request))

  function look(stoppedAt: number): void {
    for (const [socket, connection] of connections) {
      const moved = socket.bytesRead + socket.bytesWritten
      if (moved !== connection.moved || works(socket, connection)) Object.assign(connection, { moved, movedAt: now() })
      const stalled = now() - connection.movedAt > STALLED_MS
      const late = now() - stoppedAt > LONGEST_MS && !works(socket, connection)
      if (connection.open.size === 0) socket.destroySoon()
      else if (stalled || late) cut(socket, connection, STOPPING)
    }
  }

  function awaitBody(request: IncomingMessage): void {
    const { socket } = request
    const timer = setTimeout(() => {
      const connection = connections.get(socket)
      if (connection && !request.complete) cut(socket, connection, TOO_SLOW)
    }, bodyMs).unref()
    request.once('close', () => clearTimeout(timer))
  }

  function stop(): void {
    const stoppedAt = now()
    for (const connection of connections.values()) connection.movedAt = stoppedAt
    look(stoppedAt)
    const looking = setInterval(() => {
      look(stoppedAt)
      if (connections.size === 0) clearInterval(looking)
    }, LOOK_MS).unref()
  }

  return {
    watch: (server) => server.on('connection', opened).on('request', asked).on('checkContinue', asked).on('checkExpectation', asked),
    awaitBody,
    accept: (request) => accepted.add(request),
    stop,
  }
}

const STOPPING = new Problem('shutting_down', undefined, { headers: { 'retry-after': '5' } })
const TOO_SLOW = new Problem('request_timeout')

/** Ends a connection whose caller stands still; who has had no answer yet gets this one. */
function cut(socket: Socket, { open }: Connection, problem: Problem): void {
  const [first] = open
  if (!first || first[0].headersSent) return void socket.destroy()
  answerOnSocket(socket, problem, first[1].url ?? '/')
  socket.destroySoon()
}
