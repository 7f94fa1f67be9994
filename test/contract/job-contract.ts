import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BadCursor, type Store } from '../../src/store/port.js'
import type { JobStatus } from '../../src/store/records.js'
import { analysed } from './fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
const LATER = '2026-01-01T10:00:00.000Z'
const TWO_DAYS_LATER = '2026-01-03T00:00:00.001Z'

/** What every store does with jobs, idempotency records and keys. */
export function jobContract(open: () => Promise<Store>): void {
  describe('jobs, idempotency, keys', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const kept = { keyOwner: 'key_1', key: 'abc', requestHash: 'h1' }
    const enqueue = (id: string, extra = {}) => store.enqueue({ id, body: Buffer.from(`body of ${id}`), articleId: null, at: AT, ...extra })

    test('jobs are taken oldest first, and are done with their article', async () => {
      expect(await enqueue('job_b')).toEqual({ id: 'job_b', status: 'queued', progress: 0, createdAt: AT })
      await enqueue('job_a')
      expect(await store.queueLength()).toBe(2)
      const taken = await store.takeJob()
      expect(taken?.id).toBe('job_b')
      expect(Buffer.from(taken!.body).toString()).toBe('body of job_b')
      await store.reportJob('job_b', 0.5)
      expect(await store.job('job_b')).toMatchObject({ status: 'running', progress: 0.5 })
      const article = analysed()
      await store.saveAnalysis(article, { at: LATER, restore: false, jobId: 'job_b' })
      expect(await store.job('job_b')).toEqual({
        id: 'job_b',
        status: 'done',
        progress: 1,
        article: { id: article.id, version: 1 },
        createdAt: AT,
        finishedAt: LATER,
      })
      expect(await store.queueLength()).toBe(1)
      expect((await store.takeJob())?.id).toBe('job_a')
      expect(await store.takeJob()).toBeUndefined()
      expect(await store.job('job_none')).toBeUndefined()
    })

    test('jobs are listed, the latest first, while others are added', async () => {
      for (let i = 1; i <= 5; i++) await enqueue(`job_${i}`)
      await store.takeJob()
      await store.failJob('job_1', { code: 'no_main_content', detail: 'none' }, LATER)
      await store.takeJob()
      const ids = async (...status: JobStatus[]) =>
        (await store.jobs({ ...(status.length > 0 && { status }) }, { limit: 9 })).items.map(({ id }) => id)
      expect(await ids()).toEqual(['job_5', 'job_4', 'job_3', 'job_2', 'job_1'])
      expect([await ids('failed'), await ids('running'), await ids('done')]).toEqual([['job_1'], ['job_2'], []])
      expect(await ids('failed', 'queued', 'failed')).toEqual(['job_5', 'job_4', 'job_3', 'job_1'])
      const page = await store.jobs({ status: ['queued'] }, { limit: 2 })
      await enqueue('job_6')
      const rest = await store.jobs({ status: ['queued'] }, { limit: 2, cursor: page.next! })
      expect([...page.items, ...rest.items].map(({ id }) => id)).toEqual(['job_5', 'job_4', 'job_3'])
      expect(rest.next).toBeNull()
      await expect(store.jobs({}, { limit: 2, cursor: page.next! })).rejects.toThrow(BadCursor)
    })

    test('jobs that were running are put back', async () => {
      await enqueue('job_a', { idempotency: kept })
      await store.takeJob()
      expect(await store.takeJob()).toBeUndefined()
      expect(await store.requeueJobs(LATER)).toBe(1)
      expect(await store.takeJob()).toMatchObject({ id: 'job_a', idempotency: kept })
    })

    test('a job whose process ended ten times is given up', async () => {
      await enqueue('job_a')
      for (let attempt = 1; attempt < 10; attempt++) {
        await store.takeJob()
        expect(await store.requeueJobs(LATER)).toBe(1)
      }
      await store.takeJob()
      expect(await store.requeueJobs(LATER)).toBe(0)
      expect(await store.takeJob()).toBeUndefined()
      expect(await store.job('job_a')).toMatchObject({ status: 'failed', error: { code: 'internal_error' }, finishedAt: LATER })
    })

    test('a job that is put back is as if it had not been begun, and one that ended its process lets the others go first', async () => {
      await enqueue('job_a')
      for (let round = 0; round < 20; round++) {
        await store.takeJob()
        await store.releaseJob('job_a')
      }
      await store.takeJob()
      expect(await store.requeueJobs(LATER)).toBe(1)
      await enqueue('job_b')
      expect((await store.takeJob())?.id).toBe('job_b')
      expect((await store.takeJob())?.id).toBe('job_a')
    })

    test('a job whose article was deleted while it ran has failed when its process has ended', async () => {
      const article = analysed()
      await store.saveAnalysis(article, { at: AT, restore: false })
      await enqueue('job_a', { articleId: article.id })
      await store.takeJob()
      await store.deleteArticle(article.id, LATER)
      await store.releaseJob('job_a')
      expect(await store.takeJob()).toBeUndefined()
      expect(await store.requeueJobs(LATER)).toBe(0)
      expect(await store.job('job_a')).toMatchObject({ status: 'failed', error: { code: 'article_deleted' }, finishedAt: LATER })
    })

    test('a failed job says why and is not taken again', async () => {
      await enqueue('job_a')
      await store.takeJob()
      await store.failJob('job_a', { code: 'no_main_content', detail: 'Nothing to read.' }, LATER)
      expect(await store.job('job_a')).toMatchObject({
        status: 'failed',
        error: { code: 'no_main_content', detail: 'Nothing to read.' },
        finishedAt: LATER,
      })
      expect(await store.requeueJobs(LATER)).toBe(0)
      expect(await store.takeJob()).toBeUndefined()
    })

    test('an answer is remembered with its article for 24 hours', async () => {
      const article = analysed()
      await store.saveAnalysis(article, { at: AT, restore: false, idempotency: kept })
      const record = { ...kept, status: 201, articleId: article.id, version: 1, jobId: null }
      expect(await store.idempotency('key_1', 'abc', LATER)).toEqual(record)
      expect(await store.idempotency('key_2', 'abc', LATER)).toBeUndefined()
      expect(await store.idempotency('key_1', 'abc', TWO_DAYS_LATER)).toBeUndefined()
      await store.saveAnalysis(article, { at: LATER, restore: false, idempotency: { ...kept, key: 'def' } })
      expect(await store.idempotency('key_1', 'def', LATER)).toEqual({ ...record, key: 'def', status: 200 })
    })

    test('an answer that was a job stays one, and learns its article', async () => {
      await enqueue('job_a', { idempotency: kept })
      expect(await store.idempotency('key_1', 'abc', AT)).toEqual({ ...kept, status: 202, articleId: null, version: null, jobId: 'job_a' })
      const taken = await store.takeJob()
      const article = analysed()
      await store.saveAnalysis(article, { at: LATER, restore: false, jobId: 'job_a', idempotency: taken!.idempotency! })
      expect(await store.idempotency('key_1', 'abc', LATER)).toEqual({
        ...kept,
        status: 202,
        articleId: article.id,
        version: 1,
        jobId: 'job_a',
      })
    })

    test('deleting an article takes the bodies of its jobs and its remembered answers', async () => {
      const article = analysed()
      await store.saveAnalysis(article, { at: AT, restore: false, idempotency: kept })
      await enqueue('job_a', { articleId: article.id, idempotency: { ...kept, key: 'def' } })
      expect(await store.deleteArticle(article.id, LATER)).toBe('deleted')
      expect(await store.idempotency('key_1', 'abc', LATER)).toBeUndefined()
      expect(await store.idempotency('key_1', 'def', LATER)).toBeUndefined()
      expect(await store.takeJob()).toBeUndefined()
      expect(await store.job('job_a')).toMatchObject({ status: 'failed', error: { code: 'article_deleted' } })
    })

    test('keys are added, listed and revoked once', async () => {
      const key = { id: 'key_1', name: 'desk', scope: 'write' as const, hash: 'ab12', createdAt: AT, revokedAt: null }
      await store.addApiKey(key)
      expect(await store.apiKeys()).toEqual([key])
      expect(await store.revokeApiKey('key_1', LATER)).toBe(true)
      expect(await store.revokeApiKey('key_1', LATER)).toBe(false)
      expect(await store.revokeApiKey('key_2', LATER)).toBe(false)
      expect(await store.apiKeys()).toEqual([{ ...key, revokedAt: LATER }])
      expect(await store.ready()).toBe(true)
      expect(await store.space()).toBe('ample')
    })
  })
}
