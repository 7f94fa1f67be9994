import { createHash } from 'node:crypto'
import { BadCursor } from '../port.js'

/** Short name of a list and its filter: a cursor is good for one list only. */
export function fingerprint(list: string, query: object): string {
  const parts = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return createHash('sha1')
    .update(JSON.stringify([list, parts]))
    .digest('base64url')
    .slice(0, 8)
}

/** Where a page ended, opaque to clients. */
export function encodeCursor(list: string, position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url')
}

type Kind = 'number' | 'string'

/** Reads a cursor of this list; raises `BadCursor` for anything else. */
export function decodeCursor(list: string, cursor: string, kinds: readonly Kind[]): (string | number)[] {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw new BadCursor('This is not a cursor.')
  }
  if (!Array.isArray(parts) || parts[0] !== list) throw new BadCursor('This cursor belongs to another list or filter.')
  const position = parts.slice(1) as (string | number)[]
  if (position.length !== kinds.length || !position.every((part, i) => typeof part === kinds[i]))
    throw new BadCursor('This is not a cursor.')
  return position
}
