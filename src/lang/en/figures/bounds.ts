import type { Figure } from '../../../document/layers.js'
import type { Tokens } from '../../../document/tokens.js'
import { readTsv } from '../tsv.js'

export type Modifier = Figure['modifier']

const ROWS = readTsv('figure-modifiers')
const BEFORE = new Map(ROWS.filter(([, , side]) => side === 'before').map(([words, modifier]) => [words!, modifier as Modifier]))
const AFTER = new Map(ROWS.filter(([, , side]) => side === 'after').map(([words, modifier]) => [words!, modifier as Modifier]))
const INTENSIFIERS = new Set(readTsv('figure-intensifiers').map(([word]) => word!))
/** The most tokens a modifier has. */
const LONGEST = 5

/** The modifier that ends with token `last`, and its first token; null where none does. Looks no further back than `from`. */
export function modifierBefore(token: Tokens, last: number, from: number): { readonly first: number; readonly modifier: Modifier } | null {
  let words = ''
  let found: { first: number; modifier: Modifier } | null = null
  for (let i = last; i >= from && last - i < LONGEST; i--) {
    words = words === '' ? token.norm(i) : `${token.norm(i)} ${words}`
    const modifier = BEFORE.get(words)
    if (modifier) found = { first: i, modifier }
  }
  if (found && found.first > from && INTENSIFIERS.has(token.norm(found.first - 1))) return { ...found, first: found.first - 1 }
  return found
}

/** The modifier that starts with token `first`, and the token after it; null where none does. Looks no further than `end`. */
export function modifierAfter(token: Tokens, first: number, end: number): { readonly end: number; readonly modifier: Modifier } | null {
  let words = ''
  let found: { end: number; modifier: Modifier } | null = null
  for (let i = first; i < end && i - first < 3; i++) {
    words = words === '' ? token.norm(i) : `${words} ${token.norm(i)}`
    const modifier = AFTER.get(words)
    if (modifier) found = { end: i + 1, modifier }
  }
  return found
}
