import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ArchiveError, type Added, type Archive } from '../../src/archive/archive.js'
import { createArchive, type ArchiveParts } from '../../src/archive/create.js'
import { engineInThread, type Engine } from '../../src/archive/engine.js'
import type { Annotations } from '../../src/store/records.js'
import { openSqliteInThread } from '../../src/store/sqlite/open.js'
import type { Store } from '../../src/store/port.js'
import { ended, queued } from './job-end.js'

vi.setConfig({ testTimeout: 120_000 }) // the first article loads the models

const PAGE = { limit: 500 }
const first = {
  text: 'The council bought 12 buses on Monday. Mayor Anna Berg said the town will sell 3 of them.',
  title: 'Buses',
  publisher: 'Town Post',
  url: 'https://town.example/buses',
  publishedAt: '2024-03-06T09:00:00Z',
}
const corrected = { ...first, text: first.text.replace('12 buses', '14 buses') }

let folder: string
let path: string
let store: Store
let archive: Archive
let analysed: number

/** The engine, counting what it analyses. */
function counting(): Engine {
  const engine = engineInThread()
  return {
    ...engine,
    run: (name, input) => {
      if (name === 'analysePacked') analysed++
      return engine.run(name, input)
    },
  }
}

async function open(parts: Partial<ArchiveParts> = {}): Promise<void> {
  store = await openSqliteInThread(path)
  archive = createArchive({ store, engine: counting(), ...parts })
}

async function reopen(parts: Partial<ArchiveParts> = {}): Promise<void> {
  await archive.close()
  await store.close()
  await open(parts)
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'attest-archive-'))
  path = join(folder, 'test.db')
  analysed = 0
  await open()
})
afterEach(async () => {
  await archive.close()
  await store.close()
  rmSync(folder, { recursive: true })
})

/** An answer with an article. */
function stored(added: Added) {
  if (added.outcome === 'queued') throw new Error('was queued')
  return added
}
const factIds = async (article: string): Promise<string[]> =>
  (await store.facts({ article: [article], sort: 'published' }, PAGE)).items.map(({ id }) => id).sort()
const changes = async (): Promise<string[]> =>
  (await store.changes(PAGE)).items.flatMap(({ type, version, factIds }) => (factIds ? [] : `${type} ${version}`))
const codeOf = (error: unknown): string => (error instanceof ArchiveError ? error.code : String(error))

describe('versions', () => {
  test('a new article is created with its facts, and the same content changes nothing', async () => {
    const created = stored(await archive.add(first))
    expect(created).toMatchObject({ outcome: 'created', article: { version: 1, text: first.text, url: first.url } })
    expect(await factIds(created.article.id)).toHaveLength(created.article.counts.facts)
    expect(created.article.counts.sentences).toBe(2)
    const again = stored(await archive.add({ ...first, tags: ['other'], url: `${first.url}?utm_source=x` }))
    expect(again).toEqual({ outcome: 'unchanged', article: created.article, replayed: false })
    expect(analysed).toBe(1)
    expect(await changes()).toEqual(['article.added 1'])
  })

  test('other content under one address is the next version; what it does not change keeps its id', async () => {
    const one = stored(await archive.add(first)).article
    const before = await factIds(one.id)
    const two = stored(await archive.add(corrected)).article
    expect(two).toMatchObject({ id: one.id, version: 2 })
    expect(await changes()).toEqual(['article.added 1', 'article.superseded 2'])
    const after = await factIds(one.id)
    expect(after.some((id) => before.includes(id))).toBe(true)
    expect(after).not.toEqual(before)
    expect(stored(await archive.add(first))).toMatchObject({ outcome: 'unchanged', article: { version: 1 } })
  })

  test('many versions sent at once all arrive, each once', async () => {
    const texts = Array.from({ length: 12 }, (_, i) => `The council bought ${i + 10} buses.`)
    const added = await Promise.all([...texts, ...texts].map((text) => archive.add({ ...first, text })))
    const outcomes = added.map((answer) => stored(answer).outcome)
    expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(12)
    const id = stored(added[0]!).article.id
    expect((await store.versions(id)).map(({ version }) => version)).toEqual(texts.map((_, i) => i + 1))
  })

  test('an article that another process wrote first is read again as the next version', async () => {
    let raced = false
    const behind: Store = {
      ...store,
      saveAnalysis: async (article, effects) => {
        if (!raced) {
          raced = true
          await createArchive({ store, engine: engineInThread() }).add(corrected)
        }
        return store.saveAnalysis(article, effects)
      },
    }
    const added = await createArchive({ store: behind, engine: engineInThread() }).add(first)
    expect(stored(added).article.version).toBe(2)
  })
})

