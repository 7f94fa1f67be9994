import type { FastifyRequest } from 'fastify'
import { createHash, timingSafeEqual } from 'node:crypto'
import { isLoopback, type Settings } from '../settings.js'
import type { Store } from '../store/port.js'
import { Problem } from './problems.js'

type Scope = 'read' | 'write'

/** Who calls: `owner` separates idempotency keys and rate limits. */
export interface Caller {
  readonly owner: string
  readonly scope: Scope
}

interface KnownKey {
  readonly owner: string
  readonly scope: Scope
  readonly hash: Buffer
}

/** How long a key that was created or revoked by another process may go unnoticed. */
const REFRESH_MS = 2000

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether at least one key is in use: without any, the service serves its own machine only. */
export async function anyKey(settings: Settings, store: Store): Promise<boolean> {
  return settings.API_KEYS.length > 0 || (await store.apiKeys()).some((key) => key.revokedAt === null)
}

/** Decides who may call what. */
export function createGate(settings: Settings, store: Store) {
  const fixed: KnownKey[] = settings.API_KEYS.map(({ key, scope }) => ({
    owner: sha256(key).toString('hex').slice(0, 16),
    scope,
    hash: sha256(key),
  }))
  let known = fixed
  let readAt = -Infinity

  async function keys(): Promise<readonly KnownKey[]> {
    if (performance.now() - readAt > REFRESH_MS) {
      readAt = performance.now()
      const stored = (await store.apiKeys()).filter((key) => key.revokedAt === null)
      known = [...fixed, ...stored.map(({ hash, scope }) => ({ owner: hash.slice(0, 16), scope, hash: Buffer.from(hash, 'hex') }))]
    }
    return known
  }

  /** The caller of a request; raises `unauthorized`, `forbidden` or `host_not_allowed`. */
  return async function admit(request: FastifyRequest, scope: 'open' | Scope): Promise<Caller> {
    if (scope === 'open' || settings.AUTH === 'none') return anonymous(request)
    const candidates = await keys()
    if (candidates.length === 0 && isLoopback(settings.HOST)) {
      checkHost(request)
      return anonymous(request)
    }
    const caller = match(candidates, request.headers.authorization)
    if (!caller) throw new Problem('unauthorized', undefined, { headers: { 'www-authenticate': 'Bearer realm="attest"' } })
    if (scope === 'write' && caller.scope === 'read') throw new Problem('forbidden')
    return { owner: caller.owner, scope: caller.scope }
  }
}

const anonymous = (request: FastifyRequest): Caller => ({ owner: `address:${request.ip}`, scope: 'write' })

/** Looks at every key, however early one fits: the time tells nothing. */
function match(keys: readonly KnownKey[], header: string | undefined): KnownKey | undefined {
  const given = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (given === undefined) return undefined
  const hash = sha256(given)
  let found: KnownKey | undefined
  for (const key of keys) if (key.hash.length === hash.length && timingSafeEqual(key.hash, hash)) found = key
  return found
}

/** A page of another site can reach this machine under a name of its own (DNS rebinding), but cannot hide that name. */
function checkHost(request: FastifyRequest): void {
  const name = (request.headers.host ?? '').replace(/:\d*$/, '')
  if (!isLoopback(name) && !/\.localhost$/i.test(name)) throw new Problem('host_not_allowed')
}
