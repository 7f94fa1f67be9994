import { anyOf } from '../../lang/en/any-of.js'
import { SCALES } from '../../lang/en/numbers.js'
import { modifierAfter, modifierBefore, type Modifier } from '../../lang/en/figures/bounds.js'
import { PER_WORD } from '../../lang/en/figures/measures.js'
import { PER_ARTICLE, perOf, RATE_ADVERB } from '../../lang/en/figures/units.js'
import { firstEndingAfter } from '../../document/span.js'
import { scaleBy, type Draft, type Reading } from './draft.js'

const RATE = new RegExp(
  `(?:\\s?/\\s?(?<slash>${PER_WORD})|(?:\\s|-)per[\\s-](?!cent(?:age)?\\b)(?<per>${PER_WORD})|(?:\\s|-)(?:an?|each|every)[\\s-](?<article>${PER_ARTICLE})(?!\\s(?:earlier|ago|later|before|after|old|or|previously|from|and\\s(?:an?|one|three)\\b))|\\s(?<adverb>${RATE_ADVERB}))(?![A-Za-z])`,
  'iy',
)
/** `$500m in foreign exchange annually`: an adverb of rate in the same clause. Characters. */
const ADVERB_WITHIN = 60
const LATER_ADVERB = new RegExp(`^[^.,;:()\\d]{1,${ADVERB_WITHIN}}\\s(?<adverb>${RATE_ADVERB})(?![A-Za-z])`, 'i')

const ARTICLED = new RegExp(`^${anyOf([...SCALES, 'few', 'couple', 'quarter', 'handful'])}`, 'i')
/** At least as many characters as the longest of them. */
const LONGEST_ARTICLED = 12

/** Takes in the article of `a hundred`, `a few thousand`, `a dozen`. */
export function withArticle(draft: Draft, doc: Reading): Draft {
  if (!ARTICLED.test(doc.text.slice(draft.start, draft.start + LONGEST_ARTICLED))) return draft
  const { token, sentence } = doc.layers
  const i = token.at(draft.start) - 1
  const article = i >= sentence[draft.sentence]!.firstToken && (token.norm(i) === 'a' || token.norm(i) === 'an')
  return article ? { ...draft, start: token.start[i]!, coreStart: token.start[i]! } : draft
}

/** Takes in a minus sign or the word `minus`. */
export function withSign(draft: Draft, doc: Reading): Draft {
  const { text } = doc
  const { token, sentence } = doc.layers
  const before = text[draft.start - 1]
  const first = sentence[draft.sentence]!.start
  if (before === '+' && draft.kind === 'percent' && /[\s(]/.test(text[draft.start - 2] ?? ' ')) {
    return {
      ...draft,
      start: draft.start - 1,
      coreStart: draft.start - 1,
      change: { direction: 'up', from: null, to: null, by: draft.value },
    }
  }
  const change: Draft['change'] = draft.kind === 'percent' ? { direction: 'down', from: null, to: null, by: draft.value } : draft.change
  const negate = (start: number): Draft => ({
    ...scaleBy(draft, -1),
    scale: draft.scale,
    change,
    min: -draft.max,
    max: -draft.min,
    start,
    coreStart: start,
  })
  if (MINUS.test(before ?? '') && (draft.start - 1 === first || BEFORE_SIGN.test(text[draft.start - 2] ?? '')))
    return isBullet(draft, doc) || isDash(draft, doc) ? draft : negate(draft.start - 1)
  const i = token.at(draft.start) - 1
  const isMinus = token.norm(i) === 'minus' && token.norm(i - 1) !== 'or' // `plus or minus 3 points`
  return i >= 0 && token.start[i]! >= first && isMinus ? negate(token.start[i]!) : draft
}

const MINUS = /[-−–]/
/** What may stand before a minus sign inside a sentence. */
const BEFORE_SIGN = /[\s(["“'‘]/

/** `-5 people died` at the start of a line: nobody counts less than none, so that the hyphen begins an item of a list. */
const isBullet = ({ start, kind }: Draft, { layers: { token, sentence, grammar } }: Reading): boolean => {
  const first = token.at(start)
  const opens = sentence[firstEndingAfter(sentence, start)]?.firstToken === first - 1
  return opens && kind === 'count' && grammar.upos(first + 1) === 'NOUN'
}

/** `5 -7`, `40% –50 people`: behind another number a dash parts the two. Only a percentage may follow with its sign (`Oslo 3% -5%`). */
const isDash = ({ start, kind }: Draft, { text }: Reading): boolean =>
  kind !== 'percent' && /[\p{N}%]$/u.test(text.slice(Math.max(0, start - PART - 1), start - 1).trimEnd())

/** Characters before a dash in which the number is looked for that it parts from the next. */
const PART = 12

/** The rate that starts at `offset` (`a year`, `per barrel`, `/kg`, `annually`) and where it ends; null where none does. */
export function rateAt(text: string, offset: number): { readonly per: string; readonly end: number } | null {
  RATE.lastIndex = offset
  const m = RATE.exec(text)
  if (!m) return null
  const { slash, per, article, adverb } = m.groups!
  return { per: perOf((slash ?? per ?? article ?? adverb)!), end: offset + m[0].length }
}

/** Reads the rate after a figure. Its words stay outside the span. */
export function withRate(draft: Draft, doc: Reading): Draft {
  if (draft.per !== null || draft.kind === 'age' || draft.kind === 'ordinal') return draft
  const rate = rateAt(doc.text, doc.text[draft.end] === ')' ? draft.end + 1 : draft.end) // `9bn crowns ($400m) a year`
  if (rate) return { ...draft, per: rate.per, tail: rate.end }
  if (draft.kind === 'ratio') return draft
  const { end } = doc.layers.sentence[draft.sentence]!
  const later = LATER_ADVERB.exec(doc.text.slice(draft.end, Math.min(end, draft.end + ADVERB_WITHIN + 16)))
  return later ? { ...draft, per: perOf(later.groups!.adverb!) } : draft
}

/** Takes in what bounds the number: `more than`, `as many as`, `or so`, and the `+` of `290+`. */
export function withModifier(draft: Draft, doc: Reading): Draft {
  const { token, sentence } = doc.layers
  const { firstToken, endToken } = sentence[draft.sentence]!
  const first = token.at(draft.start)
  const before = draft.kind === 'ordinal' ? null : modifierBefore(token, first - 1, firstToken)
  const bounded = before ? { ...draft, start: token.start[before.first]!, modifier: joint(draft.modifier, before.modifier) } : draft
  const next = token.at(draft.end)
  const after = draft.kind === 'ordinal' ? null : modifierAfter(token, next, endToken)
  if (!after || (after.modifier === 'about' && before)) return bounded
  return {
    ...bounded,
    end: token.end[after.end - 1]!,
    tail: Math.max(bounded.tail, token.end[after.end - 1]!),
    modifier: joint(bounded.modifier, after.modifier),
  }
}

/** A range and a vague amount stay between their bounds, whatever stands before them. */
const joint = (own: Modifier, added: Modifier): Modifier => (own === 'between' ? own : added)
