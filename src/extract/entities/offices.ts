import { Known } from '../../lang/en/gazetteer.js'
import { isFormer, LONGER_OFFICES } from '../../lang/en/offices.js'
import type { Cues } from './cues.js'
import type { Joined } from './join.js'
import type { Name } from './name.js'

/** Those who lead a state may all be called its leader. */
const LEADERS: ReadonlySet<string> = new Set([
  'president',
  'prime minister',
  'supreme leader',
  'leader',
  'chancellor',
  'premier',
  'king',
  'emir',
])

/** Nouns that need more than an article to say whom they mean. */
const RELATIVE: ReadonlySet<string> = new Set(
  'father mother son daughter brother sister wife husband uncle aunt grandfather grandmother grandson granddaughter nephew niece cousin widow widower stepfather stepmother friend colleague partner aide'.split(
    ' ',
  ),
)

/** An office in the text: tokens `[first, end)`. */
export interface Office {
  readonly first: number
  readonly end: number
  readonly name: string
}

/** The last words of offices of more than one. */
export const officeEnds = (): Iterable<string> => LONGER_OFFICES.keys()

/** The office that ends with token `i`; null where it ends none. */
export function officeAt({ token, known }: Cues, i: number, floor: number): Office | null {
  if (i < floor) return null
  const last = token.norm(i)
  const longer = LONGER_OFFICES.get(last)?.find(
    (words) => i - words.length + 1 >= floor && words.every((word, k) => token.norm(i - words.length + 1 + k) === word),
  )
  if (longer) return { first: i - longer.length + 1, end: i + 1, name: longer.join(' ') }
  if (!(known[token.word[i]!]! & Known.person)) return null
  return { first: i, end: i + 1, name: last }
}

/** Whose office the article says it is: `president` of `RU` is one draft, null where it names several. */
export class Offices {
  private readonly holders = new Map<string, number | null>()

  constructor(cues: Cues, names: readonly Name[], { drafts, owner }: Joined) {
    const { token, sentence } = cues
    let s = 0
    names.forEach((name, i) => {
      if (name.type !== 'PERSON') return
      while (sentence[s]!.endToken <= name.first) s++
      const { firstToken, endToken } = sentence[s]!
      const before = officeAt(cues, name.first - 1, firstToken) ?? relativeBefore(cues, name.first, firstToken)
      if (before && !isHeld(token.norm(before.first - 1)))
        this.tie(before, qualifier(cues, names, i - 1, before.first, drafts, owner), owner[i]!)
      if (token.norm(name.end) !== ',') return
      const behind = apposition(cues, name.end + 1, endToken)
      if (behind) this.tie(behind, qualifier(cues, names, indexBefore(names, i, behind.first), behind.first, drafts, owner), owner[i]!)
    })
  }

  /** The one who holds this office of this country or body ('' where none is named); null where nobody or several do. */
  holder(office: string, of: string): number | null {
    return this.holders.get(`${office} ${of}`) ?? null
  }

  private tie({ name }: Office, of: string, draft: number): void {
    if (RELATIVE.has(name)) {
      if (of.startsWith('@')) this.note(`${name} ${of}`, draft)
      return
    }
    const parts = name.split(' ')
    const offices = [name, ...(parts.length > 1 ? [parts.at(-1)!] : []), ...(LEADERS.has(name) && of !== '' ? ['leader'] : [])]
    for (const office of new Set(offices)) {
      for (const place of new Set([of, ''])) this.note(`${office} ${place}`, draft)
    }
  }

  private note(key: string, draft: number): void {
    const known = this.holders.get(key)
    this.holders.set(key, known === undefined || known === draft ? draft : null)
  }
}

/** `Holm's father, Ole Holm`. */
function relativeBefore(cues: Cues, at: number, floor: number): Office | null {
  const office = cues.token.norm(at - 1) === ',' ? officeAt(cues, at - 2, floor) : null
  return office && RELATIVE.has(office.name) ? office : null
}

/** Words between an owner and the office that say how it is held. */
const HELD: ReadonlySet<string> = new Set(['acting', 'outgoing', 'deputy', 'vice'])
const isHeld = (norm: string): boolean => isFormer(norm) || HELD.has(norm)

/** The index of the last name that ends at or before a token, looked for after name `i`. */
function indexBefore(names: readonly Name[], i: number, at: number): number {
  let k = i
  while (k + 1 < names.length && names[k + 1]!.end <= at && k < i + 3) k++
  return k
}

/** `, the North Korean leader`: an office within five tokens behind a comma. */
function apposition(cues: Cues, from: number, endToken: number): Office | null {
  const { token } = cues
  if (!/^(the|a|an)$/.test(token.norm(from))) return null
  for (let i = from + 1; i < Math.min(endToken, from + 6); i++) {
    if (/^[,.;:]$/.test(token.norm(i))) return null
    const office = officeAt(cues, i, from + 1)
    if (office && !officeAt(cues, i + 1, i + 1)) return token.norm(from) === 'the' ? office : null
  }
  return null
}

/** What stands right before an office and says whose it is: a country's code, or the number of a body or person. */
export function qualifier(cues: Cues, names: readonly Name[], k: number, at: number, drafts: Joined['drafts'], owner: Int32Array): string {
  const name = names[k]
  if (!name || !(name.end === at || (name.end === at - 1 && cues.token.isPossessive(name.end)))) return ''
  if (name.type === 'NATIONALITY' || name.type === 'LOCATION') return name.entry?.country || drafts[owner[k]!]!.country
  if (name.type === 'PERSON') return name.end === at ? '' : `@${owner[k]!}`
  return name.type === 'ORGANIZATION' ? `#${owner[k]!}` : ''
}
