import { hashOf } from '../../learn/hash.js'
import { regularLemma } from './lemmas.js'
import { readTsv } from './tsv.js'
import { WordNumbers } from './word-numbers.js'

/** What a form can be, as bits: Penn tags of open classes. */
export const Form = {
  NN: 1 << 0,
  NNS: 1 << 1,
  VB: 1 << 2,
  VBZ: 1 << 3,
  VBD: 1 << 4,
  VBG: 1 << 5,
  JJ: 1 << 6,
  JJR: 1 << 7,
  RB: 1 << 8,
} as const

/** Where the form that a word has by far most often stands behind the bits of all its forms. */
const LEAD_SHIFT = 9

/** Kinds of words, as `dictionary.tsv` writes them: noun, verb, adjective, adverb. */
export const KINDS = 'nvar'
const NOUN = 0
const VERB = 1
const ADJECTIVE = 2

/** How often a word of a kind was seen, in classes: none, 1 to 3, 4 to 15, 16 to 63, 64 and more times. */
export const FREQUENCIES = 5

/** A form leads when it was seen in this class at least, and no other in as high a one. */
const LEADS = 2

/** Room for 39,000 words, as a power of two. */
const BITS = 17

interface Dictionary {
  /** Which of the patterns a word has, 0 for none. */
  readonly pattern: WordNumbers
  /** What words of a pattern can be, as they are. */
  readonly own: number[]
  /** For each pattern and kind 0 where it has it not, else one more than the class of how often. */
  readonly often: number[][]
}

let loaded: Dictionary | undefined

/** Reads `data/en/dictionary.tsv` once for a thread. */
function dictionary(): Dictionary {
  if (loaded) return loaded
  const pattern = new WordNumbers(BITS)
  const own = [0]
  const often = [[0, 0, 0, 0]]
  readTsv('dictionary').forEach(([kinds, words], row) => {
    const seen = [...KINDS].map((kind) => (kinds!.includes(kind) ? Number(kinds!.charAt(kinds!.indexOf(kind) + 1)) + 1 : 0))
    often.push(seen)
    own.push(ledBy([Form.NN, Form.VB, Form.JJ, Form.RB], seen))
    pattern.set(words!.split(' '), row + 1)
  })
  return (loaded = { pattern, own, often })
}

/** The bits of those forms that were seen, and that of the one that leads. */
function ledBy(forms: readonly number[], often: readonly number[]): number {
  let all = 0
  let lead = 0
  let high = 0
  for (let f = 0; f < forms.length; f++) {
    if (often[f] === 0) continue
    all |= forms[f]!
    if (often[f]! >= high) lead = often[f]! > high && often[f]! > LEADS ? forms[f]! : 0
    high = Math.max(high, often[f]!)
  }
  return all | (lead << LEAD_SHIFT)
}

/** What a lower-cased word can be: the bits of `Form`, and behind them the bit of the one that leads; 0 for an unknown word. */
export function formsOf(norm: string): number {
  const words = dictionary()
  const own = words.pattern.of(hashOf(norm))
  switch (norm.charCodeAt(norm.length - 1)) {
    case 0x73: // s
      return withForms(words, own, norm, 'NNS')
    case 0x64: // d
      return norm.endsWith('ed') ? withForms(words, own, norm, 'VBD') : words.own[own]!
    case 0x67: // g
      return norm.endsWith('ing') ? withForms(words, own, norm, 'VBG') : words.own[own]!
    case 0x72: // r
      return norm.endsWith('er') ? withForms(words, own, norm, 'JJR') : words.own[own]!
    case 0x74: // t
      return norm.endsWith('est') ? withForms(words, own, norm, 'JJS') : words.own[own]!
    default:
      return words.own[own]!
  }
}

/** What a word can be as it is, and as a regular form of another; irregular forms are so frequent that training has seen them. */
function withForms(words: Dictionary, own: number, norm: string, tag: keyof typeof MADE): number {
  const from = words.pattern.of(hashOf(regularLemma(norm, tag, norm)))
  if (from === 0) return words.own[own]!
  const as = words.often[own]!
  const [kind, form, kind2, form2] = MADE[tag]
  const often = words.often[from]!
  return ledBy(
    [Form.NN, Form.VB, Form.JJ, Form.RB, form, form2],
    [as[0]!, as[1]!, as[2]!, as[3]!, often[kind]!, kind2 === kind ? 0 : often[kind2]!],
  )
}

/** The forms that a tag's ending makes of which kinds of words. */
const MADE = {
  NNS: [NOUN, Form.NNS, VERB, Form.VBZ],
  VBD: [VERB, Form.VBD, VERB, 0],
  VBG: [VERB, Form.VBG, VERB, 0],
  JJR: [ADJECTIVE, Form.JJR, ADJECTIVE, 0],
  JJS: [ADJECTIVE, Form.JJR, ADJECTIVE, 0],
} as const
