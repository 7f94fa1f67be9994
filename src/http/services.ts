import type { Archive } from '../archive/archive.js'
import type { Log } from '../observability/log.js'
import type { Metrics } from '../observability/metrics.js'
import type { Settings } from '../settings.js'
import type { Store } from '../store/port.js'

/** What the routes work with. */
export interface Services {
  readonly settings: Settings
  readonly store: Store
  readonly archive: Archive
  readonly log: Log
  readonly metrics: Metrics
}
