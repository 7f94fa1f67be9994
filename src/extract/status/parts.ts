import type { Parsed } from './reading.js'

/** The first dependent of `head` that passes a test; -1 where none does. */
export function part({ layers: { grammar } }: Parsed, head: number, test: (i: number) => boolean): number {
  const children = grammar.children(head)
  for (let c = 0; c < children.length; c++) if (test(children[c]!)) return children[c]!
  return -1
}

const NOT = /^(not|n't|never|hardly|scarcely|barely|neither|nor)$/
/** `not only`, `not just`, `not until Monday`, `not least`: what follows is affirmed. */
const NOT_NEGATING = /^(only|just|merely|simply|least|until|till|because|so|necessarily|always|all|every|everyone|everybody|everything)$/

/** The token that negates the word `head`: `not`, `never`, the `longer` of `no longer`; -1 where none does. */
export const negator = (doc: Parsed, head: number): number => {
  const { token, grammar } = doc.layers
  const found = part(doc, head, (i) => {
    if (i > head && !/^(AUX|VERB)$/.test(grammar.upos(head))) return false
    const norm = token.norm(i)
    if (norm === 'longer' || norm === 'more') return token.norm(i - 1) === 'no' && i < head
    if (!NOT.test(norm) || grammar.relation(i) === 'mark') return false
    if (norm === 'not' && (token.norm(i - 1) === 'or' || token.norm(i - 1) === 'if')) return false
    return !NOT_NEGATING.test(token.norm(i + 1))
  })
  if (found >= 0 || grammar.upos(head) !== 'VERB') return found
  // whatever the tree hangs it on, a negation right before a verb is the verb's
  const before = token.norm(head - 1)
  return before === 'never' || (before === 'longer' && token.norm(head - 2) === 'no') ? head - 1 : -1
}

/** The `to` before an infinitive; -1 where there is none. */
export const infinitive = (doc: Parsed, head: number): number =>
  part(doc, head, (i) => i < head && doc.layers.token.norm(i) === 'to' && doc.layers.grammar.relation(i) === 'mark')

/** The preposition before a noun or a gerund; '' where there is none. */
export function preposition(doc: Parsed, head: number): string {
  const { token, grammar } = doc.layers
  const found = part(doc, head, (i) => i < head && (grammar.relation(i) === 'case' || grammar.relation(i) === 'mark'))
  return found < 0 ? '' : token.norm(found)
}

/** The token that ends `without`, `instead of`, `rather than` or `short of` before a noun or a gerund; -1 where none stands there. */
export const withoutIt = (doc: Parsed, head: number): number => {
  const { token, grammar } = doc.layers
  return part(doc, head, (i) => {
    if (i > head || !/^(case|mark|cc)$/.test(grammar.relation(i))) return false
    const norm = token.norm(i)
    if (norm === 'without') return true
    if (norm === 'instead' || norm === 'short') return token.norm(i + 1) === 'of'
    if (norm === 'rather') return token.norm(i + 1) === 'than'
    return (norm === 'of' && /^(instead|short)$/.test(token.norm(i - 1))) || (norm === 'than' && token.norm(i - 1) === 'rather')
  })
}
