import { readNames, readWords } from '../../src/query/words.js'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EntityType } from '../../src/document/layers.js'
import type { AnalysedArticle, Store } from '../../src/store/port.js'
import type { SharedEntity } from '../../src/store/records.js'
import { foldedText } from '../../src/store/fold.js'
import { analysed, seeded } from './fixtures.js'

const AT = '2026-01-01T00:00:00.000Z'
const effects = { at: AT, restore: false }

/** What the current articles say of entities, counted from scratch. */
function expectedEntities(articles: readonly AnalysedArticle[]): SharedEntity[] {
  const ids = new Set(articles.flatMap(({ entities }) => entities.map(({ entityId }) => entityId)))
  const all = [...ids].map((id): SharedEntity => {
    const rows = articles.flatMap(({ entities }) => entities.filter(({ entityId }) => entityId === id))
    const counts = new Map<string, number>()
    for (const { aliases } of rows) for (const { text, count } of aliases) counts.set(text, (counts.get(text) ?? 0) + count)
    return {
      id,
      type: rows[0]!.type,
      name: rows[0]!.name,
      aliases: [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1)),
      articles: articles.filter(({ entities }) => entities.some(({ entityId }) => entityId === id)).length,
      mentions: rows.reduce((sum, { mentions }) => sum + mentions, 0),
    }
  })
  const key = ({ name, id }: SharedEntity): string => `${foldedText(name)}\0${id}`
  return all.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** What every store knows of entities, and finds in sentences. */
