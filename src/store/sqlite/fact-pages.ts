import type { FactQuery, Page, PageRequest, StoredFact } from '../port.js'
import type { Connection, Parameter } from './connection.js'
import { decodeCursor, encodeCursor, fingerprint, NUMBER, TEXT, whole } from './cursor.js'
import { factReader } from './fact-bodies.js'
import { type Condition, conditionsOf, type Driver, EVERYTHING, PUBLISHED } from './fact-conditions.js'
import { LEAST } from './current-facts.js'
import { INSTANT, UNDATED } from './instants.js'
import { matchExpression } from './match.js'
import { untilFull } from './page.js'

type SortColumn = 'published' | 'moment' | 'amount'

/** What a list is ordered by. */
export interface Sort {
  readonly column: SortColumn
  readonly descending: boolean
  /** What facts without it have in the column; they come last. */
  readonly missing: number
}

/** How each `sort` orders. */
export const SORTS: Readonly<Record<Exclude<FactQuery['sort'], 'relevance'>, Sort>> = {
  published: { column: 'published', descending: false, missing: UNDATED },
  '-published': { column: 'published', descending: true, missing: UNDATED },
  time: { column: 'moment', descending: false, missing: UNDATED },
  '-time': { column: 'moment', descending: true, missing: UNDATED },
  value: { column: 'amount', descending: false, missing: LEAST },
  '-value': { column: 'amount', descending: true, missing: LEAST },
}

/** A place in a list: sort value and fact id. Ties are by id, in the direction of the sort. */
type Position = readonly [at: number, id: string]
/** A list is walked twice: over the facts that have the sort's value, then over those that miss it. */
export type Walk = 'valued' | 'missing'
interface Hit {
  readonly key: number
  readonly at: number
  readonly id: string
}

/** SQL and parameters of one page of keys. */
export interface PageStatement {
  readonly sql: string
  readonly parameters: readonly Parameter[]
}

const LAST_ID = '\u{10ffff}'

/** See `Store.facts`. */
export function facts(connection: Connection, query: FactQuery, { limit, cursor }: PageRequest): Page<StoredFact> {
  const list = fingerprint('facts', query)
  const conditions = conditionsOf(connection, query)
  if (query.sort === 'relevance') return byRelevance(connection, query, conditions, list, limit, cursor)
  const sort = SORTS[query.sort]
  const from = cursor === undefined ? undefined : decodeCursor(list, cursor, [sort.column === 'amount' ? NUMBER : INSTANT, TEXT])
  if (!conditions) return { items: [], next: null }
  const hits = hitsOf(connection, query, conditions, sort, from, limit + 1)
  const items = storedFacts(connection, hits.slice(0, limit))
  const last = hits[items.length - 1]
  return { items, next: hits.length > items.length && last ? encodeCursor(list, [last.at, last.id]) : null }
}

function hitsOf(
  connection: Connection,
  query: FactQuery,
  conditions: readonly Condition[],
  sort: Sort,
  from: Position | undefined,
  count: number,
): Hit[] {
  const driver = chooseDriver(connection, conditions, sort)
  const parts = driver.split[0]?.sorted === sort.column ? driver.split : [driver]
  const read = (walk: Walk, position: Position, many: number): Hit[] => {
    const lists = parts.map((part) => {
      const { sql, parameters } = pageStatement(part, conditions, sort, walk, position, many)
      return connection.all<Hit>(sql, ...parameters)
    })
    return merged(lists, sort, many)
  }
  const hasMissing = from?.[0] === sort.missing
  const valued = hasMissing ? [] : read('valued', from ?? (sort.descending ? [Number.MAX_VALUE, ''] : [sort.missing, LAST_ID]), count)
  if (valued.length === count || needsValue(query, sort)) return valued
  const missingFrom = hasMissing ? from[1] : sort.descending ? LAST_ID : ''
  return [...valued, ...read('missing', [sort.missing, missingFrom], count - valued.length)]
}

/** Whether a filter leaves out the facts that lack what is sorted by. */
function needsValue(query: FactQuery, { column }: Sort): boolean {
  const given = (...values: (number | undefined)[]): boolean => values.some((value) => value !== undefined)
  if (column === 'published') return given(query.publishedFrom, query.publishedTo)
  return column === 'moment' ? given(query.from, query.to) || query.dated === true : given(query.min, query.max)
}

/** Sorted lists as one, each fact once. */
function merged(lists: readonly Hit[][], { descending }: Sort, count: number): Hit[] {
  if (lists.length === 1) return lists[0]!
  const direction = descending ? -1 : 1
  const all = lists.flat().sort((a, b) => direction * (a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)))
  return all.filter((hit, i) => hit.key !== all[i - 1]?.key).slice(0, count)
}

