import { readTsv } from './tsv.js'

/** How a verb says that somebody says something. */
export interface ReportingVerb {
  /**
   * `attitude`: what the subject is for, against or after; `act`: what it does with words (`issued a warning`);
   * `manner`: how it is said (`sighed`), believed only beside a quotation.
   */
  readonly kind: 'speech' | 'writing' | 'thought' | 'evidence' | 'attitude' | 'act' | 'manner'
  /** Takes a clause (`said that …`). */
  readonly that: boolean
  /** Takes a quotation only. */
  readonly quote: boolean
  /** Its object is what is said (`confirmed the meeting`). */
  readonly np: boolean
  /** Its infinitive is what is said (`vowed to …`). */
  readonly inf: boolean
  /** Its gerund is what is said (`proposed closing the plant`). */
  readonly ing: boolean
  /** The infinitive of its passive is what is said (`is expected to …`). */
  readonly passive: boolean
  /** `called it a mistake`. */
  readonly names: boolean
  /** Whom its object names: who may be told (`warned the court that`), must be (`told the court that`), or is moved to do something; null for what is said. */
  readonly whom: 'may-be-told' | 'told' | 'moved' | null
  /** Prepositions whose object is what is said (`called for talks`, `accused them of lying`, `described it as …`). */
  readonly prepositions: ReadonlySet<string>
}

const FRAMES: ReadonlySet<string> = new Set(['that', 'quote', 'np', 'inf', 'ing', 'pass', 'as-is', 'whom', 'tells-whom', 'moves-whom'])

/** All verbs that attribute something to their subject, by lemma. */
export const ATTRIBUTING_VERBS: ReadonlyMap<string, ReportingVerb> = new Map(
  readTsv('reporting-verbs').map(([lemma, kind, frames]): [string, ReportingVerb] => {
    const takes = new Set(frames!.split(' '))
    const has = (frame: string): boolean => takes.has(frame)
    return [
      lemma!,
      {
        kind: kind as ReportingVerb['kind'],
        that: has('that'),
        quote: has('quote'),
        np: has('np'),
        inf: has('inf'),
        ing: has('ing'),
        passive: has('pass'),
        names: has('as-is'),
        whom: has('tells-whom') ? 'told' : has('whom') ? 'may-be-told' : has('moves-whom') ? 'moved' : null,
        prepositions: new Set([...takes].filter((frame) => !FRAMES.has(frame))),
      },
    ]
  }),
)

const whom = (lemma: string): ReportingVerb['whom'] => ATTRIBUTING_VERBS.get(lemma)?.whom ?? null

/** Whether a verb's object is somebody it is said to: `warned the court that`, `urged them to`. */
export const isAddressed = (lemma: string): boolean => whom(lemma) !== null

/** Whether a verb's object can be who is told, not asked to do something: `warned the court that`. */
export const isTelling = (lemma: string): boolean => whom(lemma) === 'told' || whom(lemma) === 'may-be-told'

/** Whether a verb is never without whom it tells: `told the court that`. */
export const needsAddressee = (lemma: string): boolean => whom(lemma) === 'told'

/** Those that do nothing but report: what they tell is no event beside what was said. */
export const REPORTING_VERBS: ReadonlyMap<string, ReportingVerb> = new Map(
  [...ATTRIBUTING_VERBS].filter(([, { kind }]) => kind !== 'attitude' && kind !== 'act' && kind !== 'manner'),
)

const NOUNS = readTsv('source-nouns')

/** Nouns by lemma: a `document` can speak itself, a `voice` is one who speaks, a `statement` takes a clause (`the claim that …`). */
export const SOURCE_NOUNS: ReadonlyMap<string, 'document' | 'voice' | 'statement'> = new Map(
  NOUNS.flatMap(([lemma, kind]): [string, 'document' | 'voice' | 'statement'][] =>
    kind === 'document' || kind === 'voice' || kind === 'statement' ? [[lemma!, kind]] : [],
  ),
)

const SPEAKERS: ReadonlyMap<string, string> = new Map(readTsv('speaker-nouns').map(([lemma, kind]) => [lemma!, kind!]))

/** Whether a noun names a person: `villager`, `man`. */
export const isPerson = (lemma: string): boolean => SPEAKERS.get(lemma) === 'person'

/** Whether a noun names people, a body or a document that can say something: `villager`, `ministry`, `report`. */
export const canSpeak = (lemma: string): boolean => SPEAKERS.has(lemma) || SOURCE_NOUNS.get(lemma) === 'document'

/** The prepositions after which a noun holds what its owner says: `her criticism of the law`. */
export const NOUN_PREPOSITIONS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  NOUNS.flatMap(([lemma, , prepositions]): [string, Set<string>][] => (prepositions ? [[lemma!, new Set(prepositions.split(' '))]] : [])),
)

/** Adjectives that say what their subject thinks, by lemma: `confident that …`, `critical of …`, and their prepositions. */
export const STANCE_ADJECTIVES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  readTsv('stance-adjectives').map(([lemma, frames]) => [lemma!, new Set(frames!.split(' '))]),
)

/** Words behind a noun or adjective with which what it holds begins: `that`, and the prepositions of both tables. */
export const HOLDING_WORDS: ReadonlySet<string> = new Set(
  ['that', ...NOUN_PREPOSITIONS.values(), ...STANCE_ADJECTIVES.values()].flatMap((words) =>
    typeof words === 'string' ? [words] : [...words],
  ),
)

const fold = (name: string): string => name.toLowerCase().replace(/^the /, '')

const OUTLETS: ReadonlySet<string> = new Set(readTsv('outlets').map(([name]) => fold(name!)))

/** Whether a name is that of a news agency, a paper or a broadcaster. */
export const isOutlet = (name: string): boolean =>
  OUTLETS.has(fold(name)) || OUTLETS.has(fold(name).replace(/ (?:news agency|newspaper)$/, ''))