describe('deletion', () => {
  test('a deleted article stays away until it is restored as the next version', async () => {
    const { id } = stored(await archive.add(first)).article
    expect(await archive.remove(id, { match: ['other'] })).toBe('stale')
    expect(await archive.remove(id)).toBe('deleted')
    expect(await archive.remove(id)).toBe('gone')
    expect(await factIds(id)).toEqual([])
    await expect(archive.add(first).catch(codeOf)).resolves.toBe('article_deleted')
    await expect(archive.add(first, { respondAsync: true }).catch(codeOf)).resolves.toBe('article_deleted')
    const restored = stored(await archive.add(first, { restore: true }))
    expect(restored).toMatchObject({ outcome: 'created', article: { id, version: 2 } })
    expect(await factIds(id)).toHaveLength(restored.article.counts.facts)
  })
})

describe('idempotency', () => {
  const once = (requestHash = 'h', key = 'k', keyOwner = 'o') => ({ idempotency: { keyOwner, key, requestHash } })

  test('a repeated request gets the first answer, another body does not', async () => {
    const created = stored(await archive.add(first, once()))
    await archive.add(corrected)
    expect(await archive.add(first, once())).toEqual({ ...created, replayed: true })
    await expect(archive.add(corrected, once('other')).catch(codeOf)).resolves.toBe('idempotency_key_reused')
    expect(stored(await archive.add(first, once('h', 'k', 'somebody else'))).replayed).toBe(false)
  })

  test('the first answer may be that nothing changed, and survives a restart', async () => {
    const { article } = stored(await archive.add(first))
    expect(stored(await archive.add(first, once()))).toMatchObject({ outcome: 'unchanged', replayed: false })
    expect(analysed).toBe(1)
    await reopen()
    expect(await archive.add(first, once())).toEqual({ outcome: 'unchanged', article, replayed: true })
  })

  test('while the first request runs, the second is told so', async () => {
    const running = archive.add(first, once())
    await expect(archive.add(first, once()).catch(codeOf)).resolves.toBe('idempotency_key_in_flight')
    await expect(archive.add(corrected, once('other')).catch(codeOf)).resolves.toBe('idempotency_key_reused')
    expect(stored(await running).outcome).toBe('created')
  })

  test('a failed request leaves its key free', async () => {
    await expect(archive.add({ html: '<html></html>' }, once()).catch(codeOf)).resolves.toBe('no_main_content')
    expect(stored(await archive.add(first, once())).outcome).toBe('created')
  })

  test('a key is forgotten after a day', async () => {
    let now = new Date('2024-01-01T00:00:00Z')
    await reopen({ clock: () => now })
    await archive.add(first, once())
    now = new Date('2024-01-01T23:59:59Z')
    expect((await archive.add(first, once())).replayed).toBe(true)
    now = new Date('2024-01-02T00:00:01Z')
    expect((await archive.add(first, once())).replayed).toBe(false)
  })
})

describe('jobs', () => {
  const done = (id: string) => ended(store, id)

  test('a job survives a restart and ends with its article', async () => {
    const id = queued(await archive.add(first, { respondAsync: true }))
    expect(await store.job(id)).toMatchObject({ status: 'queued', progress: 0 })
    await reopen()
    await archive.startJobs()
    const job = await done(id)
    expect(job).toMatchObject({ status: 'done', progress: 1, article: { version: 1 } })
    expect((await store.article(job.article!.id))!.text).toBe(first.text)
  })

  test('a job that was running when the process ended is taken up again', async () => {
    const id = queued(await archive.add(first, { respondAsync: true }))
    expect((await store.takeJob())!.id).toBe(id)
    await reopen()
    await archive.startJobs()
    expect((await done(id)).status).toBe('done')
  })

  test('what is known already ends a job too', async () => {
    const { article } = stored(await archive.add(first))
    await archive.startJobs()
    const id = queued(await archive.add(first, { respondAsync: true }))
    expect(await done(id)).toMatchObject({ status: 'done', article: { id: article.id, version: 1 } })
    expect(analysed).toBe(1)
  })

  test('a failure is told with its code', async () => {
    await archive.startJobs()
    const id = queued(await archive.add({ html: '<html></html>' }, { respondAsync: true }))
    const job = await done(id)
    expect(job).toMatchObject({ status: 'failed', error: { code: 'no_main_content' } })
    expect(job.finishedAt).toBeDefined()
  })

  test('a failure of ours is logged, and its cause is not shown', async () => {
    const errors: unknown[] = []
    const engine = engineInThread()
    const broken: Engine = {
      ...engine,
      run: (name, input) => (name === 'analysePacked' ? Promise.reject(new Error('secret')) : engine.run(name, input)),
    }
    await reopen({ engine: broken, onError: (error) => void errors.push(error) })
    await archive.startJobs()
    const job = await done(queued(await archive.add(first, { respondAsync: true })))
    expect(job.error!.code).toBe('internal_error')
    expect(job.error!.detail).not.toContain('secret')
    expect(String(errors[0])).toContain('secret')
  })

  test('a long text is a job, unless its sender waits', async () => {
    const long = { ...first, text: 'The council bought 12 buses. '.repeat(9100) }
    expect((await archive.add(long)).outcome).toBe('queued')
    const page = {
      html: `<html><body><article>${`<p>${'The council bought 12 buses and a tram. '.repeat(7)}</p>`.repeat(1000)}</article></body></html>`,
    }
    expect((await archive.add(page)).outcome).toBe('queued')
    expect((await archive.add({ ...first, text: 'é'.repeat(131073) })).outcome).toBe('queued')
    expect((await archive.add({ ...first, language: 'de', text: 'é'.repeat(131072) })).outcome).toBe('created')
    expect((await archive.add({ ...long, language: 'de' }, { wait: true })).outcome).toBe('created')
  })

  test('a job keeps its key: a replay gives the job', async () => {
    const options = { respondAsync: true, idempotency: { keyOwner: 'o', key: 'k', requestHash: 'h' } }
    const id = queued(await archive.add(first, options))
    await archive.startJobs()
    await done(id)
    const replay = await archive.add(first, options)
    expect(replay).toMatchObject({ outcome: 'queued', replayed: true, job: { id, status: 'done' } })
  })

  test('closing finishes what runs and leaves the rest in the queue', async () => {
    await archive.startJobs()
    const ids = []
    for (const n of [1, 2, 3, 4, 5, 6]) ids.push(queued(await archive.add({ ...first, url: `${first.url}/${n}` }, { respondAsync: true })))
    await archive.close()
    const states = await Promise.all(ids.map(async (id) => (await store.job(id))!.status))
    expect(states.filter((status) => status !== 'done' && status !== 'queued')).toEqual([])
    await expect(archive.add(first).catch(codeOf)).resolves.toBe('shutting_down')
  })
})

