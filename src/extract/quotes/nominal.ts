import { NOUN_PREPOSITIONS, SOURCE_NOUNS, STANCE_ADJECTIVES } from '../../lang/en/reporting.js'
import { stretch, subtree } from './extent.js'
import { nounPhrase, spanOf, subjectOf, type Parsed, type TokenRange } from './phrase.js'
import type { Report } from './reports.js'

/** `the claim that …`, `her criticism of the law`: a noun that holds what its owner says. */
export function byNoun(doc: Parsed, i: number, sentence: TokenRange): Report | null {
  const { grammar, token } = doc.layers
  const lemma = grammar.lemma(i)
  const next = token.norm(i + 1)
  const isClause = next === 'that' && SOURCE_NOUNS.has(lemma)
  if (!isClause && !NOUN_PREPOSITIONS.get(lemma)?.has(next)) return null
  const owner = grammar.children(i).find((child) => grammar.relation(child) === 'nmod:poss') ?? null
  if (!isClause) return owner === null ? null : noun(doc, i, owner, prepositional(doc, i + 1, sentence), 'noun-preposition')
  const clause = grammar.children(i).find((child) => child > i && /^(acl|ccomp)$/.test(grammar.relation(child)))
  return clause === undefined ? null : noun(doc, i, owner, subtree(doc, clause), 'noun-clause')
}

/** `She is confident that …`, `He was critical of the law`. */
export function byAdjective(doc: Parsed, i: number, sentence: TokenRange): Report | null {
  const { grammar, token } = doc.layers
  const frames = STANCE_ADJECTIVES.get(grammar.lemma(i))
  if (!frames?.has(token.norm(i + 1))) return null
  const subject = subjectOf(doc, i)
  if (subject === null || subject > i || token.norm(subject) === 'it') return null
  const content = token.norm(i + 1) === 'that' ? stretch(doc, i + 2, sentence.end) : prepositional(doc, i + 1, sentence)
  return noun(doc, i, subject, content, 'adjective')
}

function noun(doc: Parsed, cue: number, speaker: number | null, content: Report['content'], rule: string): Report | null {
  if (content.length === 0) return null
  return {
    cueToken: cue,
    cue: spanOf(doc, { first: cue, end: cue + 1 }),
    speaker: speaker === null ? null : nounPhrase(doc, speaker),
    speakerHead: speaker,
    content,
    rule,
  }
}

/** What a preposition holds. */
function prepositional(doc: Parsed, preposition: number, sentence: TokenRange): Report['content'] {
  const { grammar } = doc.layers
  const head = grammar.head(preposition)
  const last = head > preposition ? grammar.subtree(head).last : preposition
  return stretch(doc, preposition + 1, Math.min(sentence.end, last + 1))
}
