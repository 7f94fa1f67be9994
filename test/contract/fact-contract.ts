import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CERTAINTIES, FACT_KINDS, POLARITIES } from '../../src/document/layers.js'
import { BadWords, readWords } from '../../src/query/words.js'
import { BadCursor, type FacetCount, FACETS, PAGE_BYTES, type AnalysedArticle, type FactQuery, type Store } from '../../src/store/port.js'
import type { WordQuery } from '../../src/store/word-query.js'
import { asking, type Asked } from './asking.js'
import { day, FILTERS } from './filters.js'
import { expectedFacts } from './expected-facts.js'
import { analysed, answeredBody } from './fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'

const SORTS: readonly FactQuery['sort'][] = ['published', '-published', 'time', '-time', 'value', '-value']

/** What is asked for; undefined where it is refused. */
function wordsOf(text: string): WordQuery | undefined {
  try {
    return readWords(text)
  } catch (error) {
    expect(error).toBeInstanceOf(BadWords)
    return undefined
  }
}

/** Reads all pages of a list. */
async function allFacts(store: Store, query: FactQuery, limit: number): Promise<string[]> {
  const ids: string[] = []
  let cursor: string | undefined
  do {
    const page = await store.facts(query, { limit, ...(cursor !== undefined && { cursor }) })
    expect(page.items.length).toBeLessThanOrEqual(limit)
    ids.push(...page.items.map(({ id }) => id))
    cursor = page.next ?? undefined
  } while (cursor !== undefined)
  return ids
}

