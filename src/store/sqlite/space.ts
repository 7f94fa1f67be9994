import { accessSync, constants, statfsSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Space } from '../port.js'

/** Free bytes that are kept for deleting, finishing and closing; on a small disk, a tenth of it. */
const HEADROOM = 64 * 1024 ** 2
const SHARE = 0.1

/** See `Store.space`: of the disk under the file at `path`. */
export function spaceUnder(path: string): Space {
  if (path === ':memory:') return 'ample'
  try {
    accessSync(dirname(path), constants.W_OK)
    const { bavail, blocks, bsize } = statfsSync(dirname(path))
    return bavail * bsize < Math.min(HEADROOM, SHARE * blocks * bsize) ? 'scarce' : 'ample'
  } catch {
    return 'unreachable'
  }
}
