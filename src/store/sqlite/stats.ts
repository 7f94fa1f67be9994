import { FACT_KINDS } from '../../document/layers.js'
import type { JobStatus, Stats } from '../records.js'
import type { Connection } from './connection.js'

const JOB_STATUSES: readonly JobStatus[] = ['queued', 'running', 'done', 'failed']

/** See `Store.stats`: what is current, and how many versions there are in all. */
export function stats(connection: Connection): Stats {
  const count = (sql: string): number => connection.value<number>(sql) ?? 0
  const grouped = <Name extends string>(names: readonly Name[], sql: string): Record<Name, number> => {
    const counts = new Map(connection.all<{ name: Name; count: number }>(sql).map((row) => [row.name, row.count]))
    return Object.fromEntries(names.map((name) => [name, counts.get(name) ?? 0])) as Record<Name, number>
  }
  const factsByKind = grouped(FACT_KINDS, 'SELECT kind AS name, count(*) AS count FROM facts GROUP BY kind')
  return {
    articles: count('SELECT count(*) FROM versions WHERE current = 1'),
    versions: count('SELECT count(*) FROM versions'),
    facts: Object.values(factsByKind).reduce((sum, each) => sum + each, 0),
    entities: count('SELECT count(*) FROM parties WHERE entity_id IS NOT NULL'),
    sentences: count('SELECT sum(length(bounds) / 8) FROM sentences'),
    factsByKind,
    publishers: count('SELECT count(*) FROM publishers'),
    jobs: grouped(JOB_STATUSES, 'SELECT status AS name, count(*) AS count FROM jobs GROUP BY status'),
    extractorVersion: connection.value<string>('SELECT extractor_version FROM extractions ORDER BY key DESC LIMIT 1') ?? null,
  }
}
