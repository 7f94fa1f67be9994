import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Precondition } from '../store/precondition.js'

/** A strong ETag (without quotation marks) of a body that is at hand. */
export const tagOf = (body: string | Buffer): string => createHash('sha1').update(body).digest('base64url')

/** The tags that a header names, without quotation marks and without what compression adds; `*` stands for any. */
function tagsIn(header: string): '*' | string[] {
  if (header.trim() === '*') return '*'
  return [...header.matchAll(/(W\/)?"([^"]*)"/g)].flatMap(([, weak, tag]) => (weak ? [] : tag!.replace(/-gzip$/, '')))
}

/** `If-None-Match` of a read compares weakly: a cache may have weakened our tag. */
export function isFresh(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  const tags = tagsIn(header.replaceAll('W/"', '"'))
  return tags === '*' || tags.includes(tag)
}

/**
 * What `If-Match` and `If-None-Match` of a write ask of an article, by strong comparison (RFC 9110, 13.1): a weak tag, and what is no
 * tag, is that of no article. Undefined where neither is sent.
 */
export function preconditionOf(headers: IncomingHttpHeaders): Precondition | undefined {
  const match = headers['if-match']
  const noneMatch = headers['if-none-match']
  if (match === undefined && noneMatch === undefined) return undefined
  return { ...(match !== undefined && { match: digestsIn(match) }), ...(noneMatch !== undefined && { noneMatch: digestsIn(noneMatch) }) }
}

/** The digests in tags of articles, which end in the unit of their offsets. */
function digestsIn(header: string): '*' | string[] {
  const tags = tagsIn(header)
  return tags === '*' ? tags : tags.map((tag) => tag.replace(/\.(?:codepoint|utf16|utf8)$/, ''))
}
