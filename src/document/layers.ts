import type { Span } from './span.js'
import type { Tokens } from './tokens.js'
import type { Grammar } from './grammar.js'

export interface Sentence extends Span {
  /** Its tokens are `[firstToken, endToken)`. */
  readonly firstToken: number
  readonly endToken: number
}

/** A stretch that is not the article: no other layer has a span inside. */
export interface Ignored extends Span {
  readonly reason: IgnoredReason
}
export type IgnoredReason =
  | 'navigation'
  | 'image-credit'
  | 'caption-credit'
  | 'share'
  | 'comments'
  | 'author-bio'
  | 'cookie-notice'
  | 'spam-notice'
  | 'full-story-link'
  | 'source-line'
  | 'related-links'

export const ENTITY_TYPES = ['PERSON', 'ORGANIZATION', 'LOCATION', 'NATIONALITY', 'FACILITY', 'EVENT', 'PRODUCT', 'WORK', 'LAW'] as const
export type EntityType = (typeof ENTITY_TYPES)[number]
export type MentionForm = 'name' | 'nominal' | 'pronoun'

/** One place where the text speaks of an entity. Titles, articles and possessives stay outside the span. */
export interface Mention extends Span {
  /** Index into `Entities.all`. */
  readonly entity: number
  readonly form: MentionForm
  readonly rule: string
  /** A capital or country that stands for its government: `Washington said`. */
  readonly metonymy?: true
}

/** Somebody or something the article speaks of, under its fullest name. */
export interface Entity {
  /** `e1`, `e2`, … in order of first mention. */
  readonly id: string
  readonly type: EntityType
  readonly name: string
  readonly gender?: 'female' | 'male' | undefined
  readonly number: 'singular' | 'plural'
  /** The country it names or belongs to, ISO 3166-1 alpha-2: `KP` for `Pyongyang`, `North Korean`. */
  readonly country?: string | undefined
}

/** Who is who: entities, and all their mentions in text order (disjoint). */
export interface Entities {
  readonly all: readonly Entity[]
  readonly mentions: readonly Mention[]
}

/** A time expression, as ISO-TimeML TIMEX3 has it. */
export interface DateMention extends Span {
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET'
  /** `2019-04-25`, `2019-W17`, `2019-SP`, `P3Y`, `PRESENT_REF`…; null with a `reason`. */
  readonly value: string | null
  readonly mod:
    'START' | 'MID' | 'END' | 'APPROX' | 'BEFORE' | 'AFTER' | 'MORE_THAN' | 'LESS_THAN' | 'EQUAL_OR_MORE' | 'EQUAL_OR_LESS' | null
  /** Calendar interval, `to` exclusive: `2019-04-25` (or with a time and offset); null where there is none. */
  readonly from: string | null
  readonly to: string | null
  readonly precision:
    | 'century'
    | 'decade'
    | 'year'
    | 'half'
    | 'quarter'
    | 'season'
    | 'month'
    | 'week'
    | 'day'
    | 'part-of-day'
    | 'hour'
    | 'minute'
    | 'second'
    | null
  /** What a relative expression was counted from. */
  readonly anchor: 'publication' | 'text' | 'none'
  /** The value of what it was counted from: `2019-04-24`; null where it needs nothing. */
  readonly basis: string | null
  /** Why there is no value: `no-anchor`, `invalid`. */
  readonly reason?: 'no-anchor' | 'invalid'
  /** Other readings of an ambiguous date (04/05/2019). */
  readonly alternatives: readonly string[]
  /**
   * The parts that the text itself states (`month`, `day`, `weekday`…); the rest of `value` was inferred. The word that makes it an end of a
   * span of time comes last: `since`, `from`, `after`; `until`, `to`, `by`, `before`. `from` and `to` stay those of the date itself.
   */
  readonly said: readonly string[]
  readonly rule: string
}

export interface Unit {
  /** Singular lower case English: `tonne`, `kilometre`, `percentage`; of a count, the counted noun's lemma. */
  readonly name: string
  /** `mass`, `length`…; null for a counted noun. */
  readonly dimension: string | null
}

export interface Change {
  readonly direction: 'up' | 'down'
  readonly from: number | null
  readonly to: number | null
  readonly by: number | null
}

/** A measure in SI units, beside the value as written: 17 kilometres are 17,000 of `metre`. */
export interface InSi {
  /** `metre`, `kilogram`, `metre per second`. */
  readonly unit: string
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
}

/** A quantity. The span covers modifier, number and unit; a count's noun is outside it, in `of`. */
export interface Figure extends Span {
  readonly kind: 'money' | 'percent' | 'count' | 'measure' | 'age' | 'ordinal' | 'ratio'
  /** Scales applied: `$500m` is 500000000. Null for a range. */
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly modifier: 'exact' | 'about' | 'more_than' | 'less_than' | 'at_least' | 'up_to' | 'between'
  readonly change: Change | null
  readonly unit: Unit | null
  /** A vague amount (`dozens`, `several hundred`): its bounds are those of the words, not of the text. */
  readonly vague?: true
  /** A measure whose unit has a conversion. */
  readonly si?: InSi
  /** ISO 4217. */
  readonly currency: string | null
  /** The rate: `year` in `$500m a year`. */
  readonly per: string | null
  /** What is counted or measured. */
  readonly of: Span | null
  readonly rule: string
}

