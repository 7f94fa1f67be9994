import type { Tokens } from '../../document/tokens.js'

/** Kinds of words of which a sentence must hold one for some signs to be there: spares looking for them. */
export const WORD = { negation: 1, no: 2, without: 4, given: 8 } as const
export type WordKind = keyof typeof WORD

const FORMS: Readonly<Record<WordKind, readonly string[]>> = {
  negation: ['not', "n't", 'never', 'hardly', 'scarcely', 'barely', 'neither', 'nor', 'no'],
  no: ['no', 'none', 'nobody', 'nothing', 'neither', 'nor', 'nowhere'],
  without: ['without', 'instead', 'short', 'rather'],
  given: ['after', 'following', 'since', 'over', 'despite', 'amid', 'amidst'],
}

const KINDS = new Map<string, number>()
for (const kind of Object.keys(FORMS) as WordKind[]) for (const form of FORMS[kind]) KINDS.set(form, (KINDS.get(form) ?? 0) | WORD[kind])

/** The kinds of each distinct word of a text as bits, to be indexed by `word[i]`. */
export const kindsOf = (token: Tokens): readonly number[] => token.each((norm) => KINDS.get(norm) ?? 0)

/** The kinds of words among the tokens `[first, end)`. */
export function kindsIn(token: Tokens, kinds: readonly number[], first: number, end: number): number {
  let present = 0
  for (let i = first; i < end; i++) present |= kinds[token.word[i]!]!
  return present
}
