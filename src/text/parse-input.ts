import type { Tokens } from '../document/tokens.js'
import { mixed } from '../learn/hash.js'
import { FIRST, NOTHING, ROOM, ROOT } from './parse-state.js'
import type { Words } from './words.js'

/** What the features see of the words of one sentence, at the places of `ParseState`: hashes, so that sums of them differ. */
export interface ParseInput {
  readonly word: Int32Array
  /** Word with tag. */
  readonly both: Int32Array
  /** The tag (Penn with universal) as the tagger's number, and as a hash. */
  readonly tag: Uint8Array
  readonly tagHash: Int32Array
  /** The last three letters. */
  readonly ending: Int32Array
  /** Word classes: 1 of 1,024, of 160. */
  readonly narrow: Int32Array
  readonly wider: Int32Array
}

/** Room for tags; the last one is that of the root. */
export const TAGS = 128
const ROOT_TAG = TAGS - 1

export const tagHashOf = (tag: number): number => mixed(tag + 1)

/** Scratch columns for one sentence. */
export function parseInput(): ParseInput {
  const column = (): Int32Array => {
    const cells = new Int32Array(ROOM)
    cells[NOTHING] = mixed(-1)
    cells[ROOT] = mixed(-2)
    return cells
  }
  const tag = new Uint8Array(ROOM)
  tag[ROOT] = ROOT_TAG
  const tagHash = column()
  tagHash[ROOT] = tagHashOf(ROOT_TAG)
  return {
    word: column(),
    both: column(),
    tag,
    tagHash,
    ending: column(),
    narrow: column(),
    wider: column(),
  }
}

/** Keeps hashes of an ending, a narrow and a wider class apart from those of words and tags. */
const ENDING = 0x5bd1e995
const NARROW = 0x10000
const WIDER = 0x20000

/** Writes what the features see of the sentence `[first, end)`; `tags` are labels of the tag model. */
export function fillInput(input: ParseInput, token: Tokens, words: Words, tags: Uint8Array, first: number, end: number): void {
  for (let i = first, at = FIRST; i < end; i++, at++) {
    const w = token.word[i]!
    const tag = tagHashOf(tags[i]!)
    const word = mixed(words.whole[w]!)
    input.word[at] = word
    input.tag[at] = tags[i]!
    input.tagHash[at] = tag
    input.both[at] = word + Math.imul(tag, 0x9e3779b1)
    input.ending[at] = mixed(words.suffix3[w]! ^ ENDING)
    input.narrow[at] = mixed(words.narrow[w]! + NARROW)
    input.wider[at] = mixed(words.wider[w]! + WIDER)
  }
}
