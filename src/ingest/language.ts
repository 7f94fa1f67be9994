import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'

/** Latin script under so many characters counts as English: too little to tell. */
const LEAST_LATIN = 100
/** What eld reads of one sample. */
const WINDOW = 1000
const WINDOWS = 4
/** So much of a text in most cases holds a window of letters. */
const OPENING = 1250
const ENGLISH = 'en'

/** Words of grammar of English; of other Latin scripts only Dutch (`of`, `had`) and Danish (`have`) write any of them, and seldom. */
const ENGLISH_ONLY = /(?<!\p{L})(?:the|and|of|that|this|with|from|which|have|has|had|were|would|they|their|been|its|said)(?!\p{L})/giu
/** One word of so many is enough: the least of 2,000 news articles in English had one of 16. */
const ENGLISH_SHARE = 20
const LEAST_WORDS = 20

let detector: typeof eld | undefined

/**
 * eld with its smallest data set (news in a thousand characters needs no larger one), loaded at the first text that is not plainly
 * English: a quarter of a second and 70 MB a thread that a reader of English does not pay.
 */
function load(): typeof eld {
  const require = createRequire(import.meta.url)
  return (detector ??= (require(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as { eld: typeof eld }).eld)
}

/**
 * The language of a text as BCP 47 primary subtag. Latin script under 100 characters and unsure answers count as English, or as
 * what the page declares where there is one.
 */
export function identifyLanguage(text: string, declared: string | null = null): string {
  const opening = lettersOf(text.slice(0, OPENING))
  if (opening.length >= WINDOW && isPlainlyEnglish(opening.slice(0, WINDOW))) return ENGLISH
  const sample = text.slice(0, WINDOW * WINDOWS)
  const letters = lettersOf(sample)
  if (letters === '') return declared ?? ENGLISH
  if (text.trim().length < LEAST_LATIN && !/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(sample))
    return declared ?? ENGLISH
  if (isPlainlyEnglish(letters.slice(0, WINDOW))) return ENGLISH
  for (let start = 0; start < letters.length; start += WINDOW) {
    const answer = load().detect(letters.slice(start, start + WINDOW))
    if (answer.isReliable()) return answer.language
  }
  return declared ?? ENGLISH
}

/** Letters alone, with a blank for what stands between them. */
const lettersOf = (sample: string): string => sample.replace(/[^\p{L}\p{M}]+/gu, ' ').trim()

/** Whether the words alone say so: on 2,000 news articles the detector never said otherwise. */
function isPlainlyEnglish(letters: string): boolean {
  const words = letters.split(' ').length
  return words >= LEAST_WORDS && (letters.match(ENGLISH_ONLY)?.length ?? 0) * ENGLISH_SHARE >= words
}
