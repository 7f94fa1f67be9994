/** What a UTF-16 unit or code point is to the tokeniser. */
export const Character = {
  unknown: 0,
  space: 1,
  letter: 2,
  digit: 3,
  punctuation: 4,
  symbol: 5,
  apostrophe: 6,
  wide: 7,
  surrogate: 8,
} as const
export type Character = (typeof Character)[keyof typeof Character]

const table = new Uint8Array(65536)

/** The class of a UTF-16 unit; a unit is looked at by its Unicode properties once, then found in a table. */
export function classOf(code: number): Character {
  return (table[code] || (table[code] = classified(code))) as Character
}

/** The class of the character at `at`, which may be two units long. */
export function classAt(text: string, at: number): Character {
  const unit = classOf(text.charCodeAt(at))
  if (unit !== Character.surrogate) return unit
  const code = text.codePointAt(at)!
  return code > 0xffff ? classified(code) : Character.symbol
}

/** How many units the character at `at` has: 2 for a surrogate pair, else 1. */
export const sizeAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)

export const isUpper = (code: number): boolean => (code >= 65 && code <= 90) || (code > 127 && /\p{Lu}/u.test(String.fromCharCode(code)))
export const isLower = (code: number): boolean => (code >= 97 && code <= 122) || (code > 127 && /\p{Ll}/u.test(String.fromCharCode(code)))

/** Scripts without spaces between words: a token a character. */
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function classified(code: number): Character {
  if (code === 39 || code === 0x2019 || code === 0x02bc) return Character.apostrophe
  if (code >= 0xd800 && code <= 0xdfff) return Character.surrogate
  const character = String.fromCodePoint(code)
  if (code !== 0xad && /[\s\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u.test(character)) return Character.space
  if (/\p{L}/u.test(character) && WIDE.test(character)) return Character.wide
  if (/[\p{L}\p{M}\u00ad\u200c\u200d]/u.test(character)) return Character.letter
  if (/\p{Nd}/u.test(character)) return Character.digit
  return /\p{P}/u.test(character) ? Character.punctuation : Character.symbol
}
