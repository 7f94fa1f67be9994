import { subjectOf, type Parsed, type TokenRange } from './phrase.js'

const NOMINAL = /^(NOUN|PROPN|PRON)$/
const BETWEEN = /^(AUX|ADV|PART)$/

/**
 * Who reports: the subject in the tree, unless a noun phrase that it does not cover stands right beside the verb. Beside a
 * quotation the tree is often wrong, the words are not (`The museum, Mr. Obama said, would …`; `"…," said Ann Lee, a lawyer`).
 */
export function reporterOf(doc: Parsed, verb: number, sentence: TokenRange): number | null {
  const inTree = subjectOf(doc, verb)
  const beside = besideVerb(doc, verb, sentence)
  if (beside === null) return inTree
  if (inTree === null) return beside
  const { first, last } = doc.layers.grammar.subtree(inTree)
  return first <= beside && beside <= last ? inTree : beside
}

/** The head of the noun phrase that ends right before the verb, or that follows it where a quotation or comma stands before. */
function besideVerb(doc: Parsed, verb: number, { first, end }: TokenRange): number | null {
  const { token, grammar } = doc.layers
  let left = verb - 1
  while (left >= first && BETWEEN.test(grammar.upos(left))) left--
  if (left >= first && NOMINAL.test(grammar.upos(left))) return phraseHead(doc, left, first)
  if (left >= first && !/^[,?!”"'’»—–-]$|^''$/.test(token.norm(left))) return null
  return phraseAfter(doc, verb + 1, end)
}

/** The head of the phrase whose last word is `last`: climbs while the head stays left of it and inside the phrase. */
function phraseHead(doc: Parsed, last: number, first: number): number {
  const { grammar } = doc.layers
  let head = last
  for (let steps = 0; steps < 8; steps++) {
    const up = grammar.head(head)
    if (up < first || up > last || !NOMINAL.test(grammar.upos(up)) || !/^(flat|compound|nmod|appos|conj|nmod:poss)/.test(grammar.relation(head))) break
    head = up
  }
  return head
}

/** The head of the noun phrase that begins at `from`. */
export function phraseAfter(doc: Parsed, from: number, end: number): number | null {
  const { grammar } = doc.layers
  let head: number | null = null
  for (let i = from; i < Math.min(end, from + 12); i++) {
    const tag = grammar.upos(i)
    if (NOMINAL.test(tag)) head = i
    else if (head !== null || !/^(DET|ADJ|NUM|PART)$/.test(tag)) break
  }
  if (head === null) return null
  // `Andrei Lankov`, `foreign ministry spokesman`: the tree knows the head among them
  for (let i = head; i >= from; i--) if (grammar.head(i) < from || grammar.head(i) > head) return NOMINAL.test(grammar.upos(i)) ? i : head
  return head
}
