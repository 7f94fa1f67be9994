import type { FactQuery } from '../port.js'
import { fold } from '../fold.js'
import type { WordQuery } from '../word-query.js'
import type { Connection, Parameter } from './connection.js'
import { LEAST, MOST, PARTICIPANT, PLACE, RELAY, SPEAKER } from './current-facts.js'
import { FOREVER, SPANS, UNDATED } from './instants.js'
import { isFrequent, matchExpression, unwantedExpression } from './match.js'
import { publishersNamed } from './publishers.js'
import { resolveParties } from './resolve-parties.js'

/** A piece of SQL with its parameters. */
export interface Clause {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

/** A way to the facts that meet a condition, over an index of theirs. */
export interface Driver {
  /** The table (or rows) to start from; `f` is `facts`, here or through `join`. */
  readonly source: Clause
  readonly join: string
  readonly where: Clause
  /** The sort in which its rows come by themselves. */
  readonly sorted: 'published' | 'moment' | 'amount' | null
  /** Where the sort columns are read, so that the driver's own index serves them. */
  readonly published: string
  readonly moment: string
  readonly id: string
  /** Whether one fact may come twice. */
  readonly repeats: boolean
  /** The same rows in parts, each sorted by publication; empty where it is in one part. */
  readonly split: readonly Driver[]
}

/** One filter: a test on a fact, and the way to the facts that pass it. `PUBLISHED` in the test is the driver's column. */
export interface Condition extends Clause {
  readonly driver: Driver | null
}

export const PUBLISHED = '$published'
const NOTHING: Clause = { sql: '', parameters: [] }

const overFacts = (index: string, where: Clause, sorted: Driver['sorted']): Driver => ({
  source: { sql: `facts f INDEXED BY ${index}`, parameters: [] },
  join: '',
  where,
  sorted,
  published: 'f.published',
  moment: 'f.moment',
  id: 'f.id',
  repeats: false,
  split: [],
})

/** A column that has one of some values; each of them is a way of its own, in the order of the index. */
function column(name: string, index: string, given: readonly Parameter[], sorted: Driver['sorted'] = 'published'): Condition {
  const values = [...new Set(given)]
  const one = (value: Parameter): Driver => overFacts(index, { sql: `f.${name} = ?`, parameters: [value] }, sorted)
  if (values.length === 1) {
    const driver = one(values[0]!)
    return { ...driver.where, driver }
  }
  const among: Clause = { sql: `f.${name} IN (SELECT value FROM json_each(?))`, parameters: [JSON.stringify(values)] }
  return { ...among, driver: { ...overFacts(index, among, null), split: values.length <= MOST_SPLIT ? values.map(one) : [] } }
}

/** The same for words that can be written in several ways: of those, the ones that there are. */
function written(
  connection: Connection,
  name: string,
  index: string,
  given: readonly string[],
  sorted: Driver['sorted'] = 'published',
): Condition | 'nothing' {
  const values = [...new Set(given)].filter(
    (value) => connection.value<number>(`SELECT 1 FROM facts INDEXED BY ${index} WHERE ${name} = ? LIMIT 1`, value) !== undefined,
  )
  return values.length === 0 ? 'nothing' : column(name, index, values, sorted)
}

/** The ways to all facts, by sort. */
export const EVERYTHING = {
  published: overFacts('facts_by_published', NOTHING, 'published'),
  moment: overFacts('facts_by_moment', NOTHING, 'moment'),
}

/** The filters of a query as conditions, most telling first; undefined where nothing can meet them. */
export function conditionsOf(connection: Connection, query: FactQuery): Condition[] | undefined {
  const found: Condition[] = []
  for (const read of READERS) {
    for (const condition of read(query, connection)) {
      if (condition === 'nothing') return undefined
      found.push(condition)
    }
  }
  return found
}

type Read = (query: FactQuery, connection: Connection) => readonly (Condition | 'nothing')[]

/** What is asked for where a filter is given. */
const when = <Value>(value: Value | undefined, condition: (value: Value) => Condition | 'nothing'): (Condition | 'nothing')[] =>
  value === undefined ? [] : [condition(value)]

const byAmount = (query: FactQuery): boolean => query.sort === 'value' || query.sort === '-value'

const READERS: readonly Read[] = [
  ({ article }) => when(article, articleCondition),
  ({ entity = [] }, connection) => entity.map((names) => party(connection, names, PARTICIPANT)),
  ({ speaker }, connection) => when(speaker, (names) => party(connection, names, SPEAKER)),
  ({ via }, connection) => when(via, (names) => party(connection, names, RELAY)),
  ({ place }, connection) => when(place, (names) => party(connection, names, PLACE)),
  ({ tag }) => when(tag, tagCondition),
  ({ role }, connection) => when(role, (offices) => written(connection, 'office', 'facts_by_office', offices.map(fold))),
  ({ event }, connection) => when(event, (predicates) => written(connection, 'event', 'facts_by_event', predicates.map(fold))),
  (query, connection) =>
    when(query.unit, (units) =>
      byAmount(query)
        ? written(connection, 'unit', 'facts_by_unit_amount', units, 'amount')
        : written(connection, 'unit', 'facts_by_unit', units),
    ),
  (query) =>
    when(query.currency, (codes) =>
      byAmount(query) ? column('currency', 'facts_by_currency_amount', codes, 'amount') : column('currency', 'facts_by_currency', codes),
    ),
  ({ publisher }, connection) =>
    when(publisher, (given) => written(connection, 'publisher', 'facts_by_publisher', publishersNamed(connection, given))),
  ({ status }) => when(status, (values) => column('status', 'facts_by_status', values)),
  ({ kind }) => when(kind, (values) => column('kind', 'facts_by_kind', values)),
  ({ polarity }) => when(polarity, (values) => column('polarity', 'facts_by_polarity', values)),
  ({ attributed }) => when(attributed, (value) => column('attributed', 'facts_by_attributed', [value ? 1 : 0])),
  ({ minConfidence }, connection) => when(minConfidence, (least) => confidence(connection, least)),
  ({ q }, connection) => when(q, (query) => words(connection, query, 'said')),
  ({ of }, connection) => when(of, (query) => words(connection, query, 'counted')),
  ({ min, max }) => (min === undefined && max === undefined ? [] : [amounts(min ?? LEAST, max ?? MOST)]),
  ({ from, to }) => (from === undefined && to === undefined ? [] : [overlap(from ?? UNDATED, to ?? FOREVER)]),
  ({ dated }) => (dated ? [datedCondition] : []),
  ({ open }) => (open === false ? [closedCondition] : []),
  ({ publishedFrom: from, publishedTo: to }) => (from === undefined && to === undefined ? [] : [publication(from, to)]),
]

function articleCondition(given: readonly string[]): Condition {
  const articles = [...new Set(given)]
  const one = (article: string): Driver =>
    overFacts(
      'facts_by_version',
      { sql: 'f.version_key = (SELECT v.key FROM versions v WHERE v.article_id = ? AND v.current = 1)', parameters: [article] },
      null,
    )
  if (articles.length === 1) {
    const driver = one(articles[0]!)
    return { ...driver.where, driver }
  }
  const among: Clause = {
    sql: 'f.version_key IN (SELECT v.key FROM versions v WHERE v.article_id IN (SELECT value FROM json_each(?)) AND v.current = 1)',
    parameters: [JSON.stringify(articles)],
  }
  return { ...among, driver: overFacts('facts_by_version', among, null) }
}

/** More values than these are not asked for one by one. */
const MOST_SPLIT = 32

/** How sure facts are is one of few numbers: those that reach the least one are asked for one by one. */
function confidence(connection: Connection, least: number): Condition | 'nothing' {
  const values = connection
    .all<{ value: number }>(
      `WITH RECURSIVE known (value) AS (
         SELECT min(confidence) FROM facts INDEXED BY facts_by_confidence WHERE confidence >= ?
         UNION ALL SELECT (SELECT min(confidence) FROM facts INDEXED BY facts_by_confidence WHERE confidence > known.value) FROM known
         WHERE known.value IS NOT NULL)
       SELECT value FROM known WHERE value IS NOT NULL`,
      least,
    )
    .map(({ value }) => value)
  return values.length === 0 ? 'nothing' : column('confidence', 'facts_by_confidence', values)
}

function party(connection: Connection, wanted: readonly string[], role: number): Condition | 'nothing' {
  const parties = [...new Set(wanted.flatMap((name) => resolveParties(connection, name)))].sort((a, b) => a - b)
  if (parties.length === 0) return 'nothing'
  if (parties.length === 1) return { ...partyTest(role, parties[0]!), driver: overParty(role, parties[0]!) }
  const split = parties.length <= MOST_SPLIT ? parties.map((key) => overParty(role, key)) : []
  const among: Clause = {
    sql: `p.party IN (SELECT value FROM json_each(?)) AND p.role = ${role}`,
    parameters: [JSON.stringify(parties)],
  }
  return {
    sql: `EXISTS (SELECT 1 FROM json_each(f.postings) j WHERE j.value ->> 1 = ${role} AND j.value ->> 0 IN (SELECT value FROM json_each(?)))`,
    parameters: among.parameters,
    driver: { ...overParty(role, 0), where: among, sorted: null, repeats: true, split },
  }
}

const partyTest = (role: number, key: number): Clause => ({
  sql: `EXISTS (SELECT 1 FROM fact_parties p WHERE p.party = ? AND p.role = ${role} AND p.published = f.published AND p.id = f.id)`,
  parameters: [key],
})

const overParty = (role: number, key: number): Driver => ({
  source: { sql: 'fact_parties p', parameters: [] },
  join: 'CROSS JOIN facts f ON f.key = p.fact',
  where: { sql: `p.party = ? AND p.role = ${role}`, parameters: [key] },
  sorted: 'published',
  published: 'p.published',
  moment: 'f.moment',
  id: 'p.id',
  repeats: false,
  split: [],
})

function tagCondition(given: readonly string[]): Condition {
  const tags = [...new Set(given)]
  const over = (where: Clause): Driver => ({
    source: { sql: 'fact_tags t', parameters: [] },
    join: 'CROSS JOIN facts f ON f.key = t.fact',
    where,
    sorted: 'published',
    published: 't.published',
    moment: 'f.moment',
    id: 't.id',
    repeats: false,
    split: [],
  })
  const one = (tag: string): Driver => over({ sql: 't.tag = ?', parameters: [tag] })
  const test = (where: Clause): Clause => ({
    sql: `EXISTS (SELECT 1 FROM fact_tags t WHERE ${where.sql} AND t.published = f.published AND t.id = f.id)`,
    parameters: where.parameters,
  })
  if (tags.length === 1) return { ...test(one(tags[0]!).where), driver: one(tags[0]!) }
  const among: Clause = { sql: 't.tag IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(tags)] }
  const split = tags.length <= MOST_SPLIT ? tags.map(one) : []
  return { ...test(among), driver: { ...over(among), sorted: null, repeats: true, split } }
}

function words(connection: Connection, query: WordQuery, indexColumn: 'said' | 'counted'): Condition {
  const match = matchExpression(query, indexColumn)
  if (match === undefined) {
    const unwanted = unwantedExpression(query, indexColumn)
    return { sql: `NOT ${matchTest(connection, unwanted)}`, parameters: [unwanted], driver: null }
  }
  return {
    sql: matchTest(connection, match),
    parameters: [match],
    driver: {
      ...overFacts('', NOTHING, null),
      source: { sql: 'fact_index', parameters: [] },
      join: 'CROSS JOIN facts f ON f.key = fact_index.rowid',
      where: { sql: 'fact_index MATCH ?', parameters: [match] },
    },
  }
}

/** The index is asked for each fact, or once for all that match. */
const matchTest = (connection: Connection, match: string): string =>
  isFrequent(connection, 'facts', match)
    ? 'EXISTS (SELECT 1 FROM fact_index WHERE fact_index MATCH ? AND rowid = f.key)'
    : '(f.key IN (SELECT rowid FROM fact_index WHERE fact_index MATCH ?))'

/** Exact amounts lie in the range themselves; written ranges only need to reach into it. */
function amounts(min: number, max: number): Condition {
  return {
    sql: 'f.high >= ? AND f.low <= ?',
    parameters: [min, max],
    driver: {
      ...overFacts('', NOTHING, null),
      source: {
        sql: `(SELECT key FROM facts INDEXED BY facts_by_low WHERE low >= ? AND low <= ?
               UNION ALL SELECT key FROM facts INDEXED BY facts_by_range WHERE low < high AND high >= ? AND low < ?) r`,
        parameters: [min, max, min, min],
      },
      join: 'CROSS JOIN facts f ON f.key = r.key',
      where: { sql: 'f.low <= ?', parameters: [max] },
    },
  }
}

/** An interval of a class began at most its longest length before `from`: each class is looked through on a short stretch only. */
function overlap(from: number, to: number): Condition {
  const stretches = [...SPANS.map((longest) => from - longest - 1), UNDATED - 1].map((after, span) => [span, after])
  return {
    sql: 'f.time_from < ? AND f.time_to > ?',
    parameters: [to, from],
    driver: {
      ...overFacts('', NOTHING, null),
      source: {
        sql: `(SELECT i.key FROM (SELECT column1 AS span, column2 AS after FROM (VALUES ${stretches.map(() => '(?, ?)').join(', ')})) s
               CROSS JOIN facts i INDEXED BY facts_by_interval
               ON i.time_span = s.span AND i.time_from > s.after AND i.time_from < ? AND i.time_to > ?) r`,
        parameters: [...stretches.flat(), to, from],
      },
      join: 'CROSS JOIN facts f ON f.key = r.key',
      where: NOTHING,
    },
  }
}

const datedCondition: Condition = {
  sql: 'f.time_span IS NOT NULL',
  parameters: [],
  driver: null,
}

const closedCondition: Condition = {
  sql: `(f.time_span IS NULL OR f.time_from > ${UNDATED} AND f.time_to < ${FOREVER})`,
  parameters: [],
  driver: null,
}

function publication(from: number | undefined, to: number | undefined): Condition {
  const parameters = [Math.max(from ?? UNDATED + 1, UNDATED + 1), to ?? FOREVER]
  const range = (name: string): Clause => ({ sql: `${name} >= ? AND ${name} < ?`, parameters })
  return { ...range(PUBLISHED), driver: overFacts('facts_by_published', range('f.published'), 'published') }
}
