import { gazetteer, Known } from '../../lang/en/gazetteer.js'
import { officeEnds } from './offices.js'
import { openings } from './openings.js'
import { phraseStarts } from './phrases.js'

/** What a word in the text does for the names around it, as bits. */
export const Hint = {
  /** Opens a sentence and with it a stretch of capitals. */
  opening: 1 << 0,
  /** In lower case, may begin a name. */
  particle: 1 << 1,
  /** May end an office. */
  office: 1 << 2,
  /** Begins a name of the gazetteer. */
  phrase: 1 << 3,
  speech: 1 << 4,
  /** A preposition before places. */
  placed: 1 << 5,
  article: 1 << 6,
  bracket: 1 << 7,
  comma: 1 << 8,
  possessive: 1 << 9,
  who: 1 << 10,
  /** Stands beside a company or body: `shares`, `subsidiary`. */
  business: 1 << 11,
  /** `of` and prepositions like it, between a part and its whole. */
  within: 1 << 12,
  being: 1 << 13,
} as const

/** Lower-case words that may begin a name: `van Gogh`, `al-Bashir`. */
const PARTICLES = 'al el bin ibn bint ben abu van von der den de del della da di du dos das la le ter ten st af zu ul ud as ash an ad'
const SPEECH =
  'said says say told tells added adds announced wrote tweeted argued argues warned warns claimed claims asked insisted noted notes explained explains'

const BUSINESS =
  'spokesman spokeswoman spokesperson executives executive ceo cofounder founder founders shares shareholders bosses subsidiary employees company companies firm startup start-up app platform stock conglomerate lender retailer carmaker airline operator maker brand insurer supplier developer giant unit organisation organization group party newspaper agency broadcaster portal bank'

let built: ReadonlyMap<string, number> | undefined

/** Hints of every word that has any. */
function lexicon(): ReadonlyMap<string, number> {
  if (built) return built
  const words = new Map<string, number>()
  const add = (norm: string, hint: number): void => void words.set(norm, (words.get(norm) ?? 0) | hint)
  for (const [norm, bits] of gazetteer().words) if (bits & Known.person) add(norm, Hint.office)
  for (const norm of officeEnds()) add(norm, Hint.office)
  for (const norm of openings()) add(norm, Hint.opening)
  for (const norm of phraseStarts()) add(norm, Hint.phrase)
  for (const norm of PARTICLES.split(' ')) add(norm, Hint.particle)
  for (const norm of SPEECH.split(' ')) add(norm, Hint.speech)
  for (const norm of BUSINESS.split(' ')) add(norm, Hint.business)
  for (const norm of ['in', 'at', 'from', 'near', 'across', 'outside', 'around', 'throughout']) add(norm, Hint.placed)
  for (const norm of ['of', 'at', 'with', 'for']) add(norm, Hint.within)
  for (const norm of ['the', 'a', 'an']) add(norm, Hint.article)
  for (const norm of ['is', 'was']) add(norm, Hint.being)
  for (const norm of ['(', ')']) add(norm, Hint.bracket)
  for (const norm of ["'s", "'", '’', '’s']) add(norm, Hint.possessive)
  add(',', Hint.comma)
  for (const norm of ['who', 'whose', 'whom']) add(norm, Hint.who)
  return (built = words)
}

/** Hints for each distinct word of a text; an abbreviation is known with its full stop and without. */
export function hintsOf(vocabulary: readonly string[]): Uint16Array {
  const words = lexicon()
  const hints = new Uint16Array(vocabulary.length)
  for (let w = 0; w < vocabulary.length; w++) {
    const norm = vocabulary[w]!
    hints[w] = words.get(norm) ?? (norm.charCodeAt(norm.length - 1) === 46 ? (words.get(norm.slice(0, -1)) ?? 0) : 0)
  }
  return hints
}
