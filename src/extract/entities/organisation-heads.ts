import { Shape, TokenKind } from '../../document/tokens.js'
import { Known, TITLED } from '../../lang/en/gazetteer.js'
import { ORGANISATION_HEADS } from '../../lang/en/organisation-words.js'
import { Style, listedAlone, type Cues } from './cues.js'
import type { Name } from './name.js'

/** Words after which `of` or `for` and a capital go on with the name: `Institute of Marine Biology`. */
const OPENERS: ReadonlySet<string> = new Set(
  ORGANISATION_HEADS.filter(
    (word) =>
      !['times', 'post', 'capital', 'house', 'front', 'office', 'team', 'partners', 'force', 'guard', 'co', 'sa', 'ag'].includes(word),
  ),
)

/** Words that make an organisation of the capitals before them: `Harlow University`. */
const CLOSERS: ReadonlySet<string> = new Set(
  `university institute college ministry council committee commission agency party bank corp corporation inc ltd llc plc association federation
  foundation centre center authority organization organisation parliament court academy union society airlines airways group holdings insurance
  securities pharmaceuticals alliance coalition trust fund bureau`.split(/\s+/),
)

const LONGEST = 10

/** Capitalised words around a word such as `Ministry` or `University`, where the sentence does not capitalise everything. */
export function organisationsByHead(cues: Cues): Name[] {
  const { token, sentence, style, known } = cues
  const names: Name[] = []
  for (let s = 0; s < sentence.length; s++) {
    if (style[s] !== Style.plain) continue
    const { firstToken, endToken } = sentence[s]!
    let done = firstToken
    for (let i = firstToken; i < endToken; i++) {
      if (!(known[token.word[i]!]! & Known.organisation) || token.shape[i] !== Shape.capitalised || i < done) continue
      const first = leftOf(cues, i, Math.max(done, firstToken), firstToken)
      const end = rightOf(cues, i, endToken)
      const opened = end > i + 1 && OPENERS.has(token.norm(i))
      const closed = first < i && CLOSERS.has(token.norm(i))
      if (!opened && !closed) continue
      names.push({ first, end: opened ? end : i + 1, type: 'ORGANIZATION', rule: 'rule:organisation-head' })
      done = opened ? end : i + 1
    }
  }
  return names
}

const isCapital = ({ token }: Cues, i: number): boolean =>
  token.kind[i] === TokenKind.word &&
  (token.shape[i] === Shape.capitalised || token.shape[i] === Shape.upper || token.shape[i] === Shape.mixed)

/** The first of the capitalised words before `i`: not a title, not a nationality, not a word that only begins the sentence. */
function leftOf(cues: Cues, i: number, floor: number, sentenceStart: number): number {
  const { token, known, seen, listed } = cues
  let first = i
  while (first > floor && i - first < LONGEST && isCapital(cues, first - 1)) {
    const word = token.word[first - 1]!
    const bits = known[word]!
    if (bits & (TITLED | Known.person) && !(bits & Known.organisation)) break
    if (
      first - 1 === sentenceStart &&
      (seen[word]! & 1 || bits & Known.never || cues.words.narrow[word] === 0 ? seen[word]! & 1 : FUNCTION.has(token.norm(first - 1)))
    )
      break
    if (FUNCTION.has(token.norm(first - 1)) || listed[first - 1] === DEMONYM) break
    first--
  }
  return first
}

const DEMONYM = listedAlone('demonym')

const FUNCTION: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your in on at by for from of to with as and but or if when while after before since under both he she it they we i you former then new'.split(
    ' ',
  ),
)

/** The end of `of …`, `for …` and the capitals that follow `i`. */
function rightOf(cues: Cues, i: number, endToken: number): number {
  const { token, listed } = cues
  let at = i + 1
  if (at >= endToken || !(token.norm(at) === 'of' || token.norm(at) === 'for')) return i + 1
  at++
  if (token.norm(at) === 'the') at++
  if (at >= endToken || !isCapital(cues, at)) return i + 1
  let end = at
  while (end < endToken && end - i < LONGEST) {
    if (
      isCapital(cues, end) &&
      cues.known[token.word[end]!]! & TITLED &&
      !(cues.known[token.word[end]!]! & (Known.organisation | Known.given))
    )
      break
    if (isCapital(cues, end)) end++
    else if (token.norm(end) === 'and' && end + 1 < endToken && isCapital(cues, end + 1) && !listed[end - 1] && !listed[end + 1]) end += 2
    else if (token.norm(end) === 'of' && end + 1 < endToken && isCapital(cues, end + 1)) end += 2
    else break
  }
  return end
}
