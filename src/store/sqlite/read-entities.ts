import { ENTITY_TYPES, type EntityType } from '../../document/layers.js'
import type { Page, PageRequest } from '../port.js'
import type { FactRecord, SharedEntity, SharedEntityDetail } from '../records.js'
import type { Connection, Parameter } from './connection.js'
import { decodeCursor, fingerprint, TEXT } from './cursor.js'
import { PARTICIPANT } from './current-facts.js'
import { factReader } from './fact-bodies.js'
import { pageOf, untilFull } from './page.js'
import type { WordQuery } from '../word-query.js'
import { partiesNamed } from './resolve-parties.js'

interface PartyRow {
  readonly key: number
  readonly entity_id: string
  readonly type: EntityType
  readonly folded: string
  readonly articles: number
  readonly mentions: number
}

/** See `Store.entities`: by folded name, then id. */
export function entities(
  connection: Connection,
  query: { readonly q?: WordQuery; readonly type?: readonly EntityType[] },
  { limit, cursor }: PageRequest,
): Page<SharedEntity> {
  const list = fingerprint('entities', query)
  const position = cursor === undefined ? ['', ''] : decodeCursor(list, cursor, [TEXT, TEXT])
  const keys = query.q === undefined ? undefined : JSON.stringify(partiesNamed(connection, query.q))
  const types = query.type !== undefined ? [...new Set(query.type)] : keys === undefined ? ENTITY_TYPES : [undefined]
  const parts = types.map((type) => entitiesAfter(position, type, keys))
  const rows = connection.all<PartyRow>(
    `${parts.map(({ sql }) => sql).join(' UNION ALL ')} ORDER BY folded, entity_id LIMIT ?`,
    ...parts.flatMap(({ parameters }) => parameters),
    limit + 1,
  )
  return pageOf(
    list,
    rows,
    limit,
    (row) => sharedEntity(connection, row),
    (row) => [row.folded, row.entity_id],
  )
}

/** Entities after a position: of a type, which has them in order, or among the keys. */
function entitiesAfter(
  position: readonly Parameter[],
  type: EntityType | undefined,
  keys: string | undefined,
): { readonly sql: string; readonly parameters: Parameter[] } {
  const tests = ['entity_id IS NOT NULL', '(folded, entity_id) > (?, ?)']
  const parameters: Parameter[] = [...position]
  if (type !== undefined) {
    tests.push('type = ?')
    parameters.push(type)
  }
  if (keys !== undefined) {
    tests.push('key IN (SELECT value FROM json_each(?))')
    parameters.push(keys)
  }
  return { sql: `SELECT key, entity_id, type, folded, articles, mentions FROM parties WHERE ${tests.join(' AND ')}`, parameters }
}

interface AliasRow {
  readonly text: string
  readonly count: number
  readonly named: number
}

function sharedEntity(connection: Connection, { key, entity_id, type, articles, mentions }: PartyRow): SharedEntity {
  const aliases = aliasesOf(connection, key)
  return {
    id: entity_id,
    type,
    name: fullest(aliases),
    aliases: aliases
      .filter(({ count }) => count > 0)
      .slice(0, MOST_ALIASES)
      .map(({ text, count }) => ({ text, count })),
    articles,
    mentions,
  }
}

const aliasesOf = (connection: Connection, party: number): AliasRow[] =>
  connection.all<AliasRow>('SELECT text, count, named FROM aliases WHERE party = ? ORDER BY count DESC, text', party)

/** What people call a party. */
export const nameOf = (connection: Connection, party: number): string => fullest(aliasesOf(connection, party))

/** The full name that most articles give; the first by code point where two are as frequent. */
function fullest(aliases: readonly AliasRow[]): string {
  let best: AliasRow | undefined
  for (const alias of aliases) {
    if (!best || alias.named > best.named || (alias.named === best.named && alias.count === best.count && alias.text < best.text))
      best = alias
  }
  return best?.text ?? ''
}

/** Spellings that are shown, the most frequent; the rest is what is found once in a text of lists. */
const MOST_ALIASES = 100
const MOST_ROLES = 100
const MOST_COMPANIONS = 10

/** See `Store.entity`. */
export function entity(connection: Connection, id: string): SharedEntityDetail | undefined {
  const row = connection.get<PartyRow>('SELECT key, entity_id, type, folded, articles, mentions FROM parties WHERE entity_id = ?', id)
  if (!row) return undefined
  const roles = connection.all<{ key: number }>(
    `SELECT f.key FROM fact_parties p CROSS JOIN facts f ON f.key = p.fact
     WHERE p.party = ? AND p.role = ${PARTICIPANT} AND f.kind = 'role' ORDER BY p.published DESC, p.id DESC LIMIT ${MOST_ROLES}`,
    row.key,
  )
  const read = factReader(connection)
  return {
    ...sharedEntity(connection, row),
    roles: untilFull(
      roles,
      ({ key }) => read(key).body,
      (body) => Buffer.byteLength(body),
    ).map((body) => JSON.parse(body) as FactRecord),
    companions: companions(connection, row.key),
  }
}

function companions(connection: Connection, party: number): SharedEntityDetail['companions'] {
  const rows = connection.all<{ key: number; entityId: string; articles: number }>(
    `SELECT p.key, p.entity_id AS entityId, n.articles FROM (
       SELECT j.value AS party, count(*) AS articles FROM party_versions a CROSS JOIN version_parties v ON v.version_key = a.version_key,
         json_each(v.entities) j WHERE a.party = ? AND j.value <> ? GROUP BY 1) n
     JOIN parties p ON p.key = n.party ORDER BY n.articles DESC, p.entity_id LIMIT ${MOST_COMPANIONS}`,
    party,
    party,
  )
  return rows.map(({ key, entityId, articles }) => ({ entityId, name: nameOf(connection, key), articles }))
}
