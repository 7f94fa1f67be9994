import { readWords } from '../../src/query/words.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { AnalysedArticle, ArticleQuery, PackedArticle, Store } from '../../src/store/port.js'
import type { Change } from '../../src/store/records.js'
import { packRows, unpackRows } from '../../src/store/codec.js'
import { articleDigest, type Precondition } from '../../src/store/precondition.js'
import { expectedFacts } from './expected-facts.js'
import { analysed, answeredBody } from './fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
const LATER = '2026-01-02T00:00:00.000Z'
const effects = { at: AT, restore: false }
const first = { limit: 100 }

const factIds = async (store: Store): Promise<string[]> =>
  (await store.facts({ sort: '-published' }, { limit: 500 })).items.map(({ id }) => id)
/** What the feed says of articles; their facts have tests of their own. */
const feedOf = async (store: Store): Promise<Change[]> => (await store.changes(first)).items.filter(({ factIds }) => !factIds)
const ofAll = (...articles: AnalysedArticle[]): string[] => expectedFacts(articles, { sort: '-published' })

/** What every store does with articles and their versions. */
export function articleContract(open: () => Promise<Store>): void {
  describe('articles', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    test('a new article is created and read back as it was sent', async () => {
      const article = { ...analysed({ text: 'Nordhavn – “quay” 🚢 opened. It closed again.' }), warnings: ['no-date' as const] }
      const saved = await store.saveAnalysis(article, effects)
      const wanted = {
        id: article.id,
        version: 1,
        ...article.meta,
        text: article.text,
        counts: article.counts,
        ignored: [],
        skipped: [],
        warnings: ['no-date'],
        createdAt: AT,
        extractor: { version: '1' },
      }
      expect(saved).toEqual({ outcome: 'created', article: wanted })
      expect(await store.article(article.id)).toEqual(wanted)
      expect(await store.article(article.id, 1)).toEqual(wanted)
      expect(await store.article(article.id, 2)).toBeUndefined()
      expect(await store.presence(article.id)).toBe('present')
      expect(await store.presence('art_none')).toBe('absent')
      expect(await store.fact(article.facts[0]!.id)).toMatchObject({ astral: true, ascii: false })
    })

    test('rows handed over as bytes are the same rows', async () => {
      const article = analysed({ sentences: 4, facts: 6 })
      expect(unpackRows(packRows(article))).toEqual(unpackRows(article))
      const packed = (rows: typeof article): PackedArticle => packRows({ ...rows, annotations: rows.annotations.slice() })
      await store.saveAnalysis(packed(article), effects)
      expect(await store.saveReextraction(packed(article), LATER)).toEqual({ changed: 0 })
      expect((await store.fact(article.facts[0]!.id))?.body).toBe(answeredBody(article, article.facts[0]!))
      const wrong = { ...article, facts: [{ ...article.facts[0]!, citations: [] }] }
      await expect(store.saveReextraction(packed(wrong), LATER)).rejects.toThrow(/no citation/)
    })

    test('annotations come back with the text', async () => {
      const article = analysed({ text: 'A quay – with 🚢. It closed.' })
      await store.saveAnalysis(article, effects)
      const read = async (window: object) => JSON.parse((await store.annotations(article.id, { unit: 'utf16', ...window }))!) as object
      const facts = article.facts.map((fact) => JSON.parse(answeredBody(article, fact)) as object)
      expect(await read({})).toMatchObject({ text: article.text, sentences: article.sentences, facts, truncated: null })
      expect(await read({ version: 1 })).toMatchObject({ text: article.text })
      expect(await read({ layers: ['sentences'], from: 1 })).toMatchObject({ sentences: [article.sentences[1]], facts: [] })
      expect(await store.annotations('art_none', { unit: 'utf16' })).toBeUndefined()
      expect(await store.annotations(article.id, { unit: 'utf16', version: 2 })).toBeUndefined()
    })

    test('the same content changes nothing, other content is the next version', async () => {
      const one = analysed()
      const two = analysed({ version: 2, sentences: 7, facts: 5 })
      await store.saveAnalysis(one, effects)
      expect(await store.saveAnalysis({ ...one, version: 2 }, { ...effects, at: LATER })).toMatchObject({
        outcome: 'unchanged',
        article: { version: 1, createdAt: AT },
      })
      expect(await feedOf(store)).toHaveLength(1)
      expect(await store.identify(one.id, two.contentHash)).toEqual({ presence: 'present', newest: 1, same: undefined })
      expect(await store.saveAnalysis(two, { ...effects, at: LATER })).toMatchObject({
        outcome: 'created',
        article: { version: 2, createdAt: LATER },
      })
      expect(await store.identify(one.id, one.contentHash)).toMatchObject({
        presence: 'present',
        newest: 2,
        same: { version: 1, text: one.text },
      })
      // Content of an older version is known, too.
      expect(await store.saveAnalysis({ ...one, version: 3 }, effects)).toMatchObject({ outcome: 'unchanged', article: { version: 1 } })
      expect(await factIds(store)).toEqual(ofAll(two))
      expect(await store.versions(one.id)).toEqual([
        { version: 1, createdAt: AT, publishedAt: one.meta.publishedAt, counts: one.counts },
        { version: 2, createdAt: LATER, publishedAt: two.meta.publishedAt, counts: two.counts },
      ])
      expect(await store.article(one.id, 1)).toMatchObject({ version: 1, text: one.text })
      expect(await store.article(one.id)).toMatchObject({ version: 2, text: two.text })
      expect((await store.articles({}, first)).items.map(({ version }) => version)).toEqual([2])
      expect(await feedOf(store)).toEqual([
        { sequence: 1, type: 'article.added', articleId: one.id, version: 1, at: AT },
        { sequence: 3, type: 'article.superseded', articleId: one.id, version: 2, at: LATER },
      ])
    })

    test('of two writers of one version, one has to read again', async () => {
      const one = analysed()
      const other = analysed({ sentences: 9 })
      expect(other.id).toBe(one.id)
      const outcomes = await Promise.all([store.saveAnalysis(one, effects), store.saveAnalysis(other, effects)])
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['created', 'raced'])
      expect(await store.saveAnalysis(analysed({ seed: 3, version: 2 }), effects)).toEqual({ outcome: 'raced' })
      expect(await store.presence(analysed({ seed: 3 }).id)).toBe('absent')
    })

    test('a citation that is not the text is refused, and nothing is written', async () => {
      const article = analysed()
      const [fact, ...facts] = article.facts
      const wrong = { ...article, facts: [...facts, { ...fact!, citations: [{ start: 1, end: 5, quote: 'nope' }] }] }
      await expect(store.saveAnalysis(wrong, effects)).rejects.toThrow(/cites \[1, 5\) as "nope"/)
      await expect(store.saveAnalysis({ ...article, facts: [{ ...fact!, citations: [] }] }, effects)).rejects.toThrow(/no citation/)
      await expect(store.saveAnalysis({ ...article, facts: [...facts, { ...fact!, entityIds: ['ent_x'] }] }, effects)).rejects.toThrow(
        /ent_x/,
      )
      expect(await store.presence(article.id)).toBe('absent')
      expect(await store.stats()).toMatchObject({ articles: 0, versions: 0, facts: 0, entities: 0, sentences: 0 })
      expect((await store.changes(first)).items).toEqual([])
    })

    test('a condition is looked at inside the write, on what is there at that moment', async () => {
      const conditional = (article: AnalysedArticle, condition: Precondition) => store.saveAnalysis(article, { ...effects, condition })
      const one = analysed()
      const two = analysed({ version: 2, sentences: 4 })
      expect(await conditional(one, { match: '*' })).toEqual({ outcome: 'stale' })
      expect(await conditional(one, { noneMatch: '*' })).toMatchObject({ outcome: 'created' })
      expect(await conditional(one, { noneMatch: '*' })).toEqual({ outcome: 'stale' })
      const match = [articleDigest((await store.article(one.id))!)]
      // Two who read the same state write at once: only one of them may.
      const both = await Promise.all([conditional(two, { match }), conditional(analysed({ version: 2, sentences: 3 }), { match })])
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['created', 'stale'])
      expect(await store.versions(one.id)).toHaveLength(2)
      expect(await conditional(one, { match })).toEqual({ outcome: 'stale' })
      expect(await conditional(one, { match: '*' })).toMatchObject({ outcome: 'unchanged' })
    })

    test('a deleted article is gone until it is restored', async () => {
      const one = analysed()
      const other = analysed({ seed: 2 })
      await store.saveAnalysis(one, effects)
      await store.saveAnalysis(other, effects)
      expect(await store.deleteArticle(one.id, LATER, { match: ['other'] })).toBe('stale')
      expect(await store.deleteArticle('art_none', LATER)).toBe('absent')
      expect(await store.deleteArticle(one.id, LATER, { match: [articleDigest((await store.article(one.id))!)] })).toBe('deleted')
      expect(await store.deleteArticle(one.id, LATER)).toBe('gone')
      expect(await store.presence(one.id)).toBe('deleted')
      expect(await store.article(one.id)).toBeUndefined()
      expect(await store.annotations(one.id, { unit: 'utf16' })).toBeUndefined()
      expect(await store.fact(one.facts[0]!.id)).toBeUndefined()
      expect(await store.versions(one.id)).toEqual([])
      expect(await factIds(store)).toEqual(ofAll(other))
      expect(await store.identify(one.id, one.contentHash)).toEqual({ presence: 'deleted', newest: 1, same: undefined })
      expect(await store.saveAnalysis({ ...one, version: 2 }, effects)).toEqual({ outcome: 'deleted' })
      expect(await store.saveReextraction(one, LATER)).toBeUndefined()
      expect(await store.saveAnalysis(one, { ...effects, restore: true })).toEqual({ outcome: 'raced' })
      expect(await store.saveAnalysis({ ...one, version: 2 }, { ...effects, restore: true })).toMatchObject({
        outcome: 'created',
        article: { version: 2 },
      })
      expect(await store.presence(one.id)).toBe('present')
      const feed = (await feedOf(store)).map(({ type, version }) => `${type} ${version}`)
      expect(feed).toEqual(['article.added 1', 'article.added 1', 'article.deleted 1', 'article.added 2'])
    })

    test('re-extraction keeps the ids of what it finds again, and says so in the feed', async () => {
      const article = analysed()
      await store.saveAnalysis(article, effects)
      expect(await store.saveReextraction({ ...article, extractorVersion: '2' }, LATER)).toEqual({ changed: 0 })
      expect(await factIds(store)).toEqual(ofAll(article))
      expect(await store.article(article.id)).toMatchObject({ version: 1, createdAt: AT, extractor: { version: '2' } })
      const [gone, changed, ...kept] = article.facts
      const better = {
        ...article,
        extractorVersion: '3',
        facts: [{ ...changed!, body: '{"article":null}', status: 'planned' as const }, ...kept],
        counts: { ...article.counts, facts: 7 },
      }
      expect(await store.saveReextraction(better, LATER)).toEqual({ changed: 2 })
      expect(await store.fact(gone!.id)).toBeUndefined()
      expect(await store.fact(changed!.id)).toMatchObject({ body: expect.stringMatching(/^{"article":{"id":/) as string })
      expect(await factIds(store)).toEqual(ofAll(better))
      expect(await store.article(article.id)).toMatchObject({ counts: { facts: 7 } })
      expect((await feedOf(store)).map(({ type }) => type)).toEqual(['article.added', 'article.reextracted', 'article.reextracted'])
      expect(await store.saveReextraction({ ...article, version: 2 }, LATER)).toBeUndefined()
      expect(await store.saveReextraction(analysed({ seed: 5 }), LATER)).toBeUndefined()
    })

    test('what is to be extracted again, oldest first', async () => {
      const articles = [3, 1, 2].map((seed) =>
        analysed({ seed, meta: { publisher: seed === 1 ? 'Tide Post' : 'Daily Quay', tags: [`t${seed}`] } }),
      )
      for (const article of articles) await store.saveAnalysis(article, effects)
      await store.saveReextraction({ ...articles[1]!, extractorVersion: '2' }, LATER)
      const found = async (filter: object): Promise<string[]> => {
        const page = await store.articlesToReextract(filter, { limit: 2 })
        const rest = page.next === null ? [] : (await store.articlesToReextract(filter, { limit: 2, cursor: page.next })).items
        const all = [...page.items, ...rest].map(({ id }) => id)
        expect(await store.countToReextract(filter)).toBe(all.length)
        return all
      }
      const ids = articles.map(({ id }) => id)
      expect(await found({})).toEqual(ids)
      expect(await found({ outdatedFor: '2' })).toEqual([ids[0], ids[2]])
      expect(await found({ publisher: 'Tide Post' })).toEqual([ids[1]])
      expect(await found({ tag: 't2' })).toEqual([ids[2]])
      expect(await found({ article: ids[0] })).toEqual([ids[0]])
    })

    test('articles are listed by publication, newest first, and filtered', async () => {
      const at = ['2019-03-01', '2019-02-01T10:00:00+02:00', null, '2019-02-01T09:00:00Z']
      const articles = at.map((publishedAt, i) =>
        analysed({
          seed: i + 1,
          meta: { publishedAt, publisher: i < 2 ? 'Tide Post' : 'Daily Quay', externalId: `x${i}`, tags: [`t${i % 2}`, 'all'] },
          text: `Ferry ${i}. Crew of the boat.`,
        }),
      )
      for (const article of articles) await store.saveAnalysis(article, effects)
      const listed = async ({ q, ...others }: Omit<ArticleQuery, 'q'> & { q?: string }): Promise<number[]> => {
        const query: ArticleQuery = { ...others, ...(q !== undefined && { q: readWords(q) }) }
        const found: number[] = []
        let cursor: string | undefined
        do {
          const page = await store.articles(query, { limit: 2, ...(cursor !== undefined && { cursor }) })
          for (const item of page.items) {
            expect(item).not.toHaveProperty('text')
            found.push(articles.findIndex(({ id }) => id === item.id))
          }
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        return found
      }
      expect(await listed({})).toEqual([0, 3, 1, 2])
      expect(await listed({ publisher: ['tide post'] })).toEqual([0, 1])
      expect(await listed({ publisher: ['quay', 'Tide Post'] })).toEqual([0, 3, 1, 2])
      expect(await listed({ publisher: ['quay'], tag: ['t1'] })).toEqual([3])
      expect(await listed({ tag: ['t1'] })).toEqual([3, 1])
      expect(await listed({ tag: ['t1', 'all'] })).toEqual([0, 3, 1, 2])
      expect(await listed({ externalId: 'x2' })).toEqual([2])
      expect(await listed({ from: '2019-02-01T09:00:00Z' })).toEqual([0, 3])
      expect(await listed({ to: '2019-03-01' })).toEqual([3, 1])
      expect(await listed({ q: 'FERRY crew' })).toEqual([0, 3, 1, 2])
      expect(await listed({ q: '"ferry 3" "number 4"' })).toEqual([3])
      expect(await listed({ q: 'crew -4' })).toEqual([0, 1, 2])
      expect(await listed({ q: 'absent' })).toEqual([])
      expect(await listed({ q: 'ferries boats' })).toEqual([0, 3, 1, 2])
      expect(await listed({ q: '(3 crew) OR "ferry 1"' })).toEqual([3, 1, 2])
      expect(await listed({ q: 'ferr* -(4 OR 2)' })).toEqual([0])
      expect(await listed({ q: '-3' })).toEqual([0, 1])
    })

    test('stats count what is current', async () => {
      await store.saveAnalysis(analysed({ seed: 1, facts: 8 }), effects)
      await store.saveAnalysis(analysed({ seed: 1, version: 2, sentences: 3, facts: 4 }), effects)
      await store.saveAnalysis(analysed({ seed: 2, facts: 4, extractorVersion: '7' }), effects)
      expect(await store.stats()).toMatchObject({
        articles: 2,
        versions: 3,
        facts: 8,
        sentences: 9,
        factsByKind: { figure: 2, event: 2, quote: 2, role: 2 },
        jobs: { queued: 0, running: 0, done: 0, failed: 0 },
        extractorVersion: '7',
      })
    })
  })
}
