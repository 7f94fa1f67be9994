import { afterAll, expect, test, vi } from 'vitest'
import { createArchive } from '../../src/archive/create.js'
import { engineInThread, engineOfThreads } from '../../src/archive/engine.js'
import { IngestError } from '../../src/ingest/errors.js'
import { openSqliteInThread } from '../../src/store/sqlite/open.js'

vi.setConfig({ testTimeout: 120_000 }) // a thread loads the models first

const threads = engineOfThreads(1)
const here = engineInThread()
afterAll(() => threads.close())

const submission = { text: 'The port sold 1,200 tonnes of grain on Monday.', publishedAt: '2024-03-06', url: 'https://lisk.example/1' }
const page = {
  html: `<html><head><title>Boats</title></head><body><article><p>${'The council bought 12 boats. '.repeat(20)}</p></article></body></html>`,
}

test('a thread gives what the engine gives here, large buffers too', async () => {
  for (const sent of [submission, page]) {
    const article = await here.run('ingest', sent)
    expect(await threads.run('ingest', sent)).toEqual(article)
    expect(await threads.run('analysePacked', { article, version: 1 })).toEqual(await here.run('analysePacked', { article, version: 1 }))
    const asked = { submission: sent, window: { unit: 'utf16' as const } }
    expect(await threads.run('extract', asked)).toEqual(await here.run('extract', asked))
  }
  const packed = await threads.run('pack', { submission, restore: true })
  expect(packed).toEqual(await here.run('pack', { submission, restore: true }))
  expect(await threads.run('unpack', packed.body)).toEqual(await here.run('unpack', packed.body))
})

test('what a sender can mend keeps its code on the way from a thread', async () => {
  const refused = await threads.run('ingest', { html: '<html></html>' }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(IngestError)
  expect((refused as IngestError).code).toBe('no_main_content')
})

test('closing finishes what was given', async () => {
  const store = await openSqliteInThread(':memory:')
  const archive = createArchive({ store, workers: 1 })
  const running = [1, 2, 3].map((n) => archive.add({ ...submission, url: `https://lisk.example/${n}` }))
  await Promise.resolve()
  await archive.close()
  expect((await Promise.all(running)).map(({ outcome }) => outcome)).toEqual(['created', 'created', 'created'])
  await store.close()
})
