import type { PageHead } from '../html/head.js'
import type { Front } from '../html/front.js'
import type { Linked } from '../json-ld.js'

/** All that a page says of its article, wherever it says it. */
export interface Statements {
  readonly head: PageHead
  readonly linked: Linked
  readonly front: Front
  /** The line that the reader view takes for the author's. */
  readonly byline: string | null
  /** Where the page is known to be from. */
  readonly address: string | null
}

/** A place where a page may state something, and why it is believed before the places below it. */
export interface Source {
  readonly name: string
  readonly because: string
  /** What is stated there, the best first. */
  read(page: Statements): readonly (string | null | undefined)[]
}

/** The first value that a page states and `accept` takes, source by source. */
export function trusted<Value>(sources: readonly Source[], page: Statements, accept: (stated: string) => Value | null): Value | null {
  for (const source of sources) {
    for (const stated of source.read(page)) {
      const value = stated ? accept(stated) : null
      if (value !== null) return value
    }
  }
  return null
}

/** The values of `<meta>` tags, in the order of their names. */
export const metas = (page: Statements, names: readonly string[]): readonly (string | undefined)[] =>
  names.map((name) => page.head.metas.get(name))
