import type { Facet, FacetCount, FactCounts, FactQuery } from '../port.js'
import type { Connection, Parameter } from './connection.js'
import { type Condition, conditionsOf, PUBLISHED } from './fact-conditions.js'
import { PARTICIPANT, PLACE, SPEAKER } from './current-facts.js'
import { chooseDriver, SORTS } from './fact-pages.js'
import { UNDATED } from './instants.js'
import { nameOf } from './read-entities.js'

/** Values of a facet that are counted out, the most frequent first. */
const MOST_VALUES = 100
const ORDER = `ORDER BY count DESC, value LIMIT ${MOST_VALUES}`

/** What is counted in a column of facts: the values, the index that has them in order, and which facts have one. */
interface Column {
  readonly value: string
  readonly index: string
  readonly has: string
}

const column = (name: string, index = `facts_by_${name}`): Column => ({ value: `f.${name}`, index, has: `f.${name} IS NOT NULL` })

const COLUMNS: Readonly<Partial<Record<Facet, Column>>> = {
  kind: column('kind'),
  publisher: column('publisher'),
  status: column('status'),
  polarity: column('polarity'),
  unit: column('unit'),
  currency: column('currency'),
  event: column('event'),
  // Of publication, in UTC.
  month: {
    value: `strftime('%Y-%m', f.published / 1000, 'unixepoch')`,
    index: 'facts_by_published',
    has: `f.published > ${UNDATED}`,
  },
}

/** Facets whose values are parties, and what these do in a fact. */
const ROLES: Readonly<Partial<Record<Facet, number>>> = { entity: PARTICIPANT, speaker: SPEAKER, place: PLACE }

/** See `Store.factCounts`. */
export function factCounts(connection: Connection, query: FactQuery, facets: readonly Facet[]): FactCounts {
  const conditions = conditionsOf(connection, query)
  return Object.fromEntries(facets.map((facet) => [facet, conditions ? countsOf(connection, conditions, facet) : []]))
}

function countsOf(connection: Connection, conditions: readonly Condition[], facet: Facet): readonly FacetCount[] {
  const counted = COLUMNS[facet]
  if (counted) return conditions.length === 0 ? allOf(connection, counted) : hitsOf(connection, conditions, counted)
  const role = ROLES[facet]!
  return withNames(connection, conditions.length === 0 ? allParties(connection, role) : partiesOf(connection, conditions, role))
}

const allOf = (connection: Connection, { value, index, has }: Column): FacetCount[] =>
  connection.all<FacetCount>(
    `SELECT ${value} AS value, count(*) AS count FROM facts f INDEXED BY ${index} WHERE ${has} GROUP BY 1 ${ORDER}`,
  )

/** A statement about the facts that meet the conditions. */
function overHits(connection: Connection, conditions: readonly Condition[]): { readonly hits: string; readonly parameters: Parameter[] } {
  const driver = chooseDriver(connection, conditions, SORTS['-published'])
  const others = conditions.filter((condition) => condition.driver !== driver)
  const tests = [driver.where.sql, ...others.map(({ sql }) => sql.replaceAll(PUBLISHED, driver.published))].filter((test) => test !== '')
  const where = tests.length === 0 ? '' : `WHERE ${tests.join(' AND ')}` // a source may be the whole of a condition
  return {
    hits: `WITH hits AS MATERIALIZED (SELECT ${driver.repeats ? 'DISTINCT ' : ''}f.key FROM ${driver.source.sql} ${driver.join} ${where})`,
    parameters: [...driver.source.parameters, ...driver.where.parameters, ...others.flatMap((condition) => condition.parameters)],
  }
}

const HIT_FACTS = 'FROM hits h CROSS JOIN facts f ON f.key = h.key'

function hitsOf(connection: Connection, conditions: readonly Condition[], { value, has }: Column): FacetCount[] {
  const { hits, parameters } = overHits(connection, conditions)
  return connection.all<FacetCount>(
    `${hits} SELECT ${value} AS value, count(*) AS count ${HIT_FACTS} WHERE ${has} GROUP BY 1 ${ORDER}`,
    ...parameters,
  )
}

type PartyCount = readonly [party: number, count: number]

const allParties = (connection: Connection, role: number): PartyCount[] =>
  connection
    .all<{ party: number; count: number }>('SELECT party, count(*) AS count FROM fact_parties WHERE role = ? GROUP BY party', role)
    .map(({ party, count }) => [party, count])

function partiesOf(connection: Connection, conditions: readonly Condition[], wanted: number): PartyCount[] {
  const { hits, parameters } = overHits(connection, conditions)
  const counts = new Map<number, number>()
  for (const { postings } of connection.all<{ postings: string }>(`${hits} SELECT f.postings ${HIT_FACTS}`, ...parameters)) {
    for (const [party, role] of JSON.parse(postings) as [number, number][]) {
      if (role === wanted) counts.set(party, (counts.get(party) ?? 0) + 1)
    }
  }
  return [...counts]
}

/** The most frequent of them, each with what a filter takes and what people call it. */
function withNames(connection: Connection, counts: readonly PartyCount[]): FacetCount[] {
  const least = counts.map(([, count]) => count).sort((a, b) => b - a)[MOST_VALUES - 1] ?? 0
  const named = counts
    .filter(([, count]) => count >= least)
    .map(([party, count]): FacetCount => {
      const name = nameOf(connection, party)
      return { value: connection.value<string | null>('SELECT entity_id FROM parties WHERE key = ?', party) ?? name, name, count }
    })
  return named.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES)
}
