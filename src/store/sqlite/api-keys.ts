import type { ApiKeyRecord } from '../port.js'
import type { Connection } from './connection.js'

/** See `Store.apiKeys`: oldest first. */
export function apiKeys(connection: Connection): ApiKeyRecord[] {
  return connection.all<ApiKeyRecord>(
    'SELECT id, name, scope, hash, created_at AS createdAt, revoked_at AS revokedAt FROM api_keys ORDER BY created_at, id',
  )
}

/** See `Store.addApiKey`. */
export function addApiKey(connection: Connection, { id, name, scope, hash, createdAt, revokedAt }: ApiKeyRecord): void {
  connection.run(
    'INSERT INTO api_keys (id, name, scope, hash, created_at, revoked_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    name,
    scope,
    hash,
    createdAt,
    revokedAt,
  )
}

/** See `Store.revokeApiKey`. */
export function revokeApiKey(connection: Connection, id: string, at: string): boolean {
  return connection.run('UPDATE api_keys SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', at, id).changes > 0
}
