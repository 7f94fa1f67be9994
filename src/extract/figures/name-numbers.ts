import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import { DESIGNATORS } from '../../lang/en/figures/designators.js'
import type { Draft, Reading } from './draft.js'

/** Numbers that are names in this text (`Boeing 737`): they are names wherever they stand alone (`five new 737 aircraft`). */
export function nameNumbers(drafts: readonly Draft[], doc: Reading): ReadonlySet<string> {
  const numbers = new Set<string>()
  for (const { start, end, form } of doc.layers.entity.mentions)
    if (form === 'name') for (const number of doc.text.slice(start, end).match(NAME_NUMBER) ?? []) numbers.add(number)
  for (const draft of drafts) if (draft.bare && isModel(doc.slice(draft)) && isNameNumber(draft, doc)) numbers.add(doc.slice(draft))
  return numbers
}

const NAME_NUMBER = /(?<![\d.,])\d{3,4}(?![\d.,])/g
/** Whether digits may be the number of a product. */
export const isModel = (text: string): boolean => /^\d{3,4}$/.test(text)

/** `page 5`, `iPhone 4`, `FTSE 100`: a number after a designator or a name, that counts no plural noun. */
export function isNameNumber(draft: Draft, doc: Reading): boolean {
  const { token, sentence } = doc.layers
  const i = token.at(draft.start)
  const { firstToken } = sentence[draft.sentence]!
  if (i === firstToken || draft.start !== draft.coreStart) return false
  const word = token.norm(i - 1)
  if (isListed(i, token)) return true
  if (DESIGNATORS.has(word) || (word === '.' && DESIGNATORS.has(token.norm(i - 2)) && token.joined(i - 2)))
    return !countsPlural(draft, doc) || word === 'no' || word === '.' || token.shape[i - 1] !== Shape.lower
  if (word === '#' || (word === '+' && token.joined(i - 1))) return true
  const kind = token.kind[i - 1]
  if (kind === TokenKind.number) return true
  if (isPossessed(draft, i, doc) || isNumbered(draft, i, doc)) return true
  const shape = token.shape[i - 1]!
  if (kind !== TokenKind.word || shape === Shape.lower || draft.scale > 1 || draft.mantissa >= 1000) return false
  return i - 1 > firstToken ? !countsPlural(draft, doc) : doc.layers.grammar.upos(i - 1) === 'PROPN' && !countsPlural(draft, doc)
}

/** `pages 4 and 5`: a number joined to one behind a designator. */
const isListed = (i: number, token: Tokens): boolean =>
  /^(?:and|or|to|,|-|–)$/.test(token.norm(i - 1)) && token.kind[i - 2] === TokenKind.number && DESIGNATORS.has(token.norm(i - 3))

/** `Boeing's 747 was late`: a number that belongs to a name and counts nothing. */
function isPossessed(draft: Draft, i: number, doc: Reading): boolean {
  const { token, grammar } = doc.layers
  return grammar.xpos(i - 1) === 'POS' && token.shape[i - 2] !== Shape.lower && isModel(doc.slice(draft)) && !countsPlural(draft, doc)
}

/** `the sp 500 is up`: a number between a singular noun and its verb. */
function isNumbered(draft: Draft, i: number, doc: Reading): boolean {
  const { grammar } = doc.layers
  const noun = grammar.xpos(i - 1)
  return (
    (noun === 'NN' || noun === 'NNP') && grammar.upos(i - 2) === 'DET' && /^(?:VBZ|VBD|MD)$/.test(grammar.xpos(i + 1)) && draft.scale === 1
  )
}

/** Whether the words after a figure are a plural noun, perhaps behind adjectives; where nothing is tagged, a word in -s. */
export function countsPlural(draft: Draft, doc: Reading): boolean {
  const { token, sentence, grammar } = doc.layers
  const { endToken } = sentence[draft.sentence]!
  for (let i = token.at(draft.end), steps = 0; i < endToken && steps < 6; i++, steps++) {
    const tag = grammar.xpos(i)
    if (tag === 'NNS' || tag === 'NNPS' || token.norm(i) === 'people') return true
    if (tag === '' && /[^s]s$/.test(token.norm(i))) return true
    const upos = grammar.upos(i)
    if (upos !== 'ADJ' && upos !== 'NOUN' && upos !== 'PROPN' && token.norm(i) !== '-') return false
  }
  return false
}
