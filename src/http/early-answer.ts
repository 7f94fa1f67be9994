import type { FastifyReply } from 'fastify'
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'

/** How much of a body that nobody wants is read and thrown away, and for how long (milliseconds). */
const DISCARD_BYTES = 64 * 1024 ** 2
const DISCARD_MS = 30_000

/**
 * Answers while the body still arrives. The answer goes out at once and whole; the connection stays open until the rest of the
 * body has come in: who sends without listening (`fetch`, `http.client`) would find it broken, and never read why.
 */
export function answerEarly(reply: FastifyReply, body: string): void {
  const { raw, request } = reply
  reply.hijack()
  const headers = reply.getHeaders() as OutgoingHttpHeaders
  raw.writeHead(reply.statusCode, { ...headers, 'content-length': Buffer.byteLength(body) })
  raw.write(body)
  discard(request.raw, (finished) => {
    raw.end()
    if (!finished) request.raw.destroy()
  })
}

/** Reads a body to its end, but no further than the bounds; tells whether the end was reached. */
function discard(body: IncomingMessage, done: (finished: boolean) => void): void {
  let left = DISCARD_BYTES
  const stop = (finished: boolean): void => {
    clearTimeout(timer)
    body.off('data', count).off('end', ended).off('close', broken)
    done(finished)
  }
  const count = ({ length }: Buffer): void => void ((left -= length) < 0 && stop(false))
  const ended = (): void => stop(true)
  const broken = (): void => stop(false)
  const timer = setTimeout(broken, DISCARD_MS).unref()
  body.on('data', count).on('end', ended).on('close', broken).resume()
}
