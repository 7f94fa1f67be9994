import type { FastifyRequest } from 'fastify'
import { timingSafeEqual } from 'node:crypto'
import { isLoopback, type Settings } from '../settings.js'
import type { Store } from '../store/port.js'
import { createKeyring, sha256, type KnownKey, type Scope } from './keys.js'
import { Problem } from './problems.js'

/** Who calls: `owner` separates idempotency keys and rate limits. */
export interface Caller {
  readonly owner: string
  readonly scope: Scope
}

/** Whether at least one key is in use: without any, the service serves its own machine only. */
export async function anyKey(settings: Settings, store: Store): Promise<boolean> {
  return settings.API_KEYS.length > 0 || (await store.apiKeys()).some((key) => key.revokedAt === null)
}

/** Decides who may call what. The keys are read before it is handed out: there is no moment in which none are known yet. */
export async function createGate(settings: Settings, store: Store) {
  const keys = await createKeyring(settings, store)

  /** The caller of a request; raises `unauthorized`, `forbidden`, `host_not_allowed` or `keys_unavailable`. */
  return async function admit(request: FastifyRequest, scope: 'open' | Scope): Promise<Caller> {
    if (scope === 'open' || settings.AUTH === 'none') return anonymous(request)
    const { active, closed } = await keys()
    if (!closed && isLoopback(settings.HOST)) {
      checkHost(request)
      return anonymous(request)
    }
    const caller = match(active, request.headers.authorization)
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
