import type { Stage } from '../document/document.js'
import { TokenKind } from '../document/tokens.js'
import { addressEnd, mayHoldAddress } from './addresses.js'
import { Character, classAt, classOf, isLower, sizeAt } from './characters.js'
import { cliticStart, looseClitic } from './clitics.js'
import { numberEnd } from './scan-numbers.js'
import { wordEnd } from './scan-words.js'
import { TokenColumns } from './token-columns.js'

/** Stretches without white space are looked at for addresses in pieces of this many units. */
const PIECE = 2048

/** Longest run of one punctuation mark that is one token. */
const LONGEST_RUN = 100

/** Marks whose repetition is one token: `...`, `--`, `!!!`, `====`. */
const REPEATED = new Set([...'.-=*_~#+<>!?`'].map((mark) => mark.charCodeAt(0)))
const DECADE = /['’]\d\ds?(?![\p{L}\p{N}])/uy
const EMOTICON = /[:;]-?[()DP](?=\s|$)/y
const QUERY = 63
const EXCLAMATION = 33

/**
 * Splits the text into words, numbers, punctuation and symbols as the English treebanks of Universal Dependencies do. What is
 * ignored has no tokens.
 */
export const tokens: Stage<never, 'token'> = {
  adds: 'token',
  run: (doc) => {
    const columns = new TokenColumns(doc.text)
    let from = 0
    for (const { start, end } of doc.context.ignored) {
      if (start > from) scan(columns, from, start)
      from = Math.max(from, end)
    }
    scan(columns, from, doc.text.length)
    return columns.build()
  },
}

function scan(columns: TokenColumns, from: number, to: number): void {
  const { text } = columns
  let at = from
  let pieceEnd = from
  let addresses = false
  let fresh = true
  while (at < to) {
    const kind = classAt(text, at)
    if (kind === Character.space) {
      at++
      fresh = true
      continue
    }
    if (fresh || at >= pieceEnd) {
      pieceEnd = at
      while (pieceEnd < to && pieceEnd < at + PIECE && classOf(text.charCodeAt(pieceEnd)) !== Character.space) pieceEnd++
      addresses = pieceEnd - at > 3 && mayHoldAddress(text, at, pieceEnd)
      fresh = false
    }
    if (addresses && (kind === Character.letter || kind === Character.digit)) {
      const end = addressEnd(text, at, to)
      if (end > at) {
        columns.add(at, end, TokenKind.word)
        at = end
        continue
      }
    }
    at = one(columns, at, to, kind)
  }
}

/** Adds the token (or a word and its clitic) that starts at `at`, and returns where it ends. */
function one(columns: TokenColumns, at: number, to: number, kind: Character): number {
  const { text } = columns
  switch (kind) {
    case Character.letter:
      return word(columns, at, to)
    case Character.digit:
      return added(columns, at, Math.max(numberEnd(text, at, to), at + sizeAt(text, at)), TokenKind.number) // 𞋴 is a digit too
    case Character.apostrophe:
      return apostrophe(columns, at, to)
    case Character.punctuation:
      return punctuation(columns, at, to)
    case Character.wide:
      return added(columns, at, at + sizeAt(text, at), TokenKind.word)
    default:
      return added(columns, at, REPEATED.has(text.charCodeAt(at)) ? runOfMarks(text, at, to) : at + sizeAt(text, at), TokenKind.symbol)
  }
}

function added(columns: TokenColumns, from: number, end: number, kind: TokenKind): number {
  columns.add(from, end, kind)
  return end
}

function word(columns: TokenColumns, from: number, to: number): number {
  const { text } = columns
  const end = wordEnd(text, from, to, afterLowerWord(columns, from))
  let parts = end
  for (;;) {
    const part = cliticStart(text, from, parts, hasApostrophe(text, from, parts))
    if (part === parts || part === from) break
    parts = part
  }
  columns.add(from, parts, TokenKind.word)
  for (let at = parts; at < end;) {
    let next = at + 1
    while (next < end && classOf(text.charCodeAt(next)) !== Character.apostrophe) next++
    if (text.charCodeAt(at) === 110 || text.charCodeAt(at) === 78) next = at + 3 // n't
    columns.add(at, next, TokenKind.word)
    at = next
  }
  return end
}

function hasApostrophe(text: string, from: number, end: number): boolean {
  for (let at = from + 1; at < end; at++) if (classOf(text.charCodeAt(at)) === Character.apostrophe) return true
  return false
}

/** Whether the token before is a common word: a capital with a stop is then no initial (`vitamin C. The …`). */
function afterLowerWord(columns: TokenColumns, from: number): boolean {
  const last = columns.size - 1
  return last >= 0 && columns.endOf(last) >= from - 2 && isLower(columns.text.charCodeAt(columns.startOf(last)))
}

function apostrophe(columns: TokenColumns, at: number, to: number): number {
  const { text } = columns
  const joined = columns.size > 0 && columns.endOf(columns.size - 1) === at
  if (joined) {
    const end = looseClitic(text, at, to)
    if (end > at) return added(columns, at, end, TokenKind.word)
  } else {
    DECADE.lastIndex = at
    if (DECADE.test(text) && DECADE.lastIndex <= to) return added(columns, at, DECADE.lastIndex, TokenKind.number)
  }
  const twice = at + 1 < to && text.charCodeAt(at) === 39 && text.charCodeAt(at + 1) === 39
  return added(columns, at, twice ? at + 2 : at + 1, TokenKind.punctuation)
}

function punctuation(columns: TokenColumns, at: number, to: number): number {
  const { text } = columns
  const code = text.charCodeAt(at)
  if (code === 58 || code === 59) {
    EMOTICON.lastIndex = at
    if ((at === 0 || classOf(text.charCodeAt(at - 1)) === Character.space) && EMOTICON.test(text) && EMOTICON.lastIndex <= to) {
      return added(columns, at, EMOTICON.lastIndex, TokenKind.symbol)
    }
  }
  const next = at + 1 < to ? classOf(text.charCodeAt(at + 1)) : Character.space
  const alone =
    at === 0 || classOf(text.charCodeAt(at - 1)) === Character.space || classOf(text.charCodeAt(at - 1)) === Character.punctuation
  if (code === 46 && next === Character.digit && alone) return added(columns, at, numberEnd(text, at + 1, to), TokenKind.number)
  if ((code === 35 || code === 64) && next === Character.letter && alone)
    return added(columns, at, wordEnd(text, at + 1, to, true), TokenKind.word)
  return added(columns, at, REPEATED.has(code) ? runOfMarks(text, at, to) : at + sizeAt(text, at), TokenKind.punctuation)
}

/** Where a run of one mark ends; question and exclamation marks run together. */
function runOfMarks(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from)
  const asking = code === QUERY || code === EXCLAMATION
  const limit = Math.min(to, from + LONGEST_RUN)
  let at = from + 1
  while (at < limit) {
    const next = text.charCodeAt(at)
    if (next !== code && !(asking && (next === QUERY || next === EXCLAMATION))) break
    at++
  }
  return at
}
