import type { Phrase } from '../fold.js'
import type { SearchWords } from '../search-words.js'

/**
 * The FTS5 expression for the words, in one column or in all; undefined where only unwanted words are given (FTS5 knows no
 * "everything but"). Folded tokens have letters, digits and marks only: nothing in them can be an operator.
 */
export function matchExpression({ all, none }: SearchWords, column?: string): string | undefined {
  if (all.length === 0) return undefined
  const wanted = all.map(quoted).join(' AND ')
  const expression = none.length === 0 ? `(${wanted})` : `((${wanted}) NOT (${none.map(quoted).join(' OR ')}))`
  return column === undefined ? expression : `{${column}} : ${expression}`
}

/** The expression for the unwanted words. */
export function unwantedExpression({ none }: SearchWords, column: string): string {
  return `{${column}} : (${none.map(quoted).join(' OR ')})`
}

const quoted = ({ tokens, prefix }: Phrase): string => `"${tokens.join(' ')}"${prefix > 0 ? ' *' : ''}`
