import { directionOf } from '../../lang/en/figures/changes.js'
import { CARRIERS, CHARGES } from '../../lang/en/figures/measuring.js'
import { REPORTING_VERBS } from '../../lang/en/reporting.js'
import { chainBefore, phraseBefore, type Chain, type Phrase } from './phrases.js'
import { subjectOf } from './subject.js'
import { isVerb } from './verbs.js'
import type { Marks } from './marks.js'
import type { Reading } from './draft.js'

/** Tokens looked back from a figure. */
const REACH = 40

/**
 * What a figure that starts with token `first` measures, by what stands before it: the noun it is joined to (`a fine of $3bn`, `shares at $5`),
 * the object that changes (`cut staff by 300`), else the subject of its verb (`shares of the bank fell 5%`).
 */
export function measuredBefore(doc: Reading, first: number, from: number, marks: Marks): Phrase | null {
  const { token, grammar } = doc.layers
  const limit = Math.max(from, first - REACH)
  let link = '' // the preposition right before the figure
  let at = first
  while (at > limit) {
    const i = at - 1
    const word = token.norm(i)
    if (marks.isDate(i) || marks.isFigure(i)) at = i
    else if (word === ')') at = opening(doc, i, limit)
    else if (word === ';' || word === '(') return word === '(' ? chainBefore(doc, i, from, marks) : null
    else if (word === ':') return phraseBefore(doc, i, from, marks)
    else if (isVerb(doc, i) && !(marks.isFigure(i - 1) && grammar.xpos(i) === 'VBN')) {
      const before = beforeSaying(doc, i, from, marks)
      if (before < 0) return subjectOf(doc, i, from, marks)
      at = before
    } else if (/^W[PD]/.test(grammar.xpos(i))) return null
    else {
      const noun = chainBefore(doc, at, from, marks)
      if (noun === null) {
        if (link === '' && (grammar.upos(i) === 'ADP' || word === 'worth')) link = word
        at = i
      } else if (isCarrier(doc, noun, link)) {
        link = ''
        at = noun.last.first
        first = at
      } else if (grammar.upos(noun.first - 1) === 'ADP' && !isOwned(doc, noun, link, marks)) at = noun.first - 1
      else return isPriced(doc, noun, link) ? subjectOf(doc, noun.first - 1, from, marks) : changing(doc, noun)
    }
  }
  return null
}

const opening = (doc: Reading, close: number, limit: number): number => {
  let i = close
  while (i > limit && doc.layers.token.norm(i) !== '(') i--
  return i
}

/** `a total of $5m`, `a low of 45`, `a drop of 5%`: the noun is the number, not what has it. */
function isCarrier(doc: Reading, { last }: Chain, link: string): boolean {
  const { token } = doc.layers
  const head = token.norm(last.head)
  return (link === 'of' || link === '') && (CARRIERS.has(head) || (link === 'of' && directionOf(head) !== null))
}

/** `customers with $5m`, `cocaine worth $5m`, `3 tonnes of cocaine at $5m`: the noun has the figure itself, whatever it hangs on. */
const isOwned = (doc: Reading, noun: Chain, link: string, marks: Marks): boolean =>
  link === 'of' || link === 'with' || link === 'worth' || (doc.layers.token.norm(noun.first - 1) === 'of' && marks.isFigure(noun.first - 2))

/** `cost the club $5m`: the club is not what costs, as in `fined the club $5m` or `cut the price $5` it is. */
function isPriced(doc: Reading, noun: Chain, link: string): boolean {
  const verb = doc.layers.token.norm(noun.first - 1)
  return link === '' && isVerb(doc, noun.first - 1) && !CHARGES.has(verb) && directionOf(verb) === null
}

/** `…, officials say, a drop of 5%`: the token before who says it, between commas; -1 where verb `i` is none of that. */
function beforeSaying(doc: Reading, i: number, from: number, marks: Marks): number {
  const { token, grammar } = doc.layers
  if (token.norm(i + 1) !== ',' || !REPORTING_VERBS.has(grammar.lemma(i))) return -1
  const speaker = chainBefore(doc, i, from, marks)
  const at = speaker ? speaker.first : grammar.upos(i - 1) === 'PRON' ? i - 1 : from
  return at > from && token.norm(at - 1) === ',' ? at : -1
}

/** `a rise in profits`: the profits are what rises. */
function changing(doc: Reading, noun: Chain): Phrase {
  const { token, grammar } = doc.layers
  return noun.last.first > noun.head && directionOf(token.norm(noun.head)) !== null && grammar.upos(noun.head) === 'NOUN' ? noun.last : noun
}
