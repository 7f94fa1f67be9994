import { directionOf } from '../../lang/en/figures/changes.js'
import type { Reading } from './draft.js'

/** Whether token `i` is a verb that may have a subject: not a participle before its noun (`listed shares`). */
export function isVerb(doc: Reading, i: number): boolean {
  const { grammar, token } = doc.layers
  const upos = grammar.upos(i)
  if (upos === 'AUX') return true
  const xpos = grammar.xpos(i)
  if (upos === 'VERB') return !((xpos === 'VBN' || xpos === 'VBG') && grammar.relation(i) === 'amod')
  if (upos === 'NOUN' && (grammar.xpos(i - 1) === 'TO' || (token.norm(i - 1) === 'to' && directionOf(token.norm(i)) !== null))) return true // `to end at 45`, `to fall by 5%`, where the verb was taken for a noun
  return (xpos === 'JJ' || xpos === 'NN') && isMistaken(doc, i)
}

/** Verbs of figures that taggers take for nouns and adjectives: `Nvidia advanced 8%`, `the price of bread rose`, `the dam cost the state $5m`. */
function isMistaken(doc: Reading, i: number): boolean {
  const { grammar, token } = doc.layers
  const word = token.norm(i)
  if (word === 'cost') return !/^(?:DET|ADJ|ADP|PUNCT)$/.test(grammar.upos(i - 1)) && !/^(?:ADP|PUNCT|AUX|VERB)$/.test(grammar.upos(i + 1))
  return directionOf(word) !== null && (word.endsWith('ed') || (word === 'rose' && grammar.upos(i - 1) === 'NOUN'))
}
