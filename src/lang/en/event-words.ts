import { readTsv } from './tsv.js'

const NOUNS: ReadonlySet<string> = new Set(readTsv('event-nouns').map(([lemma]) => lemma!))
const VERBS: ReadonlyMap<string, string> = new Map(readTsv('light-verbs').map(([lemma, kind]) => [lemma!, kind!]))

/** Whether a noun names an event: `summit`, `visit`. */
export const isEventNoun = (lemma: string): boolean => NOUNS.has(lemma)

/** Whether a verb means its object: `hold` in `hold talks`. */
export const isLight = (lemma: string): boolean => VERBS.get(lemma) === 'light'

/** Whether a verb states no event: `be`, `want`, `include`. */
export const isStative = (lemma: string): boolean => VERBS.get(lemma) === 'stative'

/** Whether a verb takes somebody to a place: `travel`, `visit`. */
export const isMotion = (lemma: string): boolean => VERBS.get(lemma) === 'motion'

const TRANSITIVE: ReadonlySet<string> = new Set(readTsv('transitive-verbs').map(([lemma]) => lemma!))

/** Whether a verb says nothing without what it acts on: `oust`. */
export const isTransitive = (lemma: string): boolean => TRANSITIVE.has(lemma)

const VAGUE: ReadonlySet<string> = new Set(readTsv('vague-nouns').map(([lemma]) => lemma!))

/** Whether a small number of it tells nothing by itself: `two sides`, `three ways`. */
export const isVagueNoun = (lemma: string): boolean => VAGUE.has(lemma)
