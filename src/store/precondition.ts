import { createHash } from 'node:crypto'
import type { Article } from './records.js'

/** What has to hold of an article for a write to happen: looked at inside the transaction that writes. */
export interface Precondition {
  /** Its newest version has one of these digests; `*`: it is there. */
  readonly match?: '*' | readonly string[]
  /** Its newest version has none of these digests; `*`: it is not there. */
  readonly noneMatch?: '*' | readonly string[]
}

/** Names a state of an article: all that is told of it but its text, which never changes within a version. */
export function articleDigest(article: Article): string {
  const told = Object.entries(article)
    .filter(([name]) => name !== 'text')
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha1').update(JSON.stringify(told)).digest('base64url')
}

/** Whether a write may happen to the article that is there, or to none. */
export function holds({ match, noneMatch }: Precondition, current: Article | undefined): boolean {
  const among = (wanted: '*' | readonly string[]): boolean =>
    current !== undefined && (wanted === '*' || wanted.includes(articleDigest(current)))
  return (match === undefined || among(match)) && (noneMatch === undefined || !among(noneMatch))
}
