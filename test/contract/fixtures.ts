import { createHash } from 'node:crypto'
import { CERTAINTIES, ENTITY_TYPES, FACT_KINDS, POLARITIES } from '../../src/document/layers.js'
import { encodeAnnotations } from '../../src/store/codec.js'
import type { AnalysedArticle, EntityRow, FactRow, SentenceRow } from '../../src/store/port.js'
import type { ArticleMeta } from '../../src/store/records.js'

/** Random numbers that are the same in every run (mulberry32). */
export function seeded(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const digest = (...parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 20)

const PEOPLE = [
  'Mara Lindqvist',
  'Tomas Okonkwo',
  'Ines Castellano',
  'Yuto Hamada',
  'Renée Dubois',
  'Anwar Haddad',
  'Olga Petrenko',
  'Min-jun Seo',
]
const PLACES = ['Port Alder', 'Vesterholm', 'Karsk', 'Nova Ria', 'Lake Tamsin']
const GROUPS = ['Harbour Authority', 'Institute of Tide Studies', 'Vesterholm Council']
const VERBS = ['sign', 'visit', 'build', 'open', 'close']
const NOUNS = ['worker', 'tonne', 'vessel', 'bridge']
const WORDS = 'the harbour was closed after a storm while many crews waited near the northern quay for fuel and news of the ferry'.split(
  ' ',
)

export interface FixtureOptions {
  readonly id?: string
  readonly version?: number
  readonly seed?: number
  readonly sentences?: number
  readonly entities?: number
  readonly facts?: number
  readonly meta?: Partial<ArticleMeta>
  /** Replaces the made up text. */
  readonly text?: string
  readonly extractorVersion?: string
}

/** The shared id of an entity, as an engine would derive it. */
export const entityId = (type: string, name: string): string => `ent_${digest(type, name.toLowerCase())}`

/** The body of a fact as it is read: with its article. */
export function answeredBody({ id, version, meta: { title, publisher, url, publishedAt } }: AnalysedArticle, { body }: FactRow): string {
  return body.replace(/null}$/, `${JSON.stringify({ id, version, title, publisher, url, publishedAt })}}`)
}

/** An analysed article, made up from a seed: every citation is right, every fact can be found by something. */
export function analysed(options: FixtureOptions = {}): AnalysedArticle {
  const { seed = 1, version = 1, extractorVersion = '1' } = options
  const random = seeded(seed)
  const meta: ArticleMeta = {
    url: `https://news.example/${seed}`,
    title: `Storm number ${seed} shuts the harbour`,
    publisher: ['Daily Quay', 'Tide Post', 'Northern Wire'][random(3)]!,
    author: 'A. Writer',
    publishedAt: new Date(Date.UTC(2019, random(12), 1 + random(28), random(24))).toISOString(),
    timezone: null,
    language: 'en',
    externalId: `cms-${seed}`,
    tags: ['storm', ['north', 'south'][random(2)]!],
    ...options.meta,
  }
  const lines = options.text?.split(/(?<=\.) /) ?? Array.from({ length: options.sentences ?? 6 }, (_, i) => line(random, i))
  const text = lines.join(' ')
  const sentences = boundsOf(lines)
  const id = options.id ?? `art_${digest(meta.url, seed)}`
  const entities = entitiesOf(random, options.entities ?? 6)
  const facts = Array.from({ length: options.facts ?? 8 }, (_, i) => factOf(random, id, version, text, sentences, entities, i))
  const counts = { sentences: sentences.length, entities: entities.length, dates: 0, figures: 0, quotes: 0, facts: facts.length }
  return {
    id,
    version,
    contentHash: digest(text, meta.title, meta.publisher, meta.author, meta.publishedAt, meta.timezone, meta.language),
    meta,
    text,
    page: null,
    ignored: [],
    skipped: [],
    warnings: [],
    counts,
    extractorVersion,
    annotations: encodeAnnotations({
      ...{ language: 'en', text, title: meta.title, publishedAt: meta.publishedAt, sentences },
      ...{ entities: [], dates: [], figures: [], quotes: [], ignored: [], skipped: [], warnings: [] },
    }),
    sentences,
    entities,
    facts,
  }
}

function line(random: (below: number) => number, i: number): string {
  const words = Array.from({ length: 8 + random(10) }, () => WORDS[random(WORDS.length)]!)
  return `${PEOPLE[random(PEOPLE.length)]} said in ${PLACES[random(PLACES.length)]} that ${words.join(' ')} on day ${i}.`
}

