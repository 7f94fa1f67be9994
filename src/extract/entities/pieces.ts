import { Shape, TokenKind, type Tokens } from '../../document/tokens.js'
import { Known, TITLED } from '../../lang/en/gazetteer.js'
import { listedAlone, type Cues } from './cues.js'
import { CLASSES, type Labelled } from './labels.js'
import { isArticle, isOpening } from './openings.js'
import { isCapital } from './person-patterns.js'
import { ORGANISATION_LINKS } from '../../lang/en/organisation-words.js'
import { isWeekday, namesWeekday } from '../../lang/en/calendar.js'
import type { Found } from './phrases.js'

const ORGANISATION_ALONE = listedAlone('organisation')
const OUTLET_ALONE = listedAlone('outlet')
const PER = CLASSES.indexOf('PER')
const ORG = CLASSES.indexOf('ORG')
const LOC = CLASSES.indexOf('LOC')

/**
 * What the model took for one name, without what cannot belong to it: quotation marks, words in lower case at its ends, articles,
 * titles, possessives; `Seoul's Harlow University` and `Russia-North Korea` are two.
 */
export function pieces(cues: Cues, byFirst: ReadonlyMap<number, Found>, { first, end, cls }: Labelled): Labelled[] {
  const { token } = cues
  for (let i = first; i < end; i++) {
    if (!breaks(cues, byFirst, i, first, end, cls)) continue
    const rest = pieces(cues, byFirst, { first: i + 1, end, cls })
    const left = trimmed(cues, { first, end: i, cls })
    const place = left && token.isPossessive(i) && byFirst.get(left.first)?.end === left.end ? LOC : cls
    return left ? [{ ...left, cls: place }, ...rest] : rest
  }
  const whole = trimmed(cues, { first, end, cls })
  return whole ? [whole] : []
}

function breaks(cues: Cues, byFirst: ReadonlyMap<number, Found>, i: number, first: number, end: number, cls: number): boolean {
  const { token, known } = cues
  const norm = token.norm(i)
  if (norm === 'the' && i + 2 === end && i > first && token.shape[i + 1] === Shape.upper) return true // `Critics of the UNHCR`
  if (/^["“”(),;:/]$/.test(norm)) return true
  if (cls === PER && i > first && token.shape[i] === Shape.lower && !token.joined(i - 1) && !PARTICLES.has(norm)) return true
  if ((cls === ORG || cls === LOC) && i > first && isLoose(cues, i) && !LINKS.has(norm) && !(known[token.word[i]!]! & Known.placeLower))
    return true
  if (token.isPossessive(i) && i > first && i + 1 < end && (cls === PER || covers(byFirst, first, i))) return true
  if (/^(in|at|to|from|near|with)$/.test(norm) && i > first && i + 1 < end && covers(byFirst, i + 1, end)) return true
  return /^([-–]|and)$/.test(norm) && i > first && i + 1 < end && covers(byFirst, first, i) && covers(byFirst, i + 1, end)
}

const PARTICLES: ReadonlySet<string> = new Set(
  'al el bin ibn bint ben abu van von der den de del della da di du dos das la le ter ten y e zu ul'.split(' '),
)

/** Words that stand inside the names of bodies and places. */
const LINKS: ReadonlySet<string> = new Set([
  ...ORGANISATION_LINKS,
  ...'against at to with without from by upon y e al van von der das do da dos di und et aux au sur les los las s'.split(' '),
])

/** A word in lower case between two blanks: `Danish agency Ritzau` is two. */
const isLoose = ({ token, words }: Cues, i: number): boolean =>
  words.narrow[token.word[i]!] !== 0 &&
  token.shape[i] === Shape.lower &&
  token.kind[i] === TokenKind.word &&
  !token.joined(i - 1) &&
  !token.joined(i) &&
  !token.norm(i).includes("'")

/** Whether a gazetteer name covers exactly the tokens `[first, end)`. */
const covers = (byFirst: ReadonlyMap<number, Found>, first: number, end: number): boolean => byFirst.get(first)?.end === end

function trimmed(cues: Cues, { first, end, cls }: Labelled): Labelled | null {
  const { token, known } = cues
  const drops = (i: number): boolean =>
    token.kind[i] === TokenKind.punctuation || token.kind[i] === TokenKind.symbol || token.isPossessive(i)
  while (first < end && (drops(first) || isArticle(token.norm(first)) || (first + 1 < end && isOpening(token.norm(first))))) first++
  while (end > first && drops(end - 1) && !(token.norm(end - 1) === '.' && end - 1 > first && token.joined(end - 2))) end--
  while (first < end && token.shape[first] === Shape.lower && !PARTICLES.has(token.norm(first)) && cls !== PER) first++
  while (end > first && token.shape[end - 1] === Shape.lower && !(known[token.word[end - 1]!]! & Known.placeLower)) end--
  if (end - first > 1 && isWeekday(token.norm(end - 1)) && !(end - first === 2 && namesWeekday(token.norm(first)))) end--
  if (cls === PER) {
    while (end - first > 1 && token.kind[end - 1] === TokenKind.number) end-- // `Ida Holm 44`: her age
    while (end - first > 2 && isBody(cues, end - 1)) end--
    first = afterTitle(cues, first, end)
  }
  return first < end && hasCapital(token, first, end) ? { first, end, cls } : null
}

/** `Ida Holm Facebook`: an organisation everybody knows is no family name. */
const isBody = ({ listed }: Cues, i: number): boolean => listed[i] === ORGANISATION_ALONE || listed[i] === OUTLET_ALONE

const hasCapital = (token: Tokens, first: number, end: number): boolean => {
  for (let i = first; i < end; i++) if (isCapital(token, i)) return true
  return false
}

/** The start of a person's name behind the last title in it: `US President Ida Holm` is `Ida Holm`. */
function afterTitle({ token, known }: Cues, first: number, end: number): number {
  for (let i = end - 2; i >= first; i--) {
    const bits = known[token.word[i]!]!
    if (!(bits & (TITLED | Known.person)) || (bits & (Known.given | Known.eastern) && !(bits & Known.ordinary))) continue
    const next = token.norm(i + 1) === '.' ? i + 2 : i + 1
    return next < end ? next : first
  }
  return first
}
