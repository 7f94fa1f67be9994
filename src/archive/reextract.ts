import type { ReextractFilter } from '../store/port.js'
import { StoreError } from '../store/store-error.js'
import type { Progress } from './archive.js'
import type { Way } from './keep.js'
import { needSpace } from './space.js'

const PAGE = 100

/** Runs stored articles through the engine again, oldest first, as many at a time as there are threads. A fault of the store ends it. */
export async function reextract(
  way: Way,
  filter: ReextractFilter,
  onProgress: (progress: Progress) => void,
  onError: (error: unknown, doing: string) => void,
): Promise<Progress> {
  const { store, engine } = way
  let progress: Progress = { done: 0, total: await store.countToReextract(filter), failed: 0 }
  onProgress(progress)
  const one = async (id: string, version: number): Promise<void> => {
    const failed = await again(way, id, version).then(
      () => 0,
      (error: unknown) => {
        if (error instanceof StoreError) throw error
        onError(error, `extract ${id} again`)
        return 1
      },
    )
    const done = progress.done + 1
    progress = { done, total: Math.max(progress.total, done), failed: progress.failed + failed }
    onProgress(progress)
  }
  let cursor: string | null | undefined
  while (cursor !== null) {
    const page = await store.articlesToReextract(filter, { limit: PAGE, ...(cursor !== undefined && { cursor }) })
    const queue = page.items.values()
    await Promise.all(
      Array.from({ length: engine.threads }, async () => {
        for (const { id, version } of queue) await one(id, version)
      }),
    )
    cursor = page.next
  }
  return progress
}

/** One version of an article; nothing where it was deleted in the meantime. */
const again = (way: Way, id: string, version: number): Promise<void> =>
  way.turns.take(id, async () => {
    await needSpace(way.store)
    const article = await way.store.article(id, version)
    if (!article) return
    const { text, url, title, publisher, author, publishedAt, timezone, language, externalId, tags, warnings } = article
    const meta = { url, title, publisher, author, publishedAt, timezone, language, externalId, tags }
    const analysis = await way.timed('analyse', () => way.engine.run('reanalysePacked', { id, version, text, meta, warnings }))
    await way.timed('save', () => way.store.saveReextraction({ ...analysis, text, page: null }, way.now()))
  })
