import { readTsv } from './tsv.js'

const WORDS = readTsv('organisation-words')
const ofKind = (kind: string): string[] => WORDS.filter(([, own]) => own === kind).map(([word]) => word!)

/** Words that stand inside the names of bodies and places: `of`, `for`. */
export const ORGANISATION_LINKS: readonly string[] = ofKind('link')

/** Words that say what kind of body a name is of, in lower case: `institute`. */
export const ORGANISATION_HEADS: readonly string[] = ofKind('head').map((word) => word.toLowerCase())