describe('reading again', () => {
  test('nothing changed, nothing changes: but the feed tells what ran', async () => {
    const articles = []
    for (const n of [1, 2, 3]) articles.push(stored(await archive.add({ ...first, url: `${first.url}/${n}` })).article)
    const bodies = async () => (await store.facts({ sort: 'published' }, PAGE)).items
    const before = await bodies()
    const seen: number[] = []
    const progress = await archive.reextract({}, ({ done }) => void seen.push(done))
    expect(progress).toEqual({ done: 3, total: 3, failed: 0 })
    expect(seen).toEqual([0, 1, 2, 3])
    expect(await bodies()).toEqual(before)
    expect((await changes()).filter((change) => change.startsWith('article.reextracted'))).toHaveLength(3)
    expect(JSON.parse((await store.annotations(articles[0]!.id, { unit: 'utf16' }))!)).toMatchObject({
      text: first.text,
      title: first.title,
    })
  })

  test('a filter chooses; what cannot be read is counted and told', async () => {
    await archive.add(first)
    await archive.add({ ...first, url: 'https://other.example/', publisher: 'Other' })
    expect(await archive.reextract({ publisher: 'Other' })).toMatchObject({ done: 1, failed: 0 })
    const told: string[] = []
    const engine = engineInThread()
    const broken: Engine = {
      ...engine,
      run: (name, input) => (name === 'reanalysePacked' ? Promise.reject(new Error('no')) : engine.run(name, input)),
    }
    await reopen({ engine: broken, onError: (_, doing) => void told.push(doing) })
    expect(await archive.reextract({})).toEqual({ done: 2, total: 2, failed: 2 })
    expect(told).toHaveLength(2)
  })
})

test('facts of two clean databases are byte-identical', async () => {
  const bodies = async () => (await store.facts({ sort: 'published' }, PAGE)).items
  for (const article of [first, { ...first, url: 'https://b.example/' }]) await archive.add(article)
  const one = await bodies()
  expect(one.length).toBeGreaterThan(0)
  await archive.close()
  await store.close()
  path = join(folder, 'second.db')
  await open({ clock: () => new Date(0) })
  for (const article of [{ ...first, url: 'https://b.example/' }, first]) await archive.add(article)
  expect([...(await bodies())].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...one].sort((a, b) => (a.id < b.id ? -1 : 1)))
})

test('extracting stores nothing and finds the same facts', async () => {
  const found = JSON.parse(await archive.extract(first, { unit: 'utf16' })) as Annotations
  expect((await store.stats()).articles).toBe(0)
  const { id } = stored(await archive.add(first)).article
  expect(found.facts.map((fact) => fact.id).sort()).toEqual(await factIds(id))
  expect(found.facts.every(({ articleId, version }) => articleId === null && version === null)).toBe(true)
  await expect(archive.extract({ html: '<p></p>' }, { unit: 'utf16' }).catch(codeOf)).resolves.toBe('no_main_content')
})

test('what is under way is counted', async () => {
  expect(archive.inFlight()).toBe(0)
  const running = archive.add(first)
  expect(archive.inFlight()).toBe(1)
  await running
  expect(archive.inFlight()).toBe(0)
})
