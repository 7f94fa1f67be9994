import { readTsv } from './tsv.js'

/**
 * How an abbreviation behaves before a capital: `title` never ends a sentence, `word` may, `month` ends none before a number,
 * `number` is an abbreviation only before a number (`No. 5`).
 */
export type AbbreviationKind = 'title' | 'word' | 'month' | 'number'

const kinds = new Map(readTsv('abbreviations').map(([form, kind]) => [form!, kind as AbbreviationKind]))
const openers = new Set(readTsv('sentence-openers').map(([word]) => word!))

/** The kind of an abbreviation without its stop, as written or in lower case; undefined for another word. */
export const abbreviation = (form: string): AbbreviationKind | undefined => kinds.get(form) ?? kinds.get(form.toLowerCase())

/** Whether a lower-cased word with a capital is more likely to open a sentence than to be part of a name. */
export const opensSentence = (norm: string): boolean => openers.has(norm)

/** Prefixes that stay one word with what follows their hyphen: `non-proliferation`. */
const prefixes = new Set(readTsv('prefixes').map(([prefix]) => prefix!))
export const isPrefix = (norm: string): boolean => prefixes.has(norm)
