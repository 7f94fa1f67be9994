import type { Phrase } from '../fold.js'
import { isUnwantedOnly, type WordQuery } from '../word-query.js'

/**
 * The FTS5 expression for the words, in one column or in all; undefined where only unwanted words are given (FTS5 knows no
 * "everything but"). Folded tokens have letters, digits and marks only: nothing in them can be an operator.
 */
export function matchExpression(query: WordQuery, column?: string): string | undefined {
  return isUnwantedOnly(query) ? undefined : inColumn(expression(query), column)
}

/** The expression for the words that are not wanted, where there are no others. */
export function unwantedExpression(query: WordQuery, column: string): string {
  return inColumn(anyOf('none' in query ? query.none : []), column)
}

const inColumn = (text: string, column: string | undefined): string => (column === undefined ? text : `{${column}} : ${text}`)

function expression(query: WordQuery): string {
  if ('phrases' in query) return `(${query.phrases.map(quoted).join(' OR ')})`
  if ('any' in query) return anyOf(query.any)
  const wanted = `(${query.all.map(expression).join(' AND ')})`
  return query.none.length === 0 ? wanted : `(${wanted} NOT ${anyOf(query.none)})`
}

const anyOf = (queries: readonly WordQuery[]): string => `(${queries.map(expression).join(' OR ')})`

const quoted = ({ tokens, prefix }: Phrase): string => `"${tokens.join(' ')}"${prefix > 0 ? ' *' : ''}`
