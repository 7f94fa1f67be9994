import { UPOS, type Grammar } from '../../document/grammar.js'
import type { Sentence } from '../../document/layers.js'
import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import type { Entry } from '../../lang/en/gazetteer.js'
import { wordsOf, type Words } from '../../text/words.js'
import { evidenceOf } from './evidence.js'
import { Hint, hintsOf } from './lexicon.js'
import { findPhrases, type Found } from './phrases.js'

/** Everything about a text that tells names, gathered once: columns by token, and by distinct word. */
export interface Cues {
  readonly token: Tokens
  readonly sentence: readonly Sentence[]
  readonly words: Words
  /** `Known` bits by distinct word. */
  readonly known: Int32Array
  /** `Hint` bits by distinct word. */
  readonly hints: Uint16Array
  /** By active token and its neighbours: the part of speech, as an index into `UPOS`. */
  readonly upos: Uint8Array
  /** `Evidence` bits by distinct word. */
  readonly evidence: Uint16Array
  /** By token: 0, or class and place of a gazetteer name that covers it. */
  readonly listed: Uint8Array
  /** Gazetteer names in text order. */
  readonly found: readonly Found[]
  /** By distinct word: how it is written in this text; bits of `Seen`. */
  readonly seen: Uint8Array
  /** By token: whether a name may cover it. */
  readonly active: Uint8Array
  /** By sentence: whether it is a headline in capitals, or has a capital on nearly every word. */
  readonly style: Uint8Array
}

export const Seen = { lower: 1, capitalInside: 2 } as const
export const Style = { plain: 0, titleCase: 1, upper: 2 } as const

const KINDS = ['country', 'capital', 'city', 'region', 'demonym', 'organisation', 'outlet']
const kindOf = (entry: Entry): number => 1 + (entry.weak ? KINDS.length : 0) + KINDS.indexOf(entry.kind)

/** What `listed` holds for a name of one token of this kind, if it is no ordinary word. */
export const listedAlone = (kind: string): number => 4 * (1 + KINDS.indexOf(kind)) + 3

export function cuesOf(token: Tokens, sentence: readonly Sentence[], grammar: Pick<Grammar, 'upos'>): Cues {
  const words = wordsOf(token)
  const hints = hintsOf(token.vocabulary)
  const cues = {
    token,
    sentence,
    words,
    known: words.known,
    hints,
    upos: new Uint8Array(token.count),
    evidence: new Uint16Array(0) as Uint16Array,
    listed: new Uint8Array(token.count),
    found: [] as Found[],
    seen: new Uint8Array(token.vocabulary.length),
    active: new Uint8Array(token.count),
    style: new Uint8Array(sentence.length),
  }
  const begins = (word: number): boolean => (hints[word]! & Hint.phrase) !== 0
  for (let s = 0; s < sentence.length; s++) {
    const { firstToken, endToken } = sentence[s]!
    const style = (cues.style[s] = styleOf(token, firstToken, endToken))
    noteWriting(cues, firstToken, endToken, style)
    activate(cues, firstToken, endToken)
    for (const found of findPhrases(token, begins, firstToken, endToken)) {
      cues.found.push(found)
      const kind = kindOf(found.entry) * 4
      for (let i = found.first; i < found.end; i++) {
        cues.listed[i] = kind + (found.end - found.first === 1 ? 3 : i === found.first ? 0 : i + 1 === found.end ? 2 : 1)
      }
    }
  }
  noteUpos(cues, grammar)
  cues.evidence = evidenceOf(token, sentence, cues.style, cues)
  return cues
}

const NUMBER_OF_UPOS: ReadonlyMap<string, number> = new Map(UPOS.map((tag, i) => [tag, i]))

/** Parts of speech of active tokens and their neighbours: nobody asks for others. */
function noteUpos({ active, upos }: { readonly active: Uint8Array; readonly upos: Uint8Array }, grammar: Pick<Grammar, 'upos'>): void {
  for (let i = 0; i < upos.length; i++) {
    if (active[i] || active[i - 1] || active[i + 1]) upos[i] = NUMBER_OF_UPOS.get(grammar.upos(i))!
  }
}

function styleOf(token: Tokens, first: number, end: number): number {
  let lower = 0
  let capital = 0
  let upper = 0
  for (let i = first + 1; i < end; i++) {
    if (token.kind[i] !== TokenKind.word || token.end[i]! - token.start[i]! < 4) continue
    const shape = token.shape[i]
    if (shape === Shape.lower) lower++
    else if (shape === Shape.upper) upper++
    else capital++
  }
  if (upper > 2 && upper > 3 * (lower + capital)) return Style.upper
  return capital + upper > 3 && capital + upper > 3 * lower ? Style.titleCase : Style.plain
}

/** In plain sentences the writing of a word says something: lower case, or a capital where none is due. */
function noteWriting({ token, seen }: { token: Tokens; seen: Uint8Array }, first: number, end: number, style: number): void {
  if (style !== Style.plain) return
  for (let i = first; i < end; i++) {
    if (token.shape[i] === Shape.lower) seen[token.word[i]!]! |= Seen.lower
    else if (token.shape[i] === Shape.capitalised && i > first && token.kind[i - 1] === TokenKind.word)
      seen[token.word[i]!]! |= Seen.capitalInside
  }
}

/** Marks capitalised words, what stands between two of them (two tokens at most), and particles before them; not `The` before a lower-case word. */
function activate({ token, active, hints }: { token: Tokens; active: Uint8Array; hints: Uint16Array }, first: number, end: number): void {
  let last = -9
  for (let i = first; i < end; i++) {
    if (token.shape[i] === Shape.lower || token.shape[i] === Shape.none) continue
    if (i === first && hints[token.word[i]!]! & Hint.opening && (i + 1 === end || token.shape[i + 1] === Shape.lower)) continue
    active[i] = 1
    if (i - last <= 3) active.fill(1, last + 1, i)
    else {
      for (let k = i - 1; k >= first && k >= i - 2; k--) {
        if (hints[token.word[k]!]! & Hint.particle || (token.joined(k) && hints[token.word[k - 1]!]! & Hint.particle)) active[k] = 1
        else break
      }
    }
    last = i
    if (i + 1 < end && token.kind[i + 1] === TokenKind.number) active[i + 1] = 1
  }
}
