import type { FastifyReply, FastifyRequest } from 'fastify'

/** The path and query of a request as the routes know them: without the host of an absolute address, and without the setting BASE_PATH. */
export function withoutBase(url: string, base: string): string {
  const path = url.replace(/^https?:\/\/[^/?]*\/?/i, '/')
  if (base === '' || !path.startsWith(base)) return path
  const rest = path.slice(base.length)
  if (rest === '' || rest.startsWith('?')) return `/${rest}`
  return rest.startsWith('/') ? rest : path
}

/** A hook that sets the base path before the addresses in `Location` and `Link`, which routes write without it. */
export function addressesUnder(base: string) {
  return async (_request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    const { location, link } = reply.getHeaders()
    if (typeof location === 'string' && location.startsWith('/')) reply.header('location', base + location)
    if (typeof link === 'string') reply.header('link', link.replaceAll('</', `<${base}/`))
    return payload
  }
}
