import { Known, TITLED } from '../../lang/en/gazetteer.js'
import type { Cues } from './cues.js'
import type { Name } from './name.js'
import { isCapital } from './person-patterns.js'

/** With people that were overlooked behind `between Holm and`: whoever stands there beside a person is one. */
export function withPairedPeople({ token, known, listed }: Cues, names: readonly Name[]): Name[] {
  return names.flatMap((name, i) => {
    const at = name.end + 1
    const isPair = name.type === 'PERSON' && token.norm(name.first - 1) === 'between' && token.norm(name.end) === 'and'
    if (!isPair || !isCapital(token, at) || isCapital(token, at + 1) || listed[at] || names[i + 1]?.first === at) return [name]
    if (known[token.word[at]!]! & NO_PERSON) return [name]
    return [name, { first: at, end: at + 1, type: 'PERSON', rule: 'rule:between' }]
  })
}

const NO_PERSON = Known.never | Known.organisation | Known.place | TITLED
