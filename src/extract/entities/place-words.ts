import { Shape } from '../../document/tokens.js'
import { Known, TITLED } from '../../lang/en/gazetteer.js'
import type { Cues } from './cues.js'
import type { Name } from './name.js'
import { isCapital } from './person-patterns.js'

/** Words in lower case that follow the name of a place and belong to it, when a capital stands before: `Tarn island`. */
const AFTER: ReadonlySet<string> = new Set('island river lake peninsula province oblast county prefecture mountains archipelago'.split(' '))

/** `on Tarn island`, `Lake Orrin`, `Mount Hald`: capitals with a word that says they are a place. */
export function placesByWord({ token, sentence, known }: Cues): Name[] {
  const names: Name[] = []
  for (const { firstToken, endToken } of sentence) {
    for (let i = firstToken; i < endToken; i++) {
      if (!isCapital(token, i) || token.shape[i] === Shape.upper) continue
      const bits = known[token.word[i]!]!
      if (bits & Known.placeFirst && FIRST.has(token.norm(i)) && i + 1 < endToken && isCapital(token, i + 1) && !isCapital(token, i - 1)) {
        names.push({ first: i, end: i + 2, type: 'LOCATION', rule: 'rule:place-word' })
        i++
      } else if (AFTER.has(token.norm(i + 1)) && i > firstToken && i + 1 < endToken && !(bits & (Known.never | TITLED))) {
        if (!isCapital(token, i - 1)) names.push({ first: i, end: i + 2, type: 'LOCATION', rule: 'rule:place-word' })
      }
    }
  }
  return names
}

const FIRST: ReadonlySet<string> = new Set(['mount', 'mt', 'mt.', 'lake', 'cape', 'port', 'fort'])
