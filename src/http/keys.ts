import { createHash } from 'node:crypto'
import type { Settings } from '../settings.js'
import type { Store } from '../store/port.js'
import { Problem } from './problems.js'

export type Scope = 'read' | 'write'

/** A key that opens the service: `owner` stands for it in rate limits and idempotency records. */
export interface KnownKey {
  readonly owner: string
  readonly scope: Scope
  readonly hash: Buffer
}

/** The keys in use; `closed` once the service ever had one: revoking the last does not open it. */
export interface Keys {
  readonly active: readonly KnownKey[]
  readonly closed: boolean
}

/** How long a key that was created or revoked by another process may go unnoticed. */
const REFRESH_MS = 2000

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

function keysOf(settings: Settings): KnownKey[] {
  return settings.API_KEYS.map(({ key, scope }) => ({ owner: sha256(key).toString('hex').slice(0, 16), scope, hash: sha256(key) }))
}

/**
 * Reads the keys once, then anew when they are asked for and `REFRESH_MS` old; whoever asks meanwhile waits for the same read.
 * A read that fails raises `keys_unavailable`: nobody is let in on what was known before.
 */
export async function createKeyring(
  settings: Settings,
  store: Pick<Store, 'apiKeys'>,
  now: () => number = () => performance.now(),
): Promise<() => Promise<Keys>> {
  const fixed = keysOf(settings)
  let known: Keys = { active: fixed, closed: fixed.length > 0 }
  let freshUntil = -Infinity
  let reading: Promise<Keys> | undefined

  async function read(): Promise<Keys> {
    const stored = await store.apiKeys()
    const active = stored
      .filter((key) => key.revokedAt === null)
      .map(({ hash, scope }) => ({ owner: hash.slice(0, 16), scope, hash: Buffer.from(hash, 'hex') }))
    known = { active: [...fixed, ...active], closed: known.closed || stored.length > 0 }
    freshUntil = now() + REFRESH_MS
    return known
  }

  async function current(): Promise<Keys> {
    if (now() < freshUntil) return known
    reading ??= read().finally(() => (reading = undefined))
    try {
      return await reading
    } catch (cause) {
      throw new Problem('keys_unavailable', undefined, { headers: { 'retry-after': '5' }, cause })
    }
  }

  await read()
  return current
}
