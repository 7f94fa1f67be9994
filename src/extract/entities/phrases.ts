import { Document } from '../../document/document.js'
import { Shape, type Tokens } from '../../document/tokens.js'
import { gazetteer, type Entry } from '../../lang/en/gazetteer.js'
import { tokens } from '../../text/tokens.js'

/** A gazetteer name as the tokens of a text have it. */
interface Phrase {
  readonly words: readonly string[]
  readonly entry: Entry
  /** Must be written exactly so: `US`, `WHO`. */
  readonly exact: boolean
}

/** A gazetteer name found in the text: tokens `[first, end)`. */
export interface Found {
  readonly first: number
  readonly end: number
  readonly entry: Entry
}

/** Longer names of the gazetteer are not looked for. Tokens. */
const LONGEST = 12

let built: ReadonlyMap<string, readonly Phrase[]> | undefined

/** The gazetteer by first word, the longest name first; tokenised as articles are. */
function phrases(): ReadonlyMap<string, readonly Phrase[]> {
  if (built) return built
  const { entries } = gazetteer()
  const { token } = Document.open(entries.map(({ text }) => text).join('\n')).with(tokens).layers
  const byFirst = new Map<string, Phrase[]>()
  let at = 0
  let offset = 0
  for (const entry of entries) {
    const end = offset + entry.text.length
    const words: string[] = []
    for (; at < token.count && token.start[at]! < end; at++) words.push(token.norm(at))
    offset = end + 1
    if (words.length === 0 || words.length > LONGEST) continue
    const exact = entry.text.length <= 5 && entry.text === entry.text.toUpperCase()
    const list = byFirst.get(words[0]!)
    if (list) list.push({ words, entry, exact })
    else byFirst.set(words[0]!, [{ words, entry, exact }])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return (built = byFirst)
}

/** Gazetteer names in the tokens `[first, end)`, from left to right, of several the longest. */
export function findPhrases(token: Tokens, begins: (word: number) => boolean, first: number, end: number): Found[] {
  const found: Found[] = []
  for (let i = first; i < end; i++) {
    if (token.shape[i] === Shape.lower || !begins(token.word[i]!)) continue
    const phrase = phrases()
      .get(token.norm(i))
      ?.find((candidate) => matches(token, candidate, i, end))
    if (!phrase) continue
    found.push({ first: i, end: i + phrase.words.length, entry: phrase.entry })
    i += phrase.words.length - 1
  }
  return found
}

/** The words with which names of the gazetteer begin. */
export const phraseStarts = (): Iterable<string> => phrases().keys()

function matches(token: Tokens, { words, entry, exact }: Phrase, i: number, end: number): boolean {
  if (i + words.length > end) return false
  for (let k = 1; k < words.length; k++) if (token.norm(i + k) !== words[k]) return false
  return !exact || token.text.slice(token.start[i], token.end[i + words.length - 1]) === entry.text
}
