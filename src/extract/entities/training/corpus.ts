import { Document } from '../../../document/document.js'
import type { Grammar } from '../../../document/grammar.js'
import type { Sentence } from '../../../document/layers.js'
import type { Tokens } from '../../../document/tokens.js'
import { englishTagger } from '../../../text/grammar.js'
import { universalOf } from '../../../text/tag-labels.js'
import { tokens } from '../../../text/tokens.js'
import { wordsOf } from '../../../text/words.js'
import { CLASSES, OUTSIDE, Place, labelOf, type NameClass } from '../labels.js'

/** A sentence as the corpora have it: tokens and BIO tags. */
export interface Tagged {
  readonly tokens: readonly string[]
  readonly tags: readonly string[]
}

/** Some sentences of one corpus as a text of ours, with a label for each of our tokens. */
export interface Lesson {
  readonly token: Tokens
  readonly sentence: readonly Sentence[]
  readonly grammar: Pick<Grammar, 'upos'>
  readonly gold: Uint8Array
  /** The corpus marks names of class MISC: where it does not, they are no errors. */
  readonly hasMisc: boolean
}

/** The tags of the corpora, as our classes. */
const CLASS_OF: Readonly<Record<string, NameClass>> = {
  PER: 'PER',
  person: 'PER',
  politician: 'PER',
  ORG: 'ORG',
  organisation: 'ORG',
  politicalparty: 'ORG',
  corporation: 'ORG',
  group: 'ORG',
  LOC: 'LOC',
  location: 'LOC',
  country: 'LOC',
  MISC: 'MISC',
  misc: 'MISC',
  election: 'MISC',
  event: 'MISC',
  product: 'MISC',
  'creative-work': 'MISC',
}

/** Sentences to a text: enough for what a text tells about its own words. */
const SENTENCES = 40

const PLAIN: Readonly<Record<string, string>> = { '-LRB-': '(', '-RRB-': ')', '-LSB-': '[', '-RSB-': ']', '``': '"', "''": '"' }
const NO_SPACE_BEFORE = /^([.,;:!?%)\]}”’]|['’](s|S|re|ve|ll|d|m)?|n['’]t|\.\.\.)$/
const NO_SPACE_AFTER = /^([([{“‘$£€¥#]|[A-Z]{1,3}\$)$/

interface Placed {
  readonly start: number
  readonly end: number
}

/** Text from tokens, spaced as it is printed, and where each token came to stand. */
function detokenise(words: readonly string[], spaced: boolean): { text: string; at: Placed[] } {
  let text = ''
  let open = false
  let glue = true
  const at = words.map((raw, i) => {
    const word = PLAIN[raw] ?? raw
    const hyphen = !spaced && word === '-' && /^\p{L}/u.test(words[i - 1] ?? '') && /^\p{L}/u.test(words[i + 1] ?? '')
    let before = glue || hyphen || NO_SPACE_BEFORE.test(word)
    glue = hyphen || NO_SPACE_AFTER.test(word)
    if (word === '"') {
      if (open) before = true
      else glue = true
      open = !open
    }
    if (!before) text += ' '
    const start = text.length
    text += word
    return { start, end: text.length }
  })
  return { text, at }
}

/** Makes lessons of the sentences of one corpus; `spaced` leaves the spaces around hyphens, as some wires do. */
export function lessons(sentences: readonly Tagged[], hasMisc: boolean, spaced = false): Lesson[] {
  const made: Lesson[] = []
  for (let from = 0; from < sentences.length; from += SENTENCES)
    made.push(lesson(sentences.slice(from, from + SENTENCES), hasMisc, spaced && from % (2 * SENTENCES) === 0))
  return made
}

function lesson(sentences: readonly Tagged[], hasMisc: boolean, spaced: boolean): Lesson {
  let text = ''
  const lines: Placed[] = []
  const names: (Placed & { cls: number })[] = []
  for (const { tokens: words, tags } of sentences) {
    const { text: line, at } = detokenise(words, spaced)
    const offset = text.length
    lines.push({ start: offset, end: offset + line.length })
    for (let i = 0; i < tags.length; i++) {
      if (!tags[i]!.startsWith('B')) continue
      let last = i
      while (tags[last + 1]?.startsWith('I')) last++
      const cls = CLASSES.indexOf(CLASS_OF[tags[i]!.slice(2)] ?? 'MISC')
      names.push({ start: offset + at[i]!.start, end: offset + at[last]!.end, cls })
      i = last
    }
    text += line + '\n\n'
  }
  const { token } = Document.open(text).with(tokens).layers
  const sentence = sentencesOf(token, lines)
  return { token, sentence, grammar: tagged(token, sentence), gold: labelsOf(token, names), hasMisc }
}

/** Parts of speech by the model that the grammar stage uses, without its trees. */
function tagged(token: Tokens, sentence: readonly Sentence[]): Pick<Grammar, 'upos'> {
  const tagger = englishTagger()
  const words = wordsOf(token)
  const tag = new Uint8Array(token.count)
  for (const { firstToken, endToken } of sentence) tagger.tag(token, words, firstToken, endToken, tag)
  return { upos: (i) => universalOf(tagger.labels[tag[i]!]!) }
}

function sentencesOf(token: Tokens, lines: readonly Placed[]): Sentence[] {
  return lines
    .map((line) => ({ ...line, ...token.range(line) }))
    .filter(({ first, end }) => first < end)
    .map(({ start, end, first, end: endToken }) => ({ start, end, firstToken: first, endToken }))
}

/** Labels for our tokens; a name that ends inside one of them is left out. */
function labelsOf(token: Tokens, names: readonly (Placed & { cls: number })[]): Uint8Array {
  const gold = new Uint8Array(token.count).fill(OUTSIDE)
  for (const name of names) {
    const { first, end } = token.range(name)
    if (first >= end || token.start[first] !== name.start || token.end[end - 1] !== name.end) continue
    for (let i = first; i < end; i++) {
      const place = end - first === 1 ? Place.unit : i === first ? Place.begin : i + 1 === end ? Place.last : Place.inside
      gold[i] = labelOf(name.cls, place)
    }
  }
  return gold
}
