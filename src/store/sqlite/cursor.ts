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

type Value = string | number

/** Where a page ended, opaque to clients. */
export function encodeCursor(list: string, position: readonly Value[]): string {
  return Buffer.from(JSON.stringify([list, ...position])).toString('base64url')
}

/** What a place in a cursor can hold. */
export interface Part<Held extends Value = Value> {
  readonly holds: (value: unknown) => value is Held
}

/** Text, as ids and names are. */
export const TEXT: Part<string> = { holds: (value): value is string => typeof value === 'string' }
/** A number of any size, as amounts are. */
export const NUMBER: Part<number> = { holds: (value): value is number => typeof value === 'number' && Number.isFinite(value) }
/** A whole number in a range. */
export const whole = (least: number, most: number = Number.MAX_SAFE_INTEGER): Part<number> => ({
  holds: (value): value is number => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most,
})

type Position<Parts extends readonly Part[]> = { -readonly [I in keyof Parts]: Parts[I] extends Part<infer Held> ? Held : never }

/** Reads a cursor of this list; raises `BadCursor` for anything that `encodeCursor` could not have written for it. */
export function decodeCursor<const Parts extends readonly Part[]>(list: string, cursor: string, parts: Parts): Position<Parts> {
  const [name, ...position] = valuesOf(cursor)
  if (name !== list) throw new BadCursor('This cursor belongs to another list or filter.')
  const fits = position.length === parts.length && parts.every(({ holds }, i) => holds(position[i]))
  if (!fits || encodeCursor(list, position as Value[]) !== cursor) throw new BadCursor('This is not a cursor.')
  return position as Position<Parts>
}

function valuesOf(cursor: string): unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values)) return values
  } catch {
    // no JSON: not a cursor either
  }
  throw new BadCursor('This is not a cursor.')
}
