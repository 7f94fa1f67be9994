/**
 * How text is folded to be found: the same words for every store, so that every store gives the same answers. Compatibility
 * forms, case and the accents of alphabets are taken away; marks that make another letter of it (Thai or Indic vowels, kana
 * voicing) stay.
 */

/** A folded token and where it stands in its text. `ends[n]` is where its first n + 1 characters end. */
export interface FoldedToken {
  readonly text: string
  readonly start: number
  readonly ends: readonly number[]
}

const ACCENTS =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g
const LETTERS: Readonly<Record<string, string>> = { ς: 'σ', ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' }
const OWN_LETTERS = /[ςßæœøđðłþı]/g

/** Folded characters: `Łódź` is `lodz`. Folding twice changes nothing. */
export function fold(text: string): string {
  const bare = text.normalize('NFKD').replace(ACCENTS, '').toLowerCase().replace(ACCENTS, '')
  return bare.replace(OWN_LETTERS, (letter) => LETTERS[letter]!).normalize('NFC')
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const NOT_WORD = /[^\p{L}\p{N}\p{M}]+/gu // "㈠" folds to "(一)"
const UNSPACED_CLASS = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}'
const UNSPACED = new RegExp(`[${UNSPACED_CLASS}]`, 'u')
/** A word falls into runs with and without spaces between words. */
const RUN = new RegExp(`[${UNSPACED_CLASS}]+|[^${UNSPACED_CLASS}]+`, 'gu')
const CHARACTER = /.\p{M}*/gsu
/** Longer words are cut: an index has limits, and nobody types them. */
const LONGEST = 256
const GRAM = 3

/** Separates texts that share a row of the index: no phrase reaches over it. */
export const BREAK = '\u241e'

/**
 * The tokens of a text in order. Words are whole; where a script puts no spaces between words, every character starts a token
 * of up to three characters, so that any part of the text can be found as a phrase.
 */
export function foldedTokens(text: string): FoldedToken[] {
  const found: FoldedToken[] = []
  for (const word of text.matchAll(WORD)) {
    if (!UNSPACED.test(word[0])) pushWord(found, word[0], word.index)
    else for (const run of word[0].matchAll(RUN)) pushRun(found, run[0], word.index + run.index)
  }
  return found
}

function pushRun(found: FoldedToken[], run: string, start: number): void {
  if (!UNSPACED.test(run)) return pushWord(found, run, start)
  const characters = [...run.matchAll(CHARACTER)]
    .map((match) => ({
      text: fold(match[0]).replace(NOT_WORD, ''),
      start: start + match.index,
      end: start + match.index + match[0].length,
    }))
    .filter((character) => character.text !== '')
  characters.forEach((character, i) => {
    const gram = characters.slice(i, i + GRAM)
    found.push({ text: gram.map((each) => each.text).join(''), start: character.start, ends: gram.map((each) => each.end) })
  })
}

const PLAIN = /^[a-z0-9]+$/

function pushWord(found: FoldedToken[], word: string, start: number): void {
  const lower = word.toLowerCase()
  const ends = [start + word.length]
  if (PLAIN.test(lower)) found.push({ text: lower.slice(0, LONGEST), start, ends })
  else for (const part of fold(word).match(WORD) ?? []) found.push({ text: part.slice(0, LONGEST), start, ends })
}

/** The tokens of a text as the search index takes them: parted by spaces. */
export function foldedText(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => word.slice(0, LONGEST)).join(' ')
  return foldedTokens(text)
    .map((token) => token.text)
    .join(' ')
}

/** `foldedText` for the texts of one article, many of which come again: each is folded once. */
export function foldingOnce(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    let folded = known.get(text)
    if (folded === undefined) known.set(text, (folded = foldedText(text)))
    return folded
  }
}

/** What is looked for, token by token; `prefix` is the number of characters of an unspaced script's last piece, else 0. */
export interface Phrase {
  readonly tokens: readonly string[]
  readonly prefix: number
}

/** The tokens to look for consecutively; undefined where the text has no words. */
export function phraseOf(text: string): Phrase | undefined {
  const tokens = foldedTokens(text)
  if (tokens.length === 0) return undefined
  // The last run may go on in the text: its last pieces are beginnings of longer ones there.
  const last = tokens.at(-1)!
  if (!UNSPACED.test(last.text)) return { tokens: tokens.map((token) => token.text), prefix: 0 }
  let end = tokens.length
  while (end > 1 && tokens[end - 2]!.ends.length > tokens[end - 1]!.ends.length && tokens[end - 2]!.ends.at(-1) === last.ends.at(-1)) end--
  const kept = tokens.slice(0, end)
  const size = kept.at(-1)!.ends.length
  return { tokens: kept.map((token) => token.text), prefix: size < GRAM ? size : 0 }
}

/** Where the phrase stands among the tokens: half-open spans of their text. */
export function occurrences(tokens: readonly FoldedToken[], { tokens: wanted, prefix }: Phrase): [start: number, end: number][] {
  const found: [number, number][] = []
  const last = wanted.length - 1
  for (let i = 0; i + last < tokens.length; i++) {
    const fits = wanted.every((word, k) => (k === last && prefix > 0 ? tokens[i + k]!.text.startsWith(word) : tokens[i + k]!.text === word))
    if (!fits) continue
    const { ends } = tokens[i + last]!
    found.push([tokens[i]!.start, prefix > 0 ? ends[prefix - 1]! : ends.at(-1)!])
  }
  return found
}
