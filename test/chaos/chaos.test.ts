import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fullDisks, kills } from './rounds.js'

// The short form of `npm run chaos`.
const PATIENCE = { timeout: 600_000 }
const quiet = { seed: 7, say: () => undefined }

/** Whether a small file system can be mounted here. */
function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'attest-mount-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    execFileSync('umount', [folder])
    return true
  } catch {
    console.warn('SKIPPED: the test of full disks needs the right to mount a file system')
    return false
  } finally {
    rmdirSync(folder)
  }
}

test('nothing acknowledged is lost by kill -9 under load', PATIENCE, async () => {
  const ledger = await kills({ ...quiet, rounds: 2 })
  expect(ledger.faults).toEqual([])
  expect(ledger.stored.size).toBeGreaterThan(0)
})

test.runIf(mayMount())('nothing acknowledged is lost by a full disk under load, and all goes on when there is room', PATIENCE, async () => {
  const ledger = await fullDisks({ ...quiet, rounds: 2 })
  expect(ledger.faults).toEqual([])
  expect(ledger.stored.size).toBeGreaterThan(0)
})
