import { readTsv } from './tsv.js'

/** Whether a noun names an office, a profession or a kinship; by singular lower-case form. */
export type OfficeKind = 'office' | 'profession' | 'kin'

const OFFICES: ReadonlyMap<string, OfficeKind> = new Map(readTsv('offices').map(([noun, kind]) => [noun!, kind as OfficeKind]))

/** The kind of office a word names; undefined for other words. */
export const officeKind = (word: string): OfficeKind | undefined => OFFICES.get(word)

/** Words before an office that say that it is over: `former`, `then`, `late`. */
export const isFormer = (word: string): boolean => /^(former|then|late|ex|previous|ousted|deposed|outgoing|retired|onetime|ex-)$/.test(word)