/** One page of keys over a driver; the other conditions are tested on each of its facts. */
export function pageStatement(
  driver: Driver,
  conditions: readonly Condition[],
  sort: Sort,
  walk: Walk,
  [at, id]: Position,
  count: number,
): PageStatement {
  const column = sort.column === 'amount' ? 'f.amount' : driver[sort.column]
  const others = conditions.filter(
    (condition) => !condition.driver || (condition.driver !== driver && !condition.driver.split.includes(driver)),
  )
  const [sign, direction] = sort.descending ? ['<', 'DESC'] : ['>', 'ASC']
  const position =
    walk === 'missing'
      ? `${column} = ? AND ${driver.id} ${sign} ?`
      : `(${column}, ${driver.id}) ${sign} (?, ?) AND ${column} > ${sort.missing}`
  const tests = others.map((condition) => condition.sql.replaceAll(PUBLISHED, driver.published))
  const where = [driver.where.sql, ...tests, position].filter((test) => test !== '')
  const order = walk === 'missing' ? `${driver.id} ${direction}` : `${column} ${direction}, ${driver.id} ${direction}`
  return {
    sql: `SELECT ${driver.repeats ? 'DISTINCT ' : ''}f.key, ${column} AS at, ${driver.id} AS id FROM ${driver.source.sql} ${driver.join}
      WHERE ${where.join(' AND ')} ORDER BY ${order} LIMIT ?`,
    parameters: [
      ...driver.source.parameters,
      ...driver.where.parameters,
      ...others.flatMap((condition) => condition.parameters),
      at,
      id,
      count,
    ],
  }
}

/** How many facts of a condition are counted before it passes for frequent; the second try is for when all are. */
const FEW = 300
const MANY = 1_500

/**
 * The condition to start from: the one fewest facts meet. Where all are frequent, one whose index has the order of the sort, so
 * that the first page is soon full; else the index of the sort itself.
 */
export function chooseDriver(connection: Connection, conditions: readonly Condition[], sort: Sort): Driver {
  const drivers = conditions.flatMap(({ driver }) => driver ?? [])
  const serves = (driver: Driver): boolean => driver.sorted === sort.column || driver.split[0]?.sorted === sort.column
  const whole = sort.column === 'amount' ? drivers.find(serves) : EVERYTHING[sort.column]
  if (!whole) throw new Error('Sorting by value needs a unit or a currency.')
  if (drivers.length === 0) return whole
  if (drivers.length === 1 && serves(drivers[0]!)) return drivers[0]!
  for (const most of [FEW, MANY]) {
    const counts = drivers.map((driver) => countUpTo(connection, driver, most))
    const fewest = Math.min(...counts)
    if (fewest < most) return drivers[counts.indexOf(fewest)]!
  }
  return drivers.find(serves) ?? whole
}

function countUpTo(connection: Connection, { source, where, join }: Driver, most: number): number {
  const joined = where.sql.includes('f.') && !source.sql.startsWith('facts f') ? join : ''
  return connection.value<number>(
    `SELECT count(*) FROM (SELECT 1 FROM ${source.sql} ${joined} ${where.sql && `WHERE ${where.sql}`} LIMIT ?)`,
    ...source.parameters,
    ...where.parameters,
    most,
  )!
}

const MOST_RELEVANT = 1_000

function byRelevance(
  connection: Connection,
  query: FactQuery,
  conditions: readonly Condition[] | undefined,
  list: string,
  limit: number,
  cursor: string | undefined,
): Page<StoredFact> {
  const offset = cursor === undefined ? 0 : decodeCursor(list, cursor, [whole(1, MOST_RELEVANT - 1)])[0]
  const match = query.q && matchExpression(query.q, 'said')
  if (!conditions || match === undefined) return { items: [], next: null }
  const others = conditions.filter((condition) => condition.parameters[0] !== match)
  const where = ['fact_index MATCH ?', ...others.map((condition) => condition.sql.replaceAll(PUBLISHED, 'f.published'))]
  const count = Math.min(limit, MOST_RELEVANT - offset)
  const keys = connection.all<{ key: number }>(
    `SELECT f.key FROM fact_index CROSS JOIN facts f ON f.key = fact_index.rowid WHERE ${where.join(' AND ')}
     ORDER BY bm25(fact_index), f.id LIMIT ? OFFSET ?`,
    match,
    ...others.flatMap((condition) => condition.parameters),
    count + 1,
    offset,
  )
  const items = storedFacts(connection, keys.slice(0, count))
  const end = offset + items.length
  return { items, next: keys.length > items.length && end < MOST_RELEVANT ? encodeCursor(list, [end]) : null }
}

/** Facts by their keys, until the page is full. */
function storedFacts(connection: Connection, hits: readonly { readonly key: number }[]): StoredFact[] {
  const read = factReader(connection)
  return untilFull(
    hits,
    ({ key }) => read(key),
    ({ body }) => Buffer.byteLength(body),
  )
}

/** See `Store.fact`. */
export function fact(connection: Connection, id: string): StoredFact | undefined {
  const key = connection.value<number>('SELECT key FROM facts WHERE id = ?', id)
  return key === undefined ? undefined : factReader(connection)(key)
}
