import { Problem } from './problems.js'

const WINDOW_MS = 60_000
/** Callers remembered at most; beyond, the oldest is forgotten. */
const CALLERS = 100_000

interface Window {
  readonly endsAt: number
  used: number
}

/**
 * Counts requests a minute for each caller and gives the headers of draft-ietf-httpapi-ratelimit-headers: the policy as
 * `"minute";q=<quota>;w=60`, what is left as `"minute";r=<requests>;t=<seconds>`.
 */
export function createRateLimit(quota: number, now: () => number = () => performance.now()) {
  const windows = new Map<string, Window>()

  function windowOf(caller: string): Window {
    const known = windows.get(caller)
    if (known && known.endsAt > now()) return known
    windows.delete(caller)
    if (windows.size >= CALLERS) windows.delete(windows.keys().next().value!)
    const fresh = { endsAt: now() + WINDOW_MS, used: 0 }
    windows.set(caller, fresh)
    return fresh
  }

  /** Headers for the answer; raises `rate_limited` when nothing is left. */
  return function take(caller: string): Readonly<Record<string, string>> {
    if (quota === 0) return {}
    const window = windowOf(caller)
    window.used++
    const seconds = Math.max(1, Math.ceil((window.endsAt - now()) / 1000))
    const headers = {
      'ratelimit-policy': `"minute";q=${quota};w=60`,
      ratelimit: `"minute";r=${Math.max(0, quota - window.used)};t=${seconds}`,
    }
    if (window.used > quota) throw new Problem('rate_limited', undefined, { headers: { ...headers, 'retry-after': String(seconds) } })
    return headers
  }
}
