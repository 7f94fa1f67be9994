import type { FactQuery } from '../port.js'
import { fold } from '../fold.js'
import { searchWords } from '../search-words.js'
import type { Connection, Parameter } from './connection.js'
import { LEAST, MOST, PARTICIPANT, RELAY, SPEAKER } from './current-facts.js'
import { FOREVER, SPANS, UNDATED } from './instants.js'
import { matchExpression, unwantedExpression } from './match.js'
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

const column = (name: string, index: string, value: Parameter, sorted: Driver['sorted'] = 'published'): Condition => {
  const clause: Clause = { sql: `f.${name} = ?`, parameters: [value] }
  return { ...clause, driver: overFacts(index, clause, sorted) }
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
    const condition = read(query, connection)
    if (condition === 'nothing') return undefined
    if (condition) found.push(condition)
  }
  return found
}

type Read = (query: FactQuery, connection: Connection) => Condition | 'nothing' | undefined

const byAmount = (query: FactQuery): boolean => query.sort === 'value' || query.sort === '-value'

const READERS: readonly Read[] = [
  ({ article }) => (article === undefined ? undefined : articleCondition(article)),
  ({ entity }, connection) => (entity === undefined ? undefined : party(connection, entity, PARTICIPANT)),
  ({ speaker }, connection) => (speaker === undefined ? undefined : party(connection, speaker, SPEAKER)),
  ({ via }, connection) => (via === undefined ? undefined : party(connection, via, RELAY)),
  ({ tag }) => (tag === undefined ? undefined : tagCondition(tag)),
  ({ role }) => (role === undefined ? undefined : column('office', 'facts_by_office', fold(role))),
  ({ event }) => (event === undefined ? undefined : column('event', 'facts_by_event', fold(event))),
  (query) =>
    query.unit === undefined
      ? undefined
      : byAmount(query)
        ? column('unit', 'facts_by_unit_amount', query.unit, 'amount')
        : column('unit', 'facts_by_unit', query.unit),
  (query) =>
    query.currency === undefined
      ? undefined
      : byAmount(query)
        ? column('currency', 'facts_by_currency_amount', query.currency, 'amount')
        : column('currency', 'facts_by_currency', query.currency),
  ({ publisher }) => (publisher === undefined ? undefined : column('publisher', 'facts_by_publisher', publisher)),
  ({ status }) => (status === undefined ? undefined : column('status', 'facts_by_status', status)),
  ({ kind }) => (kind === undefined ? undefined : column('kind', 'facts_by_kind', kind)),
  ({ polarity }) => (polarity === undefined ? undefined : column('polarity', 'facts_by_polarity', polarity)),
  ({ attributed }) => (attributed === undefined ? undefined : column('attributed', 'facts_by_attributed', attributed ? 1 : 0)),
  ({ q }) => (q === undefined ? undefined : words(q, 'said')),
  ({ of }) => (of === undefined ? undefined : words(of, 'counted')),
  ({ min, max }) => (min === undefined && max === undefined ? undefined : amounts(min ?? LEAST, max ?? MOST)),
  ({ from, to }) => (from === undefined && to === undefined ? undefined : overlap(from ?? UNDATED, to ?? FOREVER)),
  ({ dated }) => (dated ? datedCondition : undefined),
  ({ publishedFrom: from, publishedTo: to }) => (from === undefined && to === undefined ? undefined : publication(from, to)),
]

function articleCondition(article: string): Condition {
  const clause: Clause = {
    sql: 'f.version_key = (SELECT v.key FROM versions v WHERE v.article_id = ? AND v.current = 1)',
    parameters: [article],
  }
  return { ...clause, driver: overFacts('facts_by_version', clause, null) }
}

/** More parties than these are not asked for one by one. */
const MOST_SPLIT = 32

function party(connection: Connection, wanted: string, role: number): Condition | 'nothing' {
  const parties = resolveParties(connection, wanted)
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

function tagCondition(tag: string): Condition {
  return {
    sql: 'EXISTS (SELECT 1 FROM fact_tags t WHERE t.tag = ? AND t.published = f.published AND t.id = f.id)',
    parameters: [tag],
    driver: {
      source: { sql: 'fact_tags t', parameters: [] },
      join: 'CROSS JOIN facts f ON f.key = t.fact',
      where: { sql: 't.tag = ?', parameters: [tag] },
      sorted: 'published',
      published: 't.published',
      moment: 'f.moment',
      id: 't.id',
      repeats: false,
      split: [],
    },
  }
}

function words(q: string, indexColumn: 'said' | 'counted'): Condition | 'nothing' {
  const wanted = searchWords(q)
  if (!wanted) return 'nothing'
  const match = matchExpression(wanted, indexColumn)
  if (match === undefined) {
    const unwanted = unwantedExpression(wanted, indexColumn)
    return { sql: 'f.key NOT IN (SELECT rowid FROM fact_index WHERE fact_index MATCH ?)', parameters: [unwanted], driver: null }
  }
  return {
    sql: 'f.key IN (SELECT rowid FROM fact_index WHERE fact_index MATCH ?)',
    parameters: [match],
    driver: {
      ...overFacts('', NOTHING, null),
      source: { sql: 'fact_index', parameters: [] },
      join: 'CROSS JOIN facts f ON f.key = fact_index.rowid',
      where: { sql: 'fact_index MATCH ?', parameters: [match] },
    },
  }
}

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

function publication(from: number | undefined, to: number | undefined): Condition {
  const parameters = [Math.max(from ?? UNDATED + 1, UNDATED + 1), to ?? FOREVER]
  const range = (name: string): Clause => ({ sql: `${name} >= ? AND ${name} < ?`, parameters })
  return { ...range(PUBLISHED), driver: overFacts('facts_by_published', range('f.published'), 'published') }
}