export function entityContract(open: () => Promise<Store>): void {
  describe('entities and search', () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())

    const listed = async ({ q, ...others }: { q?: string; type?: EntityType[] } = {}, limit = 4): Promise<SharedEntity[]> => {
      const query = { ...others, ...(q !== undefined && { q: readNames(q) }) }
      const found: SharedEntity[] = []
      let cursor: string | undefined
      do {
        const page = await store.entities(query, { limit, ...(cursor !== undefined && { cursor }) })
        found.push(...page.items)
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      return found
    }

    test('counts are those of the current articles, whatever came and went', async () => {
      const current = new Map<string, AnalysedArticle>()
      const random = seeded(5)
      for (let step = 0; step < 40; step++) {
        const seed = 1 + random(6)
        const { id } = analysed({ seed })
        const newest = (await store.identify(id, '')).newest
        const article = analysed({ seed, version: newest + 1, sentences: 3 + random(5), entities: 2 + random(8) })
        const doing = random(5)
        if (doing === 0) {
          await store.deleteArticle(id, AT)
          current.delete(id)
        } else if (doing === 1 && current.has(id)) {
          const again = { ...current.get(id)!, entities: article.entities, facts: [] }
          await store.saveReextraction(again, AT)
          current.set(id, again)
        } else {
          const saved = await store.saveAnalysis(article, { at: AT, restore: true })
          if (saved.outcome === 'created') current.set(id, article)
        }
        expect(await listed()).toEqual(expectedEntities([...current.values()]))
      }
      for (const id of current.keys()) await store.deleteArticle(id, AT)
      expect(await listed()).toEqual([])
      expect(await store.stats()).toMatchObject({ articles: 0, entities: 0, facts: 0, sentences: 0 })
    })

    test('entities are found by whole words of any alias, and by type', async () => {
      await store.saveAnalysis(analysed({ entities: 16 }), effects)
      const names = async (query: { q?: string; type?: EntityType[] }): Promise<string[]> => (await listed(query)).map(({ name }) => name)
      expect(await names({ q: 'RENEE dubois' })).toEqual(['Renée Dubois'])
      expect(await names({ q: 'dubois' })).toEqual(['Renée Dubois'])
      expect(await names({ q: 'dub' })).toEqual([])
      expect(await names({ q: 'dubois renee' })).toEqual(['Renée Dubois'])
      expect(await names({ q: '"dubois renee"' })).toEqual([])
      expect(await names({ q: 'dub* OR "port alder"' })).toEqual(['Port Alder', 'Renée Dubois'])
      expect(await names({ q: 'vesterholm -council' })).toEqual(['Vesterholm'])
      expect(await names({ q: 'study' })).toEqual([])
      expect(await names({ q: 'tide studies' })).toEqual(['Institute of Tide Studies'])
      expect(await names({ q: 'vesterholm' })).toEqual(['Vesterholm', 'Vesterholm Council'])
      expect(await names({ q: 'vesterholm', type: ['LOCATION'] })).toEqual(['Vesterholm'])
      expect(await names({ type: ['ORGANIZATION'] })).toEqual(['Harbour Authority', 'Institute of Tide Studies', 'Vesterholm Council'])
      expect(await names({ q: 'vesterholm', type: ['LOCATION', 'ORGANIZATION', 'LOCATION'] })).toEqual(['Vesterholm', 'Vesterholm Council'])
    })

    test('the most frequent full name is the name', async () => {
      const row = { entityId: 'ent_1', type: 'PERSON' as const, mentions: 1, aliases: [{ text: 'Ana', count: 1 }] }
      for (const [seed, name] of ['Ana Li', 'Aná Li', 'Aná Li'].entries()) {
        await store.saveAnalysis({ ...analysed({ seed, facts: 0 }), entities: [{ ...row, name }] }, effects)
      }
      expect(await store.entity('ent_1')).toMatchObject({ name: 'Aná Li', articles: 3, mentions: 3, aliases: [{ text: 'Ana', count: 3 }] })
    })

    test('one entity has its roles and those named beside it most often', async () => {
      const articles = [1, 2, 3, 4, 5].map((seed) => analysed({ seed, entities: 5, facts: 12 }))
      for (const article of articles) await store.saveAnalysis(article, effects)
      const [subject] = articles[0]!.entities
      const id = subject!.entityId
      const beside = new Map<string, number>()
      for (const { entities } of articles.filter((article) => article.entities.some(({ entityId }) => entityId === id))) {
        for (const { entityId } of entities) if (entityId !== id) beside.set(entityId, (beside.get(entityId) ?? 0) + 1)
      }
      const wanted = [...beside]
        .map(([entityId, count]) => ({ entityId, articles: count }))
        .sort((a, b) => b.articles - a.articles || (a.entityId < b.entityId ? -1 : 1))
      const found = await store.entity(id)
      expect(found?.companions).toMatchObject(wanted.slice(0, 10))
      const roles = articles.flatMap(({ facts }) =>
        facts.filter(({ kind, entityIds }) => kind === 'role' && entityIds.includes(id)).map((fact) => fact.id),
      )
      expect(roles.length).toBeGreaterThan(0)
      expect(found?.roles.map((fact) => fact.id).sort()).toEqual(roles.sort())
      expect(await store.entity('ent_none')).toBeUndefined()
    })

    test('sentences are found by their words, with the places where they stand', async () => {
      const english = analysed({
        seed: 1,
        facts: 0,
        meta: { publishedAt: '2019-05-01' },
        text: 'The Café by the quay closed. It re-opened on the Quay. Nothing else.',
      })
      const chinese = analysed({
        seed: 2,
        facts: 0,
        meta: { publishedAt: '2019-06-01', language: 'zh' },
        text: '朝鲜民主主义 says. 人民 quay.',
      })
      await store.saveAnalysis(english, effects)
      await store.saveAnalysis(chinese, effects)
      const found = async (q: string): Promise<string[]> => {
        const hits: string[] = []
        let cursor: string | undefined
        do {
          const page = await store.search(readWords(q), { limit: 1, ...(cursor !== undefined && { cursor }) })
          for (const { sentence, start, end, articleId, highlights } of page.items) {
            const article = articleId === english.id ? english : chinese
            expect(article.text.slice(start, end)).toBe(sentence)
            hits.push(highlights.map(([from, to]) => sentence.slice(from, to)).join('|'))
          }
          cursor = page.next ?? undefined
        } while (cursor !== undefined)
        return hits
      }
      expect(await found('quay')).toEqual(['quay', 'quay', 'Quay'])
      expect(await found('CAFE quay')).toEqual(['Café|quay'])
      expect(await found('"the quay" -cafe')).toEqual(['the Quay'])
      expect(await found('re-opened')).toEqual(['re-opened'])
      expect(await found('quays')).toEqual(['quay', 'quay', 'Quay'])
      expect(await found('closing OR "the quays"')).toEqual(['closed'])
      expect(await found('caf* closes')).toEqual(['Café|closed'])
      expect(await found('quay -(cafe OR open)')).toEqual(['quay'])
      expect(await found('民主')).toEqual(['民主'])
      expect(await found('鲜民主主')).toEqual(['鲜民主主'])
      expect(await found('义')).toEqual(['义'])
      expect(await found('主民')).toEqual([])
      expect(await found('open')).toEqual(['opened'])
      expect(await found('-quay')).toEqual([])
      const { items } = await store.search(readWords('cafe'), { limit: 5 })
      expect(items).toEqual([
        {
          articleId: english.id,
          version: 1,
          title: english.meta.title,
          publisher: english.meta.publisher,
          publishedAt: '2019-05-01',
          sentence: 'The Café by the quay closed.',
          start: 0,
          end: 28,
          highlights: [[4, 8]],
        },
      ])
      await store.deleteArticle(english.id, AT)
      expect(await found('quay')).toEqual(['quay'])
    })
  })
}
