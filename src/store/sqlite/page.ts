import { PAGE_BYTES, type Page } from '../port.js'
import { encodeCursor } from './cursor.js'

/**
 * A page of a list, of rows that were read with one more than the limit: items until they are as many, or their bytes are full,
 * and the cursor after the last of them where rows are left.
 */
export function pageOf<Row, Item>(
  list: string,
  rows: readonly Row[],
  limit: number,
  read: (row: Row) => Item,
  position: (row: Row) => readonly (string | number)[],
): Page<Item> {
  const items = untilFull(rows.slice(0, limit), read, jsonBytes)
  return { items, next: rows.length > items.length ? encodeCursor(list, position(rows[items.length - 1]!)) : null }
}

/** Reads items of a page until its bytes are full: the first always, another as long as it fits. */
export function untilFull<Row, Item>(rows: readonly Row[], read: (row: Row) => Item, sizeOf: (item: Item) => number): Item[] {
  const items: Item[] = []
  let bytes = 0
  for (const row of rows) {
    const item = read(row)
    bytes += sizeOf(item)
    if (items.length > 0 && bytes > PAGE_BYTES) break
    items.push(item)
  }
  return items
}

/** UTF-8 bytes of a value as JSON. */
const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))
