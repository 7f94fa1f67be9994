import { SCALES } from '../../lang/en/numbers.js'
import { entityOf, mentionOf } from '../../document/entities.js'
import type { Mention } from '../../document/layers.js'
import { TokenKind } from '../../document/tokens.js'
import { modifierBefore } from '../../lang/en/figures/bounds.js'
import { MONTHS } from '../../lang/en/figures/designators.js'
import type { Draft, Reading } from './draft.js'
import { countsPlural, isModel, isNameNumber, nameNumbers } from './name-numbers.js'

/** Characters that tie a number to what stands before it: a code, an address, a name. */
const TIED_BEFORE = /[\p{L}\p{N}_/@#.:=&?\\]/u
const TIED_AFTER = /[\p{L}_@\\]/u
const YEAR_PREPOSITION = /^(?:in|since|until|till|by|during|circa|before|after|from|of|to|the|,|\()$/
const HOUSE =
  /^\s(?:[NSEW]\.?\s)?(?:[\p{Lu}\d][\p{L}\d'.]{0,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Way|Drive|Dr|Lane|Ln|Boulevard|Blvd|Court|Ct|Terrace|Place|Pl)\b|^\s(?:Rue|Ave|Avenue|Avenida|Boulevard|Quai|Calle|Rua|Via|Viale|Piazza|Plaza)\s(?:d[eu]s?\s|la\s|el\s)?\p{Lu}/u
const SCALES_ALONE: ReadonlySet<string> = new Set(SCALES)
const PRONOUN_BEFORE = new Set(['the', 'this', 'that', 'no', 'any', 'every', 'each', 'another', 'which', 'some', 'my', 'your'])
/** Units of time: what they count is a duration, which is a date. */
const TIME_UNIT =
  /^\s?-?\s?(?:milli|micro|nano)?(?:second|minute|hour|day|night|week|weekend|fortnight|month|year|decade|centur|generation|hr|min|sec)(?:s|y|ies)?(?![\p{L}])/iu
/** The rule of vague amounts, which are no names. */
const VAGUE = 'en.figure.count.vague'
const ONE_IDIOM = new Set([
  'another',
  'day',
  'thing',
  'time',
  'hand',
  'side',
  'after',
  'way',
  'could',
  'can',
  'may',
  'might',
  'must',
  'should',
  'would',
  'will',
  'has',
  'had',
  'is',
  'was',
  'does',
  'more',
])

/** The drafts that say how much or how many, and are no part of a name, code, score, year or list number. */
export function plausible(drafts: readonly Draft[], doc: Reading): Draft[] {
  const numbers = nameNumbers(drafts, doc)
  return drafts.filter((draft) => isFigure(draft, doc) && !(draft.bare && numbers.has(doc.slice(draft))))
}

/** Whether a draft says how much or how many, and is no part of a name, code, score, year or list number. */
function isFigure(draft: Draft, doc: Reading): boolean {
  if (isTied(draft, doc)) return false
  if (!draft.bare || draft.kind === 'ordinal') return true
  return !NOT_FIGURES.some((says) => says(draft, doc))
}

/** The drafts outside the names of entities (`G20`, `Boeing 747`): both in text order. */
export function outsideNames(drafts: readonly Draft[], mentions: readonly Mention[]): Draft[] {
  let next = 0
  return drafts.filter((draft) => {
    while (next < mentions.length && mentions[next]!.end <= draft.start) next++
    const mention = mentions[next]
    if (!mention || mention.form !== 'name' || draft.kind === 'money') return true
    if (mention.start === draft.start && mention.end === draft.end && draft.rule === VAGUE) return true // `Dozens died`
    return mention.start > draft.start || mention.end < draft.end
  })
}

/** `AK-47`, `catch-22`, `24703L`, `page#5`, `555-1234`. */
function isTied(draft: Draft, { text }: Reading): boolean {
  const before = text[draft.coreStart - 1] ?? ' '
  const after = text[draft.end] ?? ' '
  if (TIED_BEFORE.test(before) || TIED_AFTER.test(after)) return draft.kind !== 'money' || /[\p{N}]/u.test(before)
  if (before === ',' && /\d/.test(text[draft.coreStart - 2] ?? ' ')) return true
  if (/[-–−]/.test(before) && /[\p{L}\p{N}]/u.test(text[draft.coreStart - 2] ?? ' ')) return true
  return (draft.bare || draft.kind === 'measure') && /[-–]/.test(after) && /[\p{Lu}\p{N}]/u.test(text[draft.end + 1] ?? ' ')
}

/** `1.`, `2)` at the start of a line or sentence; a number that is all of its line. */
function isNumbering(draft: Draft, { text, layers }: Reading): boolean {
  const sentence = layers.sentence[draft.sentence]!
  const rest = text.slice(draft.end, Math.min(sentence.end, draft.end + 3))
  return (
    closesNothing(draft, text) ||
    (draft.start === sentence.start && /^\s?[.):]/.test(rest)) ||
    (draft.start === sentence.start && draft.end === sentence.end) ||
    (text[draft.start - 1] === '[' && text[draft.end] === ']')
  )
}

/** `1) … 2) …`: a bracket closes that none opened just before. */
const closesNothing = (draft: Draft, text: string): boolean =>
  /^\s?\)/.test(text.slice(draft.end, draft.end + 2)) && !/\([^()]*$/.test(text.slice(Math.max(0, draft.start - 80), draft.start))

/** `Jan. 5`, `1 May`: a day that no date took. */
function isDay(draft: Draft, doc: Reading): boolean {
  if (draft.max > 31) return false
  const { token } = doc.layers
  const i = token.at(draft.start)
  const before = token.norm(i - 1) === '.' ? i - 2 : i - 1
  const next = token.norm(token.at(draft.end))
  return MONTHS.has(token.norm(before).replace('.', '')) || MONTHS.has(next)
}

/** `Ander Herrera: 4`: a mark that somebody gets. */
function isMark(draft: Draft, doc: Reading): boolean {
  const { token, entity } = doc.layers
  const i = token.at(draft.start)
  if (token.norm(i - 1) !== ':' || i < 2 || countsPlural(draft, doc)) return false
  const mention = mentionOf(entity, token, i - 2)
  return mention !== null && entityOf(entity, mention).type === 'PERSON'
}

/** `2017` and other years that no date took, and spans of years, unless they count a plural noun as round numbers do. */
function isYear(draft: Draft, doc: Reading): boolean {
  const { text } = doc
  const digits = text.slice(draft.coreStart, draft.end)
  if (/^(?:between\s)?1[5-9]\d\d\b.*\b(?:1[5-9]|20)\d\d$/i.test(digits)) return true
  if (!/^(?:1[5-9]|20|21)\d\d$/.test(digits)) return false
  const before = doc.layers.token.norm(doc.layers.token.at(draft.start) - 1)
  if (YEAR_PREPOSITION.test(before)) return true
  return (
    /^(?:19|20)/.test(digits) &&
    !modifierBefore(doc.layers.token, doc.layers.token.at(draft.start) - 1, doc.layers.sentence[draft.sentence]!.firstToken) &&
    !(digits.endsWith('00') && countsPlural(draft, doc))
  )
}

/** `three years`, `a 30-day stay`: a duration, which the dates say. */
const isDuration = (draft: Draft, { text }: Reading): boolean => TIME_UNIT.test(text.slice(draft.end, draft.end + 20))

/** `007`, `0401 GMT`: digits that start with a zero are a code or a clock. */
const isPadded = (draft: Draft, { text }: Reading): boolean => /^0\d/.test(text.slice(draft.coreStart, draft.end))

/** `22 Baker Street`: a house number. */
const isAddress = (draft: Draft, { text }: Reading): boolean => HOUSE.test(text.slice(draft.end, draft.end + 48))

/** `9/11`, `24/7`: a fraction in digits without a unit. */
const isSlash = (draft: Draft, { text }: Reading): boolean =>
  /^\d+[/⁄]\d+$/.test(text.slice(draft.coreStart, draft.end)) && !/^\s(?:of|inch|cup|mile)/.test(text.slice(draft.end, draft.end + 6))

/** `the one`, `one could say`, `one another`. */
function isPronoun(draft: Draft, doc: Reading): boolean {
  const { token, sentence, grammar } = doc.layers
  const i = token.at(draft.coreStart)
  if (token.norm(i) !== 'one' || token.at(draft.end - 1) !== i) return false
  const { firstToken, endToken } = sentence[draft.sentence]!
  const next = i + 1 < endToken ? token.norm(i + 1) : ''
  if (next === 'of') return token.norm(i + 2) === 'a' || (i > firstToken && token.norm(i - 1) === 'no') || grammar.upos(i + 2) === 'PRON'
  if (i > firstToken && PRONOUN_BEFORE.has(token.norm(i - 1))) return true
  if (ONE_IDIOM.has(next) || next === '' || token.kind[i + 1] === TokenKind.punctuation)
    return next !== '-' || token.norm(i + 2) === 'time' || token.norm(i + 2) === 'off' || token.norm(i + 2) === 'on'
  const upos = grammar.upos(i + 1)
  return upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'PROPN'
}

/** `the two will meet`: who they are was said before. */
function isAnaphor(draft: Draft, doc: Reading): boolean {
  const { token, sentence, grammar } = doc.layers
  const i = token.at(draft.coreStart)
  if (isModel(doc.slice(draft)) && token.norm(i - 1) === 'the' && /^(?:is|was|has)$/.test(token.norm(i + 1))) return true // `the 787 was late`
  if (draft.max > 12 || token.kind[i] === TokenKind.number || !/^(?:the|these|those|all)$/.test(token.norm(i - 1))) return false
  const next = token.at(draft.end)
  const upos = next < sentence[draft.sentence]!.endToken ? grammar.upos(next) : 'PUNCT'
  return token.norm(next) !== 'of' && token.norm(next) !== '-' && upos !== 'NOUN' && upos !== 'ADJ' && upos !== 'PROPN' && upos !== 'NUM'
}

/** A scale word without an article or number: `the million`. */
const isScaleAlone = (draft: Draft, { text }: Reading): boolean => SCALES_ALONE.has(text.slice(draft.coreStart, draft.end).toLowerCase())

/** Each says of a number without a unit that it is no figure. */
const NOT_FIGURES: readonly ((draft: Draft, doc: Reading) => boolean)[] = [
  isDuration,
  isPadded,
  isNumbering,
  isNameNumber,
  isYear,
  isDay,
  isMark,
  isSlash,
  isAddress,
  isPronoun,
  isAnaphor,
  isScaleAlone,
]
