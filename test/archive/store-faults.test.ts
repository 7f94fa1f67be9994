import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Archive } from '../../src/archive/archive.js'
import { createArchive } from '../../src/archive/create.js'
import { engineInThread } from '../../src/archive/engine.js'
import type { Store } from '../../src/store/port.js'
import { openSqliteInThread } from '../../src/store/sqlite/open.js'
import { StoreError, type StoreFault } from '../../src/store/store-error.js'
import { ended, queued } from './job-end.js'

const first = { text: 'The council bought 12 buses on Monday.', url: 'https://town.example/buses', publishedAt: '2024-03-06T09:00:00Z' }

let folder: string
let store: Store
let archive: Archive
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-archive-'))
  store = await openSqliteInThread(join(folder, 'test.db'))
  archive = createArchive({ store, engine: engineInThread() })
})
afterEach(async () => {
  await archive.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

const done = (id: string) => ended(store, id)

type Writing = 'takeJob' | 'requeueJobs' | 'reportJob' | 'saveAnalysis' | 'failJob'
const WRITING: readonly Writing[] = ['takeJob', 'requeueJobs', 'reportJob', 'saveAnalysis', 'failJob']

/** A store whose writes fail while it is sick; `until` so many of them did. */
function faulty(well: Store, isSick: () => boolean, fault: StoreFault, writing = WRITING) {
  let failed = 0
  const failing = (method: Writing) =>
    [
      method,
      (...args: never[]) => {
        if (!isSick()) return (well[method] as (...args: never[]) => unknown)(...args)
        failed++
        return Promise.reject(new StoreError(fault, 'the store is sick'))
      },
    ] as const
  const until = async (count: number): Promise<void> => {
    while (failed < count) await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { store: { ...well, ...Object.fromEntries(writing.map(failing)) }, until }
}

test.each(['full', 'busy', 'unavailable'] as const)(
  'a store that is %s fails no job: each is done when the store is well again',
  async (fault) => {
    const ids = []
    for (const n of [1, 2, 3]) ids.push(queued(await archive.add({ ...first, url: `${first.url}/${n}` }, { respondAsync: true })))
    let sick = true
    const outcomes: string[] = []
    const fails = faulty(store, () => sick, fault)
    archive = createArchive({ store: fails.store, engine: engineInThread(), onJob: (outcome) => outcomes.push(outcome) })
    await archive.startJobs()
    await fails.until(3)
    expect(await Promise.all(ids.map(async (id) => (await store.job(id))!.status))).not.toContain('failed')
    sick = false
    for (const id of ids) expect(await done(id)).toMatchObject({ status: 'done', article: { version: 1 } })
    expect(outcomes).toEqual(['created', 'created', 'created'])
  },
)

test('a failure that cannot be written down is found again', async () => {
  const id = queued(await archive.add({ html: '<html></html>' }, { respondAsync: true }))
  let sick = true
  const fails = faulty(store, () => sick, 'full', ['failJob'])
  archive = createArchive({ store: fails.store, engine: engineInThread() })
  await archive.startJobs()
  await fails.until(2)
  sick = false
  expect(await done(id)).toMatchObject({ status: 'failed', error: { code: 'no_main_content' } })
})

test('a stop while the store is full leaves jobs in the queue, however often', async () => {
  const id = queued(await archive.add(first, { respondAsync: true }))
  for (let round = 0; round < 12; round++) {
    const fails = faulty(store, () => true, 'full', ['saveAnalysis'])
    archive = createArchive({ store: fails.store, engine: engineInThread() })
    await archive.startJobs()
    await fails.until(1)
    await archive.close()
    expect((await store.job(id))!.status).toBe('queued')
  }
  archive = createArchive({ store, engine: engineInThread() })
  await archive.startJobs()
  expect((await done(id)).status).toBe('done')
})

test('no job is begun while the disk is nearly full', async () => {
  const id = queued(await archive.add(first, { respondAsync: true }))
  let space: 'scarce' | 'ample' = 'scarce'
  const said: string[] = []
  const scarce = { ...store, space: () => Promise.resolve(space) }
  archive = createArchive({
    store: scarce,
    engine: engineInThread(),
    onError: (error, doing) => void said.push(`${doing}: ${String(error)}`),
  })
  await archive.startJobs()
  while (said.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(said[0]).toMatch(/take a job: .*nearly full/)
  expect((await store.job(id))!.status).toBe('queued')
  space = 'ample'
  expect((await done(id)).status).toBe('done')
})
