import type { FastifyRequest } from 'fastify'
import { DEFAULT_LIMIT } from './schemas/common.js'
import type { PageRequest } from '../store/port.js'

/** The page that a query asks for. */
export const pageRequest = (query: { readonly limit?: number | undefined; readonly cursor?: string | undefined }): PageRequest => ({
  limit: query.limit ?? DEFAULT_LIMIT,
  ...(query.cursor !== undefined && { cursor: query.cursor }),
})

/** What would end the address in a header, or is no ASCII: clients may send it unencoded. */
const UNSAFE = /[^\x21-\x7e]|[<>"\\]/g

/** The `Link` header to the next page: the same address with the cursor replaced. */
export function linkToNext(request: FastifyRequest, next: string | null): Record<string, string> {
  if (next === null) return {}
  const [path, query] = request.url.split('?', 2) as [string, string | undefined]
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !pair.startsWith('cursor='))
  const address = `${path}?${[...kept, `cursor=${encodeURIComponent(next)}`].join('&')}`
  return { link: `<${address.replaceAll(UNSAFE, encodeURIComponent)}>; rel="next"` }
}
