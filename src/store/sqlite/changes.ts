import { bodiesOf, rowsOf } from '../bodies.js'
import type { UnpackedArticle } from '../codec.js'
import type { ChangePage, ChangesRequest } from '../port.js'
import type { Change } from '../records.js'
import type { Connection } from './connection.js'
import { decodeCursor, encodeCursor, whole } from './cursor.js'
import { bodyReader, type PlacedBody } from './fact-bodies.js'

/** Facts of one change, at most: with 500 changes to a page, an answer of 4 MB. */
const FACTS = 200

/** What became of the facts of an article: ids. */
export interface FactChanges {
  readonly removed: readonly string[]
  readonly changed: readonly string[]
  readonly added: readonly string[]
}

/** The current facts of a version as they are stored, by id. */
export function currentFacts(connection: Connection, versionKey: number): Map<string, string> {
  const read = bodyReader(connection)
  const rows = connection.all<PlacedBody & { readonly id: string }>(
    'SELECT id, body, body_start, body_size FROM facts WHERE version_key = ?',
    versionKey,
  )
  return new Map(rows.map((row) => [row.id, read(row)]))
}

/**
 * Facts that went, read differently, or came. All that stay read differently where they show another article (`shown`); that they are of another
 * version of it is no difference.
 */
export function compareFacts(
  before: ReadonlyMap<string, string>,
  { facts, bodies }: Pick<UnpackedArticle, 'facts' | 'bodies'>,
  shown = false,
): FactChanges {
  if (before.size === 0) return { removed: [], changed: [], added: facts.map(({ id }) => id) }
  const lines = rowsOf(bodies).flatMap(bodiesOf)
  const kept = new Set(facts.map(({ id }) => id))
  return {
    removed: [...before.keys()].filter((id) => !kept.has(id)),
    changed: facts.flatMap(({ id }, i) =>
      before.has(id) && (shown || unversioned(before.get(id)!) !== unversioned(lines[i]!)) ? [id] : [],
    ),
    added: facts.flatMap(({ id }) => (before.has(id) ? [] : [id])),
  }
}

/** A body without the numbers of versions. Inside strings of JSON the quotation marks would be escaped. */
const unversioned = (body: string): string => body.replaceAll(/"version":\d+/g, '')

/** Writes down what happened to an article, then what became of its facts. */
export function logChange(
  connection: Connection,
  change: Pick<Change, 'articleId' | 'version' | 'at'> & { readonly type: Exclude<Change['type'], `fact.${string}`> },
  facts: Partial<FactChanges> = {},
): void {
  const { type, articleId, version, at } = change
  const insert = (type: Change['type'], ids: string | null): void => {
    connection.run('INSERT INTO changes (type, article_id, version, at, facts) VALUES (?, ?, ?, ?, ?)', type, articleId, version, at, ids)
  }
  insert(type, null)
  for (const [what, ids] of [
    ['fact.removed', facts.removed],
    ['fact.changed', facts.changed],
    ['fact.added', facts.added],
  ] as const) {
    for (let from = 0; ids && from < ids.length; from += FACTS) insert(what, JSON.stringify(ids.slice(from, from + FACTS)))
  }
}

type ChangeRow = Omit<Change, 'factIds'> & { readonly facts: string | null }

/** See `Store.changes`. */
export function changes(connection: Connection, { limit, cursor, after = 0 }: ChangesRequest): ChangePage {
  const from = cursor === undefined ? after : decodeCursor('changes', cursor, [whole(0)])[0]
  const rows = connection.all<ChangeRow>(
    'SELECT sequence, type, article_id AS articleId, version, at, facts FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?',
    from,
    limit + 1,
  )
  const items = rows
    .slice(0, limit)
    .map(({ facts, ...row }) => ({ ...row, ...(facts !== null && { factIds: JSON.parse(facts) as string[] }) }))
  const end = encodeCursor('changes', [items.at(-1)?.sequence ?? from])
  return { items, next: rows.length > limit ? end : null, cursor: end }
}
