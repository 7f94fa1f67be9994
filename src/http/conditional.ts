import { createHash } from 'node:crypto'

/** A strong ETag (without quotation marks) of a body that is at hand. */
export const tagOf = (body: string | Buffer): string => createHash('sha1').update(body).digest('base64url')

/** Whether a header such as `If-None-Match` or `If-Match` names this tag, by strong comparison. */
export function namesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return header.split(',').some((part) => part.trim().replace(/-gzip"$/, '"') === `"${tag}"`)
}

/** `If-None-Match` compares weakly: a cache may have weakened our tag. */
export const isFresh = (header: string | undefined, tag: string): boolean => namesTag(header?.replaceAll('W/"', '"'), tag)
