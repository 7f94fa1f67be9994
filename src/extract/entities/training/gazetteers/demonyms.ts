import { byFirst } from './by-first.js'
import type { Country } from './countries.js'

/** Words for one people; not `Kittitian or Nevisian`, `Antiguan, Barbudan`. */
const WORD = /^(?!.* or )\p{Lu}[\p{L} .-]+$/u

/** `Kenyan`, `Iraqi`, `New Zealander`; not `German`, which looks like a man. */
const TAKES_S = /([^m]an|i|er)$/

/**
 * Rows of `demonyms.tsv`: a word for the people of a country, or its plural, and the country, in order of the words.
 * A state comes before a territory that shares the word. By hand: further words, and other countries (empty: none, or several).
 */
export function demonymRows(countries: readonly Country[], byHand: readonly (readonly string[])[]): string[][] {
  const codes = new Map<string, string>()
  const states = countries.filter(({ independent }) => independent)
  const territories = countries.filter(({ independent }) => !independent)
  for (const { cca2, demonyms } of [...states, ...territories]) {
    const { m = '', f = '' } = demonyms.eng ?? {}
    for (const word of [m, f].filter((text) => WORD.test(text))) {
      for (const form of TAKES_S.test(word) ? [word, `${word}s`] : [word]) if (!codes.has(form)) codes.set(form, cca2)
    }
  }
  for (const [word, country] of byHand) codes.set(word!, country!)
  return [...codes].sort(byFirst)
}
