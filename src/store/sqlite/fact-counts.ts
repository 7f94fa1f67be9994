import type { Facet, FactCounts, FactQuery } from '../port.js'
import type { Connection, Parameter } from './connection.js'
import { type Condition, conditionsOf, PUBLISHED } from './fact-conditions.js'
import { PARTICIPANT } from './current-facts.js'
import { chooseDriver, SORTS } from './fact-pages.js'

/** Values of a facet that are counted out, the most frequent first. */
const MOST_VALUES = 100

type Count = { readonly value: string; readonly count: number }
type Column = 'kind' | 'publisher' | 'status' | 'unit'

const ORDER = `ORDER BY count DESC, value LIMIT ${MOST_VALUES}`

/** See `Store.factCounts`. */
export function factCounts(connection: Connection, query: FactQuery, facets: readonly Facet[]): FactCounts {
  const conditions = conditionsOf(connection, query)
  const counts: Partial<Record<Facet, Count[]>> = {}
  for (const facet of facets) {
    if (!conditions) counts[facet] = []
    else if (conditions.length === 0) counts[facet] = facet === 'entity' ? allEntities(connection) : allOf(connection, facet)
    else counts[facet] = countHits(connection, conditions, facet)
  }
  return counts
}

const INDEX_OF: Readonly<Record<Column, string>> = {
  kind: 'facts_by_kind',
  publisher: 'facts_by_publisher',
  status: 'facts_by_status',
  unit: 'facts_by_unit',
}

const allOf = (connection: Connection, column: Column): Count[] =>
  connection.all<Count>(
    `SELECT ${column} AS value, count(*) AS count FROM facts INDEXED BY ${INDEX_OF[column]} WHERE ${column} IS NOT NULL GROUP BY ${column} ${ORDER}`,
  )

const allEntities = (connection: Connection): Count[] =>
  connection.all<Count>(
    `SELECT e.entity_id AS value, n.count FROM
       (SELECT party, count(*) AS count FROM fact_parties WHERE role = ${PARTICIPANT} GROUP BY party) n JOIN parties e ON e.key = n.party ${ORDER}`,
  )

function countHits(connection: Connection, conditions: readonly Condition[], facet: Facet): Count[] {
  const driver = chooseDriver(connection, conditions, SORTS['-published'])
  const others = conditions.filter((condition) => condition.driver !== driver)
  const tests = [driver.where.sql, ...others.map(({ sql }) => sql.replaceAll(PUBLISHED, driver.published))].filter((test) => test !== '')
  const hits = `WITH hits AS MATERIALIZED (SELECT ${driver.repeats ? 'DISTINCT ' : ''}f.key FROM ${driver.source.sql} ${driver.join} WHERE ${tests.join(' AND ')})`
  const parameters: Parameter[] = [
    ...driver.source.parameters,
    ...driver.where.parameters,
    ...others.flatMap((condition) => condition.parameters),
  ]
  const facts = 'FROM hits h CROSS JOIN facts f ON f.key = h.key'
  if (facet === 'entity') {
    const rows = connection.all<{ postings: string }>(`${hits} SELECT f.postings ${facts}`, ...parameters)
    return countEntities(connection, rows)
  }
  return connection.all<Count>(
    `${hits} SELECT f.${facet} AS value, count(*) AS count ${facts} WHERE f.${facet} IS NOT NULL GROUP BY 1 ${ORDER}`,
    ...parameters,
  )
}

function countEntities(connection: Connection, rows: readonly { readonly postings: string }[]): Count[] {
  const counts = new Map<number, number>()
  for (const { postings } of rows) {
    for (const [party, role] of JSON.parse(postings) as [number, number][]) {
      if (role === PARTICIPANT) counts.set(party, (counts.get(party) ?? 0) + 1)
    }
  }
  const least = [...counts.values()].sort((a, b) => b - a)[MOST_VALUES - 1] ?? 0
  const frequent = [...counts].filter(([, count]) => count >= least)
  const idOf = (party: number): string => connection.value<string>('SELECT entity_id FROM parties WHERE key = ?', party)!
  const named = frequent.map(([party, count]) => ({ value: idOf(party), count }))
  return named.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)).slice(0, MOST_VALUES)
}
