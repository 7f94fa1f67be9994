import { readTsv } from './tsv.js'

/** How a verb says that somebody says something. */
export interface ReportingVerb {
  readonly kind: 'speech' | 'writing' | 'thought' | 'evidence'
  /** Takes a clause (`said that …`). */
  readonly that: boolean
  /** Its object is what is said (`confirmed the meeting`). */
  readonly np: boolean
  /** Its infinitive is what is said (`vowed to …`). */
  readonly inf: boolean
}

/** Reporting verbs by lemma. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = new Map(
  readTsv('reporting-verbs').map(([lemma, kind, frames]) => {
    const takes = new Set(frames!.split(' '))
    return [lemma!, { kind: kind as ReportingVerb['kind'], that: takes.has('that'), np: takes.has('np'), inf: takes.has('inf') }]
  }),
)

/** Nouns by lemma: a `document` can speak itself, a `statement` takes a clause (`the claim that …`). */
export const SOURCE_NOUNS: ReadonlyMap<string, 'document' | 'statement'> = new Map(
  readTsv('source-nouns').map(([lemma, kind]) => [lemma!, kind as 'document' | 'statement']),
)

const fold = (name: string): string => name.toLowerCase().replace(/^the /, '')

const OUTLETS: ReadonlySet<string> = new Set(readTsv('outlets').map(([name]) => fold(name!)))

/** Whether a name is that of a news agency, a paper or a broadcaster. */
export const isOutlet = (name: string): boolean => OUTLETS.has(fold(name))
