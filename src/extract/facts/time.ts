import type { DateMention, Fact } from '../../document/layers.js'
import type { Tokens } from '../../document/tokens.js'
import { dateInWords } from './words.js'

/** How a time is told: `since 2015`, `from 2012 to 2014`, `on 25 April 2019`. */
export interface Governing {
  /** Its first date. */
  readonly date: DateMention
  readonly time: NonNullable<Fact['time']>
  readonly words: string
}

/** Bounds by the word before the date; `to` is exclusive, so what is `after` a day begins at its end. */
const BOUNDS: Readonly<Record<string, (date: DateMention) => { from: string | null; to: string | null }>> = {
  since: ({ from }) => ({ from, to: null }),
  from: ({ from }) => ({ from, to: null }),
  after: ({ to }) => ({ from: to, to: null }),
  until: ({ to }) => ({ from: null, to }),
  till: ({ to }) => ({ from: null, to }),
  by: ({ to }) => ({ from: null, to }),
  before: ({ from }) => ({ from: null, to: from }),
}

const isUnder = (first: string, second: string): boolean =>
  (first === 'from' && /^(?:to|until|till|through)$/.test(second)) || (first === 'between' && second === 'and')

/** The word right before a date, an article left out. */
function wordBefore(token: Tokens, date: DateMention): string {
  const at = token.at(date.start) - 1
  return token.norm(/^(?:the|a|an)$/.test(token.norm(at)) ? at - 1 : at)
}

/** Whether two dates are the ends of one stretch: `from 2012 to 2014`, `between Monday and Thursday`. */
export const isRange = (token: Tokens, first: DateMention, second: DateMention): boolean =>
  isUnder(wordBefore(token, first), wordBefore(token, second)) && second.to !== null && first.from !== null && first.from < second.to

/** What a date that governs a claim says of its time, together with its second end where it has one. */
export function governing(token: Tokens, date: DateMention, second: DateMention | undefined): Governing | null {
  if (date.value === null) return null
  const word = wordBefore(token, date)
  if (second?.value && isRange(token, date, second)) {
    const words = `from ${bare(date)} to ${bare(second)}`
    return { date, time: { value: `${date.value}/${second.value}`, from: date.from, to: second.to }, words }
  }
  const bound = BOUNDS[word]?.(date)
  if (bound) return { date, time: { value: date.value, ...bound }, words: bare(date) && `${word} ${bare(date)}` }
  return { date, time: { value: date.value, from: date.from, to: date.to }, words: dateInWords(date) }
}

/** A date in words without the preposition before it. */
const bare = (date: DateMention): string => dateInWords(date).replace(/^(?:on|in) /, '')