export interface Speaker extends Span {
  /** Index into `Entities.all`; null for an unnamed speaker (`a Kremlin aide`). */
  readonly entity: number | null
  /** The entity's name, or the speaker in the text's own words. */
  readonly name: string
}

/** One step of who says it. Links with one cue and the role of speaker say it together. */
export interface AttributionLink extends Speaker {
  readonly role: 'speaker' | 'document' | 'outlet'
  /** The words that attribute: `said`, `according to`. */
  readonly cue: Span
}

/** What somebody said. The span leaves the quotation marks out. */
export interface Quote extends Span {
  /** A statement is what somebody said, wrote or holds to be so; a stance is what they want, support, expect or mean to do. */
  readonly kind: 'statement' | 'stance'
  readonly direct: boolean
  readonly speaker: Speaker | null
  readonly cue: Span | null
  /** To whom it is said (`told the court`); null where that is not told. */
  readonly addressee: Speaker | null
  /** Innermost first; the speaker is its first link where one is named. */
  readonly attribution: readonly AttributionLink[]
  /** How many links of `attribution` are its own; the rest are those of the quotations around it. */
  readonly own: number
  /** The pieces of an interrupted quotation, in order; empty when it is in one piece. */
  readonly segments: readonly Span[]
  readonly rule: string
}

export const CERTAINTIES = ['asserted', 'reported', 'planned', 'expected', 'possible', 'unlikely', 'conditional', 'questioned'] as const
export type Certainty = (typeof CERTAINTIES)[number]
export const POLARITIES = ['affirmed', 'negated', 'unknown'] as const
export type Polarity = (typeof POLARITIES)[number]

/** How certain a stretch of text (a clause, at most a sentence) is, and the words that say so. Disjoint, in text order, covering every sentence. */
export interface Status extends Span {
  readonly status: Certainty
  readonly polarity: Polarity
  readonly cues: readonly Span[]
  readonly rule: string
}

/** A participant: an entity where one is known, always the words. */
export interface Participant extends Span {
  readonly entity: number | null
}

/** Who is what: `Yuri Ushakov`, `aide`, `Vladimir Putin`. The span covers all of it. */
export interface Role extends Span {
  readonly holder: Participant
  /** The office or relation in lower case: `foreign minister`, `analyst`, `father`. */
  readonly office: string
  readonly officeSpan: Span
  /** Of what or whom: a country, an organisation, a person. */
  readonly of: Participant | null
  /** `former`, `then`: no longer so when the article was written. */
  readonly former: boolean
  readonly rule: string
}

/** What happened, happens or will. The span is the clause. */
export interface Event extends Span {
  /** Lemma of the event: `meet`, `visit`, `sign`. A light verb means its noun (`hold talks` is `talk`). */
  readonly predicate: string
  readonly trigger: Span
  readonly subject: Participant | null
  readonly object: Participant | null
  /** Everybody else who takes part. */
  readonly participants: readonly Participant[]
  /** Index into the date layer. */
  readonly time: number | null
  readonly place: Participant | null
  readonly rule: string
}

export const FACT_KINDS = ['figure', 'event', 'quote', 'role'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One claim of the article, with the spans that prove it. Entities are indexes into `Entities.all`. */
export interface Fact {
  readonly kind: FactKind
  /** A sentence that can be read without the article. */
  readonly summary: string
  readonly subject: { readonly entity: number | null; readonly text: string } | null
  readonly predicate: string | null
  readonly object: { readonly entity: number | null; readonly text: string } | null
  /** Index into the figure layer. */
  readonly figure: number | null
  readonly time: { readonly value: string; readonly from: string | null; readonly to: string | null } | null
  readonly place: { readonly entity: number | null; readonly text: string } | null
  readonly entities: readonly number[]
  readonly status: Certainty
  readonly polarity: Polarity
  readonly statusCues: readonly Span[]
  /** Innermost first. */
  readonly attribution: readonly AttributionLink[]
  /** 0 to 1. */
  readonly confidence: number
  readonly rule: string
  /** The word, figure or quotation that makes it a fact; its text is part of the fact's identity. */
  readonly trigger: Span
  /** The exact evidence: one span a place where the article says it. */
  readonly citations: readonly Span[]
}

/** Every layer a document can hold: the vocabulary of the engine on one page. */
export interface Layers {
  token: Tokens
  sentence: readonly Sentence[]
  grammar: Grammar
  entity: Entities
  date: readonly DateMention[]
  figure: readonly Figure[]
  quote: readonly Quote[]
  status: readonly Status[]
  role: readonly Role[]
  event: readonly Event[]
  fact: readonly Fact[]
}
export type LayerName = keyof Layers

const itself = (spans: readonly Span[]): readonly Span[] => spans
const none = (): readonly Span[] => []

/** The spans of each layer that `Document.with` checks: inside the text, not empty, outside what is ignored. */
export const SPANS: { readonly [K in LayerName]: (layer: Layers[K]) => readonly Span[] } = {
  token: none, // the tokeniser never leaves the text, and five million checks are not free
  sentence: itself,
  grammar: none,
  entity: (entities) => entities.mentions,
  date: itself,
  figure: (figures) => figures.flatMap((figure) => (figure.of ? [figure, figure.of] : [figure])),
  quote: (quotes) => quotes.flatMap((quote) => (quote.segments.length ? quote.segments : [quote])),
  status: itself,
  role: itself,
  event: itself,
  fact: (facts) => facts.flatMap((fact) => fact.citations),
}
