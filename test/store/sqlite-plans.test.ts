import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FactQuery } from '../../src/store/port.js'
import { type Connection, openToWrite } from '../../src/store/sqlite/connection.js'
import { type Core, createCore } from '../../src/store/sqlite/core.js'
import { migrateConnection } from '../../src/store/sqlite/migrate.js'
import { isUnwantedOnly, type WordQuery } from '../../src/store/word-query.js'
import { asking, type Asked } from '../contract/asking.js'
import { analysed } from '../contract/fixtures.js'
import { FILTERS } from '../contract/filters.js'

let connection: Connection
let core: Core
let ran: Map<string, number>

beforeAll(() => {
  connection = openToWrite(':memory:')
  migrateConnection(connection)
  core = createCore(connection)
  for (let seed = 1; seed <= 12; seed++) core.saveAnalysis(analysed({ seed, facts: 16 }), { at: '2026-01-01T00:00:00Z', restore: false })
  const prepare = connection.statement.bind(connection)
  connection.statement = (sql) => {
    ran.set(sql, sql.split('?').length - 1)
    return prepare(sql)
  }
})
afterAll(() => connection.close())

/** The plan of every statement that a list of facts runs. */
const plansOf = (query: FactQuery): string[] => plansWhile(() => core.facts(query, { limit: 50 }))
const plansOfAsked = (asked: Asked, sort: FactQuery['sort']): string[] => plansOf({ ...asking(asked), sort })

/** The plan of every statement that is run, of those that read a table where one is named. */
function plansWhile(work: () => unknown, table = ''): string[] {
  ran = new Map()
  work()
  const statements = [...ran].filter(([sql]) => sql.includes(table))
  return statements.flatMap(([sql, parameters]) =>
    connection.database
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...Array.from({ length: parameters }, () => null))
      .map((row) => (row as { detail: string }).detail),
  )
}

/** Tables of facts, under the names that queries give them. */
const SCAN = /^SCAN (facts|f|i|p|t|v|b|fact_parties|fact_tags|fact_bodies|versions|aliases|parties)\b/
/** Walks over everything in the order of a list, whatever the filter says. */
const WALK = /USING (COVERING )?INDEX (facts_by_published|facts_by_moment)\b/

const walks = (filters: object): boolean =>
  ['publishedFrom', 'publishedTo', 'dated', 'open'].some((name) => name in filters) ||
  ('q' in filters && isUnwantedOnly(filters.q as WordQuery))

test.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))('%s has an index', (_, filters) => {
  for (const sort of ['-published', 'published'] as const) {
    const plans = plansOf({ ...filters, sort })
    expect(plans.length).toBeGreaterThan(1)
    expect(plans.filter((detail) => SCAN.test(detail))).toEqual([])
    if (!walks(filters)) expect(plans.filter((detail) => WALK.test(detail))).toEqual([])
  }
})

test.each([
  { entity: 'dubois', kind: 'role', status: 'planned' },
  { q: 'harbour', publisher: 'Tide Post', attributed: true },
  { tag: 'north', from: Date.UTC(2019, 0, 1), unit: 'vessel' },
  { speaker: 'seo', entity: 'karsk', publishedFrom: Date.UTC(2019, 2, 1) },
  { min: 5, max: 50_000, currency: 'USD' },
  { kind: ['role', 'event'], place: ['karsk', 'port'], minConfidence: 0.5 },
  { entity: [['dubois'], ['seo', 'haddad']], publisher: ['tide post', 'wire'] },
] as const)('%j scans nothing, in any order', (filters) => {
  for (const sort of ['-published', 'time', '-time'] as const) {
    expect(plansOfAsked(filters, sort).filter((detail) => SCAN.test(detail))).toEqual([])
  }
})

test('one index serves a filter and its order: nothing is sorted', () => {
  const filters = [
    {},
    { kind: 'role' },
    { publisher: 'Tide Post' },
    { tag: 'north' },
    { entity: 'dubois' },
    { speaker: 'seo' },
    { unit: 'vessel' },
    { event: 'sign' },
    { kind: ['role', 'event'] },
    { publisher: 'wire' },
    { tag: ['north', 'south'] },
    { place: 'karsk' },
    { minConfidence: 0.5 },
  ] as const
  for (const each of filters) expect(plansOfAsked(each, '-published').filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  expect(plansOfAsked({ unit: 'vessel' }, '-value').filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
  expect(plansOfAsked({}, 'time').filter((detail) => detail.includes('TEMP B-TREE'))).toEqual([])
})

test('entities come in the order of their names, of one type or of all', () => {
  for (const query of [{}, { type: ['PERSON'] }, { type: ['PERSON', 'EVENT'] }] as const) {
    const plans = plansWhile(() => core.entities(query, { limit: 50 }), 'FROM parties')
    expect(plans.filter((detail) => detail.includes('parties_by_type')).length).toBeGreaterThan(0)
    expect(plans.filter((detail) => SCAN.test(detail) || detail.includes('TEMP B-TREE'))).toEqual([])
  }
})

test('a scan would be seen', () => {
  const plan = connection.database.prepare(`EXPLAIN QUERY PLAN SELECT * FROM facts f WHERE f.high = 3`).all() as { detail: string }[]
  expect(plan.some(({ detail }) => SCAN.test(detail))).toBe(true)
})