/** What every store answers about facts. */
export function factContract(open: () => Promise<Store>): void {
  describe('facts', () => {
    let store: Store
    const articles: AnalysedArticle[] = []
    beforeAll(async () => {
      store = await open()
      for (let seed = 1; seed <= 25; seed++) {
        const undated = seed % 9 === 0 ? { meta: { publishedAt: null, publisher: null } } : {}
        const article = analysed({ seed, facts: 16, ...undated })
        articles.push(article)
        await store.saveAnalysis(article, { at: AT, restore: false })
      }
    })
    afterAll(() => store.close())

    const orderable = (filters: object, sort: FactQuery['sort']): boolean =>
      !sort.endsWith('value') || 'unit' in filters || 'currency' in filters

    test.each(FILTERS.map((filters) => [JSON.stringify(filters), filters] as const))(
      '%s, in every order and page by page',
      async (_, filters) => {
        const found = expectedFacts(articles, { ...filters, sort: 'published' })
        expect(found.length).toBeGreaterThan(0)
        expect(found.length).toBeLessThan(25 * 16)
        for (const sort of SORTS.filter((each) => orderable(filters, each))) {
          const query: FactQuery = { ...filters, sort }
          const wanted = expectedFacts(articles, query)
          expect(await allFacts(store, query, 500)).toEqual(wanted)
          expect(await allFacts(store, query, 7)).toEqual(wanted)
        }
      },
    )

    test('without a filter, in every order', async () => {
      for (const sort of ['published', '-published', 'time', '-time'] as const) {
        expect(await allFacts(store, { sort }, 37)).toEqual(expectedFacts(articles, { sort }))
      }
    })

    test('filters combine', async () => {
      const query = fc
        .record(
          {
            q: fc.constantFrom('harbour', '"port alder"', 'storm -ferry', 'storm OR quays'),
            kind: fc.constantFrom(...FACT_KINDS, FACT_KINDS.slice(0, 2)),
            entity: fc.constantFrom('dubois', 'karsk', 'port', 'lindqvist'),
            publisher: fc.constantFrom('Tide Post', 'daily quay', ['post', 'wire']),
            tag: fc.constantFrom('storm', 'north'),
            status: fc.constantFrom(...CERTAINTIES),
            polarity: fc.constantFrom(...POLARITIES),
            attributed: fc.boolean(),
            speaker: fc.constantFrom('seo', 'karsk', 'port'),
            from: fc.integer({ min: day(2018, 1, 1), max: day(2020, 12, 1) }),
            to: fc.integer({ min: day(2018, 1, 1), max: day(2020, 12, 1) }),
            publishedFrom: fc.integer({ min: day(2019, 1, 1), max: day(2019, 12, 1) }),
            unit: fc.constantFrom('vessel', 'tonne', ['vessel', 'tonne']),
            place: fc.constantFrom('karsk', 'port'),
            minConfidence: fc.constantFrom(0.5, 0.7),
            open: fc.boolean(),
            min: fc.integer({ min: 0, max: 100_000 }),
            max: fc.integer({ min: 0, max: 100_000 }),
          },
          { requiredKeys: [] },
        )
        .chain((filters) =>
          fc
            .constantFrom(...SORTS.filter((sort) => orderable(filters, sort)))
            .map((sort): FactQuery => ({ ...asking(filters as Asked), sort })),
        )
      await fc.assert(
        fc.asyncProperty(query, fc.integer({ min: 5, max: 60 }), async (each, limit) => {
          expect(await allFacts(store, each, limit)).toEqual(expectedFacts(articles, each))
        }),
        { numRuns: 100, seed: 4 },
      )
    }, 60_000)

    test('facets count what the filters leave', async () => {
      for (const filters of [{}, { kind: 'figure' as const }, { entity: 'port' }, { q: 'harbour', attributed: true }].map(asking)) {
        const wanted = new Set(expectedFacts(articles, { ...filters, sort: 'published' }))
        const facts = articles.flatMap((article) =>
          article.facts
            .filter(({ id }) => wanted.has(id))
            .map((fact) => ({ ...fact, publisher: article.meta.publisher, publishedAt: article.meta.publishedAt })),
        )
        const nameOf = new Map(articles.flatMap(({ entities }) => entities.map(({ entityId, name }): [string, string] => [entityId, name])))
        const counted = (values: readonly (string | null)[], named = false): FacetCount[] => {
          const counts = new Map<string, number>()
          for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
          return [...counts]
            .map(([value, count]) => ({ value, ...(named && { name: nameOf.get(value) ?? value }), count }))
            .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        }
        expect(await store.factCounts({ ...filters, sort: '-published' }, FACETS)).toEqual({
          kind: counted(facts.map(({ kind }) => kind)),
          publisher: counted(facts.map(({ publisher }) => publisher)),
          entity: counted(
            facts.flatMap(({ entityIds }) => entityIds),
            true,
          ),
          status: counted(facts.map(({ status }) => status)),
          unit: counted(facts.map(({ unit }) => unit)),
          speaker: counted(
            facts.flatMap(({ sources }) => sources.flatMap(({ role, entityId }) => (role === 'speaker' ? entityId : []))),
            true,
          ),
          place: counted(
            facts.map(({ placeId }) => placeId),
            true,
          ),
          month: counted(facts.map(({ publishedAt }) => publishedAt && publishedAt.slice(0, 7))),
          polarity: counted(facts.map(({ polarity }) => polarity)),
          currency: counted(facts.map(({ currency }) => currency)),
          event: counted(facts.map(({ predicate }) => predicate)),
        })
      }
    })

    test('relevance gives the facts with the words, each once', async () => {
      const query: FactQuery = { ...asking({ q: 'harbour', kind: 'figure' }), sort: 'relevance' }
      const ids = await allFacts(store, query, 9)
      expect(new Set(ids).size).toBe(ids.length)
      expect([...ids].sort()).toEqual(expectedFacts(articles, query).sort())
    })

    test('one fact, as it was written', async () => {
      const article = articles[3]!
      const [wanted] = article.facts
      expect(await store.fact(wanted!.id)).toEqual({
        id: wanted!.id,
        articleId: article.id,
        version: 1,
        body: answeredBody(article, wanted!),
        astral: false,
        ascii: /^[\0-\x7f]*$/.test(article.text),
      })
      expect(await store.fact('fct_unknown')).toBeUndefined()
    })

    test('all places of a fact, page by page, however many are kept with it', async () => {
      const text = Array.from({ length: 45 }, (_, i) => `Some 40 ships sank on day ${i}.`).join(' ')
      const base = analysed({ seed: 77, text, facts: 2 })
      const spans = base.sentences.map(({ start, end }) => ({ start, end: end - 1 }))
      const [many, few] = base.facts
      await store.saveAnalysis(
        { ...base, facts: [{ ...many!, places: spans.flatMap(({ start, end }) => [start, end]) }, few!] },
        { at: AT, restore: false },
      )
      const found = []
      let cursor: string | undefined
      do {
        const page = await store.citations(many!.id, { limit: 20, ...(cursor !== undefined && { cursor }) })
        found.push(...page!.items)
        cursor = page!.next ?? undefined
      } while (cursor !== undefined)
      expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans)
      expect(found.map(({ quote }) => quote)).toEqual(spans.map(({ start, end }) => text.slice(start, end)))
      expect(found[44]).toMatchObject({ articleId: base.id, version: 1, sentence: { text: 'Some 40 ships sank on day 44.' }, suffix: '.' })
      expect(await store.citations(few!.id, { limit: 20 })).toMatchObject({ items: [{ quote: few!.citations[0]!.quote }], next: null })
      expect(await store.citations('fct_unknown', { limit: 20 })).toBeUndefined()
      await expect(store.citations(few!.id, { limit: 20, cursor: 'none' })).rejects.toThrow(BadCursor)
      const outside = { ...many!, places: [0, text.length + 1] }
      await expect(store.saveReextraction({ ...base, facts: [outside] }, AT)).rejects.toThrow(/does not reach/)
      await store.deleteArticle(base.id, AT)
      expect(await store.citations(many!.id, { limit: 20 })).toBeUndefined()
    })

    test('a page is full when its bytes are, and the next goes on behind it', async () => {
      const base = analysed({ seed: 78, facts: 6 })
      const long = 'x'.repeat(PAGE_BYTES / 3)
      const facts = base.facts.map((fact) => ({ ...fact, body: fact.body.replace(/"summary":"/, `$&${long}`) }))
      await store.saveAnalysis({ ...base, facts }, { at: AT, restore: false })
      const page = await store.facts({ article: [base.id], sort: 'published' }, { limit: 6 })
      expect(page.items.length).toBe(2)
      expect((await allFacts(store, { article: [base.id], sort: 'published' }, 6)).sort()).toEqual(facts.map(({ id }) => id).sort())
      await store.deleteArticle(base.id, AT)
    })

    test('nothing a client can write is an error of the search', async () => {
      const odd = [
        '"',
        '-',
        '- -',
        '*',
        'a*',
        'NEAR(a b)',
        'a AND',
        '{said}: x',
        "'; DROP TABLE facts",
        '^',
        '""',
        '(',
        '\ud800',
        '朝',
        'a\0b',
        '-"',
      ]
      for (const q of odd) {
        await store.facts({ entity: [[q]], speaker: [q], publisher: [q], sort: '-published' }, { limit: 5 })
        const words = wordsOf(q)
        if (!words) continue
        await store.facts({ q: words, of: words, sort: '-published' }, { limit: 5 })
        await store.search(words, { limit: 5 })
        await store.articles({ q: words }, { limit: 5 })
        await store.entities({ q: words }, { limit: 5 })
      }
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 30 }), async (q) => {
          const words = wordsOf(q)
          if (!words) return
          await store.facts({ q: words, sort: 'relevance' }, { limit: 2 })
          await store.search(words, { limit: 2 })
        }),
        { numRuns: 50, seed: 9 },
      )
    })

    test('a cursor is good for its own list only', async () => {
      const { next } = await store.facts({ sort: '-published' }, { limit: 5 })
      await expect(store.facts({ sort: 'published' }, { limit: 5, cursor: next! })).rejects.toBeInstanceOf(BadCursor)
      await expect(store.facts({ sort: '-published', kind: ['role'] }, { limit: 5, cursor: next! })).rejects.toBeInstanceOf(BadCursor)
      for (const cursor of ['', 'x', 'WyJhIl0', '12', Buffer.from('[]').toString('base64url')]) {
        await expect(store.facts({ sort: '-published' }, { limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor)
        await expect(store.search(readWords('harbour'), { limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor)
        await expect(store.articles({}, { limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor)
        await expect(store.entities({}, { limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor)
      }
      await expect(store.changes({ limit: 5, cursor: 'x' })).rejects.toBeInstanceOf(BadCursor)
    })

    test('while rows are added, a list repeats and misses none of those it had', async () => {
      const query: FactQuery = { kind: ['event'], sort: '-published' }
      const before = expectedFacts(articles, query)
      const seen: string[] = []
      let cursor: string | undefined
      for (let seed = 100; ; seed++) {
        const page = await store.facts(query, { limit: 11, ...(cursor !== undefined && { cursor }) })
        seen.push(...page.items.map(({ id }) => id))
        if (page.next === null) break
        cursor = page.next
        const article = analysed({ seed, facts: 16 })
        articles.push(article)
        await store.saveAnalysis(article, { at: AT, restore: false })
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((id) => before.includes(id))).toEqual(before)
    })
  })
}