function boundsOf(lines: readonly string[]): SentenceRow[] {
  let start = 0
  return lines.map((each) => {
    const bounds = { start, end: start + each.length }
    start = bounds.end + 1
    return bounds
  })
}

function entitiesOf(random: (below: number) => number, count: number): EntityRow[] {
  const names: [EntityRow['type'], string][] = [
    ...PEOPLE.map((name): [EntityRow['type'], string] => ['PERSON', name]),
    ...PLACES.map((name): [EntityRow['type'], string] => ['LOCATION', name]),
    ...GROUPS.map((name): [EntityRow['type'], string] => ['ORGANIZATION', name]),
  ]
  const first = random(names.length)
  return Array.from({ length: count }, (_, i) => {
    const [type, name] = i < names.length ? names[(first + i) % names.length]! : [ENTITY_TYPES[i % 9]!, `Company ${random(5_000)} ${i}`]
    const short = name.split(' ').at(-1)!
    return {
      entityId: entityId(type, name),
      type,
      name,
      mentions: 3,
      aliases: [
        { text: name, count: 1 },
        { text: short, count: 2 },
      ],
    }
  })
}

function factOf(
  random: (below: number) => number,
  articleId: string,
  version: number,
  text: string,
  sentences: readonly SentenceRow[],
  entities: readonly EntityRow[],
  i: number,
): FactRow {
  const kind = FACT_KINDS[i % FACT_KINDS.length]!
  const sentence = sentences[i % sentences.length]!
  const quote = text.slice(sentence.start, sentence.end)
  const who = entities[random(Math.max(entities.length, 1))]
  const speaker = random(3) > 0 ? entities[random(Math.max(entities.length, 1))] : undefined
  const id = `fct_${digest(articleId, kind, quote, i)}`
  const day = Date.UTC(2018 + random(3), random(12), 1 + random(28))
  const dated = random(3) > 0
  const figure = kind === 'figure'
  const money = figure && random(2) === 0
  const range = figure && random(4) === 0
  const amount = random(100_000)
  const noun = NOUNS[random(NOUNS.length)]!
  const timeTo = day + [1, 7, 31, 365][random(4)]! * 86_400_000
  const summary = `${who?.name ?? 'Somebody'} ${VERBS[random(VERBS.length)]!}s ${amount} ${noun}s`
  const status = CERTAINTIES[random(CERTAINTIES.length)]!
  const polarity = POLARITIES[random(POLARITIES.length)]!
  const entityIds = [...new Set([who?.entityId, speaker?.entityId].filter((each) => each !== undefined))]
  const citation = { articleId, version, start: sentence.start, end: sentence.end, quote }
  const predicate = kind === 'event' ? VERBS[random(VERBS.length)]! : null
  return {
    id,
    kind,
    status,
    polarity,
    predicate,
    office: kind === 'role' ? ['harbour master', 'aide', 'minister'][random(3)]! : null,
    summary,
    sentences: quote,
    entityIds,
    sources: [
      ...(speaker ? [{ role: 'speaker' as const, entityId: speaker.entityId, name: speaker.name }] : []),
      ...(random(4) === 0 ? [{ role: 'outlet' as const, entityId: null, name: 'Northern Wire' }] : []),
      ...(random(5) === 0 ? [{ role: 'document' as const, entityId: null, name: 'a leaked ledger' }] : []),
    ],
    placeId: i % 3 === 0 ? (entities.find(({ type }) => type === 'LOCATION')?.entityId ?? null) : null,
    confidence: [0.45, 0.6, 0.75][i % 3]!,
    timeFrom: dated ? day : null,
    timeTo: dated && i % 7 !== 3 ? timeTo : null,
    value: figure && !range ? amount : null,
    min: figure ? amount : null,
    max: figure ? amount + (range ? 500 : 0) : null,
    unit: figure && !money ? noun : null,
    currency: money ? ['USD', 'EUR'][random(2)]! : null,
    of: figure ? `northern ${noun}s` : null,
    citations: [{ start: sentence.start, end: sentence.end, quote }],
    places: [],
    body: JSON.stringify({
      id,
      kind,
      articleId,
      version,
      summary,
      predicate,
      entities: entityIds,
      status,
      polarity,
      citations: [citation],
      citationCount: 1,
      article: null,
    }),
  }
}
