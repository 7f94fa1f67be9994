import { FINITE } from '../../document/grammar.js'
import type { Figure } from '../../document/layers.js'
import { mentionOf } from '../../document/entities.js'
import { isVague } from '../events/told.js'
import { nounPhraseOf } from '../../text/tree.js'
import type { Evidence } from './evidence.js'
import { sentenceLike, type Statement } from './statement.js'

/** The most words between what is measured and its figure that a summary repeats. */
const BETWEEN = 14

/** `The labourers previously numbered as many as 50,000`: what is measured, the words up to the figure, the figure, where they make a sentence. */
export function inOrder(evidence: Evidence, figure: Figure, previous: Figure | undefined): Statement | null {
  const { token, grammar } = evidence.doc.layers
  const sentence = evidence.sentence(figure)
  if (figure.of === null || figure.of.start < sentence.start || figure.of.end >= figure.start) return null
  const clause = grammar.clause(token.at(figure.start))
  if (grammar.children(clause).some((child) => /^(?:if|unless|whether)$/.test(token.norm(child)))) return null
  const of = token.range(figure.of)
  const amount = token.range(figure)
  const opens = token.norm(of.end) === ',' ? of.end + 1 : of.end
  const from = /^W[PD]/.test(grammar.xpos(opens)) ? opens + 1 : of.end
  if (amount.first - from < 1 || amount.first - from > BETWEEN) return null
  const between = rangeOf(from, amount.first)
  if (previous && previous.end > figure.of.end && figure.change?.from !== previous.value) return null
  if (grammar.xpos(from) === 'TO' || token.norm(from) === 'to') return null
  if (!between.some((i) => FINITE.test(grammar.xpos(i)))) return null
  if (between.some((i) => grammar.upos(i) === 'PUNCT' || /^W/.test(grammar.xpos(i)) || grammar.upos(i) === 'PRON')) return null
  const tail = /^(?:long|wide|high|tall|deep|thick|away|old|apart|higher|lower|larger|smaller)$/.test(token.norm(amount.end)) ? 1 : 0
  const head = of.end - 1
  if (isVague(evidence.doc, head)) return null
  const tokens = [
    ...rangeOf(Math.min(of.first, nounPhraseOf(grammar, head).first), of.end),
    ...between,
    ...rangeOf(amount.first, amount.end + tail),
  ]
  if (tokens.some((i) => isUnclear(evidence, i))) return null
  return { words: sentenceLike(evidence.wording.of(tokens)), tokens: new Set(tokens) }
}

const rangeOf = (first: number, end: number): number[] => Array.from({ length: Math.max(0, end - first) }, (_, k) => first + k)

/** A figure with what it counts or measures: the phrase it stands in, else `Tumen River: 17 kilometres`. */
export function inPhrase(evidence: Evidence, figure: Figure, word: number, previous: Figure | undefined): Statement | null {
  const { token, grammar } = evidence.doc.layers
  const head =
    grammar.upos(grammar.head(word)) === 'NOUN' && /^(?:nummod|compound|amod|nmod)/.test(grammar.relation(word)) ? grammar.head(word) : word
  const phrase = nounPhraseOf(grammar, head)
  const share = previous ? token.range(previous).end : 0 // `90% of the $11 billion debt`: the debt's phrase starts behind the share of it
  const first = token.norm(share) === 'of' ? Math.max(phrase.first, share + 1) : phrase.first
  const { end } = phrase
  const tokens = rangeOf(first, end)
  const amount = token.range(figure)
  const of = figure.of === null ? null : token.range(figure.of)
  if (tokens.some((i) => isUnclear(evidence, i))) return null
  if (
    tokens.length < 30 &&
    tokens.length > amount.end - amount.first &&
    first <= amount.first &&
    amount.end <= end &&
    (of === null || (first <= of.first && of.end <= end))
  )
    return { words: sentenceLike(evidence.wording.of(tokens)), tokens: new Set(tokens) }
  const own = rangeOf(amount.first, amount.end)
  const about = of === null ? [] : rangeOf(of.first, of.end)
  const isShare = figure.of !== null && /^\s+of\b/.test(evidence.doc.text.slice(figure.end, figure.end + 8))
  if (of === null) return withRelative(evidence, amount)
  if (about.some((i) => isUnclear(evidence, i) || (figure.kind === 'count' && /\d/.test(token.norm(i))))) return null
  if (figure.kind === 'count' && about.length > 1 && token.norm(about[0]!) === 'the') about.shift()
  const [what, how] = [evidence.wording.of(about), sentenceLike(evidence.text(figure))]
  const words =
    figure.kind === 'age' && /^\d+$/.test(how)
      ? `${what}, aged ${how}`
      : figure.kind === 'count'
        ? `${how} ${what}`
        : isShare
          ? `${how} of ${what}`
          : `${what}: ${how}`
  return { words, tokens: new Set([...own, ...about]) }
}

/** A pronoun that no name stands for: `about 100 metres of its journey`. */
const isUnclear = ({ doc, wording }: Evidence, i: number): boolean =>
  wording.isLost(i) || (doc.layers.grammar.xpos(i) === 'PRP$' && mentionOf(doc.layers.entity, doc.layers.token, i) === null)

/** `the $1 billion which the state had to repay`: a sum that only its clause tells from others; null where it has none. */
function withRelative(evidence: Evidence, { first, end }: { readonly first: number; readonly end: number }): Statement | null {
  const { token, grammar } = evidence.doc.layers
  if (!/^(?:which|that)$/.test(token.norm(end)) || grammar.upos(first - 1) !== 'DET') return null
  let last = end
  let said = false
  while (last - end < BETWEEN && !(said && grammar.upos(last + 1) === 'AUX') && grammar.upos(last + 1) !== 'PUNCT')
    said = grammar.upos(++last) === 'VERB' || said
  const tokens = rangeOf(first - 1, last + 1)
  if (!said || last - end === BETWEEN || tokens.some((i) => i !== end && isUnclear(evidence, i))) return null
  return { words: sentenceLike(evidence.wording.of(tokens)), tokens: new Set(tokens) }
}
