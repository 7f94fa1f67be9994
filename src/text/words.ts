import type { Tokens } from '../document/tokens.js'
import { clusters } from '../lang/en/clusters.js'
import { formsOf } from '../lang/en/dictionary.js'
import { gazetteer, Known } from '../lang/en/gazetteer.js'
import { hashOf, mixed } from '../learn/hash.js'

/** What is known of each distinct word of a text, as columns by vocabulary index: hashes of the word and of its ends. */
export interface Words {
  readonly whole: Int32Array
  /** The last one to four characters. */
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
  /** The first three characters. */
  readonly prefix3: Int32Array
  /** Word classes, 0 where it has none: 1 of 1,024, of 160, of 40. */
  readonly narrow: Int32Array
  readonly wider: Int32Array
  readonly widest: Int32Array
  /** What the dictionary says that it can be (`formsOf`), as a hash. */
  readonly forms: Int32Array
  /** `Known` bits: what the lists of names say that it can be; an abbreviation is known with its full stop and without. */
  readonly known: Int32Array
  /** Hash of those of its bits that help to tell a name from other words. */
  readonly listed: Int32Array
}

const LISTED = Known.given | Known.family | Known.title | Known.organisation | Known.place | Known.ordinary | Known.geographic

const FULL_STOP = 46

const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Numbers differ in their length and marks, not in their digits: `1,234` is `0,000`. */
function folded(norm: string): string {
  return isDigit(norm.charCodeAt(0)) ? norm.replace(/[0-9]/g, '0').slice(0, 12) : norm
}

/** Empty columns for so many words. */
export function emptyWords(size: number): Words {
  const column = (): Int32Array => new Int32Array(size)
  return {
    whole: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix3: column(),
    narrow: column(),
    wider: column(),
    widest: column(),
    forms: column(),
    known: column(),
    listed: column(),
  }
}

/** The columns of a text, computed when first asked for. */
export const wordsOf = (token: Tokens): Words => token.once(computed)

function computed(token: Tokens): Words {
  const { vocabulary } = token
  const words = emptyWords(vocabulary.length)
  const classes = clusters()
  const names = gazetteer().words
  for (let w = 0; w < vocabulary.length; w++) {
    const norm = folded(vocabulary[w]!)
    const size = norm.length
    words.whole[w] = hashOf(norm)
    words.suffix1[w] = hashOf(norm, Math.max(0, size - 1))
    words.suffix2[w] = hashOf(norm, Math.max(0, size - 2))
    words.suffix3[w] = hashOf(norm, Math.max(0, size - 3))
    words.suffix4[w] = hashOf(norm, Math.max(0, size - 4))
    words.prefix3[w] = hashOf(norm, 0, Math.min(size, 3))
    const packed = classes.of(norm === vocabulary[w] ? words.whole[w]! : hashOf(vocabulary[w]!))
    words.narrow[w] = packed >>> 16
    words.wider[w] = (packed >>> 8) & 255
    words.widest[w] = packed & 255
    words.forms[w] = mixed(formsOf(vocabulary[w]!) + 1)
    const bits = names.get(vocabulary[w]!)
    words.listed[w] = mixed(((bits ?? 0) & LISTED) + 1)
    words.known[w] = bits ?? (size > 1 && norm.charCodeAt(size - 1) === FULL_STOP ? (names.get(norm.slice(0, -1)) ?? 0) : 0)
  }
  return words
}
