import { readTsv } from './tsv.js'

/** Whether a noun names an office, a profession or a kinship; by singular lower-case form. */
export type OfficeKind = 'office' | 'profession' | 'kin'

const OFFICES: ReadonlyMap<string, OfficeKind> = new Map(readTsv('offices').map(([noun, kind]) => [noun!, kind as OfficeKind]))

/** The kind of office a word names; undefined for other words. */
export const officeKind = (word: string): OfficeKind | undefined => OFFICES.get(word)

const DEMONYMS: ReadonlySet<string> = new Set(readTsv('demonyms').map(([name]) => name!))

/** Whether a word as written names the people of a country: `German`. */
export const isDemonym = (form: string): boolean => DEMONYMS.has(form)

const FORMER = /^(former|then|late|ex|previous|ousted|deposed|retired|onetime|one-time|erstwhile|ex-)$/

/** Words before an office that say that it is over: `former`, `then`, `late`. */
export const isFormer = (word: string): boolean => FORMER.test(word)

/** Whether a word says that somebody does not hold the office yet, or may never: `possible candidate`. */
export const isHoped = (word: string): boolean =>
  /^(?:possible|potential|likely|prospective|would-be|aspiring|rumou?red|future|alleged|self-styled)$/.test(word)

/** Words before an office that are no part of it: `new`, `popular`. */
const DESCRIPTIVE =
  /^(new|current|incumbent|outgoing|incoming|longtime|long-time|longstanding|top|leading|prominent|famous|famed|popular|unpopular|controversial|powerful|influential|outspoken|charismatic|own|only|best|good|close|closest|old|older|eldest|young|younger|youngest|late|local|embattled|disgraced|renowned|respected|veteran|wealthy|rich|fellow|other|first|second|third|last|next|40-year-old)$/

/** Whether a word before an office describes the holder and is no part of the office. `First` is where a lady or a minister follows. */
export const describes = (word: string, next: string): boolean =>
  DESCRIPTIVE.test(word) &&
  !((word === 'first' && /^(lady|minister|secretary|deputy|vice)$/.test(next)) || (word === 'veteran' && next === ''))

export interface RoleVerb {
  readonly kind: 'holds' | 'appoints' | 'serves' | 'leaves'
  /** What somebody is who does it: `head` of who heads; '' for the other kinds. */
  readonly office: string
}

const VERBS: ReadonlyMap<string, RoleVerb> = new Map(
  readTsv('role-verbs').map(([lemma, kind, office]) => [lemma!, { kind: kind as RoleVerb['kind'], office: office === '-' ? '' : office! }]),
)

/** What a verb says of who is what: `head`, `appoint`, `serve as`; undefined for most. */
export const roleVerb = (lemma: string): RoleVerb | undefined => VERBS.get(lemma)

/** Offices and relations of more than one word, by their last; the longest first. */
export const LONGER_OFFICES: ReadonlyMap<string, readonly (readonly string[])[]> = longerOffices()

function longerOffices(): Map<string, string[][]> {
  const byLast = new Map<string, string[][]>()
  for (const [title, kind] of [...readTsv('titles'), ...readTsv('title-forms')]) {
    if (kind === 'honorific' || !title!.includes(' ')) continue
    const words = title!.toLowerCase().split(' ')
    const list = byLast.get(words.at(-1)!)
    if (list) list.push(words)
    else byLast.set(words.at(-1)!, [words])
  }
  for (const list of byLast.values()) list.sort((a, b) => b.length - a.length)
  return byLast
}
